import type { TalksBoard } from '../view/talks-board.ts'

/** One item waits for another matter, because these parties say so. */
export type Wait = {
  readonly item: string
  readonly for: string
  /** Party ids; empty when it is said of the talks as a whole. */
  readonly by: readonly string[]
  /** Ids of the positions that say it. */
  readonly positions: readonly string[]
}

/** Who waits for what, from the positions that hold now, and the rings in which everything waits for itself. */
export type Waits = {
  readonly waits: readonly Wait[]
  /** Each ring once, beginning at its first item by name; its last item waits for its first. */
  readonly cycles: readonly (readonly string[])[]
}

export function waitsOf(board: Pick<TalksBoard, 'items'>): Waits {
  const waits = new Map<string, { item: string; for: string; by: string[]; positions: string[] }>()
  for (const row of board.items)
    for (const p of row.current) {
      if (p.waitsFor === undefined) continue
      const key = `${row.item}\n${p.waitsFor}`
      const wait = waits.get(key) ?? { item: row.item, for: p.waitsFor, by: [], positions: [] }
      if (p.party !== undefined) wait.by.push(p.party)
      wait.positions.push(p.id)
      waits.set(key, wait)
    }
  return { waits: [...waits.values()], cycles: cyclesOf([...waits.values()]) }
}

/**
 * One ring for every set of items that wait for each other: the shortest one through the set's first item.
 * Linear searches; an agenda has tens of items.
 */
export function cyclesOf(waits: readonly Pick<Wait, 'item' | 'for'>[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>()
  for (const w of waits) next.set(w.item, [...(next.get(w.item) ?? []), w.for].toSorted())
  const found: string[][] = []
  const covered = new Set<string>()
  for (const start of [...next.keys()].toSorted()) {
    if (covered.has(start)) continue
    const ring = shortestRing(start, next)
    if (!ring) continue
    found.push(ring)
    for (const item of ring) covered.add(item)
  }
  return found
}

function shortestRing(start: string, next: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const from = new Map<string, string>()
  const queue = [start]
  for (const at of queue)
    for (const to of next.get(at) ?? []) {
      if (to === start) {
        const ring = [at]
        while (ring[0] !== start) ring.unshift(from.get(ring[0]!)!)
        return ring
      }
      if (from.has(to)) continue
      from.set(to, at)
      queue.push(to)
    }
  return undefined
}
