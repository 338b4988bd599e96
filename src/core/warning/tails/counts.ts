import { logIncompleteBeta } from './incomplete-beta.ts'
import { logIncompleteGamma } from './incomplete-gamma.ts'
import { logGamma } from './log-gamma.ts'

/**
 * How a daily count varies round its mean: `size` is the negative binomial's (variance = mean +
 * mean²/size); Infinity is the Poisson.
 */
export type CountLaw = { readonly mean: number; readonly size: number }

/** ln P(X ≥ k). 0 for k ≤ 0; exact far into the tail, where 1 - cdf is wrong. */
export function logUpperTail(k: number, law: CountLaw): number {
  if (k <= 0) return 0
  if (law.mean <= 0) return -Infinity
  return tailsBelow(k, law).atLeast
}

/** ln P(X ≤ k). -Infinity for k < 0. */
export function logLowerTail(k: number, law: CountLaw): number {
  if (k < 0) return -Infinity
  if (law.mean <= 0) return 0
  return tailsBelow(k + 1, law).below
}

/** Logs of P(X ≥ k) and P(X < k), k ≥ 1. */
function tailsBelow(k: number, { mean, size }: CountLaw): { atLeast: number; below: number } {
  if (size === Infinity) {
    const t = logIncompleteGamma(k, mean)
    return { atLeast: t.lower, below: t.upper }
  }
  const t = logIncompleteBeta(k, size, mean / (mean + size), size / (mean + size))
  return { atLeast: t.lower, below: t.upper }
}

/** ln P(X = k) for whole k ≥ 0. */
export function logProbability(k: number, { mean, size }: CountLaw): number {
  if (mean <= 0) return k === 0 ? 0 : -Infinity
  if (size === Infinity) return k * Math.log(mean) - mean - logGamma(k + 1)
  const spread = size * Math.log1p(mean / size)
  if (k === 0) return -spread
  return logGamma(k + size) - logGamma(size) - logGamma(k + 1) + k * Math.log(mean / (mean + size)) - spread
}

/** The smallest k with P(X ≤ k) ≥ p, for 0 ≤ p < 1; Infinity for p ≥ 1. */
export function quantile(p: number, law: CountLaw): number {
  if (p >= 1) return Infinity
  if (p <= 0 || law.mean <= 0) return 0
  // Compare in the tail that is small, or 0.999999 would be lost in rounding.
  const enough = (k: number) =>
    p > 0.5 ? logUpperTail(k + 1, law) <= Math.log1p(-p) + 1e-13 : logLowerTail(k, law) >= Math.log(p) - 1e-13
  if (enough(0)) return 0
  let high = Math.max(1, Math.ceil(law.mean))
  while (!enough(high)) high *= 2
  let low = 0
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle
  }
  return high
}
