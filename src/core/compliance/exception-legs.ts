import { F, follows, type Kleene, T, U } from '../time/when.ts'
import type { Known } from './docket.ts'
import { ruledAfter } from './facts.ts'
import type { Excuse } from './lattice.ts'
import type { PreparedException } from './prepared.ts'
import type { Standing } from './standing.ts'

/** One exception tried against one event, with the value of each leg (compliance.md §3.5, `rel`). */
export type Candidate = {
  readonly exception: PreparedException
  /** The provocation; absent for a carve-out. */
  readonly other?: Known
  readonly standing?: Standing
  readonly legs: {
    readonly type: Kleene
    readonly after: Kleene
    readonly near: Kleene
    readonly proportion: Kleene
    /** Place, target and weapon conditions on the provocation; the carve-out's target. */
    readonly pattern: Kleene
    readonly unlawful: Kleene
  }
  readonly excuse: Excuse
}

/** Index of the first event of a list ordered by last second that ends at `t` or later. */
export function firstEndingAt(list: readonly Known[], t: number): number {
  let lo = 0
  let hi = list.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (list[mid]!.attributes.when.hi < t) lo = mid + 1
    else hi = mid
  }
  return lo
}

/** An exception by target tried on an act. */
export function carveOut(known: Known, x: PreparedException): Candidate {
  const stated = known.attributes.targets
  const wanted = x.targets ?? new Set<string>()
  const hits = stated ? [...stated].filter(s => wanted.has(s)).length : -1
  const pattern: Kleene = hits === -1 ? U : hits === 0 ? F : hits === stated!.size ? T : U
  return {
    exception: x,
    legs: { type: T, after: T, near: T, proportion: T, pattern, unlawful: T },
    excuse: pattern === T ? 'sure' : pattern === U ? 'maybe' : 'none',
  }
}

/** `after(e', e, T)` of §3.4; a reviewer's ruling on the order takes the place of the stamps. */
export function afterLeg(known: Known, other: Known, within: number): Kleene {
  const plain = follows(known.attributes.when, other.attributes.when, within)
  const ruled = ruledAfter(known.event, other.event)
  if (ruled === undefined || plain === F) return plain
  if (!ruled) return F
  // The order is certain, so only the gap's upper end can still leave room.
  return known.attributes.when.hi - other.attributes.when.lo <= within ? T : U
}

/** No more than `maxStep` above the provocation on the ladder of weapon classes (§3.4). */
export function proportion(
  own: { readonly low: number; readonly high: number },
  provoked: { readonly low: number; readonly high: number },
  maxStep: number,
): Kleene {
  if (own.high <= provoked.low + maxStep) return T
  return own.low > provoked.high + maxStep ? F : U
}
