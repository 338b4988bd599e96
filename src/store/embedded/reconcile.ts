import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { canonicalJson } from '../../core/ledger/canonical.ts'
import { EMPTY_HEAD, type Head, hashedText, headAfter } from '../../core/ledger/chain.ts'
import { applyMigrations } from '../apply-migrations.ts'
import { allHeads, entryOf, entryRows, insertEntries, type StoredEntry, sha256 } from '../ledger-table.ts'
import type { Opening } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Tables } from '../tables.ts'
import { type Database, openDatabase } from './database.ts'
import { flushNames } from './disk.ts'
import { damaged, type Journal, journalLine, journalLines, openJournal } from './journal.ts'
import { makeDatabase } from './template.ts'

export type Reconciled = Database & { readonly journal: Journal; readonly opening: Opening }

/** Entries that go into the database in one transaction while it catches up. */
const BATCH = 2000

/**
 * Opens database and journal of a folder and makes them agree: the journal is right. Entries it has and the
 * database lacks are put in; a database that cannot be opened, or that was open when the machine went down
 * (PGlite never flushes, so its pages may be of different ages), is set aside and built anew.
 *
 * @throws StoreError 'journal-damaged' when the journal itself contradicts the chain; nothing is changed then.
 */
export async function reconcile(
  folder: string,
  left: 'closed' | 'killed' | 'restarted',
): Promise<Reconciled> {
  const [databaseFolder, journalFile] = [join(folder, 'database'), join(folder, 'ledger.jsonl')]
  await removeLeftovers(folder)
  const hadDatabase = await exists(databaseFolder)
  const hadJournal = (await sizeOf(journalFile)) > 0

  // The journal before the database: then a database without one is never merely half-made.
  if (!hadDatabase && !hadJournal) await (await openJournal(journalFile)).close()

  let database: Database | undefined
  if (hadDatabase && !(hadJournal && left === 'restarted'))
    database = await openOrUndefined(databaseFolder, hadJournal)
  const rebuilt = hadJournal && !database
  if (!database) {
    if (hadDatabase) await setAside(databaseFolder)
    await makeDatabase(databaseFolder)
    database = await openMigrated(databaseFolder)
  }
  try {
    return {
      ...database,
      ...(await agree(database.db, journalFile, { left: hadDatabase || hadJournal ? left : 'new', rebuilt })),
    }
  } catch (error) {
    await database.pglite.close()
    throw error
  }
}

async function agree(db: Kysely<Tables>, file: string, found: Pick<Opening, 'left' | 'rebuilt'>) {
  const noted = await notedJournalSize(db)
  const journalRewritten = (await sizeOf(file)) < noted
  if (journalRewritten) await rewriteJournal(db, file)
  const { replayed, torn } =
    journalRewritten || !(await exists(file))
      ? { replayed: 0, torn: undefined }
      : await replay(db, file, noted)
  let journal = await openJournal(file)
  if (torn !== undefined) {
    await journal.cutTo(torn)
    await journal.close()
    journal = await openJournal(file)
  }
  await noteJournalSize(db, journal.size())
  return { journal, opening: { ...found, replayed, journalRewritten } }
}

async function replay(
  db: Kysely<Tables>,
  file: string,
  from: number,
): Promise<{ replayed: number; torn: number | undefined }> {
  const heads = new Map<string, Head>((await allHeads(db)).map(a => [a.accord, a.head]))
  let torn: number | undefined
  let replayed = 0
  let batch: StoredEntry[] = []
  let end = from
  const put = async () => {
    if (batch.length === 0) return
    await db.transaction().execute(async tx => {
      await insertEntries(tx, batch)
      await noteJournalSize(tx, end)
    })
    replayed += batch.length
    batch = []
  }
  for await (const line of journalLines(file, from, at => {
    torn = at
  })) {
    for (const entry of line.entries) {
      const bodyText = canonicalJson(entry.body)
      const head = heads.get(entry.accord) ?? EMPTY_HEAD
      if (
        entry.seq !== head.seq + 1 ||
        entry.prev !== head.hash ||
        sha256(hashedText(entry, bodyText)) !== entry.hash
      )
        throw damaged(
          file,
          line.at,
          `holds entry ${entry.seq} of '${entry.accord}', which was altered or does not follow entry ${head.seq}`,
        )
      heads.set(entry.accord, headAfter(entry))
      batch.push({ entry, bodyText })
    }
    end = line.end
    if (batch.length >= BATCH) await put()
  }
  await put()
  return { replayed, torn }
}

/** Writes the journal anew from the database, an entry a line; what was left of the old one is kept beside it. */
async function rewriteJournal(db: Kysely<Tables>, file: string): Promise<void> {
  const making = `${file}.making`
  await rm(making, { force: true })
  const journal = await openJournal(making)
  await journal.close()
  const handle = await open(making, 'a')
  try {
    for (const { accord } of await allHeads(db))
      for await (const row of entryRows(db, accord)) await handle.appendFile(journalLine([entryOf(row)]))
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (await exists(file)) await rename(file, `${file}.short`)
  await rename(making, file)
  await flushNames(dirname(file))
}

/** How much of the journal is in the database, noted in the same transaction as the entries. */
async function notedJournalSize(db: Kysely<Tables>): Promise<number> {
  const note = await db
    .selectFrom('store_note')
    .select('value')
    .where('name', '=', 'journal_bytes')
    .executeTakeFirst()
  return Number(note?.value ?? 0)
}

/** @see notedJournalSize */
export async function noteJournalSize(db: Kysely<Tables>, bytes: number): Promise<void> {
  const value = String(bytes)
  await db
    .insertInto('store_note')
    .values({ name: 'journal_bytes', value })
    .onConflict(c => c.column('name').doUpdateSet({ value }))
    .execute()
}

async function openMigrated(folder: string): Promise<Database> {
  const database = await openDatabase(folder)
  try {
    await applyMigrations(database.db)
    // A query that touches the ledger, so that a broken table shows now and not at the first reader.
    await sql`select count(*) from ledger_head`.execute(database.db)
    return database
  } catch (error) {
    await database.pglite.close().catch(() => {})
    throw error
  }
}

async function openOrUndefined(folder: string, replaceable: boolean): Promise<Database | undefined> {
  try {
    return await openMigrated(folder)
  } catch (error) {
    // What the operator must decide about (a newer version's data) is not a reason to build anew.
    if (error instanceof StoreError) throw error
    if (replaceable) return undefined
    throw new StoreError(
      'broken',
      `the database in ${folder} cannot be opened, and there is no journal to build it from`,
      {
        file: folder,
        expected: 'a whole database: restore a backup (`hudna restore`)',
        cause: error,
      },
    )
  }
}

/** Keeps one damaged database at a time for whoever wants to look into it. */
export async function setAside(folder: string): Promise<void> {
  const aside = `${folder}.damaged`
  await rm(aside, { recursive: true, force: true })
  await rename(folder, aside)
}

async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^(database|ledger\.jsonl)\.making/.test(name))
      await rm(join(folder, name), { recursive: true, force: true })
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
const sizeOf = (path: string) =>
  stat(path).then(
    s => s.size,
    () => 0,
  )
