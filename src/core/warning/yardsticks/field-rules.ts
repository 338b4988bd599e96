/**
 * Two rules that desks use by hand, as yardsticks. Both compare the last seven days with earlier weeks
 * counted back from them.
 *
 * @param o.from index of the first judged day; at least all the weeks must lie before it.
 * @returns indices of alarm days.
 */
export function deviationRule(
  counts: readonly number[],
  o: { readonly deviations: number; readonly weeks: number; readonly least: number; readonly from: number },
): number[] {
  return weekly(counts, o.weeks, o.from, (now, before) => {
    const mean = before.reduce((a, b) => a + b, 0) / o.weeks
    const sd = Math.sqrt(before.reduce((a, b) => a + (b - mean) ** 2, 0) / (o.weeks - 1))
    return now >= o.least && now - mean > o.deviations * Math.max(sd, 1e-9)
  })
}

/** A week of at least `times` the mean of the four before, which must be at least `least`. */
export function ratioRule(
  counts: readonly number[],
  o: { readonly times: number; readonly least: number; readonly from: number },
): number[] {
  return weekly(counts, 4, o.from, (now, before) => {
    const mean = before.reduce((a, b) => a + b, 0) / 4
    return mean >= o.least && now >= o.times * mean
  })
}

function weekly(
  counts: readonly number[],
  weeks: number,
  from: number,
  isAlarm: (now: number, before: readonly number[]) => boolean,
): number[] {
  const cumulated = [0]
  for (const c of counts) cumulated.push(cumulated.at(-1)! + c)
  const week = (end: number) => cumulated[end]! - cumulated[end - 7]!
  const out: number[] = []
  for (let t = from; t < counts.length; t++) {
    const before = Array.from({ length: weeks }, (_, j) => week(t - 6 - 7 * j))
    if (isAlarm(week(t + 1), before)) out.push(t)
  }
  return out
}
