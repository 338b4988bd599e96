import { bytesOf, grown } from './grow.ts'

/**
 * Strings by number and numbers by string, some 25 bytes a string of eight letters where a Map would
 * take a hundred. Numbers count up from 0 in the order of first sight.
 */
export class Ids {
  /** UTF-8 of every string, one after the other (lone surrogates as their own three bytes). */
  #heap: Uint8Array = new Uint8Array(0)
  /** Where each string ends in the heap. */
  #ends: Int32Array = new Int32Array(0)
  #hashes = new Int32Array(0)
  /** Open addressing: number + 1, 0 = free. Empty until the first look-up after `adopt`. */
  #slots = new Int32Array(0)
  /** A byte of each slot's hash, 0 = free: most slots that do not fit are passed over without a look further. */
  #tags = new Uint8Array(0)
  #indexed = 0
  /** The first few strings also stand in a map, where they are found faster; for lists that are mostly short. */
  readonly #short: Map<string, number> | undefined
  size = 0

  /** @param short most look-ups are of a few thousand strings (sources, sectors), not of ever new ones. */
  constructor(short = false) {
    this.#short = short ? new Map() : undefined
  }

  /** The number of `text`, given now if it is new. */
  intern(text: string): number {
    const known = this.#short?.get(text)
    if (known !== undefined) return known
    const id = this.#intern(text)
    if (this.#short && this.#short.size < 4096) this.#short.set(text, id)
    return id
  }

  #intern(text: string): number {
    const length = this.#write(text)
    const from = this.#end(this.size)
    const hash = hashOf(this.#heap, from, from + length)
    this.#index()
    const at = this.#find(hash, from, length)
    if (this.#slots[at] !== 0) return this.#slots[at]! - 1
    const id = this.size++
    if (id >= this.#ends.length) this.#ends = grown(this.#ends, this.size)
    if (id >= this.#hashes.length) this.#hashes = grown(this.#hashes, this.size)
    this.#ends[id] = from + length
    this.#hashes[id] = hash
    this.#slots[at] = id + 1
    this.#tags[at] = tagOf(hash)
    this.#indexed = this.size
    return id
  }

  /** Files the UTF-8 string bytes[from, to) without looking for it: the caller knows that it is new. */
  append(bytes: Uint8Array, from: number, to: number): number {
    const at = this.#end(this.size)
    if (this.#heap.length < at + to - from) this.#heap = grown(this.#heap, at + to - from)
    for (let i = from; i < to; i++) this.#heap[at + i - from] = bytes[i]!
    const id = this.size++
    if (id >= this.#ends.length) this.#ends = grown(this.#ends, this.size)
    this.#ends[id] = at + to - from
    return id
  }

  /** The number of `text`, or -1. */
  find(text: string): number {
    if (this.size === 0) return -1
    const length = this.#write(text)
    const from = this.#end(this.size)
    this.#index()
    return this.#slots[this.#find(hashOf(this.#heap, from, from + length), from, length)]! - 1
  }

  text(id: number): string {
    return decode(this.#heap, this.#end(id), this.#ends[id]!)
  }

  bytes(): number {
    return bytesOf(this.#heap, this.#ends, this.#hashes, this.#slots, this.#tags)
  }

  /** The strings as two columns, without spare room. */
  columns(): { readonly heap: Uint8Array; readonly ends: Int32Array } {
    return { heap: this.#heap.slice(0, this.#end(this.size)), ends: this.#ends.slice(0, this.size) }
  }

  /** Takes over columns made by `columns`; the index is built when first asked. Strings must be distinct. */
  adopt(heap: Uint8Array, ends: Int32Array): void {
    this.#heap = heap
    this.#ends = ends
    this.size = ends.length
    this.#hashes = new Int32Array(0)
    this.#slots = new Int32Array(0)
    this.#tags = new Uint8Array(0)
    this.#indexed = 0
    this.#short?.clear()
  }

  #end(id: number): number {
    return id === 0 ? 0 : this.#ends[id - 1]!
  }

  /** Writes the string behind the last one; it stays only if `intern` keeps it. */
  #write(text: string): number {
    const from = this.#end(this.size)
    if (this.#heap.length < from + 3 * text.length) this.#heap = grown(this.#heap, from + 3 * text.length)
    const heap = this.#heap
    let at = from
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i)
      if (c < 0x80) heap[at++] = c
      else if (c < 0x800) {
        heap[at++] = 0xc0 | (c >> 6)
        heap[at++] = 0x80 | (c & 63)
      } else {
        heap[at++] = 0xe0 | (c >> 12)
        heap[at++] = 0x80 | ((c >> 6) & 63)
        heap[at++] = 0x80 | (c & 63)
      }
    }
    return at - from
  }

  /** Brings the index up to date and keeps it at most 60 % full. */
  #index(): void {
    if (this.#indexed === this.size && this.size * 5 < this.#slots.length * 3) return
    if (this.#indexed < this.size) {
      this.#hashes = grown(this.#hashes, this.size)
      for (let i = this.#indexed; i < this.size; i++)
        this.#hashes[i] = hashOf(this.#heap, this.#end(i), this.#ends[i]!)
    }
    const capacity = Math.max(16, 1 << (32 - Math.clz32(this.size * 2)))
    this.#slots = new Int32Array(capacity)
    this.#tags = new Uint8Array(capacity)
    for (let i = 0; i < this.size; i++) {
      let at = this.#hashes[i]! & (capacity - 1)
      while (this.#tags[at] !== 0) at = (at + 1) & (capacity - 1)
      this.#slots[at] = i + 1
      this.#tags[at] = tagOf(this.#hashes[i]!)
    }
    this.#indexed = this.size
  }

  /** The slot that holds the string at `from`, or the free one where it belongs. */
  #find(hash: number, from: number, length: number): number {
    const tags = this.#tags
    const mask = tags.length - 1
    const tag = tagOf(hash)
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      if (tags[at] === 0) return at
      if (tags[at] !== tag) continue
      const id = this.#slots[at]! - 1
      if (this.#hashes[id] === hash && this.#same(id, from, length)) return at
    }
  }

  #same(id: number, from: number, length: number): boolean {
    const start = this.#end(id)
    if (this.#ends[id]! - start !== length) return false
    for (let i = 0; i < length; i++) if (this.#heap[start + i] !== this.#heap[from + i]) return false
    return true
  }
}

/** The top byte, which does not choose the slot; never 0. */
const tagOf = (hash: number): number => (hash >>> 24) | 1

/** FNV-1a, stirred so that the low bits can be used alone. */
function hashOf(heap: Uint8Array, from: number, to: number): number {
  let h = 0x811c9dc5
  for (let i = from; i < to; i++) h = Math.imul(h ^ heap[i]!, 0x01000193)
  h ^= h >>> 15
  return Math.imul(h, 0x2c1b3c6d) ^ (h >>> 13)
}

function decode(heap: Uint8Array, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; ) {
    const b = heap[i]!
    if (b < 0x80) {
      text += String.fromCharCode(b)
      i += 1
    } else if (b < 0xe0) {
      text += String.fromCharCode(((b & 31) << 6) | (heap[i + 1]! & 63))
      i += 2
    } else {
      text += String.fromCharCode(((b & 15) << 12) | ((heap[i + 1]! & 63) << 6) | (heap[i + 2]! & 63))
      i += 3
    }
  }
  return text
}
