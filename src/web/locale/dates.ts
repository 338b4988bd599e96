import { dayOf, instantOf } from '../../core/time/civil.ts'
import type { When } from '../../core/time/when.ts'
import type { Locale } from '../../core/words.ts'
import type { Numerals } from './numerals.ts'

/** What a date needs to be written: the reader's language and numerals, the accord's zone. */
export type Dating = { readonly language: Locale; readonly numerals: Numerals; readonly tz: string }

/** BCP 47 tag; Syrian Arabic has the Levantine month names, British English the day first. */
export function tagOf(language: Locale, numerals: Numerals): string {
  return `${language === 'ar' ? 'ar-SY' : 'en-GB'}-u-nu-${language === 'ar' ? numerals : 'latn'}`
}

const FORMATS = new Map<string, Intl.DateTimeFormat>()
function formatOf(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options)
  let f = FORMATS.get(key)
  if (!f) {
    f = new Intl.DateTimeFormat(tag, options)
    FORMATS.set(key, f)
  }
  return f
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** "28 Nov 2018": the civil day in the accord's zone. `seconds` UTC. */
export function dayText(seconds: number, d: Dating): string {
  return formatOf(tagOf(d.language, d.numerals), { ...DAY, timeZone: d.tz }).format(seconds * 1000)
}

/** "28 Nov 2018, 14:05" in the accord's zone. */
export function minuteText(seconds: number, d: Dating): string {
  return formatOf(tagOf(d.language, d.numerals), { ...DAY, ...TIME, timeZone: d.tz }).format(seconds * 1000)
}

/** A civil text ('2018', '2018-11', '2018-11-28') as the reader's language writes it; other texts unchanged. */
export function civilText(text: string, d: Omit<Dating, 'tz'>): string {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2}).*)?$/.exec(text)
  if (!m) return text
  const tag = tagOf(d.language, d.numerals)
  // Noon UTC in UTC: a civil date never passes through the browser's own zone.
  const at = Date.UTC(Number(m[1]), Number(m[2] ?? 1) - 1, Number(m[3] ?? 1), 12)
  const options = m[3]
    ? DAY
    : m[2]
      ? ({ month: 'long', year: 'numeric' } as const)
      : ({ year: 'numeric' } as const)
  return formatOf(tag, { ...options, timeZone: 'UTC' }).format(at)
}

/** How an interval is best said: an instant, a whole day, month or year, or from … to …. */
export type WhenParts =
  | { readonly kind: 'one'; readonly text: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }

/** The interval in the fewest words that are still true. */
export function whenParts(when: When, d: Dating): WhenParts {
  if (when.hi - when.lo < 60) return { kind: 'one', text: minuteText(when.lo, d) }
  const [from, to] = [dayOf(when.lo, d.tz), dayOf(when.hi, d.tz)]
  const startsDay = when.lo === startOf(from, d.tz)
  const endsDay = when.hi === startOf(dayOf(when.hi + 1, d.tz), d.tz) - 1
  if (startsDay && endsDay) {
    if (from === to) return { kind: 'one', text: dayText(when.lo, d) }
    const [y, m, day] = [from.slice(0, 4), from.slice(5, 7), from.slice(8)]
    const next = dayOf(when.hi + 1, d.tz)
    if (day === '01' && next.endsWith('-01')) {
      if (y === to.slice(0, 4) && m === to.slice(5, 7))
        return { kind: 'one', text: civilText(`${y}-${m}`, d) }
      if (m === '01' && next === `${Number(y) + 1}-01-01`) return { kind: 'one', text: civilText(y, d) }
    }
    return { kind: 'range', from: dayText(when.lo, d), to: dayText(when.hi, d) }
  }
  return { kind: 'range', from: minuteText(when.lo, d), to: minuteText(when.hi, d) }
}

function startOf(day: string, tz: string): number {
  return instantOf(tz, Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)))
}

/** "in 5 days", "3 days ago": whole civil days from `from` to `to`. */
export function daysAway(from: number, to: number, tz: string): number {
  const noon = (s: number) => Date.parse(`${dayOf(s, tz)}T12:00:00Z`)
  return Math.round((noon(to) - noon(from)) / 86_400_000)
}

export function relativeDays(days: number, language: Locale, numerals: Numerals): string {
  return new Intl.RelativeTimeFormat(tagOf(language, numerals), { numeric: 'auto' }).format(days, 'day')
}
