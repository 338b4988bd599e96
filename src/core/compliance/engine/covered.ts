import type { Coverage } from '../../evidence/record.ts'
import type { When } from '../../time/when.ts'
import { observedIn } from '../coverage.ts'

/** Whether adequate coverage fills a window, remembered as stretches of time so that asking is cheap. */
export class Covered {
  readonly #stretches: When[] = []

  /** @param notes those that speak of the provision. */
  constructor(notes: readonly Coverage[]) {
    const edges = [...new Set(notes.flatMap(n => [n.when.lo, n.when.hi + 1]))].sort((a, b) => a - b)
    for (let i = 0; i + 1 < edges.length; i++) {
      const stretch = { lo: edges[i]!, hi: edges[i + 1]! - 1 }
      if (observedIn(notes, stretch) !== 'yes') continue
      const last = this.#stretches.at(-1)
      if (last && last.hi + 1 === stretch.lo)
        this.#stretches[this.#stretches.length - 1] = { lo: last.lo, hi: stretch.hi }
      else this.#stretches.push(stretch)
    }
  }

  /** As `observedIn(notes, window) === 'yes'`. */
  whole(lo: number, hi: number): boolean {
    if (hi < lo) return false
    let from = 0
    let to = this.#stretches.length
    while (from < to) {
      const mid = (from + to) >> 1
      if (this.#stretches[mid]!.hi < lo) from = mid + 1
      else to = mid
    }
    const s = this.#stretches[from]
    return s !== undefined && s.lo <= lo && hi <= s.hi
  }
}
