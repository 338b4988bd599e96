/**
 * How detectors are compared, by the rules of the shared series (their README): an alert is the first
 * alarm day after at least seven days without, a breakdown counts only if an alert starts in its window.
 * All days are indices from the start of the series.
 */

/** Days at the start of a series that are not scored. */
export const WARM_UP_DAYS = 63

/** A known breakdown, added or real. */
export type Breakdown = {
  readonly onset: number
  /** An alert must start in [onset, onset + this) to count. */
  readonly detectWithin: number
  /** Alerts that start in [onset, onset + this) are never false. */
  readonly excuse: number
}

/** One series with its breakdowns and the stretch on which false alerts are counted. */
export type ScoredSeries = {
  readonly days: number
  readonly breakdowns: readonly Breakdown[]
  /** Half-open stretches outside which alerts are not judged; absent = the whole series after warm-up. */
  readonly calm?: readonly (readonly [from: number, to: number])[]
}

/** Sums that add over series; `scoreOf` turns them into figures. */
export type Tally = {
  readonly falseAlerts: number
  readonly scoredDays: number
  readonly alarmDays: number
  /** Days from onset to alert, one a breakdown; Infinity = missed. */
  readonly delays: readonly number[]
}

export type Score = {
  readonly falseAlertsPerZoneYear: number
  /** Share of scored days in alarm, 0..1. */
  readonly alarmDayShare: number
  /** Lower median; Infinity when half or more are missed, NaN without breakdowns. */
  readonly medianDelayDays: number
  readonly shareWithin6Days: number
  /** The slowest of all; Infinity when one is missed. */
  readonly latestDelayDays: number
  readonly missed: number
  readonly breakdowns: number
}

/** First alarm days after a gap of more than seven days since the last alarm day. */
export function alertStarts(alarmDays: readonly number[]): number[] {
  const out: number[] = []
  let last = -Infinity
  for (const day of alarmDays) {
    if (day - last > 7) out.push(day)
    last = day
  }
  return out
}

/** Scores one detector on one series. @param alarmDays in rising order. */
export function tally(series: ScoredSeries, alarmDays: readonly number[]): Tally {
  const scored = new Uint8Array(series.days)
  for (const [from, to] of series.calm ?? [[0, series.days]]) scored.fill(1, Math.max(from, WARM_UP_DAYS), to)
  if (!series.calm) for (const b of series.breakdowns) scored.fill(0, b.onset, b.onset + b.excuse)
  const starts = alertStarts(alarmDays)
  return {
    falseAlerts: starts.filter(d => scored[d]).length,
    scoredDays: scored.reduce((a, b) => a + b, 0),
    alarmDays: alarmDays.filter(d => scored[d]).length,
    delays: series.breakdowns.map(b => {
      const start = starts.find(d => d >= b.onset && d < b.onset + b.detectWithin)
      return start === undefined ? Infinity : start - b.onset
    }),
  }
}

/** The figures of several series together. */
export function scoreOf(tallies: readonly Tally[]): Score {
  const sum = (f: (t: Tally) => number) => tallies.reduce((a, t) => a + f(t), 0)
  const days = sum(t => t.scoredDays)
  const delays = tallies.flatMap(t => t.delays).sort((a, b) => a - b)
  return {
    falseAlertsPerZoneYear: (sum(t => t.falseAlerts) * 365.25) / days,
    alarmDayShare: sum(t => t.alarmDays) / days,
    medianDelayDays: delays.length ? delays[(delays.length - 1) >> 1]! : Number.NaN,
    shareWithin6Days: delays.filter(d => d <= 6).length / delays.length,
    latestDelayDays: delays.at(-1) ?? Number.NaN,
    missed: delays.filter(d => d === Infinity).length,
    breakdowns: delays.length,
  }
}
