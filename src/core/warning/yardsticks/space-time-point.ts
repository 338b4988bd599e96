export type PointInTime = { readonly x: number; readonly y: number; readonly t: number }

/**
 * Assunção and Correa's Shiryaev-Roberts statistic for a growing cluster among points in time: for each
 * event n, the sum over earlier events k of the likelihood ratio of a cylinder of radius `radius` from k to
 * n with intensity 1 + `epsilon`. Yardstick: equal to R `surveillance::stcd`. Costs n² operations.
 *
 * @param events in order of time; x, y in the unit of `radius`.
 * @returns the statistic at each event, the first event above `threshold` and the event at the
 *   cluster's centre, both undefined without an alarm.
 */
export function spaceTimePointDetector(
  events: readonly PointInTime[],
  o: { radius: number; epsilon: number; threshold: number },
): { readonly statistic: number[]; readonly alarmAt?: number; readonly centre?: number } {
  const logFactor = Math.log1p(o.epsilon)
  const statistic: number[] = []
  /** Events near k so far, and those of them since k. */
  const nearAll = new Int32Array(events.length)
  const nearSince = new Int32Array(events.length)
  let alarmAt: number | undefined
  let centre: number | undefined
  for (let n = 0; n < events.length; n++) {
    const e = events[n]!
    let sum = 0
    let best = -Infinity
    let bestAt = 0
    for (let k = 0; k <= n; k++) {
      const c = events[k]!
      if (Math.hypot(e.x - c.x, e.y - c.y) < o.radius) {
        nearAll[k]!++
        nearSince[k]!++
        if (k < n) nearAll[n]!++
      }
    }
    for (let k = 0; k <= n; k++) {
      const expected = ((n - k + 1) * nearAll[k]!) / (n + 1)
      const ratio = logFactor * nearSince[k]! - o.epsilon * expected
      sum += Math.exp(ratio)
      if (ratio > best) {
        best = ratio
        bestAt = k
      }
    }
    statistic.push(sum)
    if (sum > o.threshold && alarmAt === undefined) {
      alarmAt = n
      centre = bestAt
    }
  }
  return { statistic, alarmAt, centre }
}
