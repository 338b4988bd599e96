import type { Direction, Unit } from '../date-lexicon.ts'
import type { YearRef } from '../expression.ts'
import { FIRST_HIJRI_YEAR } from '../hijri.ts'
import {
  number,
  type Parser,
  past,
  pastArticle,
  pastGlue,
  pastSuffix,
  see,
  seen,
  standsAlone,
} from './parser.ts'

const DAY_SUFFIXES = new Set([
  'st',
  'nd',
  'rd',
  'th',
  'er',
  'eme',
  'e',
  'го',
  'е',
  'ое',
  'ого',
  'inci',
  'nci',
  'uncu',
  'ncu',
])

export type DayNumberSight = {
  readonly day: number
  readonly to: number
  readonly start: number
  readonly prefix: string
}

/** A day of the month, in digits or as an ordinal: "9", "17th", "الثاني عشر", "1er". */
export function dayNumberAt(p: Parser, at: number): DayNumberSight | undefined {
  const i = pastGlue(p, at)
  const token = p.tokens[i]
  if (token?.kind !== 'number') {
    const ordinal = seen(p, i, 'ordinal')
    return ordinal && { day: ordinal.item.n, to: ordinal.to, start: ordinal.start, prefix: ordinal.prefix }
  }
  const day = Number(token.text)
  if (token.text.length > 2 || day < 1 || day > 31 || !standsAlone(p, i)) return undefined
  let to = i + 1
  const after = p.tokens[to]
  if (after && !after.spaced) {
    const suffix = after.text === '-' ? p.tokens[to + 1] : after
    if (suffix?.kind === 'word' && !suffix.spaced && DAY_SUFFIXES.has(suffix.text))
      to = after === suffix ? to + 1 : to + 2
    else if (after.kind === 'word') return undefined
  }
  const glue = p.tokens[at]!
  if (glue === token) return { day, to, start: token.start, prefix: '' }
  // "الـ17", "والـ17": the article belongs to the number.
  const article = glue.text.endsWith('ال')
  return { day, to, start: article ? glue.start + glue.text.length - 2 : token.start, prefix: glue.text }
}

export type MonthSight = {
  readonly n: number
  readonly hijri: boolean
  readonly weak: boolean
  readonly short: boolean
  readonly to: number
  readonly start: number
  readonly prefix: string
}

/** A month by name, with the word for month around it and a second name of the same month: "تموز/ يوليو". */
export function monthAt(p: Parser, at: number): MonthSight | undefined {
  const word = seen(p, at, 'monthWord')
  const i = word ? pastArticle(p, word.to) : at
  const first = monthName(p, i)
  if (!first) return undefined
  let { to } = first
  const second = secondName(p, to, first.n)
  if (second !== undefined) to = second
  const after = pastSuffix(p, to)
  const ending = seen(p, after, 'monthWord')
  if (p.lang === 'tr' && ending) to = ending.to
  return {
    ...first,
    to,
    weak: first.weak && !word && !(p.lang === 'tr' && ending !== undefined),
    start: word ? word.start : first.start,
    prefix: word ? word.prefix : first.prefix,
  }
}

function monthName(p: Parser, i: number): MonthSight | undefined {
  const month = seen(p, i, 'month')
  if (!month) return undefined
  if (month.item.cased && !isCapital(p, i)) return undefined
  // A short form may carry a full stop before a number: "Oct. 20".
  let { to } = month
  if (
    p.tokens[to]?.text === '.' &&
    !p.tokens[to]!.spaced &&
    p.tokens[to + 1]?.kind === 'number' &&
    p.tokens[to - 1]!.text.length <= 4
  )
    to++
  const { n, hijri, weak, short } = month.item
  return { n, hijri, weak, short, to, start: month.start, prefix: month.prefix }
}

export function isCapital(p: Parser, i: number): boolean {
  const ch = p.scanned.text[p.tokens[i]!.start]!
  return ch !== ch.toLowerCase()
}

/** Index after "/ يوليو" or "(يوليو)" when it names month `n` again. */
function secondName(p: Parser, i: number, n: number): number | undefined {
  const mark = p.tokens[i]?.text
  const apart = mark === '/' || mark === '-' || mark === '(' || mark === '\\'
  if (!apart && p.lang !== 'ar') return undefined
  const again = monthName(p, apart ? i + 1 : i)
  if (!again || again.n !== n || again.hijri) return undefined
  return mark === '(' && p.tokens[again.to]?.text === ')' ? again.to + 1 : again.to
}

