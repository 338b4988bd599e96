import type { StateBoard } from '../core/view/board.ts'
import { stateBoard } from '../core/view/state-board.ts'
import type { Question } from './question.ts'

/** Boards kept: a person moving through time asks for neighbours again and again. */
const KEPT = 64

export type BoardCache = { readonly of: (question: Question) => StateBoard }

/**
 * State boards by ledger, moment and reading. A board is a pure function of these, so a kept one is as
 * good as a new one; one asked "as of now" is kept for the rest of its minute, or until the next entry.
 */
export function boardCache(): BoardCache {
  const boards = new Map<string, StateBoard>()
  return {
    of({ accord, state, asOf, reading, live }) {
      const moment = live ? `now ${Math.floor(asOf.t / 60)}` : `${asOf.t} ${asOf.k}`
      const key = `${accord.id} ${state.head.hash} ${moment} ${reading}`
      const kept = boards.get(key)
      if (kept) {
        boards.delete(key)
        boards.set(key, kept)
        return kept
      }
      const board = stateBoard(accord, [...state.evidence.values()], {
        asOf,
        reading,
        entries: state.head.seq,
      })
      boards.set(key, board)
      if (boards.size > KEPT) boards.delete(boards.keys().next().value!)
      return board
    },
  }
}
