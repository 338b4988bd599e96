import { hash as digest } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import { canonicalJson } from '../core/ledger/canonical.ts'
import { EMPTY_HEAD, type Head, headAfter, NO_PREVIOUS, sealed } from '../core/ledger/chain.ts'
import type { Entry, EntryBody } from '../core/ledger/entry.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { type AppendProblem, type LedgerAddress, MAX_ENTRY_CHARACTERS } from './store.ts'
import { StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

/** The platform's SHA-256, some ten times faster than the core's own. */
export const sha256 = (text: string): string => digest('sha256', text, 'hex')

/** An entry with its body's text as stored. */
export type StoredEntry = { readonly entry: Entry; readonly bodyText: string }

/** Rows fetched at a time: few round trips, and at most this many bodies in memory. */
const PAGE = 500
/** Rows in one insert: enough to make its cost small, few enough that their text is no burden. */
const INSERT = 1000

/**
 * Seals the bodies after the accord's head and inserts them, inside the caller's transaction, which must
 * be rolled back on failure of anything after. Holds the accord's head row locked until then.
 *
 * @param given.now milliseconds UTC; absent = the database's clock.
 */
export async function appendWithin(
  tx: Transaction<Tables>,
  accord: string,
  by: string,
  bodies: readonly EntryBody[],
  given: { readonly expectedSeq?: number; readonly now?: number },
): Promise<Result<readonly StoredEntry[], AppendProblem>> {
  const texts: string[] = []
  for (const body of bodies) {
    const text = canonicalJson(body)
    if (text.length > MAX_ENTRY_CHARACTERS)
      return fail({ kind: 'too-large', characters: text.length, limit: MAX_ENTRY_CHARACTERS })
    texts.push(text)
  }
  let { now, ...head } = await lockHead(tx, accord)
  if (given.expectedSeq !== undefined && given.expectedSeq !== head.seq)
    return fail({ kind: 'stale', accord, expectedSeq: given.expectedSeq, head })
  // A clock that was set back must not make a later entry look earlier.
  const recordedAt = Math.max(given.now ?? now, head.recordedAt)

  const made: StoredEntry[] = []
  for (const bodyText of texts) {
    // Read back from its text, so that what the caller gets is what any later reader gets.
    const body = JSON.parse(bodyText) as EntryBody
    const seq: number = head.seq + 1
    if (body.kind === 'entry.undone' && !(Number.isInteger(body.seq) && body.seq >= 1 && body.seq < seq))
      return fail({ kind: 'no-such-entry', accord, seq: body.seq })
    const entry = sealed({ accord, seq, recordedAt, by, body, prev: head.hash }, sha256, bodyText)
    made.push({ entry, bodyText })
    head = headAfter(entry)
  }
  await insertEntries(tx, made)
  return ok(made)
}

/** The accord's head, locked for this transaction, with the database's time in ms UTC; made when there is none. */
export async function lockHead(tx: Transaction<Tables>, accord: string): Promise<Head & { now: number }> {
  const locked = () =>
    tx
      .selectFrom('ledger_head')
      .select(['seq', 'hash', 'recorded_at as recordedAt'])
      .select(sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`.as('now'))
      .where('accord', '=', accord)
      .forUpdate()
      .executeTakeFirst()
  const found = await locked()
  if (found) return found
  // Two first appends at once: one row wins, and the other waits for it here.
  await tx
    .insertInto('ledger_head')
    .values({ accord, seq: 0, recorded_at: 0, hash: NO_PREVIOUS })
    .onConflict(c => c.column('accord').doNothing())
    .execute()
  return (await locked())!
}

/** Inserts sealed entries of one or several accords, in order, and moves the heads. Trusts the caller with the chain. */
export async function insertEntries(tx: Transaction<Tables>, entries: readonly StoredEntry[]): Promise<void> {
  for (let i = 0; i < entries.length; i += INSERT) {
    const some = entries.slice(i, i + INSERT)
    const column = <T>(of: (stored: StoredEntry) => T) => some.map(of)
    // One list a column: a parameter a value costs PGlite twenty times as much.
    await sql`
      insert into ledger_entry (accord, seq, recorded_at, entered_by, kind, body, prev, hash)
      select * from unnest(
        ${column(s => s.entry.accord)}::text[],
        ${column(s => s.entry.seq)}::bigint[],
        ${column(s => s.entry.recordedAt)}::bigint[],
        ${column(s => s.entry.by)}::text[],
        ${column(s => s.entry.body.kind)}::text[],
        ${column(s => s.bodyText)}::text[],
        ${column(s => s.entry.prev)}::text[],
        ${column(s => s.entry.hash)}::text[])`.execute(tx)
  }
  const heads = new Map(entries.map(({ entry }) => [entry.accord, headAfter(entry)]))
  for (const [accord, { seq, hash, recordedAt }] of heads)
    await tx
      .insertInto('ledger_head')
      .values({ accord, seq, hash, recorded_at: recordedAt })
      .onConflict(c => c.column('accord').doUpdateSet({ seq, hash, recorded_at: recordedAt }))
      .execute()
}

/** One row as stored: everything of an entry but its parsed body. */
export type EntryRow = Omit<Entry, 'body'> & { readonly kind: string; readonly bodyText: string }

/** Entries as stored, in order, read by key in pages. */
export async function* entryRows(
  db: Kysely<Tables>,
  accord: string,
  range: { readonly from?: number; readonly to?: number; readonly limit?: number } = {},
): AsyncGenerator<EntryRow> {
  let next = range.from ?? 1
  let left = range.limit ?? Number.POSITIVE_INFINITY
  while (left > 0) {
    const page = Math.min(PAGE, left)
    const rows = await db
      .selectFrom('ledger_entry')
      .select([
        'accord',
        'seq',
        'recorded_at as recordedAt',
        'entered_by as by',
        'kind',
        'body as bodyText',
        'prev',
        'hash',
      ])
      .where('accord', '=', accord)
      .where('seq', '>=', next)
      .$if(range.to !== undefined, q => q.where('seq', '<=', range.to!))
      .orderBy('seq')
      .limit(page)
      .execute()
    yield* rows
    if (rows.length < page) return
    left -= page
    next = rows.at(-1)!.seq + 1
  }
}

/** @throws StoreError 'broken' naming the entry, when its body was altered so far that it is no JSON any more. */
export function entryOf({ bodyText, kind: _, ...entry }: EntryRow): Entry {
  let body: EntryBody
  try {
    body = JSON.parse(bodyText) as EntryBody
  } catch (cause) {
    throw new StoreError(
      'broken',
      `entry ${entry.seq} of the ledger of '${entry.accord}' can no longer be read`,
      {
        expected: 'an unaltered database: run `hudna verify`, then restore a backup',
        cause,
      },
    )
  }
  return {
    accord: entry.accord,
    seq: entry.seq,
    recordedAt: entry.recordedAt,
    by: entry.by,
    body,
    prev: entry.prev,
    hash: entry.hash,
  }
}

/** Where an accord's ledger stands. */
export async function headOf(db: Kysely<Tables>, accord: string): Promise<Head> {
  const row = await db
    .selectFrom('ledger_head')
    .select(['seq', 'hash', 'recorded_at as recordedAt'])
    .where('accord', '=', accord)
    .executeTakeFirst()
  return row ?? EMPTY_HEAD
}

/** Every ledger that has an entry, by accord id in code-unit order (engines differ in how they sort text). */
export async function allHeads(db: Kysely<Tables>): Promise<readonly LedgerAddress[]> {
  const rows = await db.selectFrom('ledger_head').selectAll().where('seq', '>', 0).execute()
  rows.sort((a, b) => (a.accord < b.accord ? -1 : 1))
  return rows.map(({ accord, seq, hash, recorded_at: recordedAt }) => ({
    accord,
    head: { seq, hash, recordedAt },
  }))
}
