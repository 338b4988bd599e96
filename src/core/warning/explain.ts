import type { Raised } from './detect/monitor.ts'
import type { DailySeries } from './series/daily-series.ts'
import { quantile } from './tails/counts.ts'

/** How far back the start of a rise is looked for, in days. */
const REACH = 21
/** Sizes of rise that the evidence is averaged over. */
const FACTORS = [1.5, 2, 3, 5]

/** The range that holds 95 of 100 windows of a calm zone like this one. */
export function usualRange(raised: Raised): { readonly low: number; readonly high: number } {
  const law = { mean: raised.expected, size: raised.expected / Math.max(raised.spread, 1e-6) }
  return { low: quantile(0.025, law), high: quantile(0.975, law) }
}

/**
 * How many times better a rise of half again to five times explains the window than no rise does: a
 * Bayes factor, the sizes of rise taken alike. Says nothing of how likely a rise was beforehand.
 */
export function evidenceRatio(raised: Raised): number {
  const { observed, expected } = raised
  const size = expected / Math.max(raised.spread, 1e-6)
  const factors = raised.direction === 'fall' ? FACTORS.map(f => 1 / f) : FACTORS
  const ratios = factors.map(f =>
    Math.exp(
      observed * Math.log(f) - (observed + size) * Math.log((size + f * expected) / (size + expected)),
    ),
  )
  return ratios.reduce((a, b) => a + b, 0) / ratios.length
}

/**
 * The day on which the rise most probably began: the start of the stretch up to the alert that stands out
 * most against the level before it (Poisson likelihood ratio). Never later than the alert.
 */
export function sinceWhen(series: DailySeries, raised: Raised): number {
  const end = raised.day - series.firstDay
  let best = -Infinity
  let start = end
  let seen = 0
  let usual = 0
  for (let i = end; i >= Math.max(0, end - REACH + 1); i--) {
    const count = series.counts[i]!
    if (!(count >= 0)) continue
    seen += count
    usual += raised.usualPerDay * (series.exposure?.[i] ?? 1)
    const rises = raised.direction === 'fall' ? seen < usual : seen > usual
    if (!rises) continue
    const ratio = (seen > 0 ? seen * Math.log(seen / usual) : 0) - (seen - usual)
    // A stretch begins with a day that belongs to it: an empty day never starts a rise.
    if (ratio > best && (raised.direction === 'fall' || count > 0)) {
      best = ratio
      start = i
    }
  }
  return series.firstDay + start
}
