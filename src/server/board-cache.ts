import type { Docket } from '../core/compliance/docket.ts'
import type { StateBoard } from '../core/view/board.ts'
import { docketOf } from '../core/view/docket-of.ts'
import { stateBoard } from '../core/view/state-board.ts'
import type { Question } from './question.ts'

/** Boards kept: a person moving through time asks for neighbours again and again. */
const BOARDS = 64
/** Dockets kept: those of two moments of knowledge under some readings; each holds every event. */
const DOCKETS = 16

export type BoardCache = { readonly of: (question: Question) => StateBoard }

/**
 * State boards by ledger, moment and reading. A board is a pure function of these, so a kept one is as
 * good as a new one. A clock left at "now" counts by the minute: its board is kept until the minute is
 * over or the next entry comes, whichever is first.
 */
export function boardCache(): BoardCache {
  const boards = lastUsed<StateBoard>(BOARDS)
  const dockets = lastUsed<Docket>(DOCKETS)
  const named = (moment: number, live: boolean) =>
    live ? `minute ${Math.floor(moment / 60)}` : String(moment)
  return {
    of({ accord, state, asOf, reading, live }) {
      const ledger = `${accord.id} ${state.head.hash}`
      return boards(`${ledger} ${named(asOf.t, live.t)} ${named(asOf.k, live.k)} ${reading}`, () => {
        const evidence = [...state.evidence.values()]
        return stateBoard(accord, evidence, { asOf, reading, entries: state.head.seq }, (k, r) =>
          dockets(`${ledger} ${named(k, live.k)} ${r}`, () => docketOf(accord, evidence, k, r)),
        )
      })
    },
  }
}

/** Remembers the answers asked for last, at most `most` of them. */
function lastUsed<V>(most: number): (key: string, make: () => V) => V {
  const kept = new Map<string, V>()
  return (key, make) => {
    const value = kept.has(key) ? kept.get(key)! : make()
    kept.delete(key)
    kept.set(key, value)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return value
  }
}
