import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Viewer } from '../core/access/viewer.ts'
import { canonicalJson } from '../core/ledger/canonical.ts'
import { flushNames, orDiskFull } from './embedded/disk.ts'
import type { LedgerAddress, Store } from './store.ts'

/** What a backup holds, and where each ledger stood: note the hashes elsewhere, and no one can change the file unseen. */
export type BackupSummary = {
  readonly ledgers: readonly LedgerAddress[]
  readonly entries: number
  readonly blobs: number
}

/** Bytes of a blob on one line, before base64. */
const PART_BYTES = 1 << 20
const PIECE_CHARACTERS = 1 << 18

/**
 * Writes everything the viewer may read into one file, while the store goes on working: what each ledger held
 * when the backup began, and the bytes of its reports. The form is the same for both engines: gzip over lines
 * of JSON (docs/store.md). The file gets its name when it is whole and flushed.
 *
 * @param tell told now and then how many entries are done.
 * @throws StoreError 'disk-full'; 'blob-damaged' when bytes were altered: a backup does not hide that.
 */
export async function backup(
  viewer: Viewer,
  store: Store,
  file: string,
  tell: (entries: number) => void = () => {},
): Promise<BackupSummary> {
  const target = resolve(file)
  const making = `${target}.making-${process.pid}`
  const summary = { ledgers: await store.accords(viewer), entries: 0, blobs: 0 }
  try {
    await pipeline(
      Readable.from(inPieces(lines(viewer, store, summary, tell))),
      createGzip({ level: 4 }),
      createWriteStream(making, { flags: 'wx' }),
    )
    const handle = await open(making, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(making, target)
    await flushNames(dirname(target))
    return summary
  } catch (error) {
    await rm(making, { force: true })
    throw orDiskFull(error, dirname(target))
  }
}

/** Several lines at a time: a stream costs more for each piece than a line is long. */
async function* inPieces(all: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const line of all) {
    piece += line
    if (piece.length < PIECE_CHARACTERS) continue
    yield piece
    piece = ''
  }
  yield piece
}

async function* lines(
  viewer: Viewer,
  store: Store,
  summary: { ledgers: readonly LedgerAddress[]; entries: number; blobs: number },
  tell: (entries: number) => void,
): AsyncGenerator<string> {
  const whole = createHash('sha256')
  const line = (value: unknown) => {
    const text = `${canonicalJson(value)}\n`
    whole.update(text)
    return text
  }
  yield line({ hudna: 'backup/1', ledgers: summary.ledgers })
  for (const { accord, head } of summary.ledgers) {
    for (const { sha256, bytes } of await store.blobs(viewer, accord)) {
      const blob = await store.getBlob(viewer, accord, sha256)
      if (!blob) continue
      yield line({ blob: { accord, sha256, bytes } })
      for (let at = 0; at < blob.length; at += PART_BYTES)
        yield line({ part: Buffer.from(blob.subarray(at, at + PART_BYTES)).toString('base64') })
      summary.blobs++
    }
    for await (const entry of store.readEntries(viewer, accord, { to: head.seq })) {
      yield line({ entry })
      if (++summary.entries % 1000 === 0) tell(summary.entries)
    }
  }
  // Last, so that a cut file shows; gzip's own check covers what comes before only as far as it was read.
  yield `${canonicalJson({ end: { entries: summary.entries, blobs: summary.blobs, sha256: whole.digest('hex') } })}\n`
}
