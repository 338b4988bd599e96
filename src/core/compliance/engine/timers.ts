import sorted from 'sorted-btree'

// CommonJS: Node gives the module, a bundler may give the class itself.
const BTree = sorted.default ?? (sorted as unknown as typeof sorted.default)
const DAY = 86_400

/**
 * What must be looked at again when time has passed: (owner, number) pairs by day in an ordered tree, so
 * that advancing pops only the days that were passed. Entries are hints; ringing one too many is harmless.
 */
export class Timers {
  /** Three numbers an entry: instant, owner, number. */
  readonly #days = new BTree<number, number[]>()
  readonly #ring: (owner: number, n: number) => void

  constructor(ring: (owner: number, n: number) => void) {
    this.#ring = ring
  }

  /** @param at the first second at which something is different. */
  set(at: number, owner: number, n: number): void {
    const day = Math.floor(at / DAY)
    const list = this.#days.get(day)
    if (list) list.push(at, owner, n)
    else this.#days.set(day, [at, owner, n])
  }

  /** Rings everything due at or before `now`, earliest day first. */
  advance(now: number): void {
    for (let day = this.#days.minKey(); day !== undefined && day * DAY <= now; day = this.#days.minKey()) {
      const list = this.#days.get(day)!
      this.#days.delete(day)
      const later: number[] = []
      for (let i = 0; i < list.length; i += 3)
        if (list[i]! > now) later.push(list[i]!, list[i + 1]!, list[i + 2]!)
      if (later.length > 0) this.#days.set(day, later)
      for (let i = 0; i < list.length; i += 3) if (list[i]! <= now) this.#ring(list[i + 1]!, list[i + 2]!)
      if (later.length > 0) return
    }
  }
}
