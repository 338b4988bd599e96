import { civilOf, dayOf } from '../time/civil.ts'
import type { When } from '../time/when.ts'
import type { Locale } from '../words.ts'

/** Month names as the Levant writes them, both of the pair where two are in use. */
const MONTHS_AR = [
  'كانون الثاني/يناير',
  'شباط/فبراير',
  'آذار/مارس',
  'نيسان/أبريل',
  'أيار/مايو',
  'حزيران/يونيو',
  'تموز/يوليو',
  'آب/أغسطس',
  'أيلول/سبتمبر',
  'تشرين الأول/أكتوبر',
  'تشرين الثاني/نوفمبر',
  'كانون الأول/ديسمبر',
]
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** '28 November 2018', '28 تشرين الثاني/نوفمبر 2018': the civil day in `tz`. */
export function dayWords(seconds: number, tz: string, locale: Locale): string {
  const [y, m, d] = civilOf(seconds, tz)
  return `${d} ${(locale === 'ar' ? MONTHS_AR : MONTHS_EN)[m - 1]} ${y}`
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
