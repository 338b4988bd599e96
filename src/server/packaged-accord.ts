import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Accord } from '../core/accord/model.ts'
import { canonicalJson } from '../core/ledger/canonical.ts'
import { NO_PREVIOUS, sealed } from '../core/ledger/chain.ts'
import type { EntryBody, LedgerRecord } from '../core/ledger/entry.ts'
import { fold } from '../core/ledger/fold.ts'
import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { openPackage } from '../formats/accord-package.ts'
import { sha256 } from '../store/ledger-table.ts'
import type { Desk } from './desk.ts'
import { ACCORDS_DIR, packagedAccords } from './installed.ts'
import { problem } from './problem-status.ts'

/** An accord that comes with Hudna: its text, its evidence, and reports for a first visit. */
export type PackagedAccord = {
  readonly accord: Accord
  readonly records: readonly LedgerRecord[]
  readonly reports: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** Reads a packaged accord from its folder; its own faults come back as problems that name file and line. */
export async function packagedAccord(
  id: string,
  folder = join(ACCORDS_DIR, id),
): Promise<Result<PackagedAccord, readonly Problem[]>> {
  if (!existsSync(join(folder, 'accord.yaml')))
    return fail([
      problem('not-found', `no accord '${id}' comes with Hudna`, {
        field: 'accord',
        expected: `one of ${packagedAccords().join(', ')}`,
      }),
    ])
  const files: Record<string, string> = {}
  const bytes = new Map<string, Uint8Array>()
  for (const path of await filesUnder(folder)) {
    const content = await readFile(join(folder, path))
    files[path] = content.toString('utf8')
    if (path.startsWith('reports/')) bytes.set(path, content)
  }
  const opened = openPackage({ id, files })
  const errors = opened.problems.filter(p => p.severity === 'error')
  if (!opened.accord || errors.length) return fail(errors)
  return ok({
    accord: opened.accord,
    records: opened.records,
    reports: opened.reports
      .filter(isReport)
      .map(path => ({ name: path.slice('reports/'.length), bytes: bytes.get(path)! })),
  })
}

/** What adopting a packaged accord writes to an empty ledger. */
export function adoption(p: PackagedAccord): readonly EntryBody[] {
  return [
    { kind: 'accord.adopted', sha256: sha256(canonicalJson(p.accord)), document: p.accord },
    { kind: 'records.added', records: p.records, origin: `accords/${p.accord.id}` },
  ]
}

/** A packaged accord on a desk without a store: what it says by its own evidence alone. */
export async function packagedDesk(id: string): Promise<Result<Desk, readonly Problem[]>> {
  const opened = await packagedAccord(id)
  if (!opened.ok) return opened
  let prev = NO_PREVIOUS
  const entries = adoption(opened.value).map((body, i) => {
    // Read back from its text, so that it is the same as what a store would give.
    const entry = sealed(
      { accord: id, seq: i + 1, recordedAt: 0, by: 'system', body: JSON.parse(canonicalJson(body)), prev },
      sha256,
    )
    prev = entry.hash
    return entry
  })
  return ok({ id, accord: opened.value.accord, state: fold(entries, { accord: id }) })
}

/** A page about the reports lies among them; it is none. */
const isReport = (path: string): boolean => !path.endsWith('.md')

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(e => e.isFile())
    .map(e => relative(folder, join(e.parentPath, e.name)).split(sep).join('/'))
    .sort()
}
