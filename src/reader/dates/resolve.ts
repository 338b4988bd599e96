import { instantOf } from '../../core/time/civil.ts'
import { addMonths, civilDay, type DayNumber, isoDay, isoMonth, shiftMonth, weekdayOf } from './calendar.ts'
import type { Direction, Unit } from './date-lexicon.ts'
import { nearestHijri, pointedYear, resolveDay } from './day-value.ts'
import type { Clock, Expression } from './expression.ts'
import { hijriMonth, hijriYearOf } from './hijri.ts'
import { half, monthStretch, partOf, quarter, resolveQuarter, week, yearStretch } from './stretch-value.ts'
import { type Against, day, type Granularity, type Resolved, SHIFT, unknown, yearOf } from './value.ts'

/** The value of a phrase; undefined when there is no such date (30 February) or nothing to count from. */
export function resolve(e: Expression, against: Against): Resolved | undefined {
  switch (e.kind) {
    case 'day':
      return resolveDay(e, against)
    case 'month':
      return resolveMonth(e, against)
    case 'year': {
      const year = yearOf(e.year, against)
      if (year === undefined) return unknown('year')
      return yearStretch(year, e.hijri, e.part, against)
    }
    case 'quarter':
    case 'half':
      return resolveQuarter(e, against)
    case 'weekday':
      return against.published === undefined
        ? unknown('day')
        : day(weekday(e, against.published, against.forward))
    case 'relative':
      return against.published === undefined ? unknown('day') : day(against.published + e.days)
    case 'stretch':
      return resolveStretch(e, against)
    case 'weekend':
      return resolveWeekend(e.pointing, against)
    case 'shift':
      return resolveShift(e, against)
    case 'around':
      return resolveAround(e, against)
    case 'anaphor':
      return against.anchor === undefined ? undefined : resolveAnaphor(e, against.anchor)
    case 'range':
      return resolveRange(e.first, e.last, against)
    case 'ambiguous':
      return unknown('day')
    case 'season': {
      const year = e.year === undefined ? undefined : yearOf(e.year, against)
      if (year !== undefined) return yearStretch(year, false, undefined, against)
      return unknown(e.pointing === 'next' ? 'vague-future' : 'vague-past')
    }
  }
}

type MonthExpression = Extract<Expression, { kind: 'month' }>

function resolveMonth(e: MonthExpression, against: Against): Resolved | undefined {
  if (e.hijri) return resolveHijriMonth(e, against)
  const given = e.year === undefined ? undefined : yearOf(e.year, against)
  if (given === undefined && (against.published === undefined || e.year !== undefined))
    return unknown('month')
  return monthStretch(given ?? monthYear(e.month, e.pointing, against), e.month, e.part, against)
}

function monthYear(month: number, pointing: Direction | undefined, against: Against): number {
  const at = civilDay(against.published!)
  if (pointing) return pointedYear(month, pointing, against.published!)
  if (against.forward) return month >= at.month ? at.year : at.year + 1
  return month <= at.month ? at.year : at.year - 1
}

function resolveHijriMonth(e: MonthExpression, against: Against): Resolved | undefined {
  if (typeof e.year !== 'number' && against.published === undefined) return unknown('range')
  const year =
    typeof e.year === 'number'
      ? e.year
      : hijriYearOf(
          nearestHijri(y => hijriMonth(y, e.month)?.[0], against.published!, e.pointing) ??
            against.published!,
        )
  const days = hijriMonth(year, e.month)
  if (!days) return undefined
  return {
    iso: `${isoDay(days[0])}/${isoDay(days[1])}`,
    granularity: 'range',
    first: days[0],
    last: days[1],
    ...partOf(e.part),
  }
}

function weekday(
  e: { readonly n: number; readonly pointing?: Direction; readonly week?: Direction },
  published: DayNumber,
  forward: boolean,
): DayNumber {
  const today = weekdayOf(published)
  if (e.week) return published - today + e.n + 7 * SHIFT[e.week]
  const back = (today - e.n + 7) % 7
  const ahead = (e.n - today + 7) % 7
  if (e.pointing === 'past') return published - (back || 7)
  if (e.pointing === 'next') return published + (ahead || 7)
  if (e.pointing === 'this') return published - today + e.n
  return forward ? published + ahead : published - back
}

function resolveStretch(e: Extract<Expression, { kind: 'stretch' }>, against: Against): Resolved | undefined {
  if (against.published === undefined)
    return unknown(e.unit === 'half' || e.unit === 'day' ? 'range' : (e.unit as Granularity))
  const { published } = against
  const at = civilDay(published)
  const by = SHIFT[e.pointing]
  switch (e.unit) {
    case 'week':
      return week(published + 7 * by, e.part)
    case 'month': {
      const [y, m] = shiftMonth(at.year, at.month, by)
      return monthStretch(y, m, e.part, against)
    }
    case 'quarter': {
      const index = at.year * 4 + Math.floor((at.month - 1) / 3) + by
      return quarter(Math.floor(index / 4), (index % 4) + 1)
    }
    case 'half': {
      const index = at.year * 2 + Math.floor((at.month - 1) / 6) + by
      return half(Math.floor(index / 2), (index % 2) + 1)
    }
    case 'year':
      return yearStretch(at.year + by, false, e.part, against)
    default:
      return undefined
  }
}

