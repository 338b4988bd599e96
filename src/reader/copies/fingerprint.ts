import { foldedText } from '../../core/text/fold.ts'

/** 128 numbers of 32 bits; the share of equal ones estimates how alike two texts' word triples are. */
export type Fingerprint = Uint32Array

export const SIZE = 128
const EMPTY = 0xffffffff

/**
 * MinHash by one permutation (Li, Owen and Zhang 2012) with empty places filled from their neighbours
 * (Shrivastava and Li 2014): one hash a word triple instead of 128. Texts under three words have one triple.
 */
export function fingerprintOf(text: string): Fingerprint {
  const out = new Uint32Array(SIZE).fill(EMPTY)
  let [first, second] = [0, 0]
  let words = 0
  const folded = foldedText(text)
  for (const m of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const h = hashOf(m[0])
    if (words >= 2) put(out, mix(Math.imul(first, 31) + Math.imul(second, 17) + h))
    first = second
    second = h
    words++
  }
  if (words > 0 && words < 3) put(out, mix(Math.imul(first, 31) + Math.imul(second, 17)))
  if (words > 0) fillEmpty(out)
  return out
}

/** Estimated Jaccard likeness of the two texts' word triples, 0 to 1; standard error about 0.04. */
export function likenessOf(a: Fingerprint, b: Fingerprint): number {
  let equal = 0
  for (let i = 0; i < SIZE; i++) if (a[i] === b[i] && a[i] !== EMPTY) equal++
  return equal / SIZE
}

function put(out: Fingerprint, h: number): void {
  const place = h & (SIZE - 1)
  const value = h >>> 7
  if (value < out[place]!) out[place] = value
}

function fillEmpty(out: Fingerprint): void {
  const filled = out.map(v => (v === EMPTY ? 0 : 1))
  for (let i = 0; i < SIZE; i++) {
    if (filled[i]) continue
    // The step depends on the place alone, so that equal texts borrow alike.
    let j = i
    for (let step = 1; !filled[j]; step++) j = (i + mix(i * 0x9e3779b1 + step)) & (SIZE - 1)
    out[i] = mix(out[j]! + i) >>> 7
  }
}

function hashOf(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h
}

/** Finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(n: number): number {
  let h = n | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
