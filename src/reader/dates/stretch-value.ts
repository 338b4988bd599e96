import {
  addMonths,
  type DayNumber,
  dayNumber,
  daysInMonth,
  isoDay,
  isoMonth,
  isoWeek,
  weekdayOf,
} from './calendar.ts'
import type { StretchPart } from './date-lexicon.ts'
import type { Expression } from './expression.ts'
import { hijriMonth } from './hijri.ts'
import { type Against, day, type Resolved, unknown, yearOf } from './value.ts'

/** The part as it is told: the end of a stretch gone by is only late. */
export const partOf = (part: StretchPart | undefined): { part?: StretchPart } =>
  part ? { part: part === 'end' ? 'late' : part } : {}

/**
 * A month with its part. "The end of" a month to come is its last day; of a month gone by it only
 * says late.
 */
export function monthStretch(
  year: number,
  month: number,
  part: StretchPart | undefined,
  against: Against,
): Resolved {
  const first = dayNumber(year, month, 1)!
  const last = first + daysInMonth(year, month) - 1
  if (part === 'end' && endsAhead(last, against)) return day(last)
  return { iso: isoMonth(year, month), granularity: 'month', first, last, ...partOf(part) }
}

export function yearStretch(
  year: number,
  hijri: boolean,
  part: StretchPart | undefined,
  against: Against,
): Resolved | undefined {
  if (hijri) {
    const [a, b] = [hijriMonth(year, 1), hijriMonth(year, 12)]
    return (
      a &&
      b && {
        iso: `${isoDay(a[0])}/${isoDay(b[1])}`,
        granularity: 'range',
        first: a[0],
        last: b[1],
        ...partOf(part),
      }
    )
  }
  const [first, last] = [dayNumber(year, 1, 1)!, dayNumber(year, 12, 31)!]
  if (part === 'end' && endsAhead(last, against)) return day(last)
  return { iso: String(year).padStart(4, '0'), granularity: 'year', first, last, ...partOf(part) }
}

const endsAhead = (last: DayNumber, { published, limit }: Against): boolean =>
  limit || (published !== undefined && last >= published)

export function resolveQuarter(
  e: Extract<Expression, { kind: 'quarter' | 'half' }>,
  against: Against,
): Resolved | undefined {
  const year = yearOf(e.year ?? { pointing: 'this' }, against)
  if (year === undefined) return unknown(e.kind === 'quarter' ? 'quarter' : 'range')
  return e.kind === 'quarter' ? quarter(year, e.n) : half(year, e.n)
}

export function quarter(year: number, n: number): Resolved {
  const first = dayNumber(year, n * 3 - 2, 1)!
  return { iso: `${year}-Q${n}`, granularity: 'quarter', first, last: addMonths(first, 3) - 1 }
}

export function half(year: number, n: number): Resolved {
  const first = dayNumber(year, n * 6 - 5, 1)!
  const last = addMonths(first, 6) - 1
  return { iso: `${isoDay(first)}/${isoDay(last)}`, granularity: 'range', first, last }
}

/** The ISO week a day lies in. */
export function week(n: DayNumber, part: StretchPart | undefined): Resolved {
  const first = n - weekdayOf(n) + 1
  return { iso: isoWeek(n), granularity: 'week', first, last: first + 6, ...partOf(part) }
}
