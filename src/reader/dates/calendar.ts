/** A civil day as the number of days since 1970-01-01, so that no time zone can move it. */
export type DayNumber = number

export type CivilDay = { readonly year: number; readonly month: number; readonly day: number }

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')

/** The day number of a civil day, or undefined when there is no such day (30 February). */
export function dayNumber(year: number, month: number, day: number): DayNumber | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return Date.UTC(year, month - 1, day) / 86_400_000
}

export function civilDay(n: DayNumber): CivilDay {
  const d = new Date(n * 86_400_000)
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate() }
}

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

/** '2018-11-25' */
export function isoDay(n: DayNumber): string {
  const { year, month, day } = civilDay(n)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** '2018-11' */
export const isoMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`

/** Monday = 1 … Sunday = 7. */
export const weekdayOf = (n: DayNumber): number => ((((n + 3) % 7) + 7) % 7) + 1

/** '2018-W48' of the ISO week the day lies in. */
export function isoWeek(n: DayNumber): string {
  const thursday = n - weekdayOf(n) + 4
  const year = civilDay(thursday).year
  const first = Date.UTC(year, 0, 1) / 86_400_000
  return `${pad(year, 4)}-W${pad(Math.floor((thursday - first) / 7) + 1)}`
}

/** The same day `months` later; the last day of a shorter month. */
export function addMonths(n: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilDay(n)
  const [y, m] = shiftMonth(year, month, months)
  return dayNumber(y, m, Math.min(day, daysInMonth(y, m)))!
}

/** [year, month] `by` months later. */
export function shiftMonth(year: number, month: number, by: number): readonly [number, number] {
  const index = year * 12 + (month - 1) + by
  return [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
}

/** Day number of 'YYYY-MM-DD' or of an instant's text that begins so; undefined for anything else. */
export function dayOfIso(text: string): DayNumber | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]|$)/.exec(text)
  return m ? dayNumber(Number(m[1]), Number(m[2]), Number(m[3])) : undefined
}
