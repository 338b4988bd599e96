import type { Direction } from '../date-lexicon.ts'
import type { DateMatch, Expression } from '../expression.ts'
import {
  dayExpression,
  LENGTHS,
  monthDayAt,
  monthOfDayAt,
  numericDateAt,
  relativeDayAt,
  weekdayAt,
} from './days.ts'
import { type Parser, past, pastArticle, pastSuffix, see, seen } from './parser.ts'
import { dayNumberAt, monthAt, type YearTail, yearTailAt } from './pieces.ts'
import { stretchAt } from './stretches.ts'

type Edge = {
  readonly start: number
  readonly prefix: string
  readonly to: number
  readonly between: boolean
}

/** "from", "between" and their kin at token `i`, or nothing. */
function rangeLeadAt(p: Parser, i: number): Edge | undefined {
  const between = seen(p, i, 'between')
  const word = between ?? seen(p, i, 'from')
  if (!word) return undefined
  return { start: word.start, prefix: word.prefix, to: word.to, between: between !== undefined }
}

/** Where the second edge of a range begins, and how it is joined. */
function joinAt(p: Parser, i: number): { to: number; and: boolean } | undefined {
  const at = pastSuffix(p, i)
  const word = seen(p, at, 'rangeTo')
  if (word) return { to: word.to, and: false }
  const and = seen(p, at, 'rangeAnd')
  if (and) return { to: and.to, and: true }
  const token = p.tokens[at]
  // و is written onto what follows: a digit ("و13"), or a word the phrase book reads without it.
  if (p.lang === 'ar' && token?.text === 'و') return { to: at + 1, and: true }
  if (p.lang === 'ar' && token?.kind === 'word' && see(p, at)?.prefix.startsWith('و'))
    return { to: at, and: true }
  return undefined
}

/** Several days of one month: "من 7 إلى 9 نوفمبر", "20–23 ноября", "June 7-9", "7, 9 and 11 May". */
export function dayRangeAt(p: Parser, i: number): DateMatch | undefined {
  const lead = rangeLeadAt(p, i)
  const at = lead ? pastArticle(p, past(p, lead.to, 'dayWord')) : i
  const monthFirst = p.lang === 'en' ? monthAt(p, at) : undefined
  const a = dayNumberAt(p, monthFirst ? monthFirst.to : at)
  if (!a) return undefined
  const join = joinAt(p, a.to)
  const b = join && dayNumberAt(p, pastArticle(p, past(p, join.to, 'dayWord')))
  if (!join || !b || b.day <= a.day) return monthFirst ? undefined : dayListAt(p, i, at)
  const asRange =
    !join.and || lead?.between || seen(p, pastSuffix(p, b.to), 'betweenAfter') || b.day === a.day + 1
  if (monthFirst) {
    if (!asRange || (join.and && !lead?.between && monthDayAt(p, join.to))) return undefined
    const tail = yearTailAt(p, b.to)
    const expression = rangeOf(a.day, b.day, monthFirst.n, monthFirst.hijri, tail)
    return expression && ranged(p, i, lead, monthFirst.start, monthFirst.prefix, expression, tail?.to ?? b.to)
  }
  const rest = monthOfDayAt(p, b.to, b.day)
  if (rest?.expression.kind !== 'day') return undefined
  if (!asRange) return dayListAt(p, i, at)
  const last = rest.expression
  return ranged(
    p,
    i,
    lead,
    a.start,
    a.prefix,
    { kind: 'range', first: { ...last, day: a.day }, last },
    rest.to,
  )
}

function rangeOf(
  a: number,
  b: number,
  month: number,
  hijri: boolean,
  tail: YearTail | undefined,
): Expression | undefined {
  if (b > LENGTHS[month - 1]!) return undefined
  return {
    kind: 'range',
    first: dayExpression(a, month, hijri, tail),
    last: dayExpression(b, month, hijri, tail),
  }
}

function ranged(
  p: Parser,
  from: number,
  lead: Edge | undefined,
  start: number,
  prefix: string,
  expression: Expression,
  to: number,
): DateMatch {
  const after = seen(p, pastSuffix(p, to), 'betweenAfter')
  return {
    expression,
    start: lead?.start ?? start,
    prefix: lead?.prefix ?? prefix,
    from,
    to: after ? after.to : to,
  }
}

