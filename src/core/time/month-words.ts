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

/** The month's name in full, 1 = January. */
export function monthWords(month: number, locale: Locale): string {
  return (locale === 'ar' ? MONTHS_AR : MONTHS_EN)[month - 1]!
}

/** '2018-11-28' as a sentence says it; digits with hyphens would turn around in an Arabic line. */
export function dateWords(date: string, locale: Locale): string {
  const [y, m, d] = date.split('-').map(Number)
  return `${d} ${monthWords(m!, locale)} ${y}`
}
