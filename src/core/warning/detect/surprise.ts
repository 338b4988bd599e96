import { logUpperTail } from '../tails/counts.ts'

/**
 * -log10 P(X ≥ count) for a negative binomial with mean `mu` and variance mu (1 + spread), spread > 0.
 * Sums the few terms below a small count, which is several times faster than the general tail; falls
 * back on that where the sum would lose digits.
 */
export function surprise(count: number, mu: number, spread: number): number {
  const k = Math.ceil(count)
  if (k <= 0) return 0
  const size = mu / spread
  if (k <= 80) {
    const q = spread / (1 + spread)
    let term = Math.exp(-size * Math.log1p(spread))
    let below = term
    for (let j = 1; j < k; j++) {
      term *= (q * (size + j - 1)) / j
      below += term
    }
    const tail = 1 - below
    if (tail > 1e-7) return -Math.log10(tail)
  }
  return -logUpperTail(k, { mean: mu, size }) / Math.LN10
}
