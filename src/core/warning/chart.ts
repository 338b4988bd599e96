import { SETTINGS } from './detect/settings.ts'
import type { Thresholds } from './detect/thresholds.ts'
import { type LevelPrior, ZoneWatch } from './detect/zone-watch.ts'
import { dateOfDay, weekdayOf } from './series/daily-series.ts'
import type { ZoneSeries } from './series/zone-series.ts'
import { quantile } from './tails/counts.ts'

/** One day of an alert's chart. */
export type ChartDay = {
  readonly day: string
  /** Events known; undefined where nobody looked. */
  readonly count?: number
  /** Share of the day's events that could be known. */
  readonly exposure: number
  /** Usual for such a day, at that exposure, and the top of its usual range; undefined while learning. */
  readonly usual?: number
  readonly usualHigh?: number
  /** The statistic over its threshold: 1 and more is an alert. */
  readonly strength?: number
}

/** The chart of a series: each day against the baseline that only earlier days have taught. */
export function chartOf(series: ZoneSeries, thresholds: Thresholds, prior?: LevelPrior): ChartDay[] {
  const watch = new ZoneWatch(weekdayOf(series.firstDay), prior)
  const learnt = prior ? SETTINGS.window : SETTINGS.learnDays + SETTINGS.window
  return series.counts.map((count, i) => {
    const exposure = series.exposure?.[i] ?? 1
    watch.step(count, exposure)
    const detector = watch.isQuiet ? 'quiet' : 'surge'
    const mean = watch.isQuiet ? watch.slowMean : watch.mean
    const usual = mean * exposure
    const spread = watch.dispersion - 1 + usual * SETTINGS.drift
    return {
      day: dateOfDay(series.firstDay + i),
      ...(count >= 0 && { count }),
      exposure,
      ...(watch.days > learnt && {
        usual,
        usualHigh: quantile(0.975, { mean: usual, size: usual / Math.max(spread, 0.02) }),
        strength: watch[detector] / thresholds.of(detector, mean, watch.dispersion),
      }),
    }
  })
}
