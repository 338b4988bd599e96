import { SETTINGS } from '../detect/settings.ts'
import { ZoneWatch } from '../detect/zone-watch.ts'
import { CalmZone } from './calm-zone.ts'
import { seeded } from './random.ts'

/** The detectors that raise alerts on one series. */
export const DETECTORS = ['surge', 'quiet', 'cusum', 'change', 'drop'] as const
export type Detector = (typeof DETECTORS)[number]

const DISPERSIONS = [1.05, 1.2, 1.5, 2, 3, 5, 9, 16, 30]
/** Geometric middles of neighbouring dispersions. */
const BETWEEN = DISPERSIONS.slice(1).map((d, i) => Math.sqrt(d * DISPERSIONS[i]!))
const DAYS_A_YEAR = 365.25

/** Baselines told apart: levels from 2⁻⁸ to 2⁷ events a day in steps of √2, times dispersions. */
export const CELLS = 31 * DISPERSIONS.length

/** Which of the told-apart baselines is nearest. */
export function cellOf(mean: number, dispersion: number): number {
  const level = Math.max(0, Math.min(30, Math.round(2 * Math.log2(mean)) + 16))
  let d = 0
  while (d < BETWEEN.length && dispersion > BETWEEN[d]!) d++
  return level * DISPERSIONS.length + d
}

/** Levels at which alerts were counted, and alerts a year at each, falling. */
type Curve = { readonly from: number; readonly step: number; readonly logRate: Float64Array }

/** Grid of each statistic: -log10 p for surge and quiet, natural log ratios for the charts. */
const GRID: Readonly<Record<Detector, { from: number; step: number; levels: number }>> = {
  surge: { from: 0.8, step: 0.1, levels: 45 },
  quiet: { from: 0.8, step: 0.1, levels: 45 },
  cusum: { from: 1, step: 0.25, levels: 60 },
  change: { from: 1, step: 0.2, levels: 50 },
  drop: { from: 1, step: 0.25, levels: 60 },
}

/**
 * How often each detector alerts by chance in a calm zone like this one, found by simulating the zone's
 * fitted baseline (level, overdispersion, drift). Zones alike share a simulation: level in steps of √2,
 * dispersion in five. Simulated when first asked, the same for the same seed.
 */
export class ChanceTable {
  private readonly curves = new Map<number, Curve>()
  private readonly seed: number
  private readonly years: number

  /** @param o.years simulated a cell; the rarest rate told apart from 0 is about 5 / years. */
  constructor(o: { readonly seed: number; readonly years?: number }) {
    this.seed = o.seed
    this.years = o.years ?? 120
  }

  /** Alerts a year by chance when the detector's threshold is `level`. */
  perYear(detector: Detector, mean: number, dispersion: number, level: number): number {
    const c = this.curve(detector, mean, dispersion)
    const x = (level - c.from) / c.step
    const i = Math.max(0, Math.min(Math.floor(x), c.logRate.length - 2))
    // Outside the grid the curve goes on straight, on the log scale where tails are nearly straight.
    return Math.exp(c.logRate[i]! + (x - i) * (c.logRate[i + 1]! - c.logRate[i]!))
  }

  /** The lowest threshold that alerts at most `perYear` times a year by chance. */
  threshold(detector: Detector, mean: number, dispersion: number, perYear: number): number {
    const c = this.curve(detector, mean, dispersion)
    const goal = Math.log(perYear)
    const last = c.logRate.length - 1
    if (c.logRate[0]! <= goal) return c.from
    for (let i = 1; i <= last; i++)
      if (c.logRate[i]! <= goal) {
        const fall = c.logRate[i - 1]! - c.logRate[i]!
        return c.from + c.step * (i - 1 + (c.logRate[i - 1]! - goal) / fall)
      }
    const slope = c.logRate[last - 1]! - c.logRate[last]!
    return c.from + c.step * (last + (c.logRate[last]! - goal) / slope)
  }

