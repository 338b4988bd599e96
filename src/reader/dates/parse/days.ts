import { dayNumber } from '../calendar.ts'
import type { Direction } from '../date-lexicon.ts'
import type { Clock, DateMatch, Expression, MonthRef } from '../expression.ts'
import { dayOfHijri } from '../hijri.ts'
import { type Parser, past, pastArticle, pastGlue, pastSuffix, seen, standsAlone } from './parser.ts'
import {
  dayNumberAt,
  type MonthSight,
  monthAt,
  pointedUnitAt,
  type YearTail,
  yearPhraseAt,
  yearTailAt,
} from './pieces.ts'

type Bare = Omit<DateMatch, 'from'>
const match = (from: number, bare: Bare): DateMatch => ({ ...bare, from })

/** 28/11/2018, 28.11.2018, 2018-11-28; Hijri when the year is: 10/1/1440 هـ. */
export function numericDateAt(p: Parser, i: number): DateMatch | undefined {
  const { tokens } = p
  const [a, s1, b, s2, c] = [tokens[i], tokens[i + 1], tokens[i + 2], tokens[i + 3], tokens[i + 4]]
  if (a?.kind !== 'number' || b?.kind !== 'number' || c?.kind !== 'number' || s1!.text !== s2!.text)
    return undefined
  const mark = s1!.text
  if (mark !== '/' && mark !== '.' && mark !== '-') return undefined
  if (mark !== '/' && (s1!.spaced || b.spaced || s2!.spaced || c.spaced)) return undefined
  if (!a.spaced && !standsAlone(p, i) && !isOpen(tokens[i - 1]?.text)) return undefined
  const yearFirst = a.text.length === 4
  const [year, month, day] = yearFirst ? [a, b, c] : [c, b, a]
  if (month.text.length > 2 || day.text.length > 2 || (year.text.length !== 4 && year.text.length !== 2))
    return undefined
  let to = i + 5
  const after = tokens[to]
  if (
    after &&
    !after.spaced &&
    (after.kind === 'number' || after.text === mark) &&
    tokens[to + 1]?.kind === 'number'
  )
    return undefined
  let y = Number(year.text)
  if (year.text.length === 2) y += y < 70 ? 2000 : 1900
  const era = seen(p, to, 'hijriEra') ?? seen(p, to, 'commonEra')
  if (era) to = era.to
  const hijri = era?.item.k === 'hijriEra' || (y >= 1300 && y < 1500)
  const expression = numericDay(p, y, Number(month.text), Number(day.text), hijri, yearFirst)
  if (!expression) return undefined
  const instant = yearFirst ? isoTimeAt(p, to) : undefined
  return match(i, {
    expression,
    start: a.start,
    to: instant?.to ?? to,
    prefix: '',
    ...(instant ? { clock: instant.clock } : {}),
  })
}

/** "T10:30Z" behind an ISO day. */
function isoTimeAt(p: Parser, i: number): { clock: Clock; to: number } | undefined {
  const [t, h, colon, m] = [p.tokens[i], p.tokens[i + 1], p.tokens[i + 2], p.tokens[i + 3]]
  if (t?.text !== 't' || t.spaced || h?.kind !== 'number' || colon?.text !== ':' || m?.kind !== 'number')
    return undefined
  let to = i + 4
  if (p.tokens[to]?.text === ':' && p.tokens[to + 1]?.kind === 'number') to += 2
  const zone = p.tokens[to]?.text === 'z' && !p.tokens[to]!.spaced
  const [hour, minute] = [Number(h.text), Number(m.text)]
  if (hour > 23 || minute > 59) return undefined
  return { clock: { hour, minute, ...(zone ? { zone: 'UTC' } : {}) }, to: zone ? to + 1 : to }
}

const isOpen = (mark: string | undefined): boolean => mark !== undefined && '(«"“:[،'.includes(mark)

