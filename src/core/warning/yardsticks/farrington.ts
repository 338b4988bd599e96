import { logUpperTail, quantile } from '../tails/counts.ts'
import { logNormalUpperTail, normalQuantile } from '../tails/normal.ts'
import { studentTwoSided } from '../tails/student.ts'
import { dispersionOf, dot, fitQuasiPoisson, meanOf, type QuasiPoissonFit } from './quasi-poisson.ts'
import { referenceBlocks } from './reference-blocks.ts'

export type FarringtonOptions = {
  /** Years of history. */
  readonly years: number
  /** Weeks either side of the same week in past years. */
  readonly halfWindow: number
  /** Seasonal levels; 1 = only the windows, no season in the model. */
  readonly periods: number
  /** Latest weeks left out, so that a growing outbreak does not teach the model. */
  readonly recentWeeksLeftOut: number
  readonly alpha: number
  readonly threshold: 'delta' | 'nbPlugin' | 'muan'
  /** Standardised residual above which a past week is weighted down. */
  readonly weightsThreshold: number
  readonly trendSignificance: number
  /** No bound unless the last `weeks` hold `cases`. */
  readonly enough: { readonly cases: number; readonly weeks: number }
}

/** NaN where R has none. */
export type FarringtonWeek = {
  readonly upperbound: number
  readonly alarm: boolean
  readonly expected: number
  readonly pvalue: number
  readonly mean: number
  readonly dispersion: number
  readonly trend: number
}

/** One row a past week: its time from the first row, its seasonal level and its count. */
type History = { readonly time: number[]; readonly level: number[]; readonly counts: number[] }
type Model = {
  readonly fit: QuasiPoissonFit
  readonly dispersion: number
  readonly scale: number
  readonly withTime: boolean
}

/**
 * Farrington's flexible algorithm (Noufaily and others 2013) for weekly counts: a robust quasi-Poisson fit
 * to the same season of past years, and a bound on this week. Yardstick: equal to R
 * `surveillance::farringtonFlexible`, with 'delta', 'nbPlugin' and 'muan' bounds.
 *
 * @param firstDay days since 1970-01-01 of the first week's first day.
 * @param week index of the judged week; needs `years` of weeks before it.
 * @returns undefined when the model converges neither with nor without a trend, or history is short.
 */
export function farringtonWeek(
  counts: readonly number[],
  firstDay: number,
  week: number,
  o: FarringtonOptions,
): FarringtonWeek | undefined {
  const blocks = referenceBlocks(firstDay, counts.length, week, o)
  if (!blocks) return undefined
  const history: History = { time: [], level: [], counts: [] }
  let first: number | undefined
  for (const [at, level] of blocks) {
    if (at >= week - o.recentWeeksLeftOut && at <= week) continue
    first ??= at
    history.time.push(at - first)
    history.level.push(level)
    history.counts.push(counts[at]!)
  }
  if (first === undefined) return undefined
  const now = week - first

  let model = robustFit(history, true, o)
  if (!model) return undefined
  let trend = Number.NaN
  if (model.withTime) {
    const t = model.fit.coefficients[1]! / Math.sqrt(model.scale * model.fit.covariance[1]![1]!)
    const significant = studentTwoSided(t, model.fit.freedom) < o.trendSignificance
    const sane = meanOf(predict(model, history, now, o).fit) <= Math.max(...history.counts)
    if (o.years >= 3 && significant && sane) trend = model.fit.coefficients[1]!
    else model = robustFit(history, false, o)
    if (!model) return undefined
  }
  const { fit, se } = predict(model, history, now, o)
  let recent = 0
  for (let i = week - o.enough.weeks + 1; i <= week; i++) recent += counts[i]!
  return bound(counts[week]!, fit, se, model.dispersion, trend, recent >= o.enough.cases, o)
}

function designOf(history: History, withTime: boolean, o: FarringtonOptions): number[][] {
  const levels = o.periods > 1 ? levelsOf(history).slice(1) : []
  return history.counts.map((_, i) => rowOf(history.time[i]!, history.level[i]!, levels, withTime))
}
const levelsOf = (history: History) => [...new Set(history.level)].sort((a, b) => a - b)
const rowOf = (time: number, level: number, levels: readonly number[], withTime: boolean) => [
  1,
  ...(withTime ? [time] : []),
  ...levels.map(l => (l === level ? 1 : 0)),
]

