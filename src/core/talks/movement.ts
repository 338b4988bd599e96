import { stateOf, type TalksBoard } from '../view/talks-board.ts'
import type { ItemState, TalksPosition } from './position.ts'

/** What one round did to one item. */
export type Movement = {
  readonly round: string
  /** Seconds UTC of the round's first position. */
  readonly at: number
  readonly item: string
  readonly before: ItemState
  readonly after: ItemState
  /** Ids of the positions taken in this round. */
  readonly positions: readonly string[]
}

/**
 * Movement of items between rounds, oldest round first: the state from the positions held before the round's
 * first one, and from those held at the end of its last one. Items that a round did not speak of are left out.
 */
export function movements(board: Pick<TalksBoard, 'items'>): readonly Movement[] {
  const found: Movement[] = []
  for (const row of board.items)
    for (const round of new Set(row.history.flatMap(p => p.round ?? []))) {
      const own = row.history.filter(p => p.round === round)
      const first = Math.min(...own.map(p => p.when.lo))
      const last = Math.max(...own.map(p => p.when.lo))
      found.push({
        round,
        at: first,
        item: row.item,
        before: stateAfter(row.history.filter(p => p.when.lo < first && p.round !== round)),
        after: stateAfter(row.history.filter(p => p.when.lo <= last)),
        positions: own.map(p => p.id),
      })
    }
  return found.toSorted((a, b) => a.at - b.at || (a.item < b.item ? -1 : 1))
}

function stateAfter(history: readonly TalksPosition[]): ItemState {
  const newest = new Map<string, TalksPosition>()
  for (const p of history) newest.set(p.party ?? '', p)
  return stateOf([...newest.values()]).state
}
