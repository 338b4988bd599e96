import type { ActTable } from './act-table.ts'
import { bytesOf, grown } from './grow.ts'

/**
 * Provocations as columns, one for an event, a bearer and an exception, each with the acts that hold it as
 * the witness of their excuse.
 */
export class ProvocationTable {
  event = new Int32Array(0)
  side = new Uint8Array(0)
  /** Number of the bearer's search, that is, of the exception. */
  search = new Uint8Array(0)
  /** 1 when it can be a certain excuse: established, and certainly what the exception names. */
  strong = new Uint8Array(0)
  /** First act that holds it as its witness, -1. */
  first = new Int32Array(0)
  /** Next provocation of the same event; among free numbers the next free one. */
  next = new Int32Array(0)
  /** First provocation of each event, -1. */
  of = new Int32Array(0)
  #free = -1
  #size = 0

  reserveEvents(events: number): void {
    this.of = grown(this.of, events, -1)
  }

  /** A number for a provocation by `event`, at the head of its list. */
  take(event: number, side: number, search: number, strong: boolean): number {
    let p = this.#free
    if (p >= 0) this.#free = this.next[p]!
    else {
      p = this.#size++
      if (p >= this.event.length) this.#grow()
    }
    this.event[p] = event
    this.side[p] = side
    this.search[p] = search
    this.strong[p] = strong ? 1 : 0
    this.first[p] = -1
    this.next[p] = this.of[event]!
    this.of[event] = p
    return p
  }

  /** Gives a number back, and into `orphans` the acts that lose their witness by it. */
  free(p: number, acts: ActTable, orphans: number[]): void {
    for (let a = this.first[p]!; a >= 0; a = acts.nextWitnessed[a]!) {
      acts.witness[a] = -1
      orphans.push(a)
    }
    this.next[p] = this.#free
    this.#free = p
  }

  /** Makes `p` the witness of an act that has none. */
  carry(p: number, a: number, acts: ActTable): void {
    const first = this.first[p]!
    acts.witness[a] = p
    acts.nextWitnessed[a] = first
    acts.prevWitnessed[a] = -1
    if (first >= 0) acts.prevWitnessed[first] = a
    this.first[p] = a
  }

  /** Takes an act's witness away, if it has one. */
  drop(a: number, acts: ActTable): void {
    const p = acts.witness[a]!
    if (p < 0) return
    const next = acts.nextWitnessed[a]!
    const prev = acts.prevWitnessed[a]!
    if (next >= 0) acts.prevWitnessed[next] = prev
    if (prev >= 0) acts.nextWitnessed[prev] = next
    else this.first[p] = next
    acts.witness[a] = -1
  }

  bytes(): number {
    return bytesOf(this.event, this.side, this.search, this.strong, this.first, this.next, this.of)
  }

  #grow(): void {
    this.event = grown(this.event, this.#size)
    const size = this.event.length
    this.side = grown(this.side, size)
    this.search = grown(this.search, size)
    this.strong = grown(this.strong, size)
    this.first = grown(this.first, size)
    this.next = grown(this.next, size)
  }
}
