import type { CountLaw } from '../tails/counts.ts'
import { delayCounts, knownOf, type ReportingTriangle } from './triangle.ts'

/** What a day's count will probably be once all reports are in. */
export type Nowcast = {
  /** Reported so far. */
  readonly known: number
  /** Median of what it will be, and the interval that holds 1 - alpha of the chance. */
  readonly median: number
  readonly low: number
  readonly high: number
  /** Share of a day's events expected to be reported by now, 0..1: the exposure of a young day. */
  readonly reportedShare: number
}

/** What is believed of delays before any is seen: weight in events on a delay of so many days. */
export type DelayPrior = (days: number) => number

/** All delays alike, a tenth of an event each: R's prior, for delays that are long by nature. */
export const FLAT: DelayPrior = () => 0.1

/** One event's worth of belief that reports come the same day, or soon after. */
export const PROMPT: DelayPrior = days => (days === 0 ? 0.9 : 0.1 * 0.5 ** days)

/** A share known only as a beta law. */
type Beta = { readonly a: number; readonly b: number }

/**
 * How complete a day of each age 0..maxDelay is: the share of its events that are reported by then.
 * The share after x days is the product over longer delays y of 1 - g(y), where g(y), the part that takes
 * exactly y among those that take at most y, is beta-distributed given the triangle (generalised Dirichlet,
 * Höhle and an der Heiden 2014). The product is matched by a beta with its mean and variance.
 */
export function completeness(
  triangle: ReportingTriangle,
  o: { readonly truncated?: boolean; readonly prior?: DelayPrior } = {},
): Beta[] {
  const { exactly, atMost } = delayCounts(triangle, o.truncated ?? true)
  const weight = Array.from({ length: triangle.maxDelay + 1 }, (_, x) => (o.prior ?? FLAT)(x))
  let shorter = weight.reduce((a, b) => a + b, 0)
  const out: Beta[] = []
  let mean = 1
  let square = 1
  for (let x = triangle.maxDelay; x >= 0; x--) {
    out[x] = betaOf(mean, square)
    shorter -= weight[x]!
    const not = shorter + atMost[x]! - exactly[x]!
    const all = not + weight[x]! + exactly[x]!
    mean *= not / all
    square *= (not * (not + 1)) / (all * (all + 1))
  }
  return out
}

function betaOf(mean: number, square: number): Beta {
  const variance = square - mean * mean
  if (variance <= 1e-15) return { a: Infinity, b: mean >= 1 ? 0 : Infinity }
  const weight = (mean * (1 - mean)) / variance - 1
  return { a: mean * weight, b: (1 - mean) * weight }
}

/**
 * Nowcasts every day of the triangle. `prior` is what the zone's days are usually like; where nothing
 * is known yet, the answer is that and says so by its width.
 */
export function nowcast(
  triangle: ReportingTriangle,
  prior: CountLaw,
  o: { readonly alpha?: number; readonly truncated?: boolean; readonly prior?: DelayPrior } = {},
): Nowcast[] {
  const alpha = o.alpha ?? 0.05
  const shares = completeness(triangle, o)
  const days = triangle.cells.length
  return knownOf(triangle).map((known, t) => {
    const share = shares[Math.min(days - 1 - t, triangle.maxDelay)]!
    if (share.a === Infinity && share.b === 0)
      return { known, median: known, low: known, high: known, reportedShare: 1 }
    const missing = missingLaw(known, share, prior)
    return {
      known,
      median: known + firstAbove(missing, 0.5),
      low: known + firstAbove(missing, alpha / 2),
      high: known + firstAbove(missing, 1 - alpha / 2),
      reportedShare: share.a === Infinity ? 1 : share.a / (share.a + share.b),
    }
  })
}

/** Steps of the integral over the reported share, on the logit scale where it is smooth. */
const STEPS = 240

/**
 * Probabilities of 0, 1, 2, … events still to be reported. Given the share F the posterior of the rest is
 * negative binomial (gamma prior on the day's rate); the beta law of F is integrated out.
 */
function missingLaw(known: number, share: Beta, prior: CountLaw): number[] {
  const size = Math.min(prior.size, 1e6)
  const shape = size + known
  const rate = size / prior.mean
  const nodes: { weight: number; miss: number; p: number }[] = []
  const mode = Math.log(share.a / share.b)
  // Sixteen standard deviations of the logit, generous where a or b is below 1 and its tail is long.
  const spread = (v: number) => 1 / v + 1 / v ** 2
  const width = 16 * Math.sqrt(spread(share.a) + spread(share.b))
  const logAt = (s: number) => {
    const log1pExp = s > 0 ? s + Math.log1p(Math.exp(-s)) : Math.log1p(Math.exp(s))
    return share.a * s - (share.a + share.b) * log1pExp
  }
  const top = Math.max(
    ...Array.from({ length: STEPS }, (_, i) => logAt(mode + width * (i / (STEPS - 1) - 0.5))),
  )
  let total = 0
  for (let i = 0; i < STEPS; i++) {
    const s = mode + width * (i / (STEPS - 1) - 0.5)
    const weight = Math.exp(logAt(s) - top)
    const F = 1 / (1 + Math.exp(-s))
    const miss = (1 - F) / (rate + 1)
    total += weight
    nodes.push({ weight, miss, p: Math.exp(-shape * Math.log1p((1 - F) / (rate + F))) })
  }
  const law: number[] = []
  let sum = 0
  for (let k = 0; k < 100_000 && sum < 0.9999; k++) {
    let p = 0
    for (const node of nodes) {
      p += node.weight * node.p
      node.p *= (node.miss * (shape + k)) / (k + 1)
    }
    p /= total
    law.push(p)
    sum += p
  }
  return law
}

function firstAbove(law: readonly number[], p: number): number {
  let sum = 0
  for (let k = 0; k < law.length; k++) {
    sum += law[k]!
    if (sum > p) return k
  }
  return law.length - 1
}
