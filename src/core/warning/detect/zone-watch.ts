import { ShiftTable } from './chart-table.ts'
import { SETTINGS } from './settings.ts'
import { surprise } from './surprise.ts'

/** A ring of past days; longer than any window. */
const RING = 32
const MASK = RING - 1
/** Where each ring lies: events and exposure cumulated, then the two levels as events and exposure. */
const CUMULATED = 0
const CUMULATED_EXPOSURE = RING
const LEVEL = 2 * RING
const LEVEL_EXPOSURE = 3 * RING
const SLOW = 4 * RING
const SLOW_EXPOSURE = 5 * RING
const DECAY = 1 - 1 / SETTINGS.memory
const SLOW_DECAY = 1 - 1 / SETTINGS.slowMemory
/** Dispersion forgets over some two years, weekday shares over a year of that weekday. */
const NOISE_DECAY = 1 - 1 / 730
const WEEKDAY_DECAY = 1 - 1 / 52
const PSEUDO = SETTINGS.pseudo
const W = SETTINGS.window
const [SHIFT_A, SHIFT_B, SHIFT_C] = SETTINGS.shifts.map(f => new ShiftTable(f)) as [
  ShiftTable,
  ShiftTable,
  ShiftTable,
]
const [LOG_A, LOG_B, LOG_C] = SETTINGS.shifts.map(Math.log) as [number, number, number]
const DROP = new ShiftTable(SETTINGS.dropTo)
const LOG_DROP = Math.log(SETTINGS.dropTo)
/** A daily spread below this would make a chart believe in a clockwork zone. */
const LEAST_SPREAD = 0.02

/** What a zone is usually like, when its own history is short: the start of a truce, a new zone. */
export type LevelPrior = {
  /** Events a day. */
  readonly mean: number
  /** How many days of the zone's own history this is worth. */
  readonly days: number
}

/**
 * Watches one daily series: `step` takes a day and leaves, in the fields, what each detector makes of it.
 * Uses that day and earlier ones only. Mutable and free of allocation, since a store holds thousands:
 * about 0.1 µs a day.
 */
export class ZoneWatch {
  /** Days taken so far. */
  days = 0
  /** -log10 of the chance of so many events in the last `window` days; 0 when nothing out of the way. */
  surge = 0
  /** The same in a quiet zone, against the slow level, over its own windows. */
  quiet = 0
  /** Likelihood-ratio CUSUM, the largest over the shift sizes; natural log. */
  cusum = 0
  /** Generalised likelihood ratio, the largest over the windows since the last reset; natural log. */
  change = 0
  /** Likelihood-ratio CUSUM towards silence; natural log. */
  drop = 0
  isQuiet = false
  /** Judge as a quiet or a lively zone whatever its level: for simulating one detector at a time. */
  judgeAs: 'quiet' | 'lively' | undefined = undefined
  /** Level before the surge window, events a day at full exposure, and the days it rests on. */
  mean: number = PSEUDO
  meanRests = 0
  /** The level that a quiet zone is measured against. */
  slowMean: number = PSEUDO
  slowMeanRests = 0
  /** Variance / mean of a day. */
  dispersion: number = SETTINGS.dispersion

  private events = 0
  private exposure = 0
  private slowEvents = 0
  private slowExposure = 0
  private weekday: number
  private noise = 0
  private noiseEvents = 0
  private lastCount = 0
  private lastExposure = 0
  private sinceReset = 0
  private sumA = 0
  private sumB = 0
  private sumC = 0
  private readonly learned: number
  private readonly weekdayEvents = new Float64Array(7).fill(SETTINGS.weekdayWeight)
  private readonly weekdayExpected = new Float64Array(7).fill(SETTINGS.weekdayWeight)
  /** Six rings in one array: see the offsets above. */
  private readonly past = new Float64Array(6 * RING)

  /** @param weekday of the first day, 0..6; only equality matters. */
  constructor(weekday = 0, prior?: LevelPrior) {
    this.weekday = weekday
    if (prior) {
      this.events = this.slowEvents = prior.mean * prior.days
      this.exposure = this.slowExposure = prior.days
    }
    this.learned = prior ? W : SETTINGS.learnDays + W
    this.past.fill(this.events, LEVEL, LEVEL + RING)
    this.past.fill(this.exposure, LEVEL_EXPOSURE, LEVEL_EXPOSURE + RING)
    this.past.fill(this.slowEvents, SLOW, SLOW + RING)
    this.past.fill(this.slowExposure, SLOW_EXPOSURE, SLOW_EXPOSURE + RING)
  }

