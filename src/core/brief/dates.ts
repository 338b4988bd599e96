import { civilOf, dayOf } from '../time/civil.ts'
import { monthWords } from '../time/month-words.ts'
import type { When } from '../time/when.ts'
import type { Locale } from '../words.ts'

/** '28 November 2018', '28 تشرين الثاني/نوفمبر 2018': the civil day in `tz`. */
export function dayWords(seconds: number, tz: string, locale: Locale): string {
  const [y, m, d] = civilOf(seconds, tz)
  return `${d} ${monthWords(m, locale)} ${y}`
}

/** A day, or "from … to …" when it is known only to a span. */
export function whenWords(when: When, tz: string, locale: Locale): string {
  const [a, b] = [dayWords(when.lo, tz, locale), dayWords(when.hi, tz, locale)]
  if (dayOf(when.lo, tz) === dayOf(when.hi, tz)) return a
  return locale === 'ar' ? `بين ${a} و${b}` : `between ${a} and ${b}`
}

/** '18:30' in `tz`. */
export function clockWords(seconds: number, tz: string): string {
  const [, , , h, mi] = civilOf(seconds, tz)
  return `${String(h).padStart(2, '0')}:${String(mi).padStart(2, '0')}`
}