/** A year in digits with its era: 2018م, 1440 هـ. */
export function yearNumberAt(p: Parser, i: number): { year: number; hijri: boolean; to: number } | undefined {
  const token = p.tokens[i]
  if (token?.kind !== 'number' || token.text.length !== 4 || !standsAlone(p, i)) return undefined
  const year = Number(token.text)
  const era = seen(p, i + 1, 'hijriEra')
  if (era || (year >= FIRST_HIJRI_YEAR && year < 1500))
    return year >= FIRST_HIJRI_YEAR && year < 1600 ? { year, hijri: true, to: era?.to ?? i + 1 } : undefined
  if (year < 1900 || year > 2100) return undefined
  const common = seen(p, i + 1, 'commonEra')
  if (common) return { year, hijri: false, to: common.to }
  const after = p.tokens[i + 1]
  return after && !after.spaced && after.kind === 'word' ? undefined : { year, hijri: false, to: i + 1 }
}

/** What follows a month and says its year, or points at it. */
export type YearTail = {
  readonly year?: YearRef
  readonly pointing?: Direction
  readonly hijri?: boolean
  readonly to: number
}

/** Reads "2018", "عام 2018", "من العام الماضي", "الماضي", "last year", "с.г." at token `i`. */
export function yearTailAt(p: Parser, i: number): YearTail | undefined {
  const whole = yearPhraseAt(p, i, true)
  if (whole) return whole
  const pointed = seen(p, i, 'direction')
  if (!pointed || pointed.item.to === 'recent' || p.lexicon.directionSide === 'before') return undefined
  const more = yearPhraseAt(p, pointed.to, false)
  return {
    pointing: pointed.item.to,
    to: pointed.to,
    ...(more?.year !== undefined && typeof more.year === 'number' ? more : {}),
  }
}

/** A year phrase, after an optional "of". `comma`: may a comma stand before the number? */
export function yearPhraseAt(p: Parser, i: number, comma: boolean): YearTail | undefined {
  let j = i
  if (p.tokens[j]?.text === ',' || p.tokens[j]?.text === '،') {
    if (!comma || p.tokens[j + 1]?.kind !== 'number') return undefined
    j++
  } else j = past(p, j, 'of')
  const short = seen(p, j, 'thisYear') ?? seen(p, j, 'lastYear')
  if (short) return { year: { pointing: short.item.k === 'thisYear' ? 'this' : 'past' }, to: short.to }
  const same = seen(p, i, 'anaphor') ?? seen(p, j, 'anaphor')
  if (same?.item.unit === 'year') return { year: { sameAs: same.item.shift }, to: same.to }
  const pointed = pointedUnitAt(p, pastArticle(p, j))
  if (pointed?.unit === 'year') return { year: { pointing: pointed.pointing }, to: pointed.to }
  j = past(p, pastArticle(p, j), 'yearWord')
  const number = yearNumberAt(p, j)
  if (!number) return undefined
  const to = afterYear(p, number.to)
  return { year: number.year, to, ...(number.hijri ? { hijri: true } : {}) }
}

/** Index after the word for year that follows a year: "2018 года", "2018 yılında", "2018'de". */
export function afterYear(p: Parser, i: number): number {
  if (p.lang !== 'ru' && p.lang !== 'tr') return i
  const word = seen(p, p.lang === 'tr' ? pastSuffix(p, i) : i, 'yearWord')
  if (!word) return i
  const stop = p.tokens[word.to]
  return p.lang === 'ru' &&
    p.tokens[word.to - 1]!.text.length <= 2 &&
    stop?.text === '.' &&
    !stop.spaced &&
    !endsSentence(p, word.to)
    ? word.to + 1
    : word.to
}

/** Does the full stop at `i` end the text or stand before a capital? Then it is not an abbreviation's. */
function endsSentence(p: Parser, i: number): boolean {
  const next = p.tokens[i + 1]
  return next === undefined || next.kind === 'break'
}

export type PointedUnit = {
  readonly unit: Unit
  readonly pointing: Direction
  readonly to: number
  readonly start: number
  readonly prefix: string
}

