import { access, constants, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sql, type Transaction } from 'kysely'
import { may } from '../../core/access/may.ts'
import { mayAppend } from '../../core/access/may-append.ts'
import { EMPTY_HEAD } from '../../core/ledger/chain.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { appendSealedWithin } from '../append-sealed.ts'
import { migrations } from '../apply-migrations.ts'
import { withInside } from '../inside.ts'
import { allHeads, appendWithin, entryOf, entryRows, headOf, type StoredEntry } from '../ledger-table.ts'
import { listeners } from '../listeners.ts'
import { oneAtATime } from '../one-at-a-time.ts'
import type { Store } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Tables } from '../tables.ts'
import { verifyRows } from '../verify-rows.ts'
import { blobFiles, getBlobFile, putBlobFile } from './blob-files.ts'
import { bytesUnder, flushFolder, needSpace, orDiskFull } from './disk.ts'
import { journalLine } from './journal.ts'
import { type Lock, takeLock } from './lock.ts'
import { noteJournalSize, reconcile, setAside } from './reconcile.ts'
import { pgliteVersion } from './template.ts'
import { verifyJournal } from './verify-journal.ts'

/** An empty database with its log, and room to work. */
const FIRST_BYTES = 96 * 1024 * 1024

type Options = { readonly clock?: () => number; readonly freeBytes: (folder: string) => Promise<number> }

/**
 * Opens the store of one process in a folder: journal (`ledger.jsonl`), blobs as files, and a PGlite
 * database computed from the journal. docs/store.md says what survives what.
 */
export async function openEmbedded(given: string, options: Options): Promise<Store> {
  const folder = resolve(given)
  await makeFolder(folder)
  const openedAt = Date.now()
  const lock = lockOf(folder)
  try {
    const isNew = !(await access(join(folder, 'database')).then(
      () => true,
      () => false,
    ))
    await needSpace(folder, isNew ? FIRST_BYTES : 0, options.freeBytes)
    return storeOf(folder, openedAt, lock, options, await reconcile(folder, lock.left))
  } catch (error) {
    lock.release()
    throw orDiskFull(error, folder)
  }
}

function lockOf(folder: string): Lock {
  try {
    return takeLock(folder)
  } catch (error) {
    throw orDiskFull(error, folder)
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw orDiskFull(cause, folder)
    throw new StoreError('no-access', `the data folder ${folder} cannot be made or written to`, {
      file: folder,
      expected: 'a folder that this user may write to',
      cause,
    })
  }
}

