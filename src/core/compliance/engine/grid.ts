import { bytesOf, grown } from './grow.ts'

/** A class of places by size, so that a district does not widen everyone's search (compliance.md §3.10). */
const CLASS_RADII = [600, 3000, 15_000] as const
/** Places without a plain disc: looked at whatever the distance. */
const WIDE = CLASS_RADII.length
const CLASSES = WIDE + 1

/** Longest event, in seconds, that lies in the buckets; longer ones stand in one list of their own. */
const MOST_SPAN = 8 * 86_400

/** What is kept in the grid, as columns of its owner; `r` below 0 means no plain disc. */
export type Placed = {
  readonly x: number
  readonly y: number
  readonly r: number
  readonly lo: number
  readonly hi: number
}

/**
 * Numbers filed by place and time: a hash of (class of size, cell, time bucket) to a doubly linked list.
 * Putting in and taking out are constant; a search visits the cells and buckets in reach.
 */
export class Grid {
  readonly #reach: number
  readonly #bucket: number
  readonly #sizes: readonly number[]
  /** x, y, t and head of each cell and bucket that was ever used: four numbers side by side. */
  #cellData = new Int32Array(0)
  #cells = 0
  #slots = new Int32Array(64)
  // One entry a number filed.
  #next = new Int32Array(0)
  #prev = new Int32Array(0)
  #cell = new Int32Array(0)
  readonly #counts = new Int32Array(CLASSES)
  readonly #radius = new Int32Array(CLASSES)
  #span = 0
  /** Head of the list of over-long events. */
  #longHead = -1
  #minLo = Infinity
  #maxHi = -Infinity
  size = 0

  /** @param reach metres and @param bucket seconds that searches look around; they set the sizes of cells. */
  constructor(reach: number, bucket: number) {
    this.#reach = reach
    this.#bucket = Math.max(3600, Math.min(2 * bucket, 30 * 86_400))
    this.#sizes = [...CLASS_RADII.map(r => Math.max(1000, 1.6 * (reach + r))), 1]
  }