/** "7, 9 and 11 May": each day is a date of its own. */
function dayListAt(p: Parser, i: number, at: number): DateMatch | undefined {
  const days: { day: number; start: number; from: number; to: number }[] = []
  let j = at
  for (let count = 0; count < 8; count++) {
    const day = dayNumberAt(p, j)
    if (!day) return undefined
    days.push({ day: day.day, start: day.start, from: j, to: day.to })
    const rest = monthOfDayAt(p, day.to, day.day)
    if (rest?.expression.kind === 'day') {
      if (days.length < 2) return undefined
      const last = rest.expression
      const dates = days.map(
        (d, k): DateMatch => ({
          expression: { ...last, day: d.day },
          start: d.start,
          from: d.from,
          to: k === days.length - 1 ? rest.to : d.to,
          prefix: '',
        }),
      )
      return { ...dates[0]!, from: i, more: dates.slice(1) }
    }
    const comma = p.tokens[day.to]?.text === ',' || p.tokens[day.to]?.text === '،'
    const join = comma ? { to: day.to + 1 } : joinAt(p, day.to)
    if (!join) return undefined
    j = pastArticle(p, join.to)
  }
  return undefined
}

/** A range between two whole dates, months, weekdays or years: "from Tuesday to Thursday", "2015–2018 гг.". */
export function rangeAt(p: Parser, i: number): DateMatch | undefined {
  const days = dayRangeAt(p, i)
  if (days) return days
  const lead = rangeLeadAt(p, i)
  const first = pointAt(p, lead ? pastArticle(p, pastDayWord(p, lead.to)) : i)
  if (!first) return undefined
  const join = joinAt(p, first.to)
  if (!join || (join.and && !lead?.between && !turkishBetween(p))) return undefined
  const last = pointAt(p, pastArticle(p, pastDayWord(p, past(p, join.to, 'at'))))
  if (!last || !comparable(first.expression, last.expression)) return undefined
  const closing = seen(p, pastSuffix(p, last.to), 'betweenAfter')
  if (join.and && !lead?.between && !closing) return undefined
  // A dash joins only names and numbers, not clauses: "on Sunday - Monday's talks" is rare enough.
  return ranged(
    p,
    i,
    lead,
    first.start,
    first.prefix,
    { kind: 'range', first: shared(first.expression, last.expression), last: last.expression },
    last.to,
  )
}

const turkishBetween = (p: Parser): boolean => p.lang === 'tr'

const pastDayWord = (p: Parser, i: number): number =>
  p.lang === 'ar' || p.lang === 'fr' ? past(p, i, 'dayWord', 'yearWord') : i

function pointAt(p: Parser, i: number): DateMatch | undefined {
  return numericDateAt(p, i) ?? monthDayAt(p, i) ?? weekdayAt(p, i) ?? relativeDayAt(p, i) ?? stretchAt(p, i)
}

const comparable = (a: Expression, b: Expression): boolean => {
  const day = (e: Expression) => e.kind === 'day' || e.kind === 'weekday' || e.kind === 'relative'
  return (
    (day(a) && day(b)) ||
    (a.kind === 'month' && b.kind === 'month') ||
    (a.kind === 'year' && b.kind === 'year')
  )
}

/** The first edge borrows the year or direction that only the last one carries. */
function shared(first: Expression, last: Expression): Expression {
  const copied = (
    a: { year?: unknown; pointing?: Direction },
    b: { year?: unknown; pointing?: Direction },
  ) =>
    a.year === undefined && a.pointing === undefined
      ? { ...(b.year !== undefined ? { year: b.year } : {}), ...(b.pointing ? { pointing: b.pointing } : {}) }
      : {}
  if (first.kind === 'day' && last.kind === 'day') return { ...first, ...copied(first, last) } as Expression
  if (first.kind === 'month' && last.kind === 'month')
    return { ...first, ...copied(first, last) } as Expression
  if (first.kind === 'weekday' && last.kind === 'weekday')
    return { ...first, ...copied(first, last) } as Expression
  return first
}
