import type { Viewer } from '../core/access/viewer.ts'
import { chainCheck } from '../core/ledger/chain.ts'
import type { Problem } from '../core/problem.ts'
import { sha256 } from '../store/ledger-table.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { problem } from './problem-status.ts'

export type Verified = {
  readonly entries: number
  readonly whole: boolean
  readonly problems: readonly Problem[]
}

/**
 * Reads one accord's ledger from the store and checks every entry against its hash and its place in the chain.
 *
 * @param bytes also reads the kept bytes of every report, which must have the hash they are named by.
 */
export async function verifyLedger(
  store: Store,
  viewer: Viewer,
  accord: string,
  { bytes = false } = {},
): Promise<Verified> {
  const check = chainCheck(accord, sha256)
  const problems: Problem[] = []
  const kept = new Set<string>()
  let entries = 0
  for await (const entry of store.readEntries(viewer, accord)) {
    entries++
    problems.push(...check.next(entry))
    if (bytes && entry.body.kind === 'report.received') kept.add(entry.body.report.sha256)
  }
  problems.push(...check.end(await store.head(viewer, accord)))
  for (const name of kept) {
    const problem = await blobProblem(store, viewer, accord, name)
    if (problem) problems.push(problem)
  }
  return { entries, whole: problems.length === 0, problems }
}

async function blobProblem(
  store: Store,
  viewer: Viewer,
  accord: string,
  name: string,
): Promise<Problem | undefined> {
  try {
    if (await store.getBlob(viewer, accord, name)) return undefined
    return problem('blob-missing', `the bytes of a report are not in the store`, { field: `bytes ${name}` })
  } catch (error) {
    if (error instanceof StoreError && error.code === 'blob-damaged') return error.problem
    throw error
  }
}