function resolveWeekend(pointing: Direction | undefined, { published, forward }: Against): Resolved {
  if (published === undefined) return unknown('week')
  const during = weekdayOf(published) >= 6
  const by =
    pointing === 'next' ? 1 : pointing === 'this' || (pointing === undefined && (forward || during)) ? 0 : -1
  return week(published + 7 * by, 'late')
}

/** Days in so many units, when they are whole days; months and years are counted by the calendar. */
function shifted(from: DayNumber, unit: Unit, n: number): DayNumber | undefined {
  if (unit === 'day') return Number.isInteger(n) ? from + n : undefined
  if (unit === 'week') return Number.isInteger(n * 7) ? from + n * 7 : undefined
  if (unit === 'hour') return n % 24 === 0 ? from + n / 24 : undefined
  if (unit === 'month' || unit === 'year') {
    const months = unit === 'year' ? n * 12 : n
    return Number.isInteger(months) && Math.abs(months) < 12_000 ? addMonths(from, months) : undefined
  }
  return undefined
}

function resolveShift(e: Extract<Expression, { kind: 'shift' }>, { published }: Against): Resolved {
  const vague = unknown(e.sign < 0 ? 'vague-past' : 'vague-future')
  if (e.n === undefined) return vague
  if (published === undefined) return unknown(e.limit ? 'day' : 'vague-past')
  const n = shifted(published, e.unit, e.sign * e.n)
  if (n === undefined) return vague
  // "Two weeks ago" names a week, not a day; a limit is a day all the same.
  if (!e.limit && e.unit === 'week') return week(n, undefined)
  const at = civilDay(n)
  if (!e.limit && e.unit === 'month')
    return { iso: isoMonth(at.year, at.month), granularity: 'month', first: n, last: n }
  if (!e.limit && e.unit === 'year') return { iso: String(at.year), granularity: 'year', first: n, last: n }
  return day(n)
}

function resolveAround(e: Extract<Expression, { kind: 'around' }>, { published }: Against): Resolved {
  const vague = unknown(e.sign < 0 ? 'vague-past' : 'vague-future')
  if (e.n === undefined) return vague
  if (published === undefined) return unknown('range')
  const edge = shifted(published, e.unit, e.sign * e.n)
  if (edge === undefined) return vague
  const [first, last] = edge < published ? [edge, published] : [published, edge]
  return { iso: `${isoDay(first)}/${isoDay(last)}`, granularity: 'range', first, last }
}

function resolveAnaphor(e: Extract<Expression, { kind: 'anaphor' }>, anchor: DayNumber): Resolved {
  const at = civilDay(anchor)
  if (e.unit === 'day') return day(anchor + e.shift)
  if (e.unit === 'week') return week(anchor + 7 * e.shift, e.part)
  const none: Against = { published: undefined, anchor: undefined, forward: false, limit: false }
  if (e.unit === 'year') return yearStretch(at.year + e.shift, false, e.part, none)!
  const [y, m] = shiftMonth(at.year, at.month, e.shift)
  return monthStretch(y, m, e.part, none)
}

function resolveRange(first: Expression, last: Expression, against: Against): Resolved | undefined {
  let a = resolve(first, against)
  let b = resolve(last, against)
  if (!a || !b) return undefined
  if (a.first === undefined || b.last === undefined) return unknown('range')
  if (a.first > b.last) {
    // Each edge was read alone; the one without a year or direction of its own moves to the other's side.
    if (against.forward) b = resolve(last, { ...against, published: a.first, forward: true })
    else a = resolve(first, { ...against, published: b.last, forward: false })
  } else if (against.forward && first.kind === 'weekday' && last.kind === 'weekday')
    b = resolve(last, { ...against, published: a.first, forward: true })
  else if (!against.forward && first.kind === 'weekday' && last.kind === 'weekday' && !first.pointing)
    a = resolve(first, { ...against, published: b.last })
  if (!a?.iso || !b?.iso || a.first === undefined || b.last === undefined || a.first > b.last)
    return undefined
  return { iso: `${a.iso}/${b.iso}`, granularity: 'range', first: a.first, last: b.last }
}

/** A day with a time of the clock: local, or in UTC when the text names the zone. */
export function atClock(n: DayNumber, clock: Clock): string {
  const pad = (x: number) => String(x).padStart(2, '0')
  const shift = clock.hour === 24 ? 1 : 0
  const minutes = (clock.hour % 24) * 60 + clock.minute
  const on = n + shift + (minutes < 0 ? -1 : 0)
  const [hour, minute] = [Math.floor((minutes + 1440) / 60) % 24, (minutes + 1440) % 60]
  if (clock.zone === undefined || clock.zone === 'local') return `${isoDay(on)}T${pad(hour)}:${pad(minute)}`
  if (clock.zone === 'UTC') return `${isoDay(on)}T${pad(hour)}:${pad(minute)}Z`
  const { year, month, day: d } = civilDay(on)
  const seconds = instantOf(clock.zone, year, month, d, hour, minute)
  return `${new Date(seconds * 1000).toISOString().slice(0, 16)}Z`
}
