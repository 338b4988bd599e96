import { type Score, type ScoredSeries, scoreOf, tally } from './scorer.ts'

/** A daily series with its truth. */
export type TestSeries = {
  readonly id: string
  /** Day number of index 0. */
  readonly firstDay: number
  readonly counts: readonly number[]
  readonly truth: ScoredSeries
  /** Size of the added surges, in the order of the truth's breakdowns; empty for real ones. */
  readonly factors: readonly number[]
}

/** Anything that turns a series and a threshold into alarm days (indices, rising). */
export type Method = {
  readonly name: string
  /** From loose to strict; for Hudna's own the threshold is the budget of false alerts. */
  readonly thresholds: readonly number[]
  readonly alarms: (counts: readonly number[], threshold: number) => number[]
  readonly slow?: boolean
}

export type BacktestRow = {
  readonly set: string
  readonly method: string
  readonly threshold: number
  /** Whether any threshold kept the budget; if not, this is the strictest. */
  readonly withinBudget: boolean
  readonly score: Score
  readonly byFactor: readonly { readonly factor: number; readonly score: Score }[]
}

/** One method at one threshold on one set, with the figures per size of surge. */
export function scoreMethod(
  set: string,
  series: readonly TestSeries[],
  method: Method,
  threshold: number,
): BacktestRow {
  const tallies = series.map(s => tally(s.truth, method.alarms(s.counts, threshold)))
  const factors = [...new Set(series.flatMap(s => s.factors))].sort((a, b) => a - b)
  return {
    set,
    method: method.name,
    threshold,
    withinBudget: true,
    score: scoreOf(tallies),
    byFactor: factors.map(factor => ({
      factor,
      score: scoreOf(
        tallies.map((t, i) => ({
          ...t,
          delays: t.delays.filter((_, b) => series[i]!.factors[b] === factor),
        })),
      ),
    })),
  }
}

/**
 * Rule 5 of the shared series: of the thresholds that keep the budget, the one that finds the largest
 * share within six days, then the smallest median delay.
 *
 * @param budget false alerts a zone and year.
 */
export function bestWithin(
  set: string,
  series: readonly TestSeries[],
  method: Method,
  budget: number,
): BacktestRow {
  const rows = method.thresholds.map(t => scoreMethod(set, series, method, t))
  const kept = rows.filter(r => r.score.falseAlertsPerZoneYear <= budget)
  const best = kept.sort(
    (a, b) =>
      b.score.shareWithin6Days - a.score.shareWithin6Days ||
      // Infinity - Infinity is NaN, which would leave the order to chance.
      Math.min(a.score.medianDelayDays, 1e9) - Math.min(b.score.medianDelayDays, 1e9),
  )[0]
  return (
    best ?? {
      ...rows.sort((a, b) => a.score.falseAlertsPerZoneYear - b.score.falseAlertsPerZoneYear)[0]!,
      withinBudget: false,
    }
  )
}
