import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { ArabicFrame } from './arabic-clause.ts'
import { phraseAt } from './arabic-phrase.ts'
import { type ArabicVerb, CONTENT_MARKERS, isArabicVerb, SAYING_NOUNS } from './arabic-verbs.ts'
import type { Phrase } from './arabic-words.ts'
import { ARABIC_NOUNS, isStop } from './arabic-words.ts'
import type { Unit } from './unit.ts'

export const CONJUNCTIONS = new Set([
  'فيما',
  'بينما',
  'لكن',
  'ولكن',
  'حين',
  'كما',
  'كذلك',
  'وقد',
  'قد',
  'وكان',
  'كان',
  'وكانت',
  'كانت',
  'فقد',
  'بدوره',
  'بدورها',
  'جهته',
  'جهتها',
  'جانبه',
  'جانبها',
  'المقابل',
  'ثم',
  'اما',
  'وكما',
  'ايضا',
  'جهة',
  'اخري',
  'اخر',
  'جانب',
])

export const ADVERBS = new Set([
  'امس',
  'اليوم',
  'ايضا',
  'كذلك',
  'لاحقا',
  'مجددا',
  'مساء',
  'صباح',
  'بدوره',
  'بدورها',
  'هنا',
  'فيه',
  'فيها',
  'له',
  'لها',
  'لهم',
  'به',
  'بها',
  'عنه',
  'عنها',
  'رسميا',
  'الاحد',
  'الاثنين',
  'الثلاثاء',
  'الاربعاء',
  'الخميس',
  'الجمعه',
  'السبت',
  'قبل',
  'مرارا',
  'صراحه',
  'انذاك',
  'حينها',
  'بشده',
  'بوضوح',
  'سابقا',
  'خلاله',
  'خلالها',
])

/** The first content marker from `i` on in this clause. */
export function markerFrom(
  unit: Unit,
  i: number,
  masked: Uint8Array,
): { at: number; to: number } | undefined {
  const { items } = unit
  for (let j = i; j < Math.min(items.length, i + 40); j++) {
    if (masked[j]) continue
    const item = items[j]!
    if (item.kind === 'quote') return { at: j, to: j }
    if (item.kind === 'colon') return { at: j, to: j + 1 }
    if (item.kind === 'mark' && (item.key === '.' || item.key === '؛')) return undefined
    if (item.kind === 'word' && (CONTENT_MARKERS.has(item.key) || SAYING_NOUNS.has(item.key)))
      return { at: j, to: j + 1 }
  }
  return undefined
}

/** "An official, …, has confirmed": the phrase that opens the clause before the verb. */
export function subjectBefore(
  unit: Unit,
  clause: number,
  verb: number,
  gazetteer: Gazetteer,
): Phrase | undefined {
  const { items } = unit
  let at = clause
  while (
    at < verb &&
    (items[at]!.kind !== 'word' ||
      CONJUNCTIONS.has(items[at]!.key) ||
      items[at]!.key === 'من' ||
      ADVERBS.has(items[at]!.key))
  )
    at++
  if (at >= verb) return undefined
  const skip =
    /^و/.test(items[at]!.key) &&
    !ARABIC_NOUNS.roles.single.has(items[at]!.key) &&
    ARABIC_NOUNS.sources.single.has(items[at]!.key.slice(1))
      ? 1
      : 0
  const phrase = phraseAt(unit, at, gazetteer, { verb: isArabicVerb, skip })
  if (!phrase || phrase.to > verb || phrase.sort === 'document' || phrase.sort === 'unknown') return undefined
  // "قوات النظام قصفت … وقال": the phrase must reach the verb, parentheses aside.
  let depth = false
  for (let j = phrase.to; j < verb; j++) {
    const item = items[j]!
    if (item.kind === 'comma') depth = !depth
    else if (
      !depth &&
      item.kind === 'word' &&
      !CONJUNCTIONS.has(item.key) &&
      !ADVERBS.has(item.key) &&
      !isStop(item.key)
    )
      return undefined
  }
  return phrase
}

/** نقلت X عن Y عن Z قوله / أن …; without عن, X says it itself. */
export function relayAt(
  unit: Unit,
  i: number,
  verb: ArabicVerb,
  subject: Phrase | undefined,
  from: number,
  masked: Uint8Array,
  gazetteer: Gazetteer,
  before: boolean,
): ArabicFrame | undefined {
  const { items } = unit
  let at = from
  const chain: Phrase[] = subject ? [subject] : []
  for (;;) {
    while (items[at] && (ADVERBS.has(items[at]!.key) || masked[at]) && items[at]!.key !== 'عنه') at++
    if (items[at]?.key !== 'عن') break
    const phrase = phraseAt(unit, at + 1, gazetteer, { verb: isArabicVerb, unknown: true })
    if (!phrase) break
    chain.push(phrase)
    at = phrase.to
  }
  let marker = markerFrom(unit, at, masked)
  if (!marker) return undefined
  // "قوله إن": the noun, then its own marker.
  if (SAYING_NOUNS.has(items[marker.at]!.key)) {
    const next = items[marker.at + 1]
    if (next && (CONTENT_MARKERS.has(next.key) || next.kind === 'colon'))
      marker = { at: marker.at, to: marker.at + 2 }
  }
  if (chain.length === 0 || (chain.length === 1 && chain[0]!.sort !== 'carrier' && chain[0] === subject)) {
    if (subject?.sort !== 'carrier') return undefined
  }
  return {
    verb,
    at: i,
    content: marker.to,
    ...(subject ? { subject } : {}),
    before,
    carriers: [],
    chain,
    anonymous: false,
  }
}
