import type { DayNumber } from './calendar.ts'

/**
 * The Umm al-Qura calendar, as Intl has it: first day of each Hijri month, for the years whose table
 * exists (1300–1600). Built a year at a time when asked: 12 look-ups each.
 */
const STARTS = new Map<number, readonly DayNumber[]>()
let format: Intl.DateTimeFormat | undefined

export const FIRST_HIJRI_YEAR = 1300
export const LAST_HIJRI_YEAR = 1600

function hijriOf(n: DayNumber): readonly [year: number, month: number, day: number] {
  format ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  const part = { year: 0, month: 0, day: 0 }
  for (const p of format.formatToParts(n * 86_400_000))
    if (p.type === 'year' || p.type === 'month' || p.type === 'day')
      part[p.type] = Number.parseInt(p.value, 10)
  return [part.year, part.month, part.day]
}

/** First days of the twelve months of a Hijri year and of the month after them. */
function startsOf(year: number): readonly DayNumber[] {
  const known = STARTS.get(year)
  if (known) return known
  // 1 Muharram 1300 was 12 November 1882; a Hijri year has 354.367 days on average.
  let at = Math.round(-31_830 + (year - 1300) * 354.367) + 10
  const [y, m, d] = hijriOf(at)
  at -= Math.round((y - year) * 354.367 + (m - 1) * 29.53 + d - 1)
  const starts: DayNumber[] = []
  for (let month = 1; month <= 13; month++) {
    const [wantYear, wantMonth] = month === 13 ? [year + 1, 1] : [year, month]
    for (let tries = 0; tries < 6; tries++) {
      const [hy, hm, hd] = hijriOf(at)
      const months = (wantYear - hy) * 12 + wantMonth - hm
      if (months === 0 && hd === 1) break
      at += months === 0 ? 1 - hd : Math.round(months * 29.53) - (hd - 1)
    }
    starts.push(at)
    at += 29
  }
  STARTS.set(year, starts)
  return starts
}

/**
 * The day of an Umm al-Qura date; undefined when there is no such day (30 of a month of 29) or the
 * year is outside 1300–1600.
 */
export function dayOfHijri(year: number, month: number, day: number): DayNumber | undefined {
  if (year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR || month < 1 || month > 12 || day < 1)
    return undefined
  const starts = startsOf(year)
  const n = starts[month - 1]! + day - 1
  return n < starts[month]! ? n : undefined
}

/** First and last day of a Hijri month. */
export function hijriMonth(year: number, month: number): readonly [DayNumber, DayNumber] | undefined {
  if (year < FIRST_HIJRI_YEAR || year > LAST_HIJRI_YEAR || month < 1 || month > 12) return undefined
  const starts = startsOf(year)
  return [starts[month - 1]!, starts[month]! - 1]
}

/** The Hijri year a day lies in. */
export const hijriYearOf = (n: DayNumber): number => hijriOf(n)[0]
