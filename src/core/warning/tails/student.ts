import { logIncompleteBeta } from './incomplete-beta.ts'

/** P(|T| ≥ |t|) for Student's T with `freedom` > 0 degrees: the two-sided p-value of a coefficient. */
export function studentTwoSided(t: number, freedom: number): number {
  const square = t * t
  const x = freedom / (freedom + square)
  return Math.exp(logIncompleteBeta(freedom / 2, 0.5, x, square / (freedom + square)).lower)
}
