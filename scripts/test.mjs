// `npm test`: installs, builds, then every test there is. Arguments narrow it: npm test -- test/reader
// The rooms where dates are read and judged run again in two more time zones: a civil day must not shift.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, root, runtime } from './ready.mjs'

ensureInstalled()
ensureBuilt()

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return path.endsWith('.test.ts') ? [path] : []
  return readdirSync(path).flatMap(name => filesUnder(join(path, name)))
}

const asked = process.argv.slice(2)
const everything = (asked.length ? asked : ['test']).flatMap(p => filesUnder(join(root, p))).sort()
const dated = everything.filter(f =>
  /test\/(core\/time|core\/compliance|reader\/dates|core\/view)/.test(f.replaceAll('\\', '/')),
)

const runs = [
  { zone: 'Asia/Damascus', files: everything },
  ...(asked.length
    ? []
    : [
        { zone: 'Pacific/Kiritimati', files: dated },
        { zone: 'America/Los_Angeles', files: dated },
      ]),
]

const total = { passed: 0, failed: 0, skipped: 0 }
for (const { zone, files } of runs) {
  if (!files.length) continue
  process.stdout.write(`— ${files.length} test files, time zone ${zone}\n`)
  const counts = await new Promise(resolve => {
    const child = spawn(
      runtime(),
      [
        '--disable-warning=ExperimentalWarning',
        '--test',
        '--test-concurrency=2',
        '--test-timeout=900000',
        `--test-reporter=${join(root, 'scripts', 'reporter.mjs')}`,
        '--test-reporter-destination=stdout',
        ...files,
      ],
      { cwd: root, env: { ...process.env, TZ: zone }, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let text = ''
    child.stdout.setEncoding('utf8').on('data', chunk => {
      text += chunk
      const lines = text.split('\n')
      text = lines.pop()
      for (const line of lines) {
        if (line.startsWith('counts ')) child.counts = JSON.parse(line.slice(7))
        else process.stdout.write(`${line}\n`)
      }
    })
    child.on('close', code => {
      const c = child.counts ?? { passed: 0, failed: 0, skipped: 0 }
      // A runner that died before counting is a failure, whatever it had passed.
      if (code !== 0 && c.failed === 0) c.failed = 1
      resolve(c)
    })
  })
  for (const k of Object.keys(total)) total[k] += counts[k]
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
process.exit(total.failed || !total.passed ? 1 : 0)
