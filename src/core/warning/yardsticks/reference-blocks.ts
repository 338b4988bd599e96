const DAY_MS = 86_400_000

/**
 * The past weeks that Farrington's flexible algorithm learns from, with their seasonal level: windows
 * round the same week of past years have the highest level, the weeks between are cut into periods - 1
 * equal blocks. Includes the window up to the judged week; the caller leaves out the recent ones.
 *
 * @returns [week index, level 1..periods] in order, or undefined when history is too short.
 */
export function referenceBlocks(
  firstDay: number,
  weeks: number,
  week: number,
  o: { readonly years: number; readonly halfWindow: number; readonly periods: number },
): [number, number][] | undefined {
  const same = sameWeekInPastYears(firstDay + 7 * week, o.years).map(d => (d - firstDay) / 7)
  if (same.some(i => i < 0 || i >= weeks || !Number.isInteger(i))) return undefined
  const level = new Map<number, number>()
  const put = (from: number, to: number, l: number) => {
    for (let i = from; i <= to; i++) level.set(i, l)
  }
  const w = o.halfWindow
  put(week - w, week, o.periods)
  const windows = [week, ...same]
  for (let i = 1; i < windows.length; i++) {
    const at = windows[i]!
    put(at - w, at + w, o.periods)
    if (o.periods === 1) continue
    const between = windows[i - 1]! - 2 * w - 1 - at
    const parts = o.periods - 1
    let start = at + w + 1
    for (let part = 0; part < parts; part++) {
      const length = Math.floor(between / parts) + (part < between % parts ? 1 : 0)
      put(start, start + length - 1, part + 1)
      start += length
    }
  }
  if ([...level.keys()].some(i => i < 0)) return undefined
  return [...level].sort((a, b) => a[0] - b[0])
}

/** For one, two, … years back: the day nearest that date which falls on the same weekday. */
function sameWeekInPastYears(day: number, years: number): number[] {
  const date = new Date(day * DAY_MS)
  return Array.from({ length: years }, (_, i) => {
    const then = Date.UTC(date.getUTCFullYear() - i - 1, date.getUTCMonth(), date.getUTCDate()) / DAY_MS
    const weekday = (d: number) => new Date(d * DAY_MS).getUTCDay()
    const inWeek = then - (weekday(then) - date.getUTCDay())
    const other = inWeek + (inWeek > then ? -7 : 7)
    return Math.abs(inWeek - then) > Math.abs(other - then) ? other : inWeek
  })
}
