/** A run is split when it grows beyond this; a move of so many numbers costs less than a microsecond. */
const MOST = 512

/**
 * Whole numbers kept in the order of a key, then of the number itself: 4 bytes a number and some spare
 * room, logarithmic to find, a short move to put in or take out.
 *
 * The key of a number must not change while it is in.
 */
export class Ordered {
  readonly #key: (n: number) => number
  #runs: Int32Array[] = []
  #lengths: number[] = []
  size = 0

  constructor(key: (n: number) => number) {
    this.#key = key
  }

  add(n: number): void {
    this.size++
    if (this.#runs.length === 0) {
      this.#runs.push(new Int32Array(8))
      this.#lengths.push(0)
    }
    // Mostly things come in order of their key.
    const end = this.#runs.length - 1
    const tail = this.#lengths[end]!
    const behind = tail > 0 && !this.#after(this.#runs[end]![tail - 1]!, n)
    const r = behind ? end : this.#runFor(n)
    let run = this.#runs[r]!
    const length = this.#lengths[r]!
    const at = behind ? length : this.#place(run, length, n)
    if (length === run.length) {
      if (length >= MOST) {
        if (behind) {
          this.#runs.push(new Int32Array(64))
          this.#lengths.push(0)
          this.#runs[r + 1]![0] = n
          this.#lengths[r + 1] = 1
          return
        }
        this.#split(r)
        this.size--
        this.add(n)
        return
      }
      const larger = new Int32Array(Math.min(MOST, length * 2))
      larger.set(run)
      this.#runs[r] = larger
      run = larger
    }
    run.copyWithin(at + 1, at, length)
    run[at] = n
    this.#lengths[r] = length + 1
  }

  /** Takes `n` out; false when it was not in. */
  delete(n: number): boolean {
    if (this.#runs.length === 0) return false
    const r = this.#runFor(n)
    const run = this.#runs[r]!
    const length = this.#lengths[r]!
    const at = this.#place(run, length, n)
    if (at >= length || run[at] !== n) return false
    run.copyWithin(at, at + 1, length)
    this.#lengths[r] = length - 1
    this.size--
    if (length === 1 && this.#runs.length > 1) {
      this.#runs.splice(r, 1)
      this.#lengths.splice(r, 1)
    }
    return true
  }

  /** Visits numbers whose key is at least `from`, in order, until `visit` returns false. */
  from(from: number, visit: (n: number) => boolean): void {
    for (let r = this.#runAt(from); r < this.#runs.length; r++) {
      const run = this.#runs[r]!
      const length = this.#lengths[r]!
      for (let i = this.#lower(run, length, from); i < length; i++) if (!visit(run[i]!)) return
    }
  }

  /** The number with the greatest key, or -1. */
  last(): number {
    const r = this.#runs.length - 1
    return this.size === 0 ? -1 : this.#runs[r]![this.#lengths[r]! - 1]!
  }

  bytes(): number {
    return this.#runs.reduce((n, r) => n + r.byteLength, 0) + 16 * this.#runs.length
  }

  /** The last run whose first number is not after `n`. */
  #runFor(n: number): number {
    let lo = 0
    let hi = this.#runs.length - 1
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1
      if (this.#lengths[mid]! > 0 && this.#after(this.#runs[mid]![0]!, n)) hi = mid - 1
      else lo = mid
    }
    return lo
  }

  /** The first run that may hold a key of `from` or more. */
  #runAt(from: number): number {
    let lo = 0
    let hi = this.#runs.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      const length = this.#lengths[mid]!
      if (length > 0 && this.#key(this.#runs[mid]![length - 1]!) < from) lo = mid + 1
      else hi = mid
    }
    return lo
  }

  #after(a: number, b: number): boolean {
    const ka = this.#key(a)
    const kb = this.#key(b)
    return ka > kb || (ka === kb && a > b)
  }

  #place(run: Int32Array, length: number, n: number): number {
    let lo = 0
    let hi = length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (this.#after(n, run[mid]!)) lo = mid + 1
      else hi = mid
    }
    return lo
  }

  #lower(run: Int32Array, length: number, from: number): number {
    let lo = 0
    let hi = length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (this.#key(run[mid]!) < from) lo = mid + 1
      else hi = mid
    }
    return lo
  }

  #split(r: number): void {
    const run = this.#runs[r]!
    const half = run.length >> 1
    const right = new Int32Array(MOST)
    right.set(run.subarray(half))
    this.#runs.splice(r + 1, 0, right)
    this.#lengths.splice(r + 1, 0, run.length - half)
    this.#lengths[r] = half
  }
}
