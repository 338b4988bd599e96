import type { Method } from '../score/backtest.ts'
import { cusum } from './cusum.ts'
import { type EarsMethod, ears } from './ears.ts'
import { deviationRule, ratioRule } from './field-rules.ts'
import { type Chart, generalisedLikelihoodRatio, likelihoodRatioCusum } from './likelihood-ratio.ts'

/** Where the charts start, and how they learn: the mean of eight weeks that end a week ago. */
const FROM = 63
const MEAN_DAYS = 56
const MEAN_LAG = 7
/** How far back a change may lie. R's window-limited Poisson chart leaves out a change of today alone. */
const GLR_WINDOW = 30
const EARS_ALPHAS = [0.01, 1e-3, 1e-4, 1e-6, 1e-8, 1e-11, 1e-15]

/** R `surveillance`'s detectors as they are usually set, and two rules of thumb: what Hudna is measured against. */
export const YARDSTICKS: readonly Method[] = [
  ...(['C1', 'C2', 'C3'] as const).flatMap(m => [7, 28].map(b => earsOf(m, b))),
  ...[0.5, 1.04].map(
    (k): Method => ({
      name: `cusumRossi_k${k}`,
      thresholds: [2, 3, 4.5, 6, 8, 11],
      alarms: (counts, h) =>
        days(cusum(counts, { from: FROM, k, h, scale: 'rossi', means: meansOf(counts) }).alarm, FROM),
    }),
  ),
  {
    name: 'lrnb_x2',
    thresholds: [2, 3, 4, 5, 7, 9, 12],
    alarms: (counts, threshold) =>
      chart(counts, (x, means, alpha) =>
        likelihoodRatioCusum(x, means, { logFactor: Math.LN2, alpha, threshold }),
      ),
  },
  {
    name: 'glrpois',
    thresholds: [3, 5, 7, 9, 12, 16],
    alarms: (counts, threshold) =>
      chart(counts, (x, means) =>
        generalisedLikelihoodRatio(x, means, { alpha: 0, threshold, window: GLR_WINDOW, shortest: 2 }),
      ),
  },
  {
    name: 'glrnb',
    thresholds: [3, 5, 7, 9, 12],
    slow: true,
    alarms: (counts, threshold) =>
      chart(counts, (x, means, alpha) =>
        generalisedLikelihoodRatio(x, means, { alpha, threshold, window: GLR_WINDOW }),
      ),
  },
  {
    name: 'mean+kSD(12wk)&>=5',
    thresholds: [2, 3, 4, 5],
    alarms: (counts, deviations) => deviationRule(counts, { deviations, weeks: 12, least: 5, from: 96 }),
  },
  {
    name: 'ACLED-surge(4wk>=1)',
    thresholds: [1.5, 2, 3, 4],
    alarms: (counts, times) => ratioRule(counts, { times, least: 1, from: 63 }),
  },
]

function earsOf(method: EarsMethod, baseline: number): Method {
  return {
    name: `ears${method}_b${baseline}_s0`,
    thresholds: EARS_ALPHAS,
    alarms: (counts, alpha) => days(ears(counts, { method, baseline, alpha, from: FROM }).alarm, FROM),
  }
}

function chart(
  counts: readonly number[],
  run: (counts: readonly number[], means: readonly number[], alpha: number) => Chart,
): number[] {
  return days(run(counts.slice(FROM), meansOf(counts), dispersionOf(counts.slice(0, FROM))).alarm, FROM)
}

/** The expected count of each day from `FROM` on, kept off 0. */
function meansOf(counts: readonly number[]): number[] {
  const means: number[] = []
  for (let t = FROM; t < counts.length; t++) {
    let sum = 0
    for (let i = t - MEAN_LAG - MEAN_DAYS; i < t - MEAN_LAG; i++) sum += counts[i]!
    means.push(Math.max(sum / MEAN_DAYS, 0.02))
  }
  return means
}

/** alpha of variance = mean + alpha mean², by moments; 0.05 where those give none. */
function dispersionOf(counts: readonly number[]): number {
  const mean = counts.reduce((a, b) => a + b, 0) / counts.length
  const variance = counts.reduce((a, b) => a + (b - mean) ** 2, 0) / (counts.length - 1)
  const alpha = (variance - mean) / mean ** 2
  return alpha > 0 ? alpha : 0.05
}

const days = (alarm: readonly boolean[], from: number): number[] =>
  alarm.flatMap((a, i) => (a ? [from + i] : []))
