/**
 * What one count says for a mean `factor` times the expected, against the expected itself:
 * ln f(x; factor·mean) - ln f(x; mean). `alpha` is the dispersion (variance = mean + alpha·mean²), 0 for
 * the Poisson.
 */
export function logRatio(x: number, mean: number, logFactor: number, alpha: number): number {
  const factor = Math.exp(logFactor)
  if (alpha === 0) return logFactor * x + (1 - factor) * mean
  return logFactor * x + (x + 1 / alpha) * Math.log((1 + alpha * mean) / (1 + alpha * mean * factor))
}

export type Chart = { readonly statistic: number[]; readonly alarm: boolean[] }

/**
 * Likelihood-ratio CUSUM for a known shift, restarted at 0 the day after an alarm. Yardstick: equal to
 * R `surveillance::glrnb` with `theta` given (alpha 0: `glrpois`).
 *
 * @param counts and `means` are aligned, from the first judged day on.
 */
export function likelihoodRatioCusum(
  counts: readonly number[],
  means: readonly number[],
  o: { logFactor: number; alpha: number; threshold: number },
): Chart {
  const statistic: number[] = []
  const alarm: boolean[] = []
  let s = 0
  for (let t = 0; t < counts.length; t++) {
    s = Math.max(0, s + logRatio(counts[t]!, means[t]!, o.logFactor, o.alpha))
    statistic.push(s)
    const over = s > o.threshold
    alarm.push(over)
    if (over) s = 0
  }
  return { statistic, alarm }
}

/**
 * Generalised likelihood ratio: the best shift upwards since the best day, searched anew each day and
 * restarted after an alarm. Yardstick: equal to R `surveillance::glrnb` and `glrpois` (intercept chart).
 *
 * @param o.window how many days back the change may lie; absent = since the last alarm.
 * @param o.shortest days that a change must have lasted (Poisson only); absent = 1.
 */
export function generalisedLikelihoodRatio(
  counts: readonly number[],
  means: readonly number[],
  o: { alpha: number; threshold: number; window?: number; shortest?: number },
): Chart {
  const statistic: number[] = []
  const alarm: boolean[] = []
  let start = 0
  for (let n = 0; n < counts.length; n++) {
    const low = o.window === undefined ? start : Math.max(start, n - o.window)
    const best =
      o.alpha === 0
        ? bestPoisson(counts, means, low, n - (o.shortest ?? 1) + 1, n)
        : bestNegativeBinomial(counts, means, low, n, o.alpha)
    statistic.push(Math.max(0, best))
    const over = best >= o.threshold
    alarm.push(over)
    if (over) start = n + 1
  }
  return { statistic, alarm }
}

function bestPoisson(
  x: readonly number[],
  mean: readonly number[],
  low: number,
  latest: number,
  n: number,
): number {
  let best = -Infinity
  let sumX = 0
  let sumMean = 0
  for (let k = n; k >= low; k--) {
    sumX += x[k]!
    sumMean += mean[k]!
    if (k > latest) continue
    const shift = Math.max(0, Math.log(sumX / sumMean))
    best = Math.max(best, shift * sumX + (1 - Math.exp(shift)) * sumMean)
  }
  return best
}

/**
 * Newton's steps for the shift start from the answer for the day before, as R's do: where they do not
 * settle (all zeros drive the shift to -18) the value depends on the path, and a yardstick must match.
 */
function bestNegativeBinomial(
  x: readonly number[],
  mean: readonly number[],
  low: number,
  n: number,
  alpha: number,
): number {
  let best = -Infinity
  let shift = 0.5
  for (let k = low; k <= n; k++) {
    let before = 0.4
    let now = shift
    for (let i = 0; now > -18 && Math.abs(now - before) > 1e-6 && i < 1000; i++) {
      before = now
      const factor = Math.exp(before)
      let score = 0
      let information = 0
      for (let t = k; t <= n; t++) {
        const spread = 1 + alpha * factor * mean[t]!
        score += (x[t]! - factor * mean[t]!) / spread
        information += (mean[t]! * (alpha * x[t]! + 1)) / (spread * spread)
      }
      now = before + score / (factor * information)
    }
    // NaN, from a step off the map, counts as no shift (C fmax).
    shift = Number.isNaN(now) ? 0 : Math.max(0, now)
    let sum = 0
    for (let t = k; t <= n; t++) sum += logRatio(x[t]!, mean[t]!, shift, alpha)
    best = Math.max(best, sum)
  }
  return best
}
