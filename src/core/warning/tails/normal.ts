import { logIncompleteGamma } from './incomplete-gamma.ts'

/** ln P(Z ≥ z) for a standard normal Z. */
export function logNormalUpperTail(z: number): number {
  const t = logIncompleteGamma(0.5, (z * z) / 2)
  // The square covers both sides of 0: half of it lies beyond |z| on each.
  return z >= 0 ? t.upper - Math.LN2 : Math.log1p(-0.5 * Math.exp(t.upper))
}

/** P(Z ≤ z) for a standard normal Z. */
export const normalCdf = (z: number): number => Math.exp(logNormalUpperTail(-z))

/** The z with P(Z ≤ z) = p, 0 < p < 1, to rounding: a rational start, then Halley's steps in log space. */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity
  if (p >= 1) return Infinity
  if (p === 0.5) return 0
  const upper = p > 0.5
  const tail = Math.log(upper ? 1 - p : p)
  // Abramowitz and Stegun 26.2.23: within 4.5e-4.
  const t = Math.sqrt(-2 * tail)
  let z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let i = 0; i < 4; i++) {
    const logTail = logNormalUpperTail(z)
    const hazard = Math.exp(-0.5 * z * z - 0.5 * Math.log(2 * Math.PI) - logTail)
    const gap = logTail - tail
    // d(ln tail)/dz = -hazard; d²/dz² = -hazard (hazard - z).
    z += gap / (hazard * (1 + (gap * (hazard - z)) / (2 * hazard)))
  }
  return upper ? z : -z
}