function numericDay(
  p: Parser,
  year: number,
  month: number,
  day: number,
  hijri: boolean,
  yearFirst: boolean,
): Expression | undefined {
  const valid = (m: number, d: number) =>
    (hijri ? dayOfHijri(year, m, d) : dayNumber(year, m, d)) !== undefined
  const plain = valid(month, day)
  // English writers use both orders; where both are days, nothing tells which is meant.
  if (p.lang === 'en' && !yearFirst && !hijri && valid(day, month)) {
    if (plain && day !== month) return { kind: 'ambiguous' }
    return { kind: 'day', day: month, month: day, year, hijri }
  }
  return plain ? { kind: 'day', day, month, year, hijri } : undefined
}

/** A day of a month: "9 من تموز/ يوليو الماضي", "Oct. 20, 2018", "le 17 du mois dernier", "17 منه". */
export function monthDayAt(p: Parser, i: number): DateMatch | undefined {
  const named = seen(p, i, 'dayWord') && p.lang === 'fr' ? seen(p, i, 'dayWord')!.to : i
  const day = dayNumberAt(p, named)
  if (day) {
    const rest = monthOfDayAt(p, day.to, day.day)
    return rest && match(i, { ...rest, start: day.start, prefix: day.prefix })
  }
  return monthFirstAt(p, i)
}

type Rest = { readonly expression: Expression; readonly to: number }

/** What makes a day number a date: its month, by name or pointed at. */
export function monthOfDayAt(p: Parser, i: number, day: number): Rest | undefined {
  let j = past(p, i, 'of')
  j = pastArticle(p, j)
  const month = monthAt(p, j)
  if (month) return dayIn(month, day, yearTailAt(p, month.to))
  // "17 числа прошлого месяца": the word for day stands between.
  const afterWord = p.lang === 'ru' ? past(p, j, 'dayWord') : j
  const unit = pointedUnitAt(p, afterWord)
  if (unit?.unit === 'month')
    return { expression: { kind: 'day', day, month: { pointing: unit.pointing }, hijri: false }, to: unit.to }
  const same = seen(p, i, 'anaphor') ?? seen(p, j, 'anaphor')
  if (same?.item.unit === 'month')
    return { expression: { kind: 'day', day, month: { sameAs: same.item.shift }, hijri: false }, to: same.to }
  if (p.lang === 'ar' && p.tokens[i]?.text === 'منه')
    return { expression: { kind: 'day', day, month: { sameAs: 0 }, hijri: false }, to: i + 1 }
  // "في 17 الجاري", "le 17 courant": the month goes without saying. A bare ordinal is no day.
  const pointed = p.tokens[i - 1]?.kind === 'number' ? seen(p, i, 'direction') : undefined
  if (pointed && pointed.item.to !== 'recent' && (p.lang === 'ar' || p.lang === 'fr'))
    return {
      expression: { kind: 'day', day, month: { pointing: pointed.item.to }, hijri: false },
      to: pointed.to,
    }
  return undefined
}

function dayIn(month: MonthSight, day: number, tail: YearTail | undefined): Rest | undefined {
  const hijri = month.hijri
  if (tail?.hijri && !hijri) return undefined
  // 31 April is read whole and then found to be no day: "April" alone is not what it says.
  return { expression: dayExpression(day, month.n, hijri, tail), to: tail?.to ?? month.to }
}

export const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const dayExpression = (
  day: number,
  month: MonthRef,
  hijri: boolean,
  tail: YearTail | undefined,
): Expression => ({
  kind: 'day',
  day,
  month,
  hijri,
  ...(tail?.year !== undefined ? { year: tail.year } : {}),
  ...(tail?.pointing ? { pointing: tail.pointing } : {}),
})

/** "October 20th, 2018"; Turkish "Eylül'ün 17'si", "geçen ayın 17'sinde", "2018 yılının 17 Eylül'ünde". */
function monthFirstAt(p: Parser, i: number): DateMatch | undefined {
  if (p.lang === 'tr') return turkishMonthFirstAt(p, i)
  if (p.lang !== 'en') return undefined
  const month = monthAt(p, i)
  if (!month) return undefined
  const at = p.tokens[month.to]?.text === 'the' ? month.to + 1 : month.to
  const day = dayNumberAt(p, at)
  if (!day || day.day > LENGTHS[month.n - 1]! || (!month.hijri && isCount(p, day.to))) return undefined
  const tail = yearTailAt(p, day.to)
  return match(i, {
    expression: dayExpression(day.day, month.n, month.hijri, tail),
    start: month.start,
    to: tail?.to ?? day.to,
    prefix: month.prefix,
  })
}

