import type { Locale } from '../words.ts'

/** A noun in the forms that numbers ask for. Arabic has six, English two (CLDR plural categories). */
export type Noun = {
  readonly en: readonly [one: string, other: string]
  readonly ar: {
    readonly zero: string
    /** Stands alone: "حادث واحد". */
    readonly one: string
    /** Stands alone: "حادثان". */
    readonly two: string
    /** After 3–10: "3 حوادث". */
    readonly few: string
    /** After 11–99: "11 حادثاً". */
    readonly many: string
    /** After 100, 1000 …: "100 حادث". */
    readonly other: string
  }
}

const ARABIC = new Intl.PluralRules('ar')

/** "no incidents", "1 incident", "3 incidents"; "لا حوادث", "حادث واحد", "حادثان", "3 حوادث", "11 حادثاً". */
export function counted(n: number, noun: Noun, locale: Locale): string {
  if (locale === 'en') return `${n === 0 ? 'no' : n} ${noun.en[n === 1 ? 0 : 1]}`
  const form = ARABIC.select(n) as keyof Noun['ar']
  const word = noun.ar[form]
  return form === 'zero' || form === 'one' || form === 'two' ? word : `${n} ${word}`
}

export const NOUNS = {
  incident: {
    en: ['incident', 'incidents'],
    ar: { zero: 'لا حوادث', one: 'حادث واحد', two: 'حادثان', few: 'حوادث', many: 'حادثاً', other: 'حادث' },
  },
  provision: {
    en: ['provision', 'provisions'],
    ar: { zero: 'لا بنود', one: 'بند واحد', two: 'بندان', few: 'بنود', many: 'بنداً', other: 'بند' },
  },
  statement: {
    en: ['statement', 'statements'],
    ar: {
      zero: 'لا تصريحات',
      one: 'تصريح واحد',
      two: 'تصريحان',
      few: 'تصريحات',
      many: 'تصريحاً',
      other: 'تصريح',
    },
  },
  source: {
    en: ['source', 'sources'],
    ar: { zero: 'لا مصادر', one: 'مصدر واحد', two: 'مصدران', few: 'مصادر', many: 'مصدراً', other: 'مصدر' },
  },
  person: {
    en: ['person', 'persons'],
    ar: { zero: 'لا أحد', one: 'شخص واحد', two: 'شخصان', few: 'أشخاص', many: 'شخصاً', other: 'شخص' },
  },
  day: {
    en: ['day', 'days'],
    ar: { zero: 'لا أيام', one: 'يوم واحد', two: 'يومان', few: 'أيام', many: 'يوماً', other: 'يوم' },
  },
  verdict: {
    en: ['verdict', 'verdicts'],
    ar: { zero: 'لا أحكام', one: 'حكم واحد', two: 'حكمان', few: 'أحكام', many: 'حكماً', other: 'حكم' },
  },
  /** As an object of a verb: "شمل حكماً واحداً، حكمين". */
  verdictObject: {
    en: ['verdict', 'verdicts'],
    ar: {
      zero: 'لا شيء',
      one: 'حكماً واحداً',
      two: 'حكمين',
      few: 'أحكام',
      many: 'حكماً',
      other: 'حكم',
    },
  },
} as const satisfies Record<string, Noun>
