import type { Accord } from '../accord/model.ts'
import { eventWords } from '../event/type-words.ts'
import { EVENT_TYPES, PARENT } from '../event/types.ts'
import { civilOf } from '../time/civil.ts'
import type { When } from '../time/when.ts'
import type { Words } from '../words.ts'
import { codeWords } from './codes.ts'
import { maskOf } from './type-mask.ts'

/** Fills `{name}` in both languages. A missing value is a bug of ours and throws. */
export function fill(template: Words, values: Readonly<Record<string, Words | string | number>>): Words {
  const one = (text: string, locale: 'en' | 'ar') =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const v = values[name]
      if (v === undefined) throw new Error(`no value for {${name}} in '${text}'`)
      return typeof v === 'object' ? v[locale] : String(v)
    })
  return { en: one(template.en, 'en'), ar: one(template.ar, 'ar') }
}

/** "A, B and C"; in Arabic «أ وب وج», where the conjunction is written onto the word. */
export const listed = (words: readonly Words[]): Words => ({
  en:
    words.length < 2
      ? (words[0]?.en ?? '')
      : `${words
          .slice(0, -1)
          .map(w => w.en)
          .join(', ')} and ${words.at(-1)!.en}`,
  ar: words.map(w => w.ar).join(' و'),
})

/** Phrases set side by side as reasons. */
export const reasons = (codes: readonly string[]): Words => {
  const words = codes.map(codeWords)
  return { en: words.map(w => w.en).join('; '), ar: words.map(w => w.ar).join('، و') }
}

/** A party's name, or several joined. */
export const partyWords = (accord: Accord, ids: readonly string[]): Words =>
  listed(ids.map(id => accord.parties.find(p => p.id === id)?.name ?? { en: id, ar: id }))

/** A zone's name. */
export const zoneWords = (accord: Accord, id: string): Words =>
  accord.zones.find(z => z.id === id)?.name ?? { en: id, ar: id }

/** The sharpest name that covers every type an event may have been. */
export function typesWords(mask: bigint): Words {
  let best: string | undefined
  for (const t of EVENT_TYPES) {
    const own = maskOf([t])
    if ((mask & own) === mask && (best === undefined || (own & maskOf([best])) === own)) best = t
  }
  if (best !== undefined) return eventWords(best)
  const tops = EVENT_TYPES.filter(t => {
    const own = maskOf([t])
    const parent = PARENT[t]
    return (own & mask) === own && !(parent !== undefined && (maskOf([parent]) & mask) === maskOf([parent]))
  }).map(eventWords)
  return { en: tops.map(t => t.en).join(' or '), ar: tops.map(t => t.ar).join(' أو ') }
}

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** Both names of each month, as United Nations documents in Arabic write them. */
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

const two = (n: number): string => String(n).padStart(2, '0')

function dayWords(seconds: number, tz: string): Words {
  const [y, m, d] = civilOf(seconds, tz)
  return { en: `${d} ${MONTHS_EN[m - 1]} ${y}`, ar: `${d} ${MONTHS_AR[m - 1]} ${y}` }
}

/** An instant to the minute: "3 Nov 2018, 14:00"; to the second when it is not a whole minute. */
export function instantWords(seconds: number, tz: string): Words {
  const [, , , h, mi, s] = civilOf(seconds, tz)
  const day = dayWords(seconds, tz)
  const clock = s === 0 || s === 59 ? `${two(h)}:${two(mi)}` : `${two(h)}:${two(mi)}:${two(s)}`
  return { en: `${day.en}, ${clock}`, ar: `${day.ar}، الساعة ${clock}` }
}

/** When something happened, no sharper than it is known: an instant, a day, or from one day to another. */
export function whenWords(w: When, tz: string): Words {
  if (w.hi - w.lo < 60) return instantWords(w.lo, tz)
  const [a, b] = [dayWords(w.lo, tz), dayWords(w.hi, tz)]
  if (a.en === b.en) {
    const whole = w.hi - w.lo >= 82_800
    if (whole) return a
    const [, , , h1, m1] = civilOf(w.lo, tz)
    const [, , , h2, m2] = civilOf(w.hi, tz)
    const [from, to] = [`${two(h1)}:${two(m1)}`, `${two(h2)}:${two(m2)}`]
    return { en: `${a.en}, ${from} to ${to}`, ar: `${a.ar}، بين ${from} و${to}` }
  }
  return { en: `between ${a.en} and ${b.en}`, ar: `بين ${a.ar} و${b.ar}` }
}

/** A last day or instant: a deadline at the end of a day is named by its day. */
export function untilWords(seconds: number, tz: string): Words {
  const [, , , h, m] = civilOf(seconds, tz)
  return h === 23 && m === 59 ? dayWords(seconds, tz) : instantWords(seconds, tz)
}

/** Hours below four days, else days: "20 h", "6 d 4 h"; for arithmetic facts. */
export function spanWords(seconds: number): Words {
  const sign = seconds < 0 ? '-' : ''
  const s = Math.abs(seconds)
  const hours = Math.round(s / 360) / 10
  if (s < 3600) return { en: `${sign}${Math.round(s / 60)} min`, ar: `${sign}${Math.round(s / 60)} د` }
  if (s < 4 * 86400) return { en: `${sign}${hours} h`, ar: `${sign}${hours} س` }
  const days = Math.round(s / 8640) / 10
  return { en: `${sign}${days} d`, ar: `${sign}${days} ي` }
}

/** Kilometres to one decimal from whole metres. */
export const kmWords = (metres: number): Words =>
  Number.isFinite(metres)
    ? { en: `${Math.round(metres / 100) / 10} km`, ar: `${Math.round(metres / 100) / 10} كم` }
    : { en: 'unknown', ar: 'غير معروفة' }

/** Arabic nouns after a preposition or a number, by the language's own plural classes. */
const NOUNS = {
  source: {
    en: ['independent source', 'independent sources'],
    ar: ['مصدر مستقل واحد', 'مصدرين مستقلين', 'مصادر مستقلة', 'مصدرًا مستقلًا', 'مصدر مستقل'],
  },
  report: {
    en: ['report', 'reports'],
    ar: ['تقرير واحد', 'تقريرين', 'تقارير', 'تقريرًا', 'تقرير'],
  },
  act: {
    en: ['act', 'acts'],
    ar: ['فعل واحد', 'فعلين', 'أفعال', 'فعلًا', 'فعل'],
  },
  day: { en: ['day', 'days'], ar: ['يوم واحد', 'يومين', 'أيام', 'يومًا', 'يوم'] },
} as const

const RULES_AR = new Intl.PluralRules('ar')

/** A number with its noun: "2 independent sources", «مصدرين مستقلين» (genitive or accusative). */
export function counted(n: number, noun: keyof typeof NOUNS): Words {
  const { en, ar } = NOUNS[noun]
  const kind = RULES_AR.select(n)
  const form =
    kind === 'one'
      ? ar[0]
      : kind === 'two'
        ? ar[1]
        : `${n} ${kind === 'few' ? ar[2] : kind === 'many' ? ar[3] : ar[4]}`
  return { en: `${n} ${n === 1 ? en[0] : en[1]}`, ar: form }
}

/** Sentences one after the other. */
export const join = (...parts: readonly (Words | undefined)[]): Words => ({
  en: parts.map(p => p?.en ?? '').join(''),
  ar: parts.map(p => p?.ar ?? '').join(''),
})

/** Begins an English sentence; Arabic has no capitals. */
export const capital = (w: Words): Words => ({ en: w.en.charAt(0).toUpperCase() + w.en.slice(1), ar: w.ar })
