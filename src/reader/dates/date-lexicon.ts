/** Lengths of time a text counts in. */
export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'

/** Parts of a day, and of a longer stretch. 'end' becomes the last day when the text sets a limit. */
export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night'
export type StretchPart = 'early' | 'mid' | 'late' | 'end'

/** Which way a word points from the day of publication: last, this, next, recent. */
export type Direction = 'past' | 'this' | 'next' | 'recent'

/**
 * How a language speaks of dates. Data: one a language in `lexicons/`. Lists are strings of phrases
 * parted by '|'; they are folded when loaded, so case, marks and spelling variants of letters are free.
 */
export type DateLexicon = {
  /** Endings that may follow any word of the lists below (Turkish cases); '' is implied. */
  readonly endings?: string
  /** Gregorian months by number; every regional name is one of them. */
  readonly months: readonly string[]
  /** Month names that are also other words: alone they need a preposition, a direction or a year. */
  readonly weakMonths: string
  /** Short forms: they need a day or a year beside them. */
  readonly shortMonths?: string
  /** Month names that count only when written with a capital. */
  readonly casedMonths?: string
  readonly hijriMonths: readonly string[]
  /** Monday first. */
  readonly weekdays: readonly string[]
  /** Weekday names that are also other words: they need a preposition, direction, date or "day". */
  readonly weakWeekdays?: string
  /** Ordinals 1–31, for days, quarters and halves. */
  readonly ordinals: readonly string[]
  /** Hours of the clock written as words, 1–12. */
  readonly hours?: readonly string[]
  readonly units: Readonly<Partial<Record<Unit, { one: string; two?: string; many: string }>>>
  readonly weekend: string
  readonly seasons: string
  readonly directions: Readonly<Record<Direction, string>>
  /** Words that point at the present stretch and stand before it: this, هذا, ce. */
  readonly demonstratives: string
  /** "earlier", "later": said of a stretch without naming a part of it. */
  readonly loosely?: string
  /** Do directions stand before what they point at, or after? */
  readonly directionSide: 'before' | 'after' | 'both'
  /** "last" when it counts: the last three days, آخر ثلاثة أيام. */
  readonly lastOf: string
  readonly nextOf: string
  readonly few: string
  /** "last" as an ordinal: the last week of May. */
  readonly lastOrdinal: string
  /** One word for the end of the present year or month: year-end. */
  readonly yearEnd?: string
  readonly monthEnd?: string
  readonly parts: Readonly<Record<StretchPart, string>>
  readonly dayParts: Readonly<Record<DayPart, string>>
  /** Days by name relative to publication: phrase lists by offset, and some with a part of the day. */
  readonly relative: Readonly<Record<string, string>>
  readonly relativeParts: readonly (readonly [days: number, part: DayPart, phrases: string])[]
  /** Days, months and years relative to the date the text named last. */
  readonly anaphora: readonly (readonly [
    unit: 'day' | 'week' | 'month' | 'year',
    shift: number,
    phrases: string,
  ])[]
  readonly by: string
  readonly before: string
  readonly until: string
  readonly since: string
  readonly from: string
  /** Prepositions that only place an event in time: in, on, at. */
  readonly at: string
  readonly within: string
  /** "during": a limit only when the sentence looks forward. */
  readonly during: string
  /** "during" before a bare length: a limit when the sentence looks forward. */
  readonly duringLimit?: string
  /** Postpositions (Turkish). */
  readonly untilAfter?: string
  readonly beforeAfter?: string
  readonly withinAfter?: string
  readonly sinceAfter?: string
  readonly agoBefore?: string
  readonly agoAfter?: string
  readonly laterBefore?: string
  readonly laterAfter?: string
  readonly rangeTo: string
  readonly rangeAnd: string
  readonly between: string
  readonly betweenAfter?: string
  readonly of: string
  /** The words for day, month, year beside a name or number: يوم الأحد, شهر أيار, عام 2018. */
  readonly dayWord: string
  readonly monthWord: string
  readonly yearWord: string
  readonly commonEra: string
  readonly hijriEra: string
  /** "this year's", written short: с.г. */
  readonly thisYear?: string
  readonly lastYear?: string
  /** "corresponding to": between two calendars or a weekday and its date. */
  readonly equals: string
  readonly about: string
  /** Before a weekday or unit, these make it no date: every. */
  readonly every: string
  /** Before a day and month, these make it a name: the Movement of … */
  readonly namesBefore: string
  /** Names that hold a date word: «روسيا اليوم». */
  readonly names: string
  readonly clock: string
  readonly hourMark?: string
  readonly am: string
  readonly pm: string
  readonly halfPast?: string
  readonly quarterPast?: string
  readonly quarterTo?: string
  /** Zone by phrase as it follows a clock time: IANA name, 'UTC' or 'local'. */
  readonly zones: Readonly<Record<string, string>>
  /** Articles and prepositions taken into the span when they stand right before it. */
  readonly spanStarts: Readonly<{
    weekday?: string
    month?: string
    stretch?: string
    day?: string
    /** Prepositions of a limit that are taken in: d'ici. */
    limit?: string
    part?: string
  }>
  readonly tense: TenseLexicon
}

/** Words that say whether a clause looks back or forward, and that it sets a limit. */
export type TenseLexicon = {
  readonly future: string
  readonly past: string
  /** Past verbs whose written form is a noun as well: only where no noun can stand. */
  readonly pastOrNoun?: string
  /** Behind these a word is a noun, whatever its shape. */
  readonly nounBefore?: string
  /** Nouns shaped like verbs. */
  readonly notVerbs?: string
  /** Past verbs that bind the future: a limit behind them is still to come. */
  readonly promises: string
  /** Before a future word these turn it to the past: كان, "was". */
  readonly pastened: string
  /** Word endings or beginnings, folded, tried on words in no list: [pattern, tense]. */
  readonly shapes: readonly (readonly [RegExp, 'future' | 'past'])[]
  /** Does the verb follow its date as a rule (Turkish)? */
  readonly verbLast?: boolean
  /** Nouns and verbs of a limit: مهلة, deadline, истекает. */
  readonly limits: string
  /** Before or after a word of `limits`: the limit begins here, or is over. */
  readonly limitStarts: string
  readonly expired: string
  /** A word behind one of these shows no tense by its shape: "be freed". */
  readonly bareAfter?: string
}
