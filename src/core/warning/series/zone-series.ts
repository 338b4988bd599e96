import { completeness, PROMPT } from '../nowcast/nowcast.ts'
import { type ReportingTriangle, reportingTriangle } from '../nowcast/triangle.ts'
import type { DailySeries } from './daily-series.ts'
import type { Occurrence, WatchedKind } from './occurrences.ts'

/** Which events a series counts; '*' = all, '?' = party unknown or disputed. */
export type SeriesKey = { readonly zone: string; readonly party: string; readonly kind: WatchedKind }

export const seriesId = (k: SeriesKey): string => `${k.zone}/${k.party}/${k.kind}`

/** A daily series with what a reader of its alerts must be able to open. */
export type ZoneSeries = DailySeries & {
  readonly key: SeriesKey
  /** Occurrences counted on each day, whole or in part. */
  readonly members: readonly (readonly Occurrence[])[]
  /** Share of each day's events that are expected but not yet reported, 0..1. */
  readonly missing: readonly number[]
  /** Occurrences that may or may not lie in the zone: not counted. */
  readonly perhaps: number
  /** Occurrences dated no closer than `SPREAD_DAYS`: not counted. */
  readonly undated: number
  readonly coverageKept: boolean
}

/** An event dated within so many days counts in parts on each; one dated more vaguely is not counted. */
export const SPREAD_DAYS = 7
/** Longest reporting delay that is learnt, in days. */
const MAX_DELAY = 30

export type SeriesRange = { readonly from: number; readonly until: number }

/** How reports of exactly dated events came in, up to the last day. */
export const triangleOf = (occurrences: readonly Occurrence[], o: SeriesRange): ReportingTriangle =>
  reportingTriangle(
    occurrences.filter(c => c.first === c.last).map(c => ({ happened: c.first, reported: c.knownOn })),
    { from: Math.max(o.from, o.until - 365), now: o.until, maxDelay: MAX_DELAY },
  )

/** For days of age 0, 1, …: the share of a day's events that has been reported. Older days are complete. */
export function reportedShares(triangle: ReportingTriangle): number[] {
  return completeness(triangle, { prior: PROMPT }).map(b => (b.a === Infinity ? 1 : b.a / (b.a + b.b)))
}

/**
 * The series of every zone × party × kind that has an event, and the totals: every zone with all parties
 * and all hostile acts, and the whole area. Totals are counted from events, so that an act of two parties
 * or in two zones counts once.
 */
export function zoneSeries(
  occurrences: readonly Occurrence[],
  zones: readonly string[],
  o: SeriesRange & {
    readonly coverage: (zone: string) => { readonly shares: readonly number[]; readonly kept: boolean }
  },
): ZoneSeries[] {
  const keys = new Map<string, SeriesKey>()
  const add = (k: SeriesKey) => keys.set(seriesId(k), k)
  for (const zone of ['*', ...zones]) add({ zone, party: '*', kind: 'hostile' })
  for (const c of occurrences)
    for (const kind of c.kinds)
      for (const zone of ['*', ...[...c.zones].flatMap(([z, answer]) => (answer === 2 ? [z] : []))])
        for (const party of ['*', ...(c.parties.length ? c.parties : ['?'])]) add({ zone, party, kind })
  const shares = reportedShares(triangleOf(occurrences, o))
  const coverage = new Map(['*', ...zones].map(z => [z, o.coverage(z)] as const))
  return [...keys.values()].map(key => seriesOf(key, occurrences, shares, coverage.get(key.zone)!, o))
}

function seriesOf(
  key: SeriesKey,
  occurrences: readonly Occurrence[],
  shares: readonly number[],
  coverage: { readonly shares: readonly number[]; readonly kept: boolean },
  { from, until }: SeriesRange,
): ZoneSeries {
  const days = until - from + 1
  const counts = new Array<number>(days).fill(0)
  const members = Array.from({ length: days }, (): Occurrence[] => [])
  const sources = Array.from({ length: days }, (): Record<string, number> => ({}))
  let perhaps = 0
  let undated = 0
  for (const c of occurrences) {
    if (!c.kinds.includes(key.kind)) continue
    if (key.party !== '*' && !(key.party === '?' ? c.parties.length === 0 : c.parties.includes(key.party)))
      continue
    const inside = key.zone === '*' ? 2 : (c.zones.get(key.zone) ?? 0)
    if (inside === 0) continue
    const length = c.last - c.first + 1
    if (inside === 1) perhaps++
    else if (length > SPREAD_DAYS) undated++
    else
      for (let d = Math.max(c.first, from); d <= Math.min(c.last, until); d++) {
        const i = d - from
        counts[i]! += 1 / length
        members[i]!.push(c)
        sources[i]![c.source] = (sources[i]![c.source] ?? 0) + 1 / length
      }
  }
  const missing = counts.map((_, i) => 1 - (shares[days - 1 - i] ?? 1))
  const exposure = counts.map((count, i) => {
    const seen = coverage.shares[i]!
    // Somebody reported, so somebody looked, whatever the note says.
    return (seen === 0 && count > 0 ? 0.25 : seen) * (1 - missing[i]!)
  })
  return {
    id: seriesId(key),
    key,
    firstDay: from,
    counts: counts.map((c, i) => (exposure[i] === 0 ? Number.NaN : c)),
    exposure,
    sources,
    members,
    missing,
    perhaps,
    undated,
    coverageKept: coverage.kept,
  }
}
