import type { LogTails } from './incomplete-gamma.ts'
import { logBeta, logOneMinusExp } from './log-gamma.ts'

const MAX_TERMS = 100_000
const EPSILON = 4e-16
const TINY = 1e-300

/**
 * ln I_x(a, b) and its complement for a, b > 0. `x` and `y` = 1 - x are both given because a caller
 * often knows the small one exactly where the subtraction would lose it.
 */
export function logIncompleteBeta(a: number, b: number, x: number, y: number): LogTails {
  if (x <= 0) return { lower: -Infinity, upper: 0 }
  if (y <= 0) return { lower: 0, upper: -Infinity }
  const front = a * Math.log(x) + b * Math.log(y) - logBeta(a, b)
  if (x < (a + 1) / (a + b + 2)) {
    const lower = front + Math.log(fraction(a, b, x)) - Math.log(a)
    return { lower, upper: logOneMinusExp(Math.min(0, lower)) }
  }
  const upper = front + Math.log(fraction(b, a, y)) - Math.log(b)
  return { lower: logOneMinusExp(Math.min(0, upper)), upper }
}

/** Lentz's evaluation of the continued fraction of I_x(a, b). */
function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let m = 1; m < MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    h *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    const delta = d * c
    h *= delta
    if (Math.abs(delta - 1) < EPSILON) break
  }
  return h
}

const nonZero = (x: number) => (Math.abs(x) < TINY ? TINY : x)
