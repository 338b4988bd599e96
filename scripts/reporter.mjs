// A node:test reporter for people and for CI: one line a file, every failure whole, counts last.
import { relative } from 'node:path'

export default async function* reporter(source) {
  const files = new Map()
  const of = file => {
    const key = file ? relative(process.cwd(), file) : '(no file)'
    if (!files.has(key)) files.set(key, { passed: 0, failed: 0, skipped: 0, notes: [] })
    return files.get(key)
  }
  const total = { passed: 0, failed: 0, skipped: 0 }
  const reasons = new Map()
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || type === 'test:stdout') {
      if (type === 'test:stderr' && process.env.HUDNA_TEST_OUTPUT) yield data.message
      continue
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue
    // A suite repeats what its tests said, unless it broke itself (a hook, a file that does not load).
    const isSuite = data.details?.type === 'suite'
    const ownFailure = type === 'test:fail' && data.details?.error?.failureType !== 'subtestsFailed'
    if (isSuite && !ownFailure) continue
    if (type === 'test:fail' && !ownFailure) continue
    const count = of(data.file)
    const what =
      data.skip !== undefined || data.todo !== undefined
        ? 'skipped'
        : type === 'test:pass'
          ? 'passed'
          : 'failed'
    count[what]++
    total[what]++
    if (what === 'skipped' && typeof data.skip === 'string')
      reasons.set(data.skip, (reasons.get(data.skip) ?? 0) + 1)
    if (what === 'failed') {
      const error = data.details?.error
      const cause = error?.cause ?? error
      yield `\n✗ ${data.file ? relative(process.cwd(), data.file) : ''}:${data.line ?? ''} ${data.name}\n${String(cause?.stack ?? cause?.message ?? cause).replace(/^/gm, '    ')}\n`
    }
  }
  for (const [file, c] of [...files].sort(([a], [b]) => a.localeCompare(b)))
    yield `${c.failed ? '✗' : c.passed ? '✓' : '-'} ${file}  ${c.passed} passed${c.failed ? `, ${c.failed} failed` : ''}${c.skipped ? `, ${c.skipped} skipped` : ''}\n`
  for (const [why, n] of reasons) yield `skipped ${n}: ${why}\n`
  yield `counts ${JSON.stringify(total)}\n`
}
