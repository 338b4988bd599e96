import type { DayPart, Direction, StretchPart, Unit } from './date-lexicon.ts'

/** A year as a text gives it: a number, pointed at (last year), or that of the date named before. */
export type YearRef = number | { readonly pointing: Direction } | { readonly sameAs: number }

/** A month as a text gives it; `sameAs` counts months from the date named before. */
export type MonthRef = number | { readonly pointing: Direction } | { readonly sameAs: number }

/** What a date phrase says, before a publication date is known. */
export type Expression =
  | {
      readonly kind: 'day'
      readonly day: number
      readonly month: MonthRef
      readonly year?: YearRef
      /** Said of the month: الماضي, прошлого. */
      readonly pointing?: Direction
      readonly hijri: boolean
      /** The Gregorian equal that stands beside a Hijri date; it rules. */
      readonly gregorian?: Expression
    }
  | {
      readonly kind: 'month'
      readonly month: number
      readonly year?: YearRef
      readonly pointing?: Direction
      readonly hijri: boolean
      readonly part?: StretchPart
    }
  | { readonly kind: 'year'; readonly year: YearRef; readonly hijri: boolean; readonly part?: StretchPart }
  | { readonly kind: 'quarter' | 'half'; readonly n: number; readonly year?: YearRef }
  | { readonly kind: 'weekday'; readonly n: number; readonly pointing?: Direction; readonly week?: Direction }
  | { readonly kind: 'relative'; readonly days: number }
  | {
      readonly kind: 'stretch'
      readonly unit: Unit
      readonly pointing: Direction
      readonly part?: StretchPart
    }
  | { readonly kind: 'weekend'; readonly pointing?: Direction }
  /** N units before (negative) or after publication. `n` is absent when the text gives no number. */
  | {
      readonly kind: 'shift'
      readonly unit: Unit
      readonly n: number | undefined
      readonly sign: -1 | 1
      readonly limit: boolean
    }
  /** The last or coming N units as a stretch. */
  | { readonly kind: 'around'; readonly unit: Unit; readonly n: number | undefined; readonly sign: -1 | 1 }
  | {
      readonly kind: 'anaphor'
      readonly unit: 'day' | 'week' | 'month' | 'year'
      readonly shift: number
      readonly part?: StretchPart
    }
  | { readonly kind: 'range'; readonly first: Expression; readonly last: Expression }
  /** 03/04/2019 in a language where either may be the month. */
  | { readonly kind: 'ambiguous' }
  /** A season, with its year when the text gives one. */
  | { readonly kind: 'season'; readonly year?: YearRef; readonly pointing?: Direction }

/** Time of a clock, with its zone when the text names one: IANA, 'UTC' or 'local'. */
export type Clock = { readonly hour: number; readonly minute: number; readonly zone?: string }

/** A date phrase found at a token. */
export type DateMatch = {
  readonly expression: Expression
  readonly dayPart?: DayPart
  readonly clock?: Clock
  /** The end of a range of hours. */
  readonly clockTo?: Clock
  /** UTF-16 offset where the phrase begins; inside a token when particles stand before it. */
  readonly start: number
  /** Tokens, half-open. */
  readonly from: number
  readonly to: number
  /** Particles written onto its first word (Arabic). */
  readonly prefix: string
  /** Set when the phrase alone is no proof that a date is meant (a weak name, a bare year). */
  readonly weak?: 'month' | 'weekday' | 'year'
  /** The phrase itself says that it is a limit (within 14 days, yıl sonuna kadar). */
  readonly limit?: boolean
  /** The limit is counted from an event ("within seven days of the signing"): its day is not known here. */
  readonly fromEvent?: boolean
  /** Further dates read from one list: "7, 9 and 11 May". */
  readonly more?: readonly DateMatch[]
}