  /**
   * Takes the next day.
   *
   * @param count events, fractions allowed; NaN for a gap.
   * @param exposure share of the day's events that could be known, 0..1: coverage times reported share.
   */
  step(count: number, exposure = 1): void {
    const t = this.days++
    const k = this.weekday
    this.weekday = k === 6 ? 0 : k + 1
    const at = t & MASK
    const before = (t + MASK) & MASK
    const seen = exposure > 0 && count >= 0
    let e = 0
    if (seen) {
      e = (exposure * this.weekdayEvents[k]!) / this.weekdayExpected[k]!
      if (this.days <= this.learned) this.mean = (this.events + PSEUDO) / (this.exposure + PSEUDO)
      const level = this.mean
      if (t >= 14) this.learnWeekday(k, count, level * exposure)
      this.learnDispersion(count, e, level)
      this.events = DECAY * this.events + count
      this.exposure = DECAY * this.exposure + e
      this.slowEvents = SLOW_DECAY * this.slowEvents + count
      this.slowExposure = SLOW_DECAY * this.slowExposure + e
    }
    this.past[CUMULATED + at] = this.past[CUMULATED + before]! + (seen ? count : 0)
    this.past[CUMULATED_EXPOSURE + at] = this.past[CUMULATED_EXPOSURE + before]! + e
    this.past[LEVEL + at] = this.events
    this.past[LEVEL_EXPOSURE + at] = this.exposure
    this.past[SLOW + at] = this.slowEvents
    this.past[SLOW_EXPOSURE + at] = this.slowExposure
    this.sinceReset++
    if (this.days > this.learned) this.judge(t, count, e)
  }

  /**
   * Takes a day whose count stands for a whole period that was already taken as empty: the level learns
   * it, so that the period's mean is right, but no window counts it.
   */
  stepBatch(count: number, exposure = 1): void {
    this.events += count
    this.slowEvents += count
    this.step(0, exposure)
  }

  /** Starts the charts anew, after an alert. */
  reset(): void {
    this.sumA = this.sumB = this.sumC = this.drop = 0
    this.sinceReset = 0
  }

  /** Events of the last `days` days, at most a month. */
  observedIn(days: number): number {
    return (
      this.past[CUMULATED + ((this.days - 1) & MASK)]! -
      this.past[CUMULATED + ((this.days - 1 - days) & MASK)]!
    )
  }

  /** Exposure of the last `days` days: weekday shares and coverage summed. */
  exposureIn(days: number): number {
    return (
      this.past[CUMULATED_EXPOSURE + ((this.days - 1) & MASK)]! -
      this.past[CUMULATED_EXPOSURE + ((this.days - 1 - days) & MASK)]!
    )
  }

  /** Variance / mean - 1 of a window's count: noise of its days, doubt about the level, drift of the level. */
  spreadOf(mu: number, days: number, rests: number): number {
    const s = this.dispersion * (1 + days / (rests + PSEUDO)) - 1 + mu * SETTINGS.drift
    return Math.max(s, LEAST_SPREAD)
  }

  private learnWeekday(k: number, count: number, expected: number): void {
    // Towards the prior weight, so that an old pattern fades.
    const rest = (1 - WEEKDAY_DECAY) * SETTINGS.weekdayWeight
    this.weekdayEvents[k] = WEEKDAY_DECAY * this.weekdayEvents[k]! + rest + count
    this.weekdayExpected[k] = WEEKDAY_DECAY * this.weekdayExpected[k]! + rest + expected
  }

  /** From differences of neighbouring days, which a drifting level and a surge hardly touch. */
  private learnDispersion(count: number, e: number, level: number): void {
    if (this.lastExposure > 0) {
      const mean = (count + this.lastCount) / 2
      const gap = count - this.lastCount - level * (e - this.lastExposure)
      this.noise = NOISE_DECAY * this.noise + Math.min((gap * gap) / 2, 50 * Math.max(mean, 0.5))
      this.noiseEvents = NOISE_DECAY * this.noiseEvents + mean
      // Once a week is enough for what changes over months.
      if (this.weekday === 0) {
        const raw =
          (this.noise + SETTINGS.dispersionWeight * SETTINGS.dispersion) /
          (this.noiseEvents + SETTINGS.dispersionWeight)
        this.dispersion = Math.max(raw, 1)
      }
    }
    this.lastCount = count
    this.lastExposure = e
  }