  private curve(detector: Detector, mean: number, dispersion: number): Curve {
    const cell = cellOf(mean, dispersion)
    const key = cell * DETECTORS.length + DETECTORS.indexOf(detector)
    let curve = this.curves.get(key)
    if (!curve) {
      const level = 2 ** ((Math.floor(cell / DISPERSIONS.length) - 16) / 2)
      const together = TOGETHER.find(t => t.includes(detector))!
      const curves = simulate(
        together,
        level,
        DISPERSIONS[cell % DISPERSIONS.length]!,
        this.years,
        this.seed + cell,
      )
      for (const [i, d] of together.entries())
        this.curves.set(cell * DETECTORS.length + DETECTORS.indexOf(d), curves[i]!)
      curve = this.curves.get(key)!
    }
    return curve
  }
}

/** Detectors that one simulation serves: those that judge the same zones. */
const TOGETHER: readonly (readonly Detector[])[] = [['quiet'], ['surge', 'drop'], ['cusum', 'change']]

/** Runs some detectors over `years` of a calm zone and counts what each would have raised. */
function simulate(
  detectors: readonly Detector[],
  mean: number,
  dispersion: number,
  years: number,
  seed: number,
): Curve[] {
  const zone = new CalmZone(mean, dispersion, seeded(seed))
  const watch = new ZoneWatch(0, { mean, days: SETTINGS.memory })
  watch.judgeAs = detectors.includes('quiet') ? 'quiet' : 'lively'
  const days = Math.round(years * DAYS_A_YEAR)
  const counters = detectors.map(
    d => new Counter(GRID[d].from, GRID[d].step, GRID[d].levels, d === 'cusum' || d === 'drop'),
  )
  for (let t = 0; t < days; t++) {
    watch.step(zone.next())
    for (let d = 0; d < detectors.length; d++) counters[d]!.take(t, watch[detectors[d]!])
  }
  return counters.map(c => c.curve(years))
}

/** Counts, for each level of a grid, how many alerts a threshold there would have raised. */
class Counter {
  private readonly alerts: Float64Array
  private readonly next: Float64Array
  private highest = 0
  private readonly from: number
  private readonly step: number
  /** A chart that starts at 0 after an alert raises one an excursion; others one a fortnight. */
  private readonly byExcursion: boolean

  constructor(from: number, step: number, levels: number, byExcursion: boolean) {
    this.from = from
    this.step = step
    this.byExcursion = byExcursion
    this.alerts = new Float64Array(levels)
    this.next = new Float64Array(levels)
  }

  take(t: number, value: number): void {
    if (this.byExcursion) {
      if (value > this.highest) this.highest = value
      else if (value === 0 && this.highest > 0) {
        const top = Math.min(this.alerts.length - 1, Math.floor((this.highest - this.from) / this.step))
        for (let i = 0; i <= top; i++) this.alerts[i]!++
        this.highest = 0
      }
      return
    }
    const top = Math.min(this.alerts.length - 1, Math.floor((value - this.from) / this.step))
    for (let i = 0; i <= top; i++)
      if (t >= this.next[i]!) {
        this.alerts[i]!++
        this.next[i] = t + SETTINGS.restDays
      }
  }

  /** Log rates; where fewer than ten alerts were seen the line through the last seen levels goes on. */
  curve(years: number): Curve {
    const n = this.alerts.length
    const logRate = new Float64Array(n)
    let last = 0
    while (last < n - 1 && this.alerts[last + 1]! >= 10) last++
    for (let i = 0; i <= last; i++) logRate[i] = Math.log(Math.max(this.alerts[i]!, 0.5) / years)
    const back = Math.max(0, last - 8)
    const measured = last > back ? (logRate[back]! - logRate[last]!) / (last - back) : 0
    // A flat or unseen tail falls by at least a tenth of its decade a step: p-values cannot be flatter.
    const slope = Math.max(measured, 0.1 * this.step * Math.LN10)
    for (let i = last + 1; i < n; i++) logRate[i] = logRate[last]! - slope * (i - last)
    return { from: this.from, step: this.step, logRate }
  }
}
