import { civilDay, type DayNumber, dayNumber, shiftMonth } from './calendar.ts'
import type { Direction } from './date-lexicon.ts'
import type { Expression, MonthRef } from './expression.ts'
import { dayOfHijri, hijriYearOf } from './hijri.ts'
import { type Against, day, type Resolved, SHIFT, unknown, yearOf } from './value.ts'

type DayExpression = Extract<Expression, { kind: 'day' }>

/** The day a day-and-month phrase means. */
export function resolveDay(e: DayExpression, against: Against): Resolved | undefined {
  if (e.gregorian?.kind === 'day') return resolveDay(e.gregorian, against)
  if (e.hijri) return resolveHijriDay(e, against)
  if (typeof e.month !== 'number') {
    const at = monthOf(e.month, against)
    if (!at) return unknown('day')
    const n = dayNumber(at[0], at[1], e.day)
    return n === undefined ? undefined : day(n)
  }
  if (e.year !== undefined) {
    const year = yearOf(e.year, against)
    if (year === undefined) return unknown('day')
    const n = dayNumber(year, e.month, e.day)
    return n === undefined ? undefined : day(n)
  }
  if (against.published === undefined) return unknown('day')
  if (e.pointing) {
    const n = dayNumber(pointedYear(e.month, e.pointing, against.published), e.month, e.day)
    return n === undefined ? undefined : day(n)
  }
  const n = nearestYear(e.month, e.day, against.published, against.forward)
  return n === undefined ? undefined : day(n)
}

function monthOf(
  month: Exclude<MonthRef, number>,
  { published, anchor }: Against,
): readonly [number, number] | undefined {
  const from = 'sameAs' in month ? anchor : published
  if (from === undefined) return undefined
  const at = civilDay(from)
  return shiftMonth(at.year, at.month, 'sameAs' in month ? month.sameAs : SHIFT[month.pointing])
}

/** The year of "تموز الماضي": the latest July before the month of publication; المقبل: the next after it. */
export function pointedYear(month: number, pointing: Direction, published: DayNumber): number {
  const at = civilDay(published)
  if (pointing === 'this') return at.year
  if (pointing === 'next') return month > at.month ? at.year : at.year + 1
  return month < at.month ? at.year : at.year - 1
}

/** The latest such day up to publication, or the first from it on. 29 February may be years away. */
function nearestYear(
  month: number,
  d: number,
  published: DayNumber,
  forward: boolean,
): DayNumber | undefined {
  const { year } = civilDay(published)
  for (let step = 0; step <= 8; step++) {
    const n = dayNumber(forward ? year + step : year - step, month, d)
    if (n !== undefined && (forward ? n >= published : n <= published)) return n
  }
  return undefined
}

function resolveHijriDay(e: DayExpression, against: Against): Resolved | undefined {
  if (typeof e.month !== 'number') return undefined
  const month = e.month
  if (typeof e.year === 'number') {
    const n = dayOfHijri(e.year, month, e.day)
    return n === undefined ? undefined : day(n)
  }
  if (against.published === undefined) return unknown('day')
  const n = nearestHijri(y => dayOfHijri(y, month, e.day), against.published, e.pointing)
  return n === undefined ? undefined : day(n)
}

/** Of the Hijri years around publication, the one whose day is nearest, on the side pointed at. */
export function nearestHijri(
  of: (year: number) => DayNumber | undefined,
  published: DayNumber,
  pointing: Direction | undefined,
): DayNumber | undefined {
  const year = hijriYearOf(published)
  let best: DayNumber | undefined
  for (const y of [year - 1, year, year + 1]) {
    const n = of(y)
    if (n === undefined || (pointing === 'past' && n >= published) || (pointing === 'next' && n <= published))
      continue
    if (best === undefined || Math.abs(n - published) < Math.abs(best - published)) best = n
  }
  return best
}