/** "May 20 people were hurt": a number that counts something is no day. */
const isCount = (p: Parser, i: number): boolean => {
  const next = p.tokens[i]
  return next?.kind === 'word' && next.spaced && COUNTED.has(next.text)
}
const COUNTED = new Set(['people', 'soldiers', 'civilians', 'fighters', 'percent', 'per', 'men', 'prisoners'])

function turkishMonthFirstAt(p: Parser, i: number): DateMatch | undefined {
  if (!p.tokens[i]) return undefined
  const unit = pointedUnitAt(p, i)
  const year =
    unit?.unit === 'year' ? { year: { pointing: unit.pointing }, to: unit.to } : yearPhraseAt(p, i, false)
  const start = p.tokens[i]!.start
  if (unit?.unit === 'month') {
    const day = dayNumberAt(p, pastSuffix(p, unit.to))
    if (!day) return undefined
    return match(i, {
      expression: { kind: 'day', day: day.day, month: { pointing: unit.pointing }, hijri: false },
      start,
      to: day.to,
      prefix: '',
    })
  }
  const at = year ? pastSuffix(p, year.to) : i
  const month = monthAt(p, at)
  if (month) {
    const day = dayNumberAt(p, pastSuffix(p, month.to))
    if (!day || (!year && pastSuffix(p, month.to) === month.to && p.tokens[month.to - 1]!.text.length < 6))
      return undefined
    return match(i, {
      expression: dayExpression(day.day, month.n, month.hijri, year),
      start,
      to: day.to,
      prefix: '',
    })
  }
  if (!year) return undefined
  const day = dayNumberAt(p, at)
  const rest = day && monthOfDayAt(p, day.to, day.day)
  if (rest?.expression.kind !== 'day' || rest.expression.year !== undefined) return undefined
  return match(i, { expression: { ...rest.expression, year: year.year! }, start, to: rest.to, prefix: '' })
}

/** A weekday with what belongs to it: "الثلاثاء الماضي", "Thursday, September 3", "mardi de la semaine dernière". */
export function weekdayAt(p: Parser, i: number): DateMatch | undefined {
  const dayFirst = past(p, i, 'dayWord')
  const before =
    dayFirst === i
      ? (seen(p, i, 'demonstrative') ??
        (p.lexicon.directionSide === 'after' ? undefined : seen(p, i, 'direction')))
      : undefined
  const at = before ? pastArticle(p, before.to) : dayFirst
  const day = seen(p, at, 'weekday')
  if (!day) return undefined
  let pointing: Direction | undefined = before
    ? before.item.k === 'direction'
      ? before.item.to
      : 'this'
    : undefined
  let to = pastSuffix(p, day.to)
  const named = p.lang === 'tr' ? seen(p, to, 'dayWord') : undefined
  to = named ? named.to : day.to
  if (p.lexicon.directionSide !== 'before' && !pointing) {
    const after = seen(p, to, 'direction')
    if (after) {
      pointing = after.item.to
      to = after.to
    }
  }
  const n = day.item.n
  const start = before ? before.start : day.start
  const prefix = before ? before.prefix : day.prefix
  const dated = dateBesideAt(p, to)
  if (dated && !pointing) return match(i, { expression: dated.expression, start, to: dated.to, prefix })
  const week = pointing ? undefined : pointedUnitAt(p, pastArticle(p, past(p, to, 'of', 'at')))
  if (week?.unit === 'week')
    return match(i, { expression: { kind: 'weekday', n, week: week.pointing }, start, to: week.to, prefix })
  return match(i, {
    expression: { kind: 'weekday', n, ...(pointing && pointing !== 'recent' ? { pointing } : {}) },
    start,
    to,
    prefix,
    ...(day.item.weak && !pointing && !named && dayFirst === i ? { weak: 'weekday' as const } : {}),
  })
}

