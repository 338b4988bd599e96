import type { Viewer } from '../core/access/viewer.ts'
import type { Entry } from '../core/ledger/entry.ts'
import type { BackupSummary } from './backup.ts'
import { readBackup } from './read-backup.ts'
import type { LedgerAddress, Store } from './store.ts'
import { StoreError } from './store-error.ts'

/** Entries taken over in one transaction. */
const BATCH = 500

/**
 * Brings everything in a backup into a store, with the same numbers, times and hashes. The file is checked
 * whole before the first byte is written. A restore that was interrupted goes on where it stopped.
 *
 * @param viewer an administrator of every accord in the file.
 * @throws StoreError 'backup-damaged' naming the line; 'not-empty' when the store has a ledger of the same
 *   accord that is not the beginning of the one in the file.
 */
export async function restore(
  viewer: Viewer,
  file: string,
  store: Store,
  tell: (entries: number) => void = () => {},
): Promise<BackupSummary> {
  await checkWhole(file)
  let ledgers: readonly LedgerAddress[] = []
  const held = new Map((await store.accords(viewer)).map(a => [a.accord, a.head]))
  let [entries, blobs] = [0, 0]
  let batch: Entry[] = []
  for await (const item of readBackup(file)) {
    if (item.kind === 'ledgers') ledgers = item.ledgers
    else if (item.kind === 'blob') {
      const kept = await store.putBlob(viewer, item.accord, item.bytes)
      if (!kept.ok) throw notTaken(item.accord, 'an administrator of the accord')
      blobs++
    } else {
      entries++
      const head = held.get(item.entry.accord)
      if (head && item.entry.seq === head.seq && item.entry.hash !== head.hash)
        throw notTaken(item.entry.accord, 'an empty store, or the beginning of the same ledger')
      if (!head || item.entry.seq > head.seq) batch.push(item.entry)
      if (batch.length >= BATCH) {
        await take(viewer, store, batch)
        batch = []
        tell(entries)
      }
    }
  }
  await take(viewer, store, batch)
  return { ledgers, entries, blobs }
}

/** Checks a backup without writing anything. @throws StoreError 'backup-damaged', 'no-access'. */
export async function checkWhole(file: string): Promise<void> {
  for await (const _ of readBackup(file));
}

/** @throws StoreError 'not-empty' when the store cannot take the entries over. */
export async function take(viewer: Viewer, store: Store, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  const taken = await store.appendSealed(viewer, entries)
  if (taken.ok) return
  const { kind, accord } = taken.error
  throw notTaken(
    accord,
    kind === 'not-yours'
      ? 'an administrator of the accord'
      : 'an empty store, or the beginning of the same ledger',
  )
}

function notTaken(accord: string, expected: string): StoreError {
  return new StoreError('not-empty', `the ledger of '${accord}' cannot be taken over into this store`, {
    expected,
  })
}
