import { delayCounts, knownOf, type ReportingTriangle } from '../nowcast/triangle.ts'
import { normalCdf } from '../tails/normal.ts'

/** Point and 95 % interval for each day of a triangle. */
export type PlainNowcast = { readonly point: number[]; readonly low: number[]; readonly high: number[] }

/**
 * Lawless's (1994) nowcast. Yardstick: equal to R `surveillance::nowcast(method = "lawless")`, whose
 * variance keeps the sampling term only and whose "truncated" normal is scaled but not shifted.
 *
 * @param max largest count considered; 0 is R's answer when the mass up to it stays below the level.
 */
export function lawlessNowcast(triangle: ReportingTriangle, max: number, alpha = 0.05): PlainNowcast {
  const { exactly, atMost } = delayCounts(triangle)
  const days = triangle.cells.length
  const cdfs = knownOf(triangle).map((known, t) => {
    let share = 1
    for (let x = days - t; x <= triangle.maxDelay; x++)
      share *= 1 - (atMost[x] ? exactly[x]! / atMost[x]! : 0)
    const point = known / share
    const sd = Math.sqrt((known * (1 - share)) / share ** 2)
    if (!(sd > 0)) return (k: number) => (k >= point ? 1 : 0)
    const scale = 1 - normalCdf((known - point) / sd)
    return (k: number) => (k < known ? 0 : normalCdf((k - point) / sd) / scale)
  })
  return pick(cdfs, max, alpha)
}

/** Knows nothing: every count from the known to `max` alike. Equal to R's method "unif". */
export function uniformNowcast(triangle: ReportingTriangle, max: number, alpha = 0.05): PlainNowcast {
  const cdfs = knownOf(triangle).map(known => {
    const values = Math.max(0, max - known) + 1
    return (k: number) => (k < known ? 0 : (k - known + 1) / values)
  })
  return pick(cdfs, max, alpha)
}

function pick(cdfs: readonly ((k: number) => number)[], max: number, alpha: number): PlainNowcast {
  const first = (cdf: (k: number) => number, p: number) => {
    for (let k = 0; k <= max; k++) if (cdf(k) > p) return k
    return 0
  }
  return {
    point: cdfs.map(c => first(c, 0.5)),
    low: cdfs.map(c => first(c, alpha / 2)),
    high: cdfs.map(c => first(c, 1 - alpha / 2)),
  }
}