  private judge(t: number, count: number, e: number): void {
    this.surge = this.quiet = 0
    const far = (t - 7) & MASK
    this.slowMeanRests = this.past[SLOW_EXPOSURE + far]!
    this.slowMean = (this.past[SLOW + far]! + PSEUDO) / (this.slowMeanRests + PSEUDO)
    this.isQuiet = this.judgeAs === undefined ? this.slowMean < SETTINGS.quietBelow : this.judgeAs === 'quiet'
    if (this.isQuiet) this.judgeQuiet(t)
    const lag = (t - W) & MASK
    this.meanRests = this.past[LEVEL_EXPOSURE + lag]!
    this.mean = (this.past[LEVEL + lag]! + PSEUDO) / (this.meanRests + PSEUDO)
    if (this.isQuiet) {
      this.cusum = this.change = 0
      return
    }
    this.surge = this.surpriseOf(t, W, this.mean, this.meanRests)
    if (e > 0) this.judgeCharts(count, this.mean * e)
    // With every chart at rest no start of a rise explains the days better than none: nothing to search.
    if (this.cusum > 0) this.judgeChange(t)
    else this.change = 0
  }

  private judgeQuiet(t: number): void {
    for (let i = 0; i < SETTINGS.quietWindows.length; i++) {
      const days = SETTINGS.quietWindows[i]!
      const from = (t - days) & MASK
      const rests = this.past[SLOW_EXPOSURE + from]!
      const s = this.surpriseOf(t, days, (this.past[SLOW + from]! + PSEUDO) / (rests + PSEUDO), rests)
      if (s > this.quiet) this.quiet = s
    }
  }

  /** -log10 P(at least so many in the last `days`), given a level that rests on `rests` days. */
  private surpriseOf(t: number, days: number, mean: number, rests: number): number {
    const from = (t - days) & MASK
    const seen = this.past[CUMULATED + (t & MASK)]! - this.past[CUMULATED + from]!
    if (seen < SETTINGS.leastEvents) return 0
    const mu = (this.past[CUMULATED_EXPOSURE + (t & MASK)]! - this.past[CUMULATED_EXPOSURE + from]!) * mean
    const above = seen - mu
    // Within one deviation nothing alarms, and the tail is the costly part.
    if (above <= 0 || above * above < mu) return 0
    const spread = this.spreadOf(mu, days, rests)
    if (above * above < mu * (1 + spread)) return 0
    return surprise(seen, mu, spread)
  }

  private judgeCharts(count: number, mu: number): void {
    const raw = this.dispersion - 1 + mu * SETTINGS.drift
    const spread = Math.max(raw, LEAST_SPREAD)
    const u = spread / (1 + spread)
    const weight = count + mu / spread
    const a = this.sumA + count * LOG_A - weight * SHIFT_A.at(u)
    const b = this.sumB + count * LOG_B - weight * SHIFT_B.at(u)
    const c = this.sumC + count * LOG_C - weight * SHIFT_C.at(u)
    this.sumA = Math.max(a, 0)
    this.sumB = Math.max(b, 0)
    this.sumC = Math.max(c, 0)
    this.cusum = Math.max(this.sumA, this.sumB, this.sumC)
    const fall = this.drop + count * LOG_DROP - weight * DROP.at(u)
    this.drop = Math.max(fall, 0)
  }

  private judgeChange(t: number): void {
    this.change = 0
    const total = this.past[CUMULATED + (t & MASK)]!
    const totalExposure = this.past[CUMULATED_EXPOSURE + (t & MASK)]!
    for (let i = 0; i < SETTINGS.changeWindows.length; i++) {
      const days = SETTINGS.changeWindows[i]!
      if (days > this.sinceReset) break
      const from = (t - days) & MASK
      const seen = total - this.past[CUMULATED + from]!
      const rests = this.past[LEVEL_EXPOSURE + from]!
      const scaled =
        (totalExposure - this.past[CUMULATED_EXPOSURE + from]!) * (this.past[LEVEL + from]! + PSEUDO)
      if (seen * (rests + PSEUDO) <= scaled) continue
      const mu = scaled / (rests + PSEUDO)
      const above = seen - mu
      // The ratio is at most half the squared deviation; below 1 no threshold lies.
      if (above * above < 2 * mu) continue
      const spread = this.spreadOf(mu, days, rests)
      if (above * above < 2 * mu * (1 + spread)) continue
      const ratio =
        seen * Math.log(seen / mu) - (seen + mu / spread) * Math.log1p((above / mu) * (spread / (1 + spread)))
      if (ratio > this.change) this.change = ratio
    }
  }
}
