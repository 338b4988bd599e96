import { type Fingerprint, likenessOf, SIZE } from './fingerprint.ts'

const ROWS = 8
const BANDS = SIZE / ROWS

/**
 * Groups fingerprints that are likely copies, one at a time, in the order they come.
 *
 * Candidates share a band of eight numbers (banding of Leskovec, Rajaraman and Ullman, "Mining of
 * Massive Datasets", §3.4: half of the pairs 0.7 alike are found, nearly all 0.85 alike); each is then
 * compared whole. Keeps 512 bytes a fingerprint and four bytes a band.
 */
export class CopyClusters {
  readonly #least: number
  #size = 0
  #capacity = 1024
  #prints = new Uint32Array(this.#capacity * SIZE)
  #cluster = new Int32Array(this.#capacity)
  #slots = 4096
  #tables = Array.from({ length: BANDS }, () => new Int32Array(this.#slots).fill(-1))

  /** @param least estimated likeness from which two texts are one cluster. */
  constructor(least = 0.7) {
    this.#least = least
  }

  get size(): number {
    return this.#size
  }

  /**
   * Adds a fingerprint. Returns its own number, the number of its cluster (that of its first member), and
   * how alike it is to the nearest earlier one that was found (0 when none).
   */
  add(print: Fingerprint): { readonly index: number; readonly cluster: number; readonly likeness: number } {
    if (this.#size === this.#capacity) this.#grow()
    const index = this.#size++
    this.#prints.set(print, index * SIZE)
    let best = -1
    let likeness = 0
    const looked = new Set<number>()
    for (let band = 0; band < BANDS; band++) {
      const table = this.#tables[band]!
      let slot = this.#slotOf(print, band)
      for (let entry = table[slot]!; entry >= 0; entry = table[slot]!) {
        if (this.#sameBand(entry, print, band)) {
          if (!looked.has(entry)) {
            looked.add(entry)
            const alike = likenessOf(this.#prints.subarray(entry * SIZE, (entry + 1) * SIZE), print)
            if (alike > likeness) [best, likeness] = [entry, alike]
          }
          break
        }
        slot = (slot + 1) & (this.#slots - 1)
      }
      // The first text with a band stands for all with it: clusters need one witness, not all pairs.
      if (table[slot]! < 0) table[slot] = index
    }
    const cluster = best >= 0 && likeness >= this.#least ? this.#cluster[best]! : index
    this.#cluster[index] = cluster
    return { index, cluster, likeness }
  }

  #slotOf(print: Fingerprint, band: number): number {
    let h = band
    for (let i = band * ROWS; i < (band + 1) * ROWS; i++)
      h = Math.imul(h ^ print[i]!, 0x01000193) ^ (h >>> 15)
    return (h ^ (h >>> 13)) & (this.#slots - 1)
  }

  #sameBand(entry: number, print: Fingerprint, band: number): boolean {
    const at = entry * SIZE
    for (let i = band * ROWS; i < (band + 1) * ROWS; i++) if (this.#prints[at + i] !== print[i]) return false
    return true
  }

  #grow(): void {
    this.#capacity *= 2
    const prints = new Uint32Array(this.#capacity * SIZE)
    prints.set(this.#prints)
    this.#prints = prints
    const cluster = new Int32Array(this.#capacity)
    cluster.set(this.#cluster)
    this.#cluster = cluster
    if (this.#slots >= this.#capacity * 2) return
    this.#slots *= 2
    this.#tables = this.#tables.map((old, band) => {
      const table = new Int32Array(this.#slots).fill(-1)
      for (const entry of old)
        if (entry >= 0) {
          let slot = this.#slotOf(this.#prints.subarray(entry * SIZE, (entry + 1) * SIZE), band)
          while (table[slot]! >= 0) slot = (slot + 1) & (this.#slots - 1)
          table[slot] = entry
        }
      return table
    })
  }
}
