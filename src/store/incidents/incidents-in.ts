import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { may } from '../../core/access/may.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Bounds } from '../../core/place/bounds.ts'
import { queryWords } from '../../core/text/search-words.ts'
import type { When } from '../../core/time/when.ts'
import type { Incident } from '../../core/view/incidents.ts'
import { insideOf } from '../inside.ts'
import { projectedUpTo } from '../project.ts'
import type { Store } from '../store.ts'
import type { Tables } from '../tables.ts'

/** Which incidents; every condition given must hold. */
export type IncidentFilter = {
  readonly accord: string
  /** May have happened in it. */
  readonly period?: When
  /** May have happened in it; what may have been anywhere is left out. */
  readonly box?: Bounds
  /** One of these types, or of those below them. */
  readonly types?: readonly string[]
  readonly actors?: readonly string[]
  readonly sources?: readonly string[]
  /** Words of summary, place and actors, in any language and spelling; all must be there. */
  readonly text?: string
}

export type IncidentPage = {
  /** Newest first. */
  readonly incidents: readonly Incident[]
  /** Give it as `after` for the next page; absent on the last. */
  readonly next?: string
  /** The ledger's entry up to which the list is; behind the head while it is being brought up to date. */
  readonly upTo: number
}

/** A place on the map: discs only, with how far it may have been from there. */
export type IncidentPoint = {
  readonly event: string
  readonly longitude: number
  readonly latitude: number
  readonly radiusMetres: number
  readonly lo: number
  readonly hi: number
  /** The first of its types. */
  readonly type: string
}

const PAGE = 200
const MOST = 5000
const POINTS = 20_000

/**
 * One page of the incidents the filter lets through, as now known, from a table of any size.
 *
 * @param page.after where the page before ended (its `next`).
 */
export async function incidentsIn(
  viewer: Viewer,
  store: Store,
  filter: IncidentFilter,
  page: { readonly after?: string; readonly limit?: number } = {},
): Promise<IncidentPage> {
  if (!may(viewer, 'read', filter.accord)) return { incidents: [], upTo: 0 }
  const { db } = insideOf(store)
  const limit = Math.min(page.limit ?? PAGE, MOST)
  const after = page.after === undefined ? undefined : readCursor(page.after)
  const rows = await db
    .selectFrom('incident')
    .select(['event', 'lo', 'shown'])
    .where(eb => matching(eb, filter))
    // The first condition lets the index find the place, the second breaks the tie.
    .$if(after !== undefined, q =>
      q
        .where('lo', '<=', after!.lo)
        .where(eb => eb.or([eb('lo', '<', after!.lo), eb('event', '>', after!.event)])),
    )
    .orderBy('lo', 'desc')
    .orderBy('event')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    incidents: shown.map(r => JSON.parse(r.shown) as Incident),
    upTo: await projectedUpTo(db, filter.accord),
    ...(rows.length > limit && last ? { next: `${last.lo}~${last.event}` } : {}),
  }
}

/** How many incidents the filter lets through. */
export async function countIncidents(viewer: Viewer, store: Store, filter: IncidentFilter): Promise<number> {
  if (!may(viewer, 'read', filter.accord)) return 0
  const { count } = await insideOf(store)
    .db.selectFrom('incident')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(eb => matching(eb, filter))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The points of all incidents the filter lets through, some thousands at a time, by event. */
export async function* incidentPoints(
  viewer: Viewer,
  store: Store,
  filter: IncidentFilter,
): AsyncGenerator<readonly IncidentPoint[]> {
  if (!may(viewer, 'read', filter.accord)) return
  for (let last: string | undefined; ; ) {
    const after = last
    const points = await insideOf(store)
      .db.selectFrom('incident')
      .select(['event', 'lo', 'hi'])
      .select(eb => [
        eb.ref('longitude').$notNull().as('longitude'),
        eb.ref('latitude').$notNull().as('latitude'),
        eb.ref('radius_metres').$notNull().as('radiusMetres'),
        // Reading a million lists costs more than all the rest of the row.
        sql<string>`types[1]`.as('type'),
      ])
      .where('place_kind', '=', 'disc')
      .where(eb => matching(eb, filter))
      .$if(after !== undefined, q => q.where('event', '>', after!))
      .orderBy('event')
      .limit(POINTS)
      .execute()
    if (points.length) yield points
    if (points.length < POINTS) return
    last = points.at(-1)!.event
  }
}

function matching(eb: ExpressionBuilder<Tables, 'incident'>, filter: IncidentFilter): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = [eb('accord', '=', filter.accord)]
  const { period, box, types, actors, sources, text } = filter
  if (period)
    all.push(
      period.lo > period.hi
        ? sql<SqlBool>`false`
        : sql<SqlBool>`int8range(lo, hi, '[]') && int8range(${period.lo}::bigint, ${period.hi}::bigint, '[]')`,
    )
  if (box)
    all.push(
      sql<SqlBool>`box(point(west, south), point(east, north)) && box(point(${box.west}::float8, ${box.south}::float8), point(${box.east}::float8, ${box.north}::float8))`,
    )
  if (types) all.push(sql<SqlBool>`types && ${types}::text[]`)
  if (actors) all.push(sql<SqlBool>`actors && ${actors}::text[]`)
  if (sources) all.push(sql<SqlBool>`sources && ${sources}::text[]`)
  if (text) for (const forms of queryWords(text)) all.push(sql<SqlBool>`words && ${forms}::text[]`)
  return eb.and(all)
}

function readCursor(cursor: string): { lo: number; event: string } {
  const at = cursor.indexOf('~')
  const lo = Number(cursor.slice(0, at))
  return { lo: Number.isSafeInteger(lo) ? lo : Number.MAX_SAFE_INTEGER, event: cursor.slice(at + 1) }
}
