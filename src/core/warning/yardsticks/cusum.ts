export type CusumScale = 'standard' | 'rossi' | 'anscombe'

/**
 * The one-sided CUSUM of standardised counts, never reset. Yardstick: equal to R `surveillance::cusum`.
 * The expected count is the mean of everything before `from`, or `means`, one a judged day.
 *
 * @returns the statistic, the count that would have reached `h` that day, and alarms. All NaN and no
 *   alarm when the mean is 0: the standardised count does not exist.
 */
export function cusum(
  counts: readonly number[],
  o: { from: number; k: number; h: number; scale: CusumScale; means?: readonly number[] },
): {
  readonly statistic: number[]
  readonly upperbound: number[]
  readonly alarm: boolean[]
  readonly mean: number
} {
  let mean = 0
  for (let i = 0; i < o.from; i++) mean += counts[i]!
  mean /= o.from
  const statistic: number[] = []
  const upperbound: number[] = []
  let s = 0
  for (let t = o.from; t < counts.length; t++) {
    const x = counts[t]!
    const m = o.means?.[t - o.from] ?? mean
    const root = Math.sqrt(m)
    upperbound.push(boundOf(o.scale, m, o.h + o.k - s))
    const z =
      o.scale === 'rossi'
        ? (x - 3 * m + 2 * Math.sqrt(x * m)) / (2 * root)
        : o.scale === 'standard'
          ? (x - m) / root
          : (1.5 * (x ** (2 / 3) - m ** (2 / 3))) / m ** (1 / 6)
    s = Math.max(0, s + z - o.k)
    statistic.push(s)
  }
  return { statistic, upperbound, alarm: statistic.map(v => v >= o.h), mean }
}

/** The count at which the standardised count reaches `need`, never below 0. */
function boundOf(scale: CusumScale, m: number, need: number): number {
  const root = Math.sqrt(m)
  let bound: number
  if (scale === 'standard') bound = Math.ceil(root * need + m)
  else if (scale === 'rossi') bound = 2 * need * root + 5 * m - 2 * Math.sqrt(4 * m * m + 2 * m * root * need)
  else {
    const power = (2 / 3) * m ** (1 / 6) * need + m ** (2 / 3)
    bound = power < 0 ? 0 : power ** 1.5
  }
  // NaN: the sum is already so high that no count is needed.
  return Number.isNaN(bound) ? 0 : Math.max(bound, 0)
}
