import type { Kysely } from 'kysely'
import { chainCheck, type Head } from '../core/ledger/chain.ts'
import type { EntryBody } from '../core/ledger/entry.ts'
import type { Problem } from '../core/problem.ts'
import { type EntryRow, entryRows, headOf, sha256 } from './ledger-table.ts'
import type { Verified } from './store.ts'
import { StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/** Reads the bytes of a blob; throws StoreError 'blob-damaged' when they were altered. */
export type ReadBlob = (sha256: string) => Promise<Uint8Array | undefined>

/**
 * Checks one accord's ledger as it is stored, to the letter: every entry against its hash and the one before,
 * the noted head against the last entry, and, when `readBlob` is given, the bytes of every report.
 */
export async function verifyRows(
  db: Kysely<Tables>,
  accord: string,
  readBlob?: ReadBlob,
): Promise<Verified & { readonly head: Head }> {
  const noted = await headOf(db, accord)
  const check = chainCheck(accord, sha256)
  const problems: Problem[] = []
  let entries = 0
  // What comes in meanwhile is another check's business: its head is not the one noted above.
  for await (const row of entryRows(db, accord, { to: noted.seq })) {
    entries++
    // The chain looks at the text alone; the body may be no JSON any more.
    const found = check.next({ ...row, body: NO_BODY }, row.bodyText)
    problems.push(...found)
    if (found.length === 0)
      problems.push(...kindProblems(row), ...(readBlob ? await blobProblems(row, readBlob) : []))
  }
  problems.push(...check.end(noted))
  return { entries, problems, whole: problems.length === 0, head: noted }
}

const NO_BODY: EntryBody = { kind: 'comment.unread', data: null }

/** The column is there for the index and not under the hash, so it is compared with what is. */
function kindProblems({ accord, seq, kind, bodyText }: EntryRow): readonly Problem[] {
  const said = (JSON.parse(bodyText) as EntryBody).kind
  if (said === kind) return []
  return [
    problem(accord, seq, 'kind-altered', `it is filed as '${kind}' and says '${said}'`, `kind '${said}'`),
  ]
}

async function blobProblems(
  { accord, seq, kind, bodyText }: EntryRow,
  readBlob: ReadBlob,
): Promise<readonly Problem[]> {
  if (kind !== 'report.received') return []
  const body = JSON.parse(bodyText) as Extract<EntryBody, { kind: 'report.received' }>
  const { id, sha256: name } = body.report
  try {
    if (await readBlob(name)) return []
    return [
      problem(accord, seq, 'blob-missing', `the bytes of report ${id} are not in the store`, `bytes ${name}`),
    ]
  } catch (error) {
    if (error instanceof StoreError && error.code === 'blob-damaged')
      return [problem(accord, seq, 'blob-damaged', `the bytes of report ${id} were altered`, `bytes ${name}`)]
    throw error
  }
}

function problem(accord: string, seq: number, code: string, what: string, expected: string): Problem {
  return {
    code,
    severity: 'error',
    message: `entry ${seq} of the ledger of '${accord}': ${what}`,
    where: { file: `ledger of ${accord}`, field: `entry ${seq}` },
    expected,
  }
}
