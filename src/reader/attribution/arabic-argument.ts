import { ADVERBS } from './arabic-relay.ts'
import { type ArabicVerb, CONTENT_MARKERS } from './arabic-verbs.ts'
import { ARABIC_NOUNS, isStop } from './arabic-words.ts'
import type { Item } from './unit.ts'

/** Is the object a verbal noun with its pronoun ("its agreement"), which no adjunct could hold? */
export const definiteObject = (items: readonly Item[], j: number): boolean =>
  /(ته|تها|تهم|ه|ها|هم)$/.test(items[j]!.key) && ARABIC_NOUNS.things.single.has(items[j]!.key)

/** Where the content begins when the item opens the verb's own argument: "من انهيار", "بالسماح", "عن أمله". */
export function argumentAt(items: readonly Item[], j: number, verb: ArabicVerb): number | undefined {
  const key = items[j]!.key
  if (verb.prepositions.has(key)) return j + 1
  const next = items[j + 1]?.kind
  if (
    key.length > 2 &&
    verb.prepositions.has('ب') &&
    key.startsWith('ب') &&
    !isStop(key) &&
    !ADVERBS.has(key) &&
    next !== 'colon'
  )
    return j
  if (verb.prepositions.has('ل') && key.startsWith('ل') && key.length > 3 && !isStop(key)) return j
  return undefined
}

/** Items of whom a verb accuses, warns or calls on: up to the marker of its content, at most eight. */
export function targetEnd(
  items: readonly Item[],
  from: number,
  verb: ArabicVerb,
  masked: Uint8Array,
): number | undefined {
  for (let j = from + 1; j < Math.min(items.length, from + 10); j++) {
    const item = items[j]!
    if (masked[j]) continue
    if (item.kind === 'mark' && item.key !== '-') return undefined
    if (item.kind === 'colon' || item.kind === 'quote') return j
    if (item.kind !== 'word') continue
    if (verb.clause && CONTENT_MARKERS.has(item.key)) return j
    if (argumentAt(items, j, verb) !== undefined) return j
  }
  return undefined
}

export function lastQuote(items: readonly Item[], i: number): Item | undefined {
  let j = i - 1
  while (j >= 0 && (items[j]!.kind === 'comma' || items[j]!.key === '-' || ADVERBS.has(items[j]!.key))) j--
  return items[j]?.kind === 'quote' ? items[j] : undefined
}
