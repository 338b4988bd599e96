import { instantOf } from '../../core/time/civil.ts'
import {
  addMonths,
  civilDay,
  type DayNumber,
  dayNumber,
  daysInMonth,
  isoDay,
  isoMonth,
  isoWeek,
  shiftMonth,
  weekdayOf,
} from './calendar.ts'
import type { Direction, StretchPart, Unit } from './date-lexicon.ts'
import type { Clock, Expression, MonthRef, YearRef } from './expression.ts'
import { dayOfHijri, hijriMonth, hijriYearOf } from './hijri.ts'

/** What a date phrase is read against. */
export type Against = {
  /** The day of publication, when known. */
  readonly published: DayNumber | undefined
  /** The day the text named before, for "the next day". */
  readonly anchor: DayNumber | undefined
  readonly forward: boolean
  /** The text sets a limit here: "the end of the year" is its last day. */
  readonly limit: boolean
}

export type Granularity =
  | 'minute'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'range'
  | 'vague-past'
  | 'vague-future'

/** A date phrase's value. `iso` null: the text gives no value, and none is invented. */
export type Resolved = {
  readonly iso: string | null
  readonly granularity: Granularity
  readonly part?: StretchPart
  /** Day the value lies on or begins with, and its last day, when it has them. */
  readonly first?: DayNumber
  readonly last?: DayNumber
}

const day = (n: DayNumber): Resolved => ({ iso: isoDay(n), granularity: 'day', first: n, last: n })
const unknown = (granularity: Granularity): Resolved => ({ iso: null, granularity })

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

const SHIFT: Readonly<Record<Direction, number>> = { past: -1, recent: -1, this: 0, next: 1 }

function yearOf(year: YearRef, { published, anchor }: Against): number | undefined {
  if (typeof year === 'number') return year
  if ('sameAs' in year) return anchor === undefined ? undefined : civilDay(anchor).year + year.sameAs
  return published === undefined ? undefined : civilDay(published).year + SHIFT[year.pointing]
}

type DayExpression = Extract<Expression, { kind: 'day' }>

function resolveDay(e: DayExpression, against: Against): Resolved | undefined {
  if (e.gregorian) return resolve(e.gregorian, against)
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
function pointedYear(month: number, pointing: Direction, published: DayNumber): number {
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

function nearestHijri(
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

const partOf = (part: StretchPart | undefined): { part?: StretchPart } =>
  part ? { part: part === 'end' ? 'late' : part } : {}

/**
 * A month with its part. "The end of" a month to come is its last day; of a month gone by it only
 * says late.
 */
function monthStretch(
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

function yearStretch(
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

function resolveQuarter(
  e: Extract<Expression, { kind: 'quarter' | 'half' }>,
  against: Against,
): Resolved | undefined {
  const year = yearOf(e.year ?? { pointing: 'this' }, against)
  if (year === undefined) return unknown(e.kind === 'quarter' ? 'quarter' : 'range')
  return e.kind === 'quarter' ? quarter(year, e.n) : half(year, e.n)
}

function quarter(year: number, n: number): Resolved {
  const first = dayNumber(year, n * 3 - 2, 1)!
  return { iso: `${year}-Q${n}`, granularity: 'quarter', first, last: addMonths(first, 3) - 1 }
}

function half(year: number, n: number): Resolved {
  const first = dayNumber(year, n * 6 - 5, 1)!
  const last = addMonths(first, 6) - 1
  return { iso: `${isoDay(first)}/${isoDay(last)}`, granularity: 'range', first, last }
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

function week(n: DayNumber, part: StretchPart | undefined): Resolved {
  const first = n - weekdayOf(n) + 1
  return { iso: isoWeek(n), granularity: 'week', first, last: first + 6, ...partOf(part) }
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
