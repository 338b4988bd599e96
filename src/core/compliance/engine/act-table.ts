import { bytesOf, grown } from './grow.ts'

/**
 * Acts under a ban as columns, one for an event and a bearer: what each amounts to, its excuse, and the
 * provocation that carries the excuse. Numbers of acts that went are given out again.
 */
export class ActTable {
  event = new Int32Array(0)
  /** Number of the bearer. */
  side = new Uint8Array(0)
  /** Level and note as `Voice` gives them. */
  level = new Uint8Array(0)
  match = new Uint8Array(0)
  /** 0 none, 1 may, 2 certain. */
  excuse = new Uint8Array(0)
  /** By severity. */
  verdict = new Uint8Array(0)
  /** The provocation that carries the excuse, -1 where none does. */
  witness = new Int32Array(0)
  /** Neighbours among the acts with the same witness. */
  nextWitnessed = new Int32Array(0)
  prevWitnessed = new Int32Array(0)
  /** Next act of the same event; among free numbers the next free one. */
  next = new Int32Array(0)
  /** First act of each event, -1. */
  of = new Int32Array(0)
  #free = -1
  #size = 0

  reserveEvents(events: number): void {
    this.of = grown(this.of, events, -1)
  }

  /** A number for an act of `event`, at the head of its list. */
  take(event: number, side: number, level: number, match: number): number {
    let a = this.#free
    if (a >= 0) this.#free = this.next[a]!
    else {
      a = this.#size++
      if (a >= this.event.length) this.#grow()
    }
    this.event[a] = event
    this.side[a] = side
    this.level[a] = level
    this.match[a] = match
    this.excuse[a] = 0
    this.witness[a] = -1
    this.next[a] = this.of[event]!
    this.of[event] = a
    return a
  }

  /** Gives a number back; the event's list is the caller's to mend. */
  free(a: number): void {
    this.next[a] = this.#free
    this.#free = a
  }

  bytes(): number {
    return bytesOf(
      this.event,
      this.side,
      this.level,
      this.match,
      this.excuse,
      this.verdict,
      this.witness,
      this.nextWitnessed,
      this.prevWitnessed,
      this.next,
      this.of,
    )
  }

  #grow(): void {
    this.event = grown(this.event, this.#size)
    const size = this.event.length
    this.side = grown(this.side, size)
    this.level = grown(this.level, size)
    this.match = grown(this.match, size)
    this.excuse = grown(this.excuse, size)
    this.verdict = grown(this.verdict, size)
    this.witness = grown(this.witness, size)
    this.nextWitnessed = grown(this.nextWitnessed, size)
    this.prevWitnessed = grown(this.prevWitnessed, size)
    this.next = grown(this.next, size)
  }
}