  add(n: number, at: Placed): void {
    if (n >= this.#next.length) {
      this.#next = grown(this.#next, n + 1)
      this.#prev = grown(this.#prev, n + 1)
      this.#cell = grown(this.#cell, n + 1)
    }
    this.size++
    if (at.lo < this.#minLo) this.#minLo = at.lo
    if (at.hi > this.#maxHi) this.#maxHi = at.hi
    if (at.hi - at.lo > MOST_SPAN) {
      this.#push(n, -1)
      return
    }
    this.#span = Math.max(this.#span, at.hi - at.lo)
    const c = classOf(at.r)
    this.#counts[c]!++
    if (c < WIDE) this.#radius[c] = Math.max(this.#radius[c]!, at.r)
    const size = this.#sizes[c]!
    const cx = c === WIDE ? 0 : Math.floor(at.x / size)
    const cy = c === WIDE ? 0 : Math.floor(at.y / size)
    this.#push(n, this.#cellFor(cx * CLASSES + c, cy, Math.floor(at.lo / this.#bucket)))
  }

  delete(n: number): void {
    this.size--
    const cell = this.#cell[n]!
    if (cell >= 0) this.#counts[mod(this.#cellData[4 * cell]!, CLASSES)]!--
    const next = this.#next[n]!
    const prev = this.#prev[n]!
    if (next >= 0) this.#prev[next] = prev
    if (prev >= 0) this.#next[prev] = next
    else if (cell >= 0) this.#cellData[4 * cell + 3] = next
    else this.#longHead = next
  }

  /**
   * Visits every number whose place may be within the grid's reach of `near` and whose start may lie in
   * [from, to] or before it by no more than its own length, until `visit` returns true. A superset: the
   * caller compares exactly.
   *
   * @param wider metres to look beyond the reach.
   */
  search(near: Placed, from: number, to: number, visit: (n: number) => boolean, wider = 0): void {
    if (this.size === 0 || from > this.#maxHi || to < this.#minLo) return
    for (let n = this.#longHead; n >= 0; ) {
      const next = this.#next[n]!
      if (visit(n)) return
      n = next
    }
    const first = Math.floor(Math.max(from - this.#span, this.#minLo) / this.#bucket)
    const last = Math.floor(Math.min(to, this.#maxHi) / this.#bucket)
    for (let c = 0; c < CLASSES; c++) {
      if (this.#counts[c] === 0) continue
      if (near.r < 0 && c < WIDE) {
        if (this.#everywhere(c, first, last, visit)) return
        continue
      }
      const around = this.#reach + wider + near.r + this.#radius[c]!
      const size = this.#sizes[c]!
      const x0 = c === WIDE ? 0 : Math.floor((near.x - around) / size)
      const x1 = c === WIDE ? 0 : Math.floor((near.x + around) / size)
      const y0 = c === WIDE ? 0 : Math.floor((near.y - around) / size)
      const y1 = c === WIDE ? 0 : Math.floor((near.y + around) / size)
      if ((x1 - x0 + 1) * (y1 - y0 + 1) * (last - first + 1) > 4 * this.#cells) {
        if (this.#everywhere(c, first, last, visit)) return
        continue
      }
      // Latest first: a response mostly follows soon.
      for (let t = last; t >= first; t--)
        for (let x = x0; x <= x1; x++)
          for (let y = y0; y <= y1; y++) {
            const cell = this.#lookUp(x * CLASSES + c, y, t)
            if (cell >= 0 && this.#list(cell, visit)) return
          }
    }
  }

  bytes(): number {
    return bytesOf(this.#cellData, this.#slots, this.#next, this.#prev, this.#cell)
  }

  #list(cell: number, visit: (n: number) => boolean): boolean {
    for (let n = this.#cellData[4 * cell + 3]!; n >= 0; ) {
      const next = this.#next[n]!
      if (visit(n)) return true
      n = next
    }
    return false
  }

  /** A search from an unknown place: every cell of a class. */
  #everywhere(c: number, first: number, last: number, visit: (n: number) => boolean): boolean {
    for (let cell = 0; cell < this.#cells; cell++) {
      const t = this.#cellData[4 * cell + 2]!
      if (t < first || t > last || mod(this.#cellData[4 * cell]!, CLASSES) !== c) continue
      if (this.#list(cell, visit)) return true
    }
    return false
  }

  #push(n: number, cell: number): void {
    const head = cell >= 0 ? this.#cellData[4 * cell + 3]! : this.#longHead
    this.#cell[n] = cell
    this.#prev[n] = -1
    this.#next[n] = head
    if (head >= 0) this.#prev[head] = n
    if (cell >= 0) this.#cellData[4 * cell + 3] = n
    else this.#longHead = n
  }

  #lookUp(x: number, y: number, t: number): number {
    const data = this.#cellData
    const mask = this.#slots.length - 1
    for (let at = mix(x, y, t) & mask; ; at = (at + 1) & mask) {
      const cell = this.#slots[at]! - 1
      if (cell < 0) return -1
      const d = 4 * cell
      if (data[d] === x && data[d + 1] === y && data[d + 2] === t) return cell
    }
  }

  #cellFor(x: number, y: number, t: number): number {
    const found = this.#lookUp(x, y, t)
    if (found >= 0) return found
    const cell = this.#cells++
    if (4 * this.#cells > this.#cellData.length) this.#cellData = grown(this.#cellData, 4 * this.#cells)
    const d = 4 * cell
    this.#cellData[d] = x
    this.#cellData[d + 1] = y
    this.#cellData[d + 2] = t
    this.#cellData[d + 3] = -1
    if (this.#cells * 5 > this.#slots.length * 3) {
      this.#slots = new Int32Array(this.#slots.length * 2)
      for (let i = 0; i < this.#cells; i++) this.#file(i)
    } else this.#file(cell)
    return cell
  }

  #file(cell: number): void {
    const mask = this.#slots.length - 1
    const d = 4 * cell
    let at = mix(this.#cellData[d]!, this.#cellData[d + 1]!, this.#cellData[d + 2]!) & mask
    while (this.#slots[at] !== 0) at = (at + 1) & mask
    this.#slots[at] = cell + 1
  }
}

const classOf = (r: number): number => {
  if (r < 0) return WIDE
  for (let c = 0; c < WIDE; c++) if (r <= CLASS_RADII[c]!) return c
  return WIDE
}

const mod = (a: number, b: number): number => ((a % b) + b) % b

function mix(x: number, y: number, t: number): number {
  let h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77) ^ Math.imul(t, 0xc2b2ae3d)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return h ^ (h >>> 13)
}