/** Fits, weighs weeks with large Anscombe residuals down, fits again. */
function robustFit(history: History, withTime: boolean, o: FarringtonOptions): Model | undefined {
  const y = history.counts
  let timed = withTime
  let design = designOf(history, timed, o)
  const ones = y.map(() => 1)
  let fit = fitQuasiPoisson(design, y, ones)
  if (!fit.converged && timed) {
    timed = false
    design = designOf(history, false, o)
    fit = fitQuasiPoisson(design, y, ones)
  }
  if (!fit.converged) return undefined
  const spread = Math.max(dispersionOf(fit.workingWeights, fit), 1)
  const residual = y.map((v, i) => {
    const m = fit.fitted[i]!
    return (1.5 * (v ** (2 / 3) * m ** (-1 / 6) - Math.sqrt(m))) / Math.sqrt(spread * (1 - fit.leverages[i]!))
  })
  const raw = residual.map(s => (s > o.weightsThreshold ? s ** -2 : 1))
  const gamma = y.length / raw.reduce((a, b) => a + b, 0)
  const weights = raw.map(w => gamma * w)
  fit = fitQuasiPoisson(design, y, weights)
  return {
    fit,
    dispersion: Math.max(dispersionOf(fit.workingWeights, fit), 1),
    // R's code puts the robustness weights where its summary looks for the working ones, so standard
    // errors are scaled by this; a yardstick keeps the ruler's own marks.
    scale: dispersionOf(weights, fit),
    withTime: timed,
  }
}

/** Linear predictor and its standard error for the judged week. */
function predict(
  model: Model,
  history: History,
  now: number,
  o: FarringtonOptions,
): { fit: number; se: number } {
  const levels = o.periods > 1 ? levelsOf(history).slice(1) : []
  const row = rowOf(now, o.periods, levels, model.withTime)
  const variance = dot(
    row,
    model.fit.covariance.map(c => dot(c, row)),
  )
  return { fit: dot(row, model.fit.coefficients), se: Math.sqrt(model.scale * variance) }
}

function bound(
  y: number,
  fit: number,
  se: number,
  dispersion: number,
  trend: number,
  enough: boolean,
  o: FarringtonOptions,
): FarringtonWeek {
  const z = normalQuantile(1 - o.alpha)
  let upper: number
  let pvalue: number
  let mean: number
  let score: number
  let expected = Math.exp(fit)
  if (o.threshold === 'delta') {
    const m = meanOf(fit)
    expected = m
    const seMean = se * m
    mean = Math.exp(m + z * seMean)
    const spread = Math.sqrt((4 / 9) * m ** (1 / 3) * (dispersion + seMean ** 2 / m))
    // NaN when the lower arm goes negative, as R's ^(3/2) gives; the upper arm never does.
    upper = (m ** (2 / 3) + z * spread) ** 1.5
    pvalue = Math.exp(logNormalUpperTail((y ** (2 / 3) - m ** (2 / 3)) / spread))
    score = (y - m) / (upper - m)
  } else {
    mean = o.threshold === 'nbPlugin' ? Math.exp(fit) : Math.exp(fit + z * se)
    const law = { mean, size: dispersion > 1 ? mean / (dispersion - 1) : Infinity }
    upper = Number.isFinite(mean) ? quantile(1 - o.alpha, law) : Number.NaN
    pvalue = Number.isFinite(mean) ? Math.exp(logUpperTail(y, law)) : Number.NaN
    // R compares with the linear predictor here, not with the mean; kept.
    score = (y - fit) / (upper - fit)
  }
  return {
    upperbound: enough ? upper : Number.NaN,
    alarm: enough && score > 1 && y !== 0,
    expected: enough && !Number.isNaN(upper) ? expected : Number.NaN,
    pvalue,
    mean: Number.isFinite(mean) ? mean : Number.NaN,
    dispersion,
    trend,
  }
}
