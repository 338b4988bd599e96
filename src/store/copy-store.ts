import type { Viewer } from '../core/access/viewer.ts'
import { EMPTY_HEAD } from '../core/ledger/chain.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { BackupSummary } from './backup.ts'
import { take } from './restore.ts'
import type { Store } from './store.ts'
import { StoreError } from './store-error.ts'

/** Entries taken over in one transaction. */
const BATCH = 500

/**
 * Copies every ledger and all bytes from one store into another, say from a folder to PostgreSQL, with the same
 * numbers, times and hashes. Run again, it copies what came in since.
 *
 * @param viewer an administrator of every accord.
 * @throws StoreError 'not-empty' when the target holds another ledger of the same accord.
 */
export async function copyStore(
  viewer: Viewer,
  from: Store,
  to: Store,
  tell: (entries: number) => void = () => {},
): Promise<BackupSummary> {
  const ledgers = await from.accords(viewer)
  let [entries, blobs] = [0, 0]
  for (const { accord, head } of ledgers) {
    const has = new Set((await to.blobs(viewer, accord)).map(b => b.sha256))
    for (const { sha256 } of await from.blobs(viewer, accord)) {
      blobs++
      const bytes = has.has(sha256) ? undefined : await from.getBlob(viewer, accord, sha256)
      if (bytes && !(await to.putBlob(viewer, accord, bytes)).ok)
        throw new StoreError('not-empty', `the bytes of '${accord}' cannot be taken over into this store`, {
          expected: 'an administrator of the accord',
        })
    }
    const start = await sameUpTo(viewer, from, to, accord)
    let batch: Entry[] = []
    for await (const entry of from.readEntries(viewer, accord, { from: start + 1, to: head.seq })) {
      batch.push(entry)
      if (batch.length < BATCH) continue
      await take(viewer, to, batch)
      entries += batch.length
      tell(entries)
      batch = []
    }
    await take(viewer, to, batch)
    entries += batch.length
  }
  return { ledgers, entries, blobs }
}

/** The number up to which the target already holds the same ledger; 0 when it holds none. */
async function sameUpTo(viewer: Viewer, from: Store, to: Store, accord: string): Promise<number> {
  const { seq, hash } = await to.head(viewer, accord)
  if (seq === EMPTY_HEAD.seq) return 0
  for await (const entry of from.readEntries(viewer, accord, { from: seq, limit: 1 }))
    if (entry.hash === hash) return seq
  throw new StoreError('not-empty', `the target holds another ledger of '${accord}'`, {
    expected: 'an empty store, or the beginning of the same ledger',
  })
}
