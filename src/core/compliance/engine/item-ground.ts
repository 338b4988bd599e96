import { CLAIMED, CONTESTED, FULFILLED, LATE, POSSIBLY, STATES } from './duty-words.ts'

/** States of one item over a stretch of periods; a single deadline is the period 0. */
export type Run = {
  readonly state: number
  readonly conditional: boolean
  readonly from: number
  readonly to: number
}

/** No sighting, or no performance. */
export const NO = 255

/** A performance that has not begun: kept on file, worth nothing yet. */
export const NOT_YET = 254

/** Rank of a state as what a performance is worth. */
export const WORTH: readonly number[] = STATES.map((_, s) =>
  [CONTESTED, CLAIMED, POSSIBLY, LATE, FULFILLED].indexOf(s),
)

/** A sighting of an item. */
export type Sight = {
  readonly event: number
  readonly lo: number
  readonly hi: number
  readonly certain: boolean
}

/** A performance on an item, with its class. */
export type Act = { readonly event: number; readonly lo: number; readonly hi: number; readonly cls: number }

/** All that is known of one item. */
export type Found = { readonly sights: readonly Sight[]; readonly acts: readonly Act[] }

/** The sightings that count towards a date: the certain ones by then, else any; `last` is where it must go from. */
export function groundOf(
  sights: readonly Sight[],
  limit: number,
): { first: Sight; last: Sight; conditional: boolean } {
  const certain = sights.filter(s => s.certain && s.hi <= limit)
  const from = certain.length > 0 ? certain : sights
  let last = from[0]!
  for (const s of from) if (s.lo > last.lo) last = s
  return { first: from[0]!, last, conditional: certain.length === 0 }
}
