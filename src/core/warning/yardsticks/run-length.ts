import { logLowerTail, logProbability, logUpperTail } from '../tails/counts.ts'

/**
 * Average days to an alarm of the Poisson CUSUM S = max(0, S + x - k), alarm at S ≥ h, when the true
 * mean is `mean` (Hawkins's Markov chain). Yardstick: R `surveillance::arlCusum`, which solves with
 * subtractions and so loses about ARL × 1e-16 of its digits; this keeps them all.
 *
 * @param o.h and `o.k` are read to one decimal; their multiples are the states of the chain.
 */
export function poissonCusumRunLength(o: { h: number; k: number; mean: number }): number {
  const h = Math.round(o.h * 10) / 10
  const k = Math.round(o.k * 10) / 10
  let unit = 1
  while (unit < 10 && !(isWhole(h * unit) && isWhole(k * unit))) unit++
  const K = Math.round(k * unit)
  const states = Math.round(h * unit)
  const law = { mean: o.mean, size: Infinity }
  /** P(x - k moves the sum by `step` units) and the like: a count only fits whole numbers. */
  const moves = (step: number) =>
    (step + K) % unit === 0 && step + K >= 0 ? Math.exp(logProbability((step + K) / unit, law)) : 0
  const atMost = (step: number) => Math.exp(logLowerTail(Math.floor((step + K) / unit), law))
  const atLeast = (step: number) => Math.exp(logUpperTail(Math.ceil((step + K) / unit), law))

  const move: number[][] = []
  const leave: number[] = []
  for (let i = 0; i < states; i++) {
    move.push(Array.from({ length: states }, (_, j) => (j === 0 ? atMost(-i) : moves(j - i))))
    leave.push(atLeast(states - i))
  }
  return stepsToLeave(move, leave)
}

/**
 * Mean steps before a chain leaves its states, from state 0. Grassmann, Taksar and Heyman's elimination:
 * only sums, products and quotients of positive numbers, hence exact to rounding however rare leaving is.
 */
function stepsToLeave(move: number[][], leave: number[]): number {
  const steps = leave.map(() => 1)
  for (let n = leave.length - 1; n > 0; n--) {
    let out = leave[n]!
    for (let j = 0; j < n; j++) out += move[n]![j]!
    for (let i = 0; i < n; i++) {
      const share = move[i]![n]! / out
      for (let j = 0; j < n; j++) move[i]![j]! += share * move[n]![j]!
      leave[i]! += share * leave[n]!
      steps[i]! += share * steps[n]!
    }
  }
  return steps[0]! / leave[0]!
}

const isWhole = (x: number) => Math.abs(x - Math.round(x)) < 1e-9
