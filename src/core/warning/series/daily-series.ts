/**
 * Events a day of one kind in one place: what detectors watch. Index 0 is `firstDay`; days are civil
 * days of the accord's zone, numbered from 1970-01-01.
 */
export type DailySeries = {
  readonly id: string
  readonly firstDay: number
  /** Events; fractions where a day is only partly known to be theirs; NaN = nobody looked. */
  readonly counts: readonly number[]
  /** Share of a day's events that could be known by now, 0..1: coverage × reported share. Absent = 1. */
  readonly exposure?: readonly number[]
  /** Which source was first to report a day's events, and how many each. */
  readonly sources?: readonly Readonly<Record<string, number>>[]
}

/** '2018-11-25' of day number 17860. */
export function dateOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

/** Day number of '2018-11-25'; NaN when it is no such day. */
export function dayOfDate(date: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return Number.NaN
  const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000
  return Number.isNaN(day) || dateOfDay(day) !== date ? Number.NaN : day
}

/** Monday 0 … Sunday 6 of a day number. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7
