import type { Kysely } from 'kysely'
import { checkName, nameOf } from '../blob-name.ts'
import type { BlobAddress } from '../store.ts'
import type { Tables } from '../tables.ts'

/** A row of 50 MB would be several times that in memory at both ends. */
const PART_BYTES = 1 << 20

/** Keeps bytes in parts, all in one transaction. */
export async function putBlobRows(
  db: Kysely<Tables>,
  accord: string,
  bytes: Uint8Array,
): Promise<BlobAddress> {
  const sha256 = nameOf(bytes)
  await db.transaction().execute(async tx => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('blob')
      .values({ accord, sha256, bytes: bytes.length })
      .onConflict(c => c.columns(['accord', 'sha256']).doNothing())
      .executeTakeFirst()
    if (!numInsertedOrUpdatedRows) return
    for (let part = 0; part * PART_BYTES < bytes.length; part++) {
      const data = Buffer.from(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES))
      await tx.insertInto('blob_part').values({ accord, sha256, part, data }).execute()
    }
  })
  return { sha256, bytes: bytes.length }
}

/** The bytes, or undefined when not kept. @throws StoreError 'blob-damaged' when they no longer have their name. */
export async function getBlobRows(
  db: Kysely<Tables>,
  accord: string,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const kept = await db
    .selectFrom('blob')
    .select('bytes')
    .where('accord', '=', accord)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (!kept) return undefined
  const bytes = new Uint8Array(kept.bytes)
  for (let part = 0; part * PART_BYTES < kept.bytes; part++) {
    const row = await db
      .selectFrom('blob_part')
      .select('data')
      .where('accord', '=', accord)
      .where('sha256', '=', sha256)
      .where('part', '=', part)
      .executeTakeFirst()
    if (row) bytes.set(row.data, part * PART_BYTES)
  }
  checkName(sha256, bytes, `table blob, accord '${accord}'`)
  return bytes
}

/** Every blob of an accord, by hash. */
export async function blobRows(db: Kysely<Tables>, accord: string): Promise<readonly BlobAddress[]> {
  const rows = await db.selectFrom('blob').select(['sha256', 'bytes']).where('accord', '=', accord).execute()
  return rows.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
}
