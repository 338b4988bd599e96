import { civilDay, type DayNumber, isoDay } from './calendar.ts'
import type { Direction, StretchPart } from './date-lexicon.ts'
import type { YearRef } from './expression.ts'

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

/** A known day. */
export const day = (n: DayNumber): Resolved => ({ iso: isoDay(n), granularity: 'day', first: n, last: n })
/** A date whose value the text does not give. */
export const unknown = (granularity: Granularity): Resolved => ({ iso: null, granularity })

/** How many steps a direction goes. */
export const SHIFT: Readonly<Record<Direction, number>> = { past: -1, recent: -1, this: 0, next: 1 }

/** The year a phrase means; undefined when nothing tells. */
export function yearOf(year: YearRef, { published, anchor }: Against): number | undefined {
  if (typeof year === 'number') return year
  if ('sameAs' in year) return anchor === undefined ? undefined : civilDay(anchor).year + year.sameAs
  return published === undefined ? undefined : civilDay(published).year + SHIFT[year.pointing]
}
