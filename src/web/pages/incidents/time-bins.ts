import type { IncidentCounts } from '../../../core/view/incident-counts.ts'
import { MARKS, type Mark } from '../../../core/view/incident-mark.ts'

/** A stretch of days as one bar. */
export type Bin = {
  readonly from: string
  /** Last day in it. */
  readonly to: string
  readonly n: number
  readonly wide: number
  readonly marks: Readonly<Partial<Record<Mark, number>>>
}

/** Days as whole numbers from the first one on: civil days, no clock involved. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00Z`) / 86_400_000
export const dayOfNumber = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10)

const BARS = 140

/** Bars over all days from the first incident to the last: a day each where they fit, else weeks, else more weeks. */
export function binsOf(days: IncidentCounts['days']): {
  readonly bins: readonly Bin[]
  readonly step: number
} {
  if (!days.length) return { bins: [], step: 1 }
  const [first, last] = [dayNumber(days[0]!.day), dayNumber(days.at(-1)!.day)]
  const span = last - first + 1
  const step = span <= BARS ? 1 : 7 * Math.ceil(span / (7 * BARS))
  const bins: { from: string; to: string; n: number; wide: number; marks: Partial<Record<Mark, number>> }[] =
    []
  for (let at = first; at <= last; at += step)
    bins.push({ from: dayOfNumber(at), to: dayOfNumber(at + step - 1), n: 0, wide: 0, marks: {} })
  for (const d of days) {
    const bin = bins[Math.floor((dayNumber(d.day) - first) / step)]!
    bin.n += d.n
    bin.wide += d.wide
    for (const m of MARKS) if (d.marks[m]) bin.marks[m] = (bin.marks[m] ?? 0) + d.marks[m]
  }
  return { bins, step }
}
