import type { DailySeries } from '../series/daily-series.ts'
import type { LevelPrior } from './zone-watch.ts'

/** Days before the truce that show what the zone was like, and what that knowledge is worth after it. */
const BEFORE_DAYS = 56
const WORTH_DAYS = 7

/**
 * A truce makes the past a poor guide. From its first day on a zone is watched anew, against the lower of
 * two levels, worth a week of its own days: what the zone was like before, and what all zones are like
 * since. So a zone that simply goes on as before is warned of within days.
 *
 * @param start first day of the truce, a day number within the series.
 * @param siblings the same kind of series of the other zones; may be empty.
 */
export function coldStart<S extends DailySeries>(
  series: S,
  start: number,
  siblings: readonly DailySeries[],
): { readonly series: S; readonly prior: LevelPrior } {
  const before = meanOf(series, start - BEFORE_DAYS, start)
  const since = siblings.map(s => meanOf(s, start, s.firstDay + s.counts.length)).filter(m => m !== undefined)
  const around = since.length ? since.reduce((a, b) => a + b, 0) / since.length : undefined
  const mean = Math.min(before ?? Infinity, around ?? Infinity)
  const cut = Math.max(0, start - series.firstDay)
  return {
    series: {
      ...series,
      firstDay: series.firstDay + cut,
      counts: series.counts.slice(cut),
      ...(series.exposure && { exposure: series.exposure.slice(cut) }),
      ...(series.sources && { sources: series.sources.slice(cut) }),
    },
    // Nothing known at all: a tenth of an event a day, so that the first cluster speaks.
    prior: { mean: Number.isFinite(mean) ? mean : 0.1, days: WORTH_DAYS },
  }
}

function meanOf(s: DailySeries, from: number, until: number): number | undefined {
  let sum = 0
  let exposure = 0
  for (let i = Math.max(0, from - s.firstDay); i < Math.min(s.counts.length, until - s.firstDay); i++) {
    if (!(s.counts[i]! >= 0)) continue
    sum += s.counts[i]!
    exposure += s.exposure?.[i] ?? 1
  }
  return exposure > 0 ? sum / exposure : undefined
}
