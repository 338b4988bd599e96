import { logIncompleteGamma } from './incomplete-gamma.ts'
import { logGamma } from './log-gamma.ts'
import { normalQuantile } from './normal.ts'

/**
 * The x with P(X ≤ x) = p for X ~ Gamma(shape, rate 1), 0 < p < 1. Newton on ln x with the log of the
 * smaller tail, kept inside a bracket.
 */
export function gammaQuantile(p: number, shape: number): number {
  if (p <= 0) return 0
  if (p >= 1) return Infinity
  const upper = p > 0.5
  const target = Math.log(upper ? 1 - p : p)
  let low = -745
  let high = 745
  // Wilson-Hilferty, or the power law of the lower tail where that goes negative.
  const w = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape))
  let u = w > 0.1 ? Math.log(shape) + 3 * Math.log(w) : (Math.log(p) + logGamma(shape + 1)) / shape
  for (let i = 0; i < 100; i++) {
    const x = Math.exp(u)
    const tails = logIncompleteGamma(shape, x)
    const at = upper ? tails.upper : tails.lower
    const gap = at - target
    if (upper ? gap > 0 : gap < 0) low = u
    else high = u
    const slope = Math.exp(shape * u - x - logGamma(shape) - at) * (upper ? -1 : 1)
    let next = u - gap / slope
    if (!(next > low && next < high)) next = (low + high) / 2
    if (Math.abs(next - u) < 1e-15 * Math.max(1, Math.abs(u))) break
    u = next
  }
  return Math.exp(u)
}
