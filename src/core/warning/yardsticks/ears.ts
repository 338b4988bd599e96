import { normalQuantile } from '../tails/normal.ts'

export type EarsMethod = 'C1' | 'C2' | 'C3'

/**
 * CDC's EARS C1, C2, C3: today against mean and standard deviation of the `baseline` days just before
 * (C1), of those ending three days ago (C2), or C2's excess summed over three days (C3).
 * Yardstick: equal to R `surveillance::earsC`, including its NaN where a standard deviation is 0 in C3.
 *
 * @param from index of the first judged day; at least baseline, + 2 for C2, + 4 for C3.
 * @returns one upper bound and one alarm a day from `from` on. An alarm is a count above the bound.
 */
export function ears(
  counts: readonly number[],
  o: { method: EarsMethod; baseline: number; alpha: number; minSigma?: number; from?: number },
): { readonly upperbound: number[]; readonly alarm: boolean[] } {
  const z = normalQuantile(1 - o.alpha)
  const least = o.minSigma ?? 0
  const reach = o.baseline + { C1: 0, C2: 2, C3: 4 }[o.method]
  const from = Math.max(o.from ?? reach, reach)
  const upperbound: number[] = []
  const gap = o.method === 'C1' ? 1 : 3
  /** Mean and standard deviation of the days that end `gap` days before `t`. */
  const before = (t: number) => spread(counts, t - gap - o.baseline + 1, o.baseline, least)

  for (let t = from; t < counts.length; t++) {
    const { mean, sd } = before(t)
    if (o.method !== 'C3') {
      upperbound.push(mean + z * sd)
      continue
    }
    let carried = 0
    for (const lag of [2, 1]) {
      const b = before(t - lag)
      carried += Math.max(0, (counts[t - lag]! - b.mean) / b.sd - 1)
    }
    upperbound.push(Math.max(0, counts[t]! + sd * (z - carried)))
  }
  return { upperbound, alarm: upperbound.map((u, i) => counts[from + i]! > u) }
}

function spread(x: readonly number[], start: number, n: number, least: number): { mean: number; sd: number } {
  let sum = 0
  for (let i = start; i < start + n; i++) sum += x[i]!
  const mean = sum / n
  let squares = 0
  for (let i = start; i < start + n; i++) squares += (x[i]! - mean) ** 2
  return { mean, sd: Math.max(least, Math.sqrt(squares / (n - 1))) }
}
