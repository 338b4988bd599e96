import type { Detector } from '../chance/chance-table.ts'
import { type DailySeries, weekdayOf } from '../series/daily-series.ts'
import { finding, type SeriesFinding } from '../series/finding.ts'
import { BatchRule } from './batch-rule.ts'
import { SETTINGS } from './settings.ts'
import type { Thresholds } from './thresholds.ts'
import { type LevelPrior, ZoneWatch } from './zone-watch.ts'

/** One alert at the moment it was raised, from one series, knowing that day and earlier ones only. */
export type Raised = {
  /** Day number. */
  readonly day: number
  readonly detector: Detector
  readonly direction: 'rise' | 'fall'
  /** The statistic and the threshold that it passed, on the detector's own scale. */
  readonly level: number
  readonly threshold: number
  /** How many alerts a year this strong, or stronger, chance alone would raise in such a zone. */
  readonly perYearByChance: number
  /** Days of the window that speaks. */
  readonly windowDays: number
  /** Events in that window, and expected at the zone's usual level. */
  readonly observed: number
  readonly expected: number
  /** Variance / mean - 1 of the expected, for its interval. */
  readonly spread: number
  /** Events a day before the window, and the days of history that this rests on. */
  readonly usualPerDay: number
  readonly restsOnDays: number
}

/** No threshold of a surprise lies below this: spares a look-up on most days. */
const LEAST_SURPRISE = 0.8

/** After a batch report, sudden silence is not warned of for so many days. */
const BATCH_MEMORY_DAYS = 120

/** Watches one series day by day and raises alerts within the budget. Mutable. */
export class Monitor {
  readonly watch: ZoneWatch
  readonly findings: SeriesFinding[] = []
  private readonly thresholds: Thresholds
  private readonly batches = new BatchRule()
  private readonly firstDay: number
  private restUntil = 0
  /** Silence was warned of and still lasts. */
  private fallen = false
  /** Where reports come in batches, empty days mean nothing. */
  private silenceMeansNothingUntil = 0

  private readonly usesCharts: boolean
  /** Well below the threshold of `drop`; looked up once a week, since that chart is seldom near 0. */
  private dropFloor = 0

  constructor(thresholds: Thresholds, firstDay: number, prior?: LevelPrior) {
    this.thresholds = thresholds
    this.usesCharts = thresholds.uses('cusum') || thresholds.uses('change')
    this.firstDay = firstDay
    this.watch = new ZoneWatch(weekdayOf(firstDay), prior)
  }

  /** Takes the next day; see `ZoneWatch.step`. @returns the alert it raises, if any. */
  step(count: number, exposure = 1): Raised | undefined {
    const { watch } = this
    const t = watch.days
    const behind = exposure > 0 ? this.batches.emptyDaysBehind(count, watch) : 0
    if (behind > 0) {
      this.findings.push(
        finding('batch', { from: this.firstDay + t - behind, to: this.firstDay + t, value: count }),
      )
      watch.stepBatch(count, exposure)
      this.silenceMeansNothingUntil = t + BATCH_MEMORY_DAYS
      return undefined
    }
    watch.step(count, exposure)
    if (t % 7 === 0) this.dropFloor = this.thresholds.uses('drop') ? 0.7 * this.thresholdOf('drop') : Infinity
    if (t >= this.restUntil) {
      const raised = this.raiseRise(t)
      if (raised) {
        this.restUntil = t + SETTINGS.restDays
        watch.reset()
        return raised
      }
    }
    if (this.fallen && count > watch.mean / 2) this.fallen = false
    if (this.fallen || t < this.silenceMeansNothingUntil || watch.isQuiet) return undefined
    const fell = watch.drop > this.dropFloor ? this.raise('drop', t) : undefined
    if (fell) {
      this.fallen = true
      watch.reset()
    }
    return fell
  }

  /** The first detector that rises over its threshold; written out, since it runs every day of every zone. */
  private raiseRise(t: number): Raised | undefined {
    const { watch } = this
    if (watch.isQuiet) return watch.quiet > LEAST_SURPRISE ? this.raise('quiet', t) : undefined
    if (watch.surge > LEAST_SURPRISE) {
      const raised = this.raise('surge', t)
      if (raised) return raised
    }
    return this.usesCharts ? (this.raise('cusum', t) ?? this.raise('change', t)) : undefined
  }

  private thresholdOf(detector: Detector): number {
    const { watch } = this
    const mean = detector === 'quiet' ? watch.slowMean : watch.mean
    return this.thresholds.of(detector, mean, watch.dispersion)
  }

  private raise(detector: Detector, t: number): Raised | undefined {
    const { watch } = this
    if (!this.thresholds.uses(detector)) return undefined
    const level = watch[detector]
    const mean = detector === 'quiet' ? watch.slowMean : watch.mean
    const threshold = this.thresholdOf(detector)
    if (!(level > threshold)) return undefined
    const restsOnDays = detector === 'quiet' ? watch.slowMeanRests : watch.meanRests
    const windowDays = detector === 'quiet' ? SETTINGS.quietWindows.at(-1)! : SETTINGS.window
    const expected = watch.exposureIn(windowDays) * mean
    return {
      day: this.firstDay + t,
      detector,
      direction: detector === 'drop' ? 'fall' : 'rise',
      level,
      threshold,
      perYearByChance: this.thresholds.table.perYear(detector, mean, watch.dispersion, level),
      windowDays,
      observed: watch.observedIn(windowDays),
      expected,
      spread: watch.spreadOf(expected, windowDays, restsOnDays),
      usualPerDay: mean,
      restsOnDays,
    }
  }
}

/**
 * Runs a whole series: what would have been raised on each of its days, knowing no later one.
 * Counts must be clean (`cleanSeries`).
 */
export function watchSeries(
  series: DailySeries,
  thresholds: Thresholds,
  prior?: LevelPrior,
): { readonly raised: readonly Raised[]; readonly findings: readonly SeriesFinding[] } {
  const monitor = new Monitor(thresholds, series.firstDay, prior)
  const raised: Raised[] = []
  for (let i = 0; i < series.counts.length; i++) {
    const r = monitor.step(series.counts[i]!, series.exposure?.[i] ?? 1)
    if (r) raised.push(r)
  }
  return { raised, findings: monitor.findings }
}
