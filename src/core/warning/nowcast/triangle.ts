/**
 * How long reports take, as counted: `cells[t][x]` events of day t that were reported x days later.
 * Cells that lie after the last day are undefined: nobody can know them yet.
 */
export type ReportingTriangle = {
  /** Longest delay kept, in days; longer ones are counted as this long. */
  readonly maxDelay: number
  readonly cells: readonly (readonly (number | undefined)[])[]
}

/** One event: the day it happened and the day it was first reported, as day numbers. */
export type Reported = { readonly happened: number; readonly reported: number }

/**
 * Counts events into a triangle of the days from..now. What was reported after `now`, or is said to be
 * reported before it happened, is left out.
 */
export function reportingTriangle(
  events: readonly Reported[],
  o: { readonly from: number; readonly now: number; readonly maxDelay: number },
): ReportingTriangle {
  const days = o.now - o.from + 1
  const cells = Array.from({ length: days }, (_, t) =>
    Array.from({ length: o.maxDelay + 1 }, (_, x): number | undefined => (t + x < days ? 0 : undefined)),
  )
  for (const e of events) {
    if (e.reported > o.now || e.reported < e.happened || e.happened < o.from) continue
    const row = cells[e.happened - o.from]!
    const delay = Math.min(e.reported - e.happened, o.maxDelay)
    row[delay] = (row[delay] ?? 0) + 1
  }
  return { maxDelay: o.maxDelay, cells }
}

/** Events of each day that are known by the last day. */
export const knownOf = (t: ReportingTriangle): number[] =>
  t.cells.map(row => row.reduce<number>((s, v) => s + (v ?? 0), 0))

/**
 * For each delay x: events reported after exactly x days, and after at most x, both over those days that
 * are old enough to have shown a delay of x (Lawless 1994, 2.7 and 2.8). Their ratio is the share of x
 * among delays up to x, free of the bias that recent days have had only short delays.
 *
 * @param truncated false counts every day, the biased way; kept as a yardstick.
 */
export function delayCounts(
  t: ReportingTriangle,
  truncated = true,
): { readonly exactly: readonly number[]; readonly atMost: readonly number[] } {
  const days = t.cells.length
  const exactly: number[] = []
  const atMost: number[] = []
  for (let x = 0; x <= t.maxDelay; x++) {
    let n = 0
    let upTo = 0
    for (let day = 0; day < days - x; day++) {
      n += t.cells[day]![x] ?? 0
      for (let y = 0; y <= x; y++) upTo += t.cells[day]![y] ?? 0
    }
    exactly.push(n)
    atMost.push(upTo)
  }
  if (truncated) return { exactly, atMost }
  let sum = 0
  return { exactly, atMost: exactly.map(n => (sum += n)) }
}
