import { dayOf } from '../time/civil.ts'
import { MARKS, type Mark, markOf } from './incident-mark.ts'
import type { Incident } from './incidents.ts'

/** How many incidents began on each day, and how many have no day of their own. */
export type IncidentCounts = {
  readonly total: number
  /** Drawn on no map, and so counted beside it. */
  readonly withoutPlace: number
  readonly areas: number
  /** Days with incidents, oldest first. `wide`: of them those whose time spans more than two days. */
  readonly days: readonly {
    readonly day: string
    readonly n: number
    readonly wide: number
    readonly marks: Readonly<Partial<Record<Mark, number>>>
  }[]
  readonly types: Readonly<Record<string, number>>
  readonly actors: Readonly<Record<string, number>>
  readonly sources: Readonly<Record<string, number>>
  readonly withoutActor: number
  readonly denied: number
  readonly versions: number
}

const TWO_DAYS = 2 * 86_400

/** Counts for the chart and the filters beside a list. An incident stands on the first day it may have happened. */
export function incidentCounts(incidents: readonly Incident[], tz: string): IncidentCounts {
  const civil = new Map<number, string>()
  const days = new Map<string, { n: number; wide: number; marks: Partial<Record<Mark, number>> }>()
  const types = tally()
  const actors = tally()
  const sources = tally()
  let [withoutPlace, areas, withoutActor, denied, versions] = [0, 0, 0, 0, 0]
  for (const i of incidents) {
    // Most begin at a midnight: the zone's calendar is asked once for each.
    let day = civil.get(i.when.lo)
    if (day === undefined) {
      day = dayOf(i.when.lo, tz)
      civil.set(i.when.lo, day)
    }
    const bin = days.get(day) ?? { n: 0, wide: 0, marks: {} }
    days.set(day, bin)
    bin.n++
    if (i.when.hi - i.when.lo >= TWO_DAYS) bin.wide++
    const mark = markOf(i.types)
    bin.marks[mark] = (bin.marks[mark] ?? 0) + 1
    if (i.place.kind === 'unknown') withoutPlace++
    if (i.place.kind === 'area') areas++
    if (!i.actors.length) withoutActor++
    if (i.denied > 0) denied++
    if (i.links?.some(l => l.relation === 'versions-of')) versions++
    for (const t of i.types) types.add(t)
    for (const a of i.actors) actors.add(a)
    for (const s of new Set(i.claims.map(c => c.source))) sources.add(s)
  }
  return {
    total: incidents.length,
    withoutPlace,
    areas,
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, bin]) => ({ day, ...bin })),
    types: types.most(Infinity),
    actors: actors.most(Infinity),
    // Field reports name hundreds of sources; a list of more is no list.
    sources: sources.most(60),
    withoutActor,
    denied,
    versions,
  }
}

/** Marks in the order of the legend that occur at all. */
export function marksIn(counts: Pick<IncidentCounts, 'days'>): readonly Mark[] {
  return MARKS.filter(m => counts.days.some(d => d.marks[m] !== undefined))
}

function tally() {
  const counts = new Map<string, number>()
  return {
    add: (key: string) => void counts.set(key, (counts.get(key) ?? 0) + 1),
    most: (n: number) => Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]).slice(0, n)),
  }
}