/** The date that stands beside a weekday or a day's name: after a comma, in brackets, "الموافق", or bare. */
function dateBesideAt(p: Parser, i: number): { expression: Expression; to: number } | undefined {
  const mark = p.tokens[i]?.text
  const bracket = mark === '('
  let j = bracket || mark === ',' || mark === '،' ? i + 1 : i
  j = past(p, j, 'equals')
  j = pastArticle(p, j)
  if (p.tokens[j]?.kind === 'word' && p.lang === 'ar') j = past(p, j, 'dayWord')
  const date = numericDateAt(p, j) ?? monthDayAt(p, pastGlue(p, j))
  if (date?.expression.kind !== 'day') return undefined
  return {
    expression: date.expression,
    to: bracket && p.tokens[date.to]?.text === ')' ? date.to + 1 : date.to,
  }
}

/** Today, yesterday and their kin, with a weekday or date beside: "أمس الثلاثاء", "вчера, 5 мая". */
export function relativeDayAt(p: Parser, i: number): DateMatch | undefined {
  const word = seen(p, i, 'relative')
  if (!word) return undefined
  let { to } = word
  const dated = dateBesideAt(p, to)
  let expression: Expression = { kind: 'relative', days: word.item.days }
  if (dated && (dated.expression.kind !== 'day' || typeof dated.expression.month === 'number')) {
    to = dated.to
    expression = dated.expression
  } else {
    const mark = p.tokens[to]?.text
    const bracket = mark === '('
    let j = bracket || mark === ',' || mark === '،' ? to + 1 : to
    if (p.lang === 'ru') j = past(p, j, 'at')
    j = past(p, j, 'dayWord')
    const weekday = seen(p, j, 'weekday')
    // "yesterday, Tuesday": the comma closes too. "today, Monday's talks" is still today.
    if (weekday && (mark !== ',' || closes(p, weekday.to))) {
      const pointed = p.lexicon.directionSide === 'before' ? undefined : seen(p, weekday.to, 'direction')
      if (!pointed) {
        to = bracket && p.tokens[weekday.to]?.text === ')' ? weekday.to + 1 : weekday.to
        const beside = dateBesideAt(p, to)
        if (beside)
          return match(i, {
            expression: beside.expression,
            start: word.start,
            to: beside.to,
            prefix: word.prefix,
          })
      }
    }
  }
  const part = word.item.part
  return match(i, {
    expression,
    start: word.start,
    to,
    prefix: word.prefix,
    ...(part ? { dayPart: part } : {}),
  })
}

function closes(p: Parser, i: number): boolean {
  const t = p.tokens[i]
  return t === undefined || t.kind !== 'word' || t.spaced
}

/** A Hijri date with its Gregorian equal, in either order: one date of which the Gregorian rules. */
export function withEqual(p: Parser, date: DateMatch): DateMatch {
  if (date.expression.kind !== 'day') return date
  const mark = p.tokens[date.to]?.text
  const bracket = mark === '('
  let j =
    bracket || mark === '/' || mark === ',' || mark === '،' || mark === '-' || mark === '='
      ? date.to + 1
      : date.to
  const equal = seen(p, j, 'equals')
  if (equal) j = equal.to
  else if (j === date.to) return date
  j = pastArticle(p, pastGlue(p, past(p, j, 'dayWord')))
  const other = numericDateAt(p, j) ?? monthDayAt(p, j)
  if (other?.expression.kind !== 'day' || other.expression.hijri === date.expression.hijri) return date
  const hijri = date.expression.hijri ? date.expression : other.expression
  const gregorian = date.expression.hijri ? other.expression : date.expression
  const to = bracket && p.tokens[other.to]?.text === ')' ? other.to + 1 : other.to
  return { ...date, expression: { ...hijri, gregorian }, to }
}
