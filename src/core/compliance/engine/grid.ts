import { bytesOf, grown } from './grow.ts'

/** A class of places by size, so that a district does not widen everyone's search (compliance.md §3.10). */
const CLASS_RADII = [600, 3000, 15_000] as const
/** Least radius of each class; a wide place has none. */
const LEAST_RADII = [0, 601, 3001, 0] as const
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

/** What a visitor of a search wants next. */
export const MORE = 0
/** Only what could certainly stand in the relation asked about: whole cells can be passed over. */
export const CERTAIN_ONLY = 1
/** Nothing further. */
export const STOP = 2
/** How a search goes on. */
export type Next = typeof MORE | typeof CERTAIN_ONLY | typeof STOP

/** Numbers kept of a cell and bucket, side by side: x, y, t, head, least end, greatest start. */
const STRIDE = 6
const HEAD = 3
const LEAST_HI = 4
const GREATEST_LO = 5

/**
 * Numbers filed by place and time: a hash of (class of size, cell, time bucket) to a doubly linked list.
 * Putting in and taking out are constant; a search visits the cells and buckets in reach.
 */
export class Grid {
  readonly #reach: number
  readonly #bucket: number
  readonly #sizes: readonly number[]
  /** Each cell and bucket that was ever used, `STRIDE` numbers each; bounds only ever widen. */
  #cellData = new Int32Array(0)
  #cells = 0
  #slots = new Int32Array(64)
  /** A byte of each slot's hash, 0 = free. */
  #tags = new Uint8Array(64)
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
    const cell = this.#cellFor(cx * CLASSES + c, cy, Math.floor(at.lo / this.#bucket))
    const d = STRIDE * cell
    if (at.hi < this.#cellData[d + LEAST_HI]!) this.#cellData[d + LEAST_HI] = at.hi
    if (at.lo > this.#cellData[d + GREATEST_LO]!) this.#cellData[d + GREATEST_LO] = at.lo
    this.#push(n, cell)
  }

  delete(n: number): void {
    this.size--
    const cell = this.#cell[n]!
    if (cell >= 0) this.#counts[mod(this.#cellData[STRIDE * cell]!, CLASSES)]!--
    const next = this.#next[n]!
    const prev = this.#prev[n]!
    if (next >= 0) this.#prev[next] = prev
    if (prev >= 0) this.#next[prev] = next
    else if (cell >= 0) this.#cellData[STRIDE * cell + HEAD] = next
    else this.#longHead = next
  }

  /**
   * Visits every number whose place may be within the grid's reach of `near` and whose start may lie in
   * [from, to] or before it by no more than its own length. A superset: the caller compares exactly, and
   * says by what it returns how to go on.
   *
   * @param side for CERTAIN_ONLY: 'before' when what is sought must have ended by the start of `near`,
   *   'after' when it must start no earlier than the end of `near`.
   * @param only begin with CERTAIN_ONLY.
   * @param wider metres to look beyond the reach.
   */
  search(
    near: Placed,
    from: number,
    to: number,
    side: 'before' | 'after',
    visit: (n: number) => Next,
    only = false,
    wider = 0,
  ): void {
    if (this.size === 0 || from > this.#maxHi || to < this.#minLo) return
    let certain = only
    for (let n = this.#longHead; n >= 0; ) {
      const next = this.#next[n]!
      const then = visit(n)
      if (then === STOP) return
      if (then === CERTAIN_ONLY) certain = true
      n = next
    }
    const first = Math.floor(Math.max(from - this.#span, this.#minLo) / this.#bucket)
    const last = Math.floor(Math.min(to, this.#maxHi) / this.#bucket)
    for (let c = 0; c < CLASSES; c++) {
      if (this.#counts[c] === 0) continue
      // Of two places that are wider together than the reach, neither is certainly near the other.
      if (certain && near.r + LEAST_RADII[c]! > this.#reach) continue
      const plain = near.r >= 0 && c < WIDE
      const around = this.#reach + wider + near.r + this.#radius[c]!
      const size = this.#sizes[c]!
      const x0 = plain ? Math.floor((near.x - around) / size) : 0
      const x1 = plain ? Math.floor((near.x + around) / size) : 0
      const y0 = plain ? Math.floor((near.y - around) / size) : 0
      const y1 = plain ? Math.floor((near.y + around) / size) : 0
      const whole = near.r < 0 && c < WIDE
      if (whole || (x1 - x0 + 1) * (y1 - y0 + 1) * (last - first + 1) > 4 * this.#cells) {
        for (let cell = 0; cell < this.#cells; cell++) {
          const t = this.#cellData[STRIDE * cell + 2]!
          if (t < first || t > last || mod(this.#cellData[STRIDE * cell]!, CLASSES) !== c) continue
          const then = this.#cellSearch(cell, near, side, certain, visit)
          if (then === STOP) return
          if (then === CERTAIN_ONLY) certain = true
        }
        continue
      }
      // Latest first: a response mostly follows soon.
      for (let t = last; t >= first; t--)
        for (let x = x0; x <= x1; x++)
          for (let y = y0; y <= y1; y++) {
            const cell = this.#lookUp(x * CLASSES + c, y, t)
            if (cell < 0) continue
            const then = this.#cellSearch(cell, near, side, certain, visit)
            if (then === STOP) return
            if (then === CERTAIN_ONLY) certain = true
          }
    }
  }

  #cellSearch(
    cell: number,
    near: Placed,
    side: 'before' | 'after',
    certain: boolean,
    visit: (n: number) => Next,
  ): Next {
    const d = STRIDE * cell
    const hopeless = () =>
      side === 'before' ? this.#cellData[d + LEAST_HI]! > near.lo : this.#cellData[d + GREATEST_LO]! < near.hi
    if (certain && hopeless()) return MORE
    let result: Next = MORE
    for (let n = this.#cellData[d + HEAD]!; n >= 0; ) {
      const next = this.#next[n]!
      const then = visit(n)
      if (then === STOP) return STOP
      if (then === CERTAIN_ONLY && result === MORE) {
        result = CERTAIN_ONLY
        if (hopeless()) return result
      }
      n = next
    }
    return result
  }

  bytes(): number {
    return bytesOf(this.#cellData, this.#slots, this.#tags, this.#next, this.#prev, this.#cell)
  }

  #push(n: number, cell: number): void {
    const head = cell >= 0 ? this.#cellData[STRIDE * cell + HEAD]! : this.#longHead
    this.#cell[n] = cell
    this.#prev[n] = -1
    this.#next[n] = head
    if (head >= 0) this.#prev[head] = n
    if (cell >= 0) this.#cellData[STRIDE * cell + HEAD] = n
    else this.#longHead = n
  }

  #lookUp(x: number, y: number, t: number): number {
    const data = this.#cellData
    const tags = this.#tags
    const mask = tags.length - 1
    const hash = mix(x, y, t)
    const tag = tagOf(hash)
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      if (tags[at] === 0) return -1
      if (tags[at] !== tag) continue
      const cell = this.#slots[at]! - 1
      const d = STRIDE * cell
      if (data[d] === x && data[d + 1] === y && data[d + 2] === t) return cell
    }
  }

  #cellFor(x: number, y: number, t: number): number {
    const found = this.#lookUp(x, y, t)
    if (found >= 0) return found
    const cell = this.#cells++
    if (STRIDE * this.#cells > this.#cellData.length)
      this.#cellData = grown(this.#cellData, STRIDE * this.#cells)
    const d = STRIDE * cell
    this.#cellData[d] = x
    this.#cellData[d + 1] = y
    this.#cellData[d + 2] = t
    this.#cellData[d + HEAD] = -1
    this.#cellData[d + LEAST_HI] = 0x7fffffff
    this.#cellData[d + GREATEST_LO] = -0x80000000
    if (this.#cells * 5 > this.#slots.length * 3) {
      this.#slots = new Int32Array(this.#slots.length * 2)
      this.#tags = new Uint8Array(this.#slots.length)
      for (let i = 0; i < this.#cells; i++) this.#file(i)
    } else this.#file(cell)
    return cell
  }

  #file(cell: number): void {
    const mask = this.#slots.length - 1
    const d = STRIDE * cell
    const hash = mix(this.#cellData[d]!, this.#cellData[d + 1]!, this.#cellData[d + 2]!)
    let at = hash & mask
    while (this.#tags[at] !== 0) at = (at + 1) & mask
    this.#slots[at] = cell + 1
    this.#tags[at] = tagOf(hash)
  }
}

const classOf = (r: number): number => {
  if (r < 0) return WIDE
  for (let c = 0; c < WIDE; c++) if (r <= CLASS_RADII[c]!) return c
  return WIDE
}

/** The top byte, which does not choose the slot; never 0. */
const tagOf = (hash: number): number => (hash >>> 24) | 1

const mod = (a: number, b: number): number => ((a % b) + b) % b

function mix(x: number, y: number, t: number): number {
  let h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77) ^ Math.imul(t, 0xc2b2ae3d)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return h ^ (h >>> 13)
}
