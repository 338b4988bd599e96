/**
 * Frisén's semiparametric outbreak statistic: how much better a rising mean explains the series up to
 * each day than a constant one. Yardstick: equal to R `surveillance::outbreakP`. Costs n² operations.
 *
 * @returns for each day the statistic over all days so far, and whether it passes `threshold`.
 */
export function outbreakP(
  counts: readonly number[],
  o: { threshold: number },
): { readonly statistic: number[]; readonly alarm: boolean[] } {
  const statistic: number[] = []
  const level = new Array<number>(counts.length)
  const weight = new Array<number>(counts.length)
  let blocks = 0
  let mean = 0
  for (let t = 0; t < counts.length; t++) {
    mean += (counts[t]! - mean) / (t + 1)
    // Pool adjacent violators: the rising fit after day t needs only the blocks of the fit before it.
    let sum = counts[t]!
    let days = 1
    while (blocks > 0 && sum / days <= level[blocks - 1]! / weight[blocks - 1]!) {
      blocks--
      sum += level[blocks]!
      days += weight[blocks]!
    }
    level[blocks] = sum
    weight[blocks] = days
    blocks++

    let product = 1
    for (let b = 0, day = 0; b < blocks; b++) {
      const fit = level[b]! / weight[b]!
      const ratio = fit === 0 && mean === 0 ? 1 : fit / mean
      for (let i = 0; i < weight[b]!; i++, day++) product *= ratio ** counts[day]!
    }
    statistic.push(product)
  }
  return { statistic, alarm: statistic.map(s => s > o.threshold) }
}
