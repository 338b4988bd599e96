import type { DateMatch } from '../expression.ts'
import { type ClockSight, clockAt } from './clock.ts'
import { monthDayAt, numericDateAt, relativeDayAt, weekdayAt, withEqual } from './days.ts'
import { aroundAt, shiftAt } from './lengths.ts'
import { type Parser, past, pastArticle, pastSuffix, seen } from './parser.ts'
import { rangeAt } from './ranges.ts'
import { stretchAt } from './stretches.ts'

/** The longest date phrase that begins at token `i`: a date with the clock and part of day around it. */
export function dateAt(p: Parser, i: number): DateMatch | undefined {
  return clockFirst(p, i) ?? dayPartFirst(p, i) ?? withAfter(p, plainDateAt(p, i))
}

/** A date without what may stand before it. */
function plainDateAt(p: Parser, i: number): DateMatch | undefined {
  let best: DateMatch | undefined
  for (const read of READERS) {
    const found = read(p, i)
    if (found && (!best || found.to > best.to)) best = found
  }
  return best && withEqual(p, best)
}

const READERS: readonly ((p: Parser, i: number) => DateMatch | undefined)[] = [
  rangeAt,
  numericDateAt,
  monthDayAt,
  shiftAt,
  relativeDayAt,
  anaphorAt,
  weekdayAt,
  aroundAt,
  stretchAt,
]

function anaphorAt(p: Parser, i: number): DateMatch | undefined {
  const word = seen(p, i, 'anaphor')
  if (!word) return undefined
  const { unit, shift } = word.item
  return {
    expression: { kind: 'anaphor', unit, shift },
    start: word.start,
    from: i,
    to: word.to,
    prefix: word.prefix,
  }
}

/** A part of the day before its date: "مساء يوم الأحد", "в ночь на 6 марта", "on the evening of 3 May". */
function dayPartFirst(p: Parser, i: number): DateMatch | undefined {
  const part = seen(p, i, 'dayPart')
  if (!part) return undefined
  let j = part.to
  if (p.lang === 'ru') j = past(p, j, 'at')
  if (p.lang === 'en' || p.lang === 'fr') j = past(p, past(p, j, 'of', 'at'), 'at')
  if (p.tokens[j]?.text === ',' && p.lang === 'ru') j = past(p, j + 1, 'at')
  j = pastArticle(p, j)
  const direct = plainDateAt(p, j)
  const skipped = p.lang === 'ar' ? past(p, j, 'dayWord', 'of') : j
  const date = direct ?? (skipped > j ? plainDateAt(p, past(p, skipped, 'dayWord')) : undefined)
  if (!date || !takesDayPart(date)) return undefined
  return withAfter(p, {
    ...(part.item.part === 'night' ? withNextDay(p, date) : date),
    start: part.start,
    prefix: part.prefix,
    from: i,
    dayPart: part.item.part,
    weak: undefined,
  })
}

/** "ليل السبت الأحد": the night from one weekday to the next. */
function withNextDay(p: Parser, date: DateMatch): DateMatch {
  const next = date.expression.kind === 'weekday' ? seen(p, date.to, 'weekday') : undefined
  if (!next || date.expression.kind !== 'weekday' || next.item.n !== (date.expression.n % 7) + 1) return date
  const last = { kind: 'weekday', n: next.item.n } as const
  return { ...date, expression: { kind: 'range', first: date.expression, last }, to: next.to }
}

const takesDayPart = (date: DateMatch): boolean =>
  ['day', 'weekday', 'relative', 'anaphor', 'range'].includes(date.expression.kind) &&
  date.dayPart === undefined

/** "الساعة 18:30 بتوقيت غرينتش يوم 4 حزيران", "at 8 p.m. on Tuesday". */
function clockFirst(p: Parser, i: number): DateMatch | undefined {
  const from = seen(p, i, 'from') ?? seen(p, i, 'between')
  const ranged = from && clockAt(p, from.to)
  const lead = ranged && clockUntil(p, ranged.to) ? from : undefined
  const clock = lead ? ranged : clockAt(p, i)
  if (!clock) return undefined
  const until = clockUntil(p, clock.to)
  const joined = past(p, past(p, pastComma(p, until?.to ?? clock.to), 'of', 'at', 'from'), 'at')
  // "اليوم" is today, and the word for day before a weekday: the former is tried first.
  let date: DateMatch | undefined
  for (const j of [joined, past(p, joined, 'dayWord')]) {
    const at = pastArticle(p, j)
    date ??= dayPartFirst(p, at) ?? plainDateAt(p, at)
  }
  if (!date || !takesClock(date)) return undefined
  return {
    ...date,
    start: lead ? lead.start : clock.start,
    prefix: lead ? lead.prefix : clock.prefix,
    from: i,
    clock: clock.clock,
    weak: undefined,
    ...(until ? { clockTo: until.clock } : {}),
  }
}

/** The end of a range of hours: "from 10:00 to 14:00". */
function clockUntil(p: Parser, i: number): ClockSight | undefined {
  const join = seen(p, i, 'rangeTo') ?? seen(p, i, 'rangeAnd') ?? seen(p, i, 'until')
  return join && clockAt(p, join.to)
}

const takesClock = (date: DateMatch): boolean =>
  ['day', 'weekday', 'relative', 'anaphor'].includes(date.expression.kind) && date.clock === undefined

const pastComma = (p: Parser, i: number): number =>
  p.tokens[i]?.text === ',' || p.tokens[i]?.text === '،' ? i + 1 : i

/** What may stand behind a date: a part of the day, a time of the clock, Turkish words for day. */
function withAfter(p: Parser, date: DateMatch | undefined): DateMatch | undefined {
  if (!date) return undefined
  let found = date
  if (takesDayPart(found) && found.expression.kind !== 'range') {
    const at = p.lang === 'tr' ? pastSuffix(p, found.to) : found.to
    const part = seen(p, at, 'dayPart') ?? seen(p, past(p, pastComma(p, at), 'at'), 'dayPart')
    const clash = part && seen(p, part.to, 'relative') !== undefined
    if (part && !clash && !clockAt(p, at))
      found = { ...found, dayPart: part.item.part, to: part.to, weak: undefined }
  }
  found = withWeekdayBehind(p, found)
  if (!takesClock(found)) return found
  const after = clockBehind(p, found.to)
  if (!after) return found
  const until = clockUntil(p, after.to)
  return {
    ...found,
    clock: after.clock,
    to: until?.to ?? after.to,
    weak: undefined,
    ...(until ? { clockTo: until.clock } : {}),
  }
}

/** "6 Mart Cuma günü", "17 September (Monday)": the weekday only repeats what the date says. */
function withWeekdayBehind(p: Parser, date: DateMatch): DateMatch {
  if (date.expression.kind !== 'day') return date
  const bracket = p.tokens[date.to]?.text === '('
  if (!bracket && p.lang !== 'tr') return date
  const day = seen(p, bracket ? date.to + 1 : date.to, 'weekday')
  if (!day) return date
  if (!bracket) return { ...date, to: past(p, day.to, 'dayWord') }
  return p.tokens[day.to]?.text === ')' ? { ...date, to: day.to + 1 } : date
}

function clockBehind(p: Parser, i: number): ClockSight | undefined {
  const suffix = pastSuffix(p, i)
  const word = p.lang === 'tr' ? past(p, suffix, 'dayWord') : suffix
  const at = pastComma(p, word)
  const clock = clockAt(p, at)
  if (clock) return clock
  const prep = past(p, at, 'at', 'from')
  return prep > at ? clockAt(p, prep) : undefined
}
