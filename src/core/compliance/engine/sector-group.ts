import { CLAIMED, CONTESTED, FULFILLED, LATE, POSSIBLY, STATES } from './duty-words.ts'
import type { Ordered } from './ordered.ts'

/** Performances that can serve a group of instances, by class, in order of their start. */
export type Pool = readonly Ordered[]

/** Instances and performances that must agree on a sector (or all, when nothing must agree). */
export type Group = {
  readonly pool: Pool
  /** Instances by what they have found so far: nothing, disputed, alleged, possible, late; the fulfilled are only in `all`. */
  readonly wanting: readonly Ordered[]
  readonly all: Ordered
}

/** Nothing that could serve was found. */
export const NOTHING = 0

/** Done in time: nothing better can come. */
export const SATISFIED = 5

/** The number under which instances without a sector stand. */
export const SECTORLESS = -1

/** Only something disputed was found. */
export const DENIED_FOUND = 1

/** Only something alleged was found. */
export const SAID_FOUND = 2

/** Something established was found that may not fit. */
export const POSSIBLE_FOUND = 3

/** Done, but late. */
export const LATE_FOUND = 4

/** How far an instance's state has got, by its number. */
export const FOUND: readonly number[] = STATES.map((_, s) =>
  s === FULFILLED
    ? SATISFIED
    : s === LATE
      ? LATE_FOUND
      : s === POSSIBLY
        ? POSSIBLE_FOUND
        : s === CLAIMED
          ? SAID_FOUND
          : s === CONTESTED
            ? DENIED_FOUND
            : NOTHING,
)
