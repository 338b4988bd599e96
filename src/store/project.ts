import { type Kysely, sql, type Transaction } from 'kysely'
import type { Accord } from '../core/accord/model.ts'
import type { EvidenceRecord } from '../core/evidence/record.ts'
import { recordIds } from '../core/ledger/history.ts'
import type { LedgerState } from '../core/ledger/state.ts'
import { type Touched, touchedSince } from '../core/ledger/touched.ts'
import { incidentsOf } from '../core/view/incidents.ts'
import { incidentRow } from './incidents/incident-row.ts'
import { zoneRows } from './incidents/zone-rows.ts'
import { insideOf } from './inside.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { recordItem, reportItem } from './search/search-item.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** Raise it when the rows would come out differently: then every table is made anew at the next call. */
const VERSION = 2
/** Rows in one insert, and on the embedded engine in one transaction: others get their turn in between. */
const ROWS = 2000

export type Projected = {
  readonly from: number
  readonly to: number
  readonly incidents: number
  readonly items: number
}

/** One projection at a time a store: on PGlite another's steps would come between ours. */
const turns = new WeakMap<Store, ReturnType<typeof oneAtATime>>()

/**
 * Brings the tables of incidents and of search up to the state's head: by what the new entries touched, or whole
 * when they are new, the accord's text changed, or this program computes them differently. Costs, whole, about
 * 0.1 ms an incident. Calling it again, or from several processes, does no harm.
 *
 * @param accord the text in force, by whose rules incidents are put together.
 * @param state the folded ledger of that accord.
 */
export async function project(store: Store, accord: Accord, state: LedgerState): Promise<Projected> {
  const { db, url } = insideOf(store)
  const inTurn = turns.get(store) ?? oneAtATime()
  turns.set(store, inTurn)
  return await inTurn(() =>
    url
      ? // Readers see the old rows until it is done, and other processes wait for it.
        db.transaction().execute(tx => bring(tx, step => step(tx), accord, state))
      : // The only connection must not be held for a minute.
        bring(db, step => db.transaction().execute(step), accord, state),
  )
}

type Steps = <T>(step: (tx: Transaction<Tables>) => Promise<T>) => Promise<T>

async function bring(
  db: Kysely<Tables>,
  steps: Steps,
  accord: Accord,
  state: LedgerState,
): Promise<Projected> {
  const noted = await notedSeq(db, state.accord)
  const from = noted.version === VERSION ? noted.seq : 0
  const to = state.head.seq
  if (from >= to) return { from, to: from, incidents: 0, items: 0 }

  const touched = touchedSince(state, from)
  const whole = from === 0 || touched.accord
  // Until all is done, what is there is of no certain age; readers see that by the number.
  if (whole) await steps(tx => note(tx, state.accord, 0))
  const incidents = await projectIncidents(steps, accord, state, whole ? undefined : touched)
  if (whole) await projectZones(steps, accord, state.accord)
  const items = await projectSearch(steps, accord, state, whole ? undefined : touched)
  await steps(tx => note(tx, state.accord, to))
  return { from: whole ? 0 : from, to, incidents, items }
}

async function projectIncidents(
  steps: Steps,
  accord: Accord,
  state: LedgerState,
  touched: Touched | undefined,
): Promise<number> {
  if (touched?.events.size === 0) return 0
  const evidence = touched ? concerning(state, touched.events) : [...state.evidence.values()]
  const all = { t: Number.MAX_SAFE_INTEGER, k: Number.MAX_SAFE_INTEGER }
  const incidents = incidentsOf(accord, evidence, all).filter(
    i => !touched || [i.event, ...i.sameAs].some(e => touched.events.has(e)),
  )
  await steps(tx => {
    const events = touched && [...touched.events]
    return tx
      .deleteFrom('incident')
      .where('accord', '=', state.accord)
      .$if(events !== undefined, q => q.where('event', '=', sql<string>`any(${events}::text[])`))
      .execute()
  })
  for (let i = 0; i < incidents.length; i += ROWS) {
    const rows = incidents.slice(i, i + ROWS).map(incident => incidentRow(state.accord, accord, incident))
    await steps(tx =>
      sql`insert into incident select * from json_populate_recordset(null::incident, ${JSON.stringify(rows)}::json)`.execute(
        tx,
      ),
    )
  }
  return incidents.length
}

async function projectZones(steps: Steps, accord: Accord, ledger: string): Promise<void> {
  const rows = accord.zones.flatMap(zone => zoneRows(ledger, accord, zone))
  await steps(async tx => {
    await tx.deleteFrom('zone_version').where('accord', '=', ledger).execute()
    if (rows.length) await tx.insertInto('zone_version').values(rows).execute()
  })
}

/** The claims of these events, and everything that may bear on them. */
function concerning(state: LedgerState, events: ReadonlySet<string>): EvidenceRecord[] {
  const bearing: EvidenceRecord[] = []
  for (const record of state.evidence.values())
    if (record.kind !== 'claim' || events.has(record.event)) bearing.push(record)
  return bearing
}

async function projectSearch(
  steps: Steps,
  accord: Accord,
  state: LedgerState,
  touched: Touched | undefined,
): Promise<number> {
  const reports = [...(touched?.reports ?? state.reports.keys())]
  const records = [...(touched?.records ?? recordIds(state))]
  await steps(async tx => {
    const mine = tx.deleteFrom('search_item').where('accord', '=', state.accord)
    if (!touched) return void (await mine.execute())
    await mine.where('kind', '=', 'report').where('id', '=', sql<string>`any(${reports}::text[])`).execute()
    await mine.where('kind', '<>', 'report').where('id', '=', sql<string>`any(${records}::text[])`).execute()
  })
  let count = 0
  const found = [
    ...reports.map(id => () => reportItem(state, id)),
    ...records.map(id => () => recordItem(accord, state, id)),
  ]
  for (let i = 0; i < found.length; i += ROWS) {
    const rows = found.slice(i, i + ROWS).flatMap(make => make() ?? [])
    count += rows.length
    await steps(tx =>
      sql`insert into search_item select * from json_populate_recordset(null::search_item, ${JSON.stringify(rows)}::json)`.execute(
        tx,
      ),
    )
  }
  return count
}

async function notedSeq(db: Kysely<Tables>, accord: string): Promise<{ seq: number; version: number }> {
  await db
    .insertInto('projection')
    .values({ accord, name: 'lists', seq: 0, version: VERSION })
    .onConflict(c => c.columns(['accord', 'name']).doNothing())
    .execute()
  return await db
    .selectFrom('projection')
    .select(['seq', 'version'])
    .where('accord', '=', accord)
    .where('name', '=', 'lists')
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function note(db: Kysely<Tables>, accord: string, seq: number): Promise<void> {
  await db
    .updateTable('projection')
    .set({ seq, version: VERSION })
    .where('accord', '=', accord)
    .where('name', '=', 'lists')
    .execute()
}

/** Up to which entry the lists of an accord are; 0 while they are being made. */
export async function projectedUpTo(db: Kysely<Tables>, accord: string): Promise<number> {
  const row = await db
    .selectFrom('projection')
    .select('seq')
    .where('accord', '=', accord)
    .where('name', '=', 'lists')
    .executeTakeFirst()
  return row?.seq ?? 0
}
