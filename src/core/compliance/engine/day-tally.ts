import { bytesOf, grown } from './grow.ts'

const DAY = 86_400

/**
 * Counts of numbered things by kind, for any period: a row of sums a day, and in each row a list of its
 * things, so that only the days at a period's edges are looked at one by one. Times are the caller's.
 */
export class DayTally {
  readonly #kinds: number
  readonly totals: Int32Array
  readonly #rows = new Map<number, number>()
  #sums = new Int32Array(0)
  #heads = new Int32Array(0)
  #next = new Int32Array(0)
  #prev = new Int32Array(0)
  #row = new Int32Array(0)
  /** Longest thing, in seconds: how far over a day's end its things may reach. */
  #span = 0
  #latest = -Infinity
  #earliest = Infinity

  constructor(kinds: number) {
    this.#kinds = kinds
    this.totals = new Int32Array(kinds)
  }

  add(n: number, kind: number, lo: number, hi: number): void {
    const day = Math.floor(lo / DAY)
    let row = this.#rows.get(day)
    if (row === undefined) {
      row = this.#rows.size
      this.#rows.set(day, row)
      this.#sums = grown(this.#sums, (row + 1) * this.#kinds)
      this.#heads = grown(this.#heads, row + 1)
      this.#heads[row] = -1
    }
    if (n >= this.#next.length) {
      this.#next = grown(this.#next, n + 1)
      this.#prev = grown(this.#prev, n + 1)
      this.#row = grown(this.#row, n + 1)
    }
    this.#row[n] = row
    const head = this.#heads[row]!
    this.#next[n] = head
    this.#prev[n] = -1
    if (head >= 0) this.#prev[head] = n
    this.#heads[row] = n
    this.#sums[row * this.#kinds + kind]!++
    this.totals[kind]!++
    if (hi - lo > this.#span) this.#span = hi - lo
    if (hi > this.#latest) this.#latest = hi
    if (lo < this.#earliest) this.#earliest = lo
  }

  delete(n: number, kind: number): void {
    const row = this.#row[n]!
    const next = this.#next[n]!
    const prev = this.#prev[n]!
    if (next >= 0) this.#prev[next] = prev
    if (prev >= 0) this.#next[prev] = next
    else this.#heads[row] = next
    this.#sums[row * this.#kinds + kind]!--
    this.totals[kind]!--
  }

  /** A thing of another kind from now on. */
  change(n: number, from: number, to: number): void {
    const row = this.#row[n]!
    this.#sums[row * this.#kinds + from]!--
    this.#sums[row * this.#kinds + to]!++
    this.totals[from]!--
    this.totals[to]!++
  }

  /**
   * Sums over [from, to]: whole days are added up, things near the edges are given to `edge`, which adds
   * them as it sees fit.
   */
  sums(from: number, to: number, edge: (n: number, into: Int32Array) => void): Int32Array {
    if (from <= this.#earliest && to >= this.#latest) return this.totals.slice()
    const out = new Int32Array(this.#kinds)
    for (const [day, row] of this.#rows) {
      const first = day * DAY
      const last = first + DAY - 1 + this.#span
      if (last < from || first > to) continue
      if (first >= from && last <= to)
        for (let k = 0; k < this.#kinds; k++) out[k]! += this.#sums[row * this.#kinds + k]!
      else for (let n = this.#heads[row]!; n >= 0; n = this.#next[n]!) edge(n, out)
    }
    return out
  }

  /** Everything filed, in no order. */
  each(visit: (n: number) => void): void {
    for (const row of this.#rows.values())
      for (let n = this.#heads[row]!; n >= 0; n = this.#next[n]!) visit(n)
  }

  bytes(): number {
    return bytesOf(this.#sums, this.#heads, this.#next, this.#prev, this.#row) + 64 * this.#rows.size
  }
}
