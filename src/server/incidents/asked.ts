import type { Problem } from '../../core/problem.ts'
import { ok, type Result } from '../../core/result.ts'
import { fitting, type IncidentFilter } from '../../core/view/incident-filter.ts'
import type { Incident } from '../../core/view/incidents.ts'
import type { Desk } from '../desk.ts'
import { type Question, questionOf } from '../question.ts'
import { incidentsAsked } from './incident-book.ts'
import { type FilterQuery, filterOf } from './incident-query.ts'
import { type TileSet, tileSet } from './incident-tiles.ts'

export type Asked = {
  readonly question: Question
  readonly filter: IncidentFilter
  readonly incidents: readonly Incident[]
}

/** The incidents that a query lets through: the same for list, counts, tiles and export. */
export function asked(desk: Desk, query: FilterQuery, now: number): Result<Asked, Problem> {
  const { asOf, knownAt, heldAt, reading } = query
  const q = questionOf(desk, { asOf, knownAt, heldAt, reading }, now)
  if (!q.ok) return q
  const filter = filterOf(query, q.value)
  if (!filter.ok) return filter
  const all = incidentsAsked(q.value)
  const incidents = Object.keys(filter.value).length ? all.filter(fitting(filter.value, q.value.accord)) : all
  return ok({ question: q.value, filter: filter.value, incidents })
}

/** Sets of tiles by what was asked, those asked for last: a map asks for dozens of tiles of one set. */
const SETS = new Map<string, TileSet>()
const KEPT = 6

/** As `asked`, cut for a map. A clock left at now counts by the minute, so that panning asks one set. */
export function tilesAsked(desk: Desk, query: FilterQuery, now: number): Result<TileSet, Problem> {
  const minute = query.asOf === undefined ? Math.floor(now / 60) : 0
  const key = `${desk.id} ${desk.state.head.hash} ${minute} ${JSON.stringify(Object.entries(query).sort())}`
  let set = SETS.get(key)
  if (!set) {
    const found = asked(desk, query, now)
    if (!found.ok) return found
    set = tileSet(found.value.incidents)
  }
  SETS.delete(key)
  SETS.set(key, set)
  if (SETS.size > KEPT) SETS.delete(SETS.keys().next().value!)
  return ok(set)
}
