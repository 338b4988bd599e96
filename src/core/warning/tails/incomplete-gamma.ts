import { logGamma, logOneMinusExp } from './log-gamma.ts'

/** Both tails of the regularised incomplete gamma function, as natural logs. */
export type LogTails = { readonly lower: number; readonly upper: number }

const MAX_TERMS = 100_000
const EPSILON = 1e-16
const TINY = 1e-300

/**
 * ln P(a, x) and ln Q(a, x) for a > 0, x ≥ 0. The smaller tail is computed, the larger follows from it,
 * so neither loses digits. Series below the mean, Lentz's continued fraction above.
 */
export function logIncompleteGamma(a: number, x: number): LogTails {
  if (x <= 0) return { lower: -Infinity, upper: 0 }
  if (x === Infinity) return { lower: 0, upper: -Infinity }
  const front = a * Math.log(x) - x - logGamma(a)
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < MAX_TERMS && term > sum * EPSILON; n++) {
      term *= x / (a + n)
      sum += term
    }
    const lower = front + Math.log(sum)
    return { lower, upper: logOneMinusExp(lower) }
  }
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let n = 1; n < MAX_TERMS; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / nonZero(an * d + b)
    c = nonZero(b + an / c)
    const delta = d * c
    h *= delta
    if (Math.abs(delta - 1) < EPSILON * 4) break
  }
  const upper = front + Math.log(h)
  return { lower: logOneMinusExp(upper), upper }
}

const nonZero = (x: number) => (Math.abs(x) < TINY ? TINY : x)