function storeOf(
  folder: string,
  openedAt: number,
  lock: Lock,
  options: Options,
  opened: Awaited<ReturnType<typeof reconcile>>,
): Store {
  const { db, pglite, journal, opening } = opened
  const blobRoot = join(folder, 'blobs')
  const inTurn = oneAtATime()
  const told = listeners()
  /** Why the store can no longer be used, once that is so. */
  let ended: StoreError | undefined
  const open = () => {
    if (ended) throw ended
  }

  /** One append: into the database, then into the journal, flushed, then the commit. */
  const append = <P>(make: (tx: Transaction<Tables>) => Promise<Result<readonly StoredEntry[], P>>) =>
    inTurn(async (): Promise<Result<readonly Entry[], P>> => {
      open()
      const before = journal.size()
      try {
        return await db.transaction().execute(async tx => {
          const made = await make(tx)
          if (!made.ok) return made
          const entries = made.value.map(m => m.entry)
          if (entries.length === 0) return ok(entries)
          const line = journalLine(entries)
          await needSpace(folder, 3 * line.length, options.freeBytes)
          await noteJournalSize(tx, before + line.length)
          await journal.append(line)
          return ok(entries)
        })
      } catch (error) {
        await takeBack(before)
        throw orDiskFull(error, folder)
      }
    })

  /** After a failed transaction: the line goes too, if the database surely lacks it; else only reopening can tell. */
  const takeBack = async (size: number) => {
    if (journal.size() === size) return
    try {
      await sql`select 1`.execute(db)
      await journal.cutTo(size)
    } catch (cause) {
      ended = new StoreError(
        'broken',
        `the database in ${folder} failed while committing; what was confirmed is safe in ledger.jsonl`,
        {
          file: folder,
          expected: 'Hudna to be started again, which repairs the database',
          cause,
        },
      )
    }
  }

  /** Once this returns, power loss cannot harm the database either: the next opening may trust it. */
  const closeDatabase = async () => {
    await pglite.exec('checkpoint')
    await pglite.close()
    await flushFolder(join(folder, 'database'), openedAt)
  }

  const store: Store = {
    kind: 'embedded',
    async appendEntries(viewer, accord, bodies, { expectedSeq } = {}) {
      open()
      if (!mayAppend(viewer, accord, bodies)) return fail({ kind: 'not-yours', accord })
      const made = await append(tx =>
        appendWithin(tx, accord, viewer.id, bodies, {
          ...(expectedSeq === undefined ? {} : { expectedSeq }),
          ...(options.clock ? { now: options.clock() } : {}),
        }),
      )
      if (made.ok) told.tellOf(made.value)
      return made
    },
    async appendSealed(viewer, entries) {
      open()
      const foreign = entries.find(e => !may(viewer, 'administer', e.accord))
      if (foreign) return fail({ kind: 'not-yours', accord: foreign.accord })
      const made = await append(tx => appendSealedWithin(tx, entries))
      if (!made.ok) return made
      told.tellOf(made.value)
      return ok(undefined)
    },
    async verify(viewer, accord, { bytes = false } = {}) {
      open()
      if (!may(viewer, 'read', accord)) return { entries: 0, whole: true, problems: [] }
      const rows = await verifyRows(
        db,
        accord,
        bytes ? name => getBlobFile(blobRoot, accord, name) : undefined,
      )
      const problems = [
        ...rows.problems,
        ...(await verifyJournal(join(folder, 'ledger.jsonl'), accord, rows.head)),
      ]
      return { entries: rows.entries, problems, whole: problems.length === 0 }
    },
    async *readEntries(viewer, accord, range) {
      open()
      if (!may(viewer, 'read', accord)) return
      for await (const row of entryRows(db, accord, range)) yield entryOf(row)
    },
    async head(viewer, accord) {
      open()
      return may(viewer, 'read', accord) ? await headOf(db, accord) : EMPTY_HEAD
    },
    async accords(viewer) {
      open()
      return (await allHeads(db)).filter(a => may(viewer, 'read', a.accord))
    },
    async putBlob(viewer, accord, bytes) {
      open()
      if (!may(viewer, 'report', accord)) return fail({ kind: 'not-yours', accord })
      await needSpace(folder, bytes.length, options.freeBytes)
      try {
        return { ok: true, value: await putBlobFile(blobRoot, accord, bytes) }
      } catch (error) {
        throw orDiskFull(error, folder)
      }
    },
    async getBlob(viewer, accord, sha256) {
      open()
      return may(viewer, 'read', accord) ? await getBlobFile(blobRoot, accord, sha256) : undefined
    },
    async blobs(viewer, accord) {
      open()
      return may(viewer, 'read', accord) ? await blobFiles(blobRoot, accord) : []
    },
    onAppend: told.add,
    async facts() {
      open()
      const { rows } = await sql<{ version: string }>`select version()`.execute(db)
      return {
        kind: 'embedded',
        where: folder,
        engine: `PGlite ${pgliteVersion()}, ${rows[0]?.version.split(' (')[0]}`,
        migrations: migrations().map(m => m.name),
        accords: await allHeads(db),
        bytes: {
          database: await bytesUnder(join(folder, 'database')),
          journal: journal.size(),
          blobs: await bytesUnder(blobRoot),
          free: await options.freeBytes(folder),
        },
        opening,
      }
    },
    close: () =>
      inTurn(async () => {
        if (ended?.code === 'closed') return
        const broken = ended !== undefined
        ended = new StoreError('closed', 'the store was closed')
        try {
          await journal.close()
          if (broken) await setAside(join(folder, 'database'))
          else await closeDatabase()
        } finally {
          lock.release()
        }
      }),
  }
  return withInside(store, { db })
}