/** One unit pointed at: "last week", "الشهر المقبل", "cette année", "на прошлой неделе" (without на). */
export function pointedUnitAt(p: Parser, at: number): PointedUnit | undefined {
  const loose = seen(p, at, 'loosely')
  const i = loose ? past(p, loose.to, 'at') : at
  const before =
    seen(p, i, 'demonstrative') ?? (p.lexicon.directionSide === 'after' ? undefined : seen(p, i, 'direction'))
  if (before) {
    const unit = seen(p, before.to, 'unit')
    if (unit?.item.count === 1 && !isClock(p, unit.to)) {
      const pointing = before.item.k === 'direction' ? before.item.to : 'this'
      if (pointing === 'recent') return undefined
      return {
        unit: unit.item.unit,
        pointing,
        to: unit.to,
        start: loose?.start ?? before.start,
        prefix: before.prefix,
      }
    }
  }
  if (p.lexicon.directionSide === 'before') return undefined
  const unit = seen(p, i, 'unit')
  if (unit?.item.count !== 1) return undefined
  const after = seen(p, unit.to, 'direction')
  if (!after || after.item.to === 'recent') return undefined
  return {
    unit: unit.item.unit,
    pointing: after.item.to,
    to: after.to,
    start: loose?.start ?? unit.start,
    prefix: unit.prefix,
  }
}

const isClock = (p: Parser, i: number): boolean =>
  p.lang === 'tr' && p.tokens[i]?.kind === 'number' && p.tokens[i - 1]!.text === 'saat'

export type Duration = {
  readonly unit: Unit
  /** Undefined when the text gives no number: "some days". */
  readonly n: number | undefined
  /** Arabic: the unit has its article, so it is no mere length. */
  readonly definite?: true
  /** The unit stood alone: "год назад", "قبل عام". */
  readonly bare?: true
  readonly to: number
  readonly start: number
  readonly prefix: string
}

/** Units that a distance from publication is told in. */
export const LENGTH_UNITS: ReadonlySet<Unit> = new Set(['minute', 'hour', 'day', 'week', 'month', 'year'])

/** A length of time: "14 days", "يومين", "une semaine", "несколько недель", "about a month". */
export function durationAt(p: Parser, at: number): Duration | undefined {
  const i = past(p, at, 'about')
  const few = seen(p, i, 'few')
  if (few) {
    const unit = seen(p, past(p, few.to, 'of'), 'unit')
    return unit && unit.item.count !== 2
      ? { unit: unit.item.unit, n: undefined, to: unit.to, start: few.start, prefix: few.prefix }
      : undefined
  }
  const counted = countedUnitAt(p, i)
  if (counted) return counted
  const unit = seen(p, i, 'unit')
  if (!unit) return undefined
  const { count } = unit.item
  const definite =
    p.lang === 'ar' && p.tokens[unit.to - 1]!.text.startsWith('ال') ? { definite: true as const } : {}
  if (count === 'many') {
    const after = seen(p, unit.to, 'few')
    return {
      unit: unit.item.unit,
      n: undefined,
      ...definite,
      to: after ? after.to : unit.to,
      start: unit.start,
      prefix: unit.prefix,
    }
  }
  // "year" alone is a length in Arabic (قبل عام) and Russian (год назад); elsewhere it takes an article.
  if (count === 1 && (p.lang === 'en' || p.lang === 'fr' || p.lang === 'tr')) return undefined
  return {
    unit: unit.item.unit,
    n: count,
    to: pastOne(p, unit.to),
    start: unit.start,
    prefix: unit.prefix,
    ...(count === 1 ? { bare: true as const } : {}),
    ...definite,
  }
}

function countedUnitAt(p: Parser, at: number): Duration | undefined {
  const i = pastGlue(p, at)
  const article = p.tokens[i]
  if (article && p.numbers.lexicon.weakOne.includes(article.text)) {
    const unit = seen(p, i + 1, 'unit')
    if (unit?.item.count === 1 || unit?.item.count === 2)
      return { unit: unit.item.unit, n: unit.item.count, to: unit.to, start: article.start, prefix: '' }
  }
  const n = number(p, i)
  if (!n || !Number.isFinite(n.value) || n.value > 10_000) return undefined
  const unit = seen(p, n.to, 'unit')
  return unit && { unit: unit.item.unit, n: n.value, to: unit.to, start: n.start, prefix: n.prefix }
}

/** Index after واحد in "يوم واحد". */
function pastOne(p: Parser, i: number): number {
  const word = p.tokens[i]?.text
  return p.lang === 'ar' && (word === 'واحد' || word === 'واحده') ? i + 1 : i
}

/** Does anything stand at token `i` that begins a phrase of kind `k`? */
export const isAt = (p: Parser, i: number, k: Parameters<typeof seen>[2]): boolean =>
  see(p, i)?.means.some(m => m.k === k) ?? false
