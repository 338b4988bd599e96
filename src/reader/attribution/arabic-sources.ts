import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { phraseAt } from './arabic-phrase.ts'
import { isArabicVerb } from './arabic-verbs.ts'
import type { Phrase } from './arabic-words.ts'
import { ARABIC_NOUNS, isStop } from './arabic-words.ts'
import { type Item, matched, plainText, type Unit } from './unit.ts'

/** "According to X", "citing X", "as X said": a source named beside the sentence's own verb. */
export type SourcePhrase = {
  /** `cited`: innermost speaker; `reported`: X carries or says it; `own`: the speaker's own words, no new source. */
  readonly kind: 'cited' | 'reported' | 'own'
  /** Outermost first; the last is nearest to the words. */
  readonly chain: readonly Phrase[]
  readonly medium?: string
  /** Items, half-open. */
  readonly from: number
  readonly to: number
}

const ACCORDING = new Set(['بحسب', 'حسب', 'وفق', 'وفقا', 'طبقا', 'استنادا'])
const AS = new Set(['كما', 'حسبما', 'مثلما', 'وفقما'])
const OWN = /^(تعبير|قول|وصف|زعم|تصريح|كلام|راي)(ه|ها|هم|هما)$/

/** All source phrases of a unit, in order. Their words are no verbs of the sentence. */
export function sourcesOf(unit: Unit, gazetteer: Gazetteer): readonly SourcePhrase[] {
  const found: SourcePhrase[] = []
  for (let i = 0; i < unit.items.length; i++) {
    const source = sourceAt(unit, i, gazetteer)
    if (!source) continue
    found.push(source)
    i = source.to - 1
  }
  return found
}

function sourceAt(unit: Unit, i: number, gazetteer: Gazetteer): SourcePhrase | undefined {
  const { items } = unit
  const item = items[i]!
  if (item.kind !== 'word') return undefined
  const key =
    item.key.startsWith('و') &&
    (ACCORDING.has(item.key.slice(1)) || AS.has(item.key.slice(1)) || item.key === 'ونقلا')
      ? item.key.slice(1)
      : item.key
  if (key === 'نقلا' && items[i + 1]?.key === 'عن') return chained(unit, i, i + 2, 0, 'cited', gazetteer)
  if (
    key === 'علي' &&
    (items[i + 1]?.key === 'حد' || items[i + 1]?.key === 'لسان' || items[i + 1]?.key === 'ذمه')
  ) {
    if (items[i + 1]!.key === 'لسان') return chained(unit, i, i + 2, 0, 'reported', gazetteer)
    const next = items[i + 2]
    if (next && OWN.test(next.key)) return { kind: 'own', chain: [], from: i, to: i + 3 }
    return chained(
      unit,
      i,
      next && /^(قول|تعبير|وصف)$/.test(next.key) ? i + 3 : i + 2,
      0,
      'reported',
      gazetteer,
    )
  }
  if (AS.has(key)) return asSaid(unit, i, i + 1, gazetteer)
  // "It came in a statement of X that …"
  if (
    /^[وف]?(جاء|ورد)$/.test(key) &&
    items[i + 1]?.key === 'في' &&
    matched(items, i + 2, ARABIC_NOUNS.documents)
  )
    return chained(unit, i, i + 2, 0, 'reported', gazetteer)
  if (!ACCORDING.has(key)) return undefined
  const next = items[i + 1]
  if (!next) return undefined
  if (OWN.test(next.key)) return { kind: 'own', chain: [], from: i, to: i + 2 }
  if (next.key === 'ما' || next.key === 'لما') return asSaid(unit, i, i + 2, gazetteer)
  if (key === 'وفقا' || key === 'طبقا' || key === 'استنادا') {
    if (next.key === 'ل' || next.key === 'الي') return chained(unit, i, i + 2, 0, 'reported', gazetteer)
    const skip = next.key.startsWith('لل') ? 2 : next.key.startsWith('ل') ? 1 : -1
    return skip < 0 ? undefined : chained(unit, i, i + 1, skip, 'reported', gazetteer)
  }
  return chained(unit, i, i + 1, 0, 'reported', gazetteer)
}

/** "as X said", "according to what X reported", "as came in a report of X". */
function asSaid(unit: Unit, from: number, i: number, gazetteer: Gazetteer): SourcePhrase | undefined {
  const { items } = unit
  const verb = items[i]
  if (verb?.kind !== 'word') return undefined
  if (verb.key === 'جاء' || verb.key === 'ورد') {
    if (items[i + 1]?.key !== 'في') return undefined
    return chained(unit, from, i + 2, 0, 'reported', gazetteer)
  }
  // "nqlth" with its pronoun: what the agency relayed.
  const bare = isArabicVerb(verb.key) ? verb.key : verb.key.replace(/(ه|ها)$/, '')
  if (!isArabicVerb(bare) && !/^(نشر|بث|تداول|اورد|نقل)(ت)?(ه|ها)?$/.test(verb.key)) return undefined
  // "as he added that …" is a verb of the sentence, with its own content.
  let at = i + 1
  if (items[at]?.key === 'به' || items[at]?.key === 'عنه' || items[at]?.key === 'بها') at++
  const source = chained(unit, from, at, 0, 'reported', gazetteer)
  if (!source)
    return OWN_VERBS.has(bare) && ends(items, at) ? { kind: 'own', chain: [], from, to: at } : undefined
  return ends(items, source.to) ? source : undefined
}
const OWN_VERBS = new Set(['قال', 'قالت', 'قالوا', 'يقول', 'تقول', 'وصف', 'اكد', 'اكدت', 'ذكر', 'ذكرت'])

/** Does the phrase close here, rather than open content of its own? */
function ends(items: readonly Item[], at: number): boolean {
  const item = items[at]
  return (
    !item ||
    item.kind === 'comma' ||
    item.kind === 'mark' ||
    item.kind === 'colon' ||
    item.key === 'ان' ||
    item.key === 'فان' ||
    isStop(item.key) ||
    isArabicVerb(item.key)
  )
}

/** A phrase, then perhaps "of X", "by X", "citing X", "from X": the chain, outermost first. */
function chained(
  unit: Unit,
  from: number,
  i: number,
  skip: number,
  kind: SourcePhrase['kind'],
  gazetteer: Gazetteer,
): SourcePhrase | undefined {
  const { items } = unit
  const options = { verb: isArabicVerb, unknown: true }
  let phrase = phraseAt(unit, i, gazetteer, { ...options, skip })
  if (!phrase) return undefined
  let medium: string | undefined
  if (phrase.sort === 'document') {
    const inside = insideDocument(unit, i, skip, gazetteer)
    if (!inside) return undefined
    medium = KEPT_MEDIA.test(inside.medium) ? inside.medium : undefined
    phrase = inside.phrase
  }
  const chain = [phrase]
  let to = phrase.to
  for (;;) {
    let next = to
    if (items[next]?.kind === 'comma' && items[next + 1]?.key === 'نقلا') next++
    if (items[next]?.key === 'نقلا' && items[next + 1]?.key === 'عن') next += 2
    else if (items[next]?.key === 'عن' && phrase.sort === 'carrier') next += 1
    else break
    const inner = phraseAt(unit, next, gazetteer, options)
    if (!inner) break
    chain.push(inner)
    phrase = inner
    to = inner.to
  }
  return { kind, chain, from, to, ...(medium ? { medium } : {}) }
}

/** "a statement of X", "a statement issued by X", "a report by X": who stands behind a document. */
export function insideDocument(
  unit: Unit,
  i: number,
  skip: number,
  gazetteer: Gazetteer,
): { medium: string; phrase: Phrase } | undefined {
  const { items } = unit
  const item = items[i]!
  const medium = plainText(
    unit,
    skip ? unit.scanned.folded.map[unit.scanned.tokens[item.from]!.at + skip]! : item.start,
    item.end,
  )
  const options = { verb: isArabicVerb, unknown: true }
  for (let at = i + 1; at < Math.min(items.length, i + 6); at++) {
    const word = items[at]!
    if (word.kind !== 'word') return undefined
    if (word.key === 'ل') {
      const phrase = phraseAt(unit, at + 1, gazetteer, options)
      return phrase && { medium, phrase }
    }
    if (word.key.startsWith('لل') || (word.key.startsWith('ل') && word.key.length > 3)) {
      const phrase = phraseAt(unit, at, gazetteer, { ...options, skip: word.key.startsWith('لل') ? 2 : 1 })
      if (phrase) return { medium, phrase }
    }
    if (/^(اصدر|نشر|وزع)(ه|ته|ها|تها)$/.test(word.key) || word.key === 'عن' || word.key === 'من') {
      const phrase = phraseAt(unit, at + 1, gazetteer, options)
      return phrase && { medium, phrase }
    }
    const phrase = phraseAt(unit, at, gazetteer, { verb: isArabicVerb })
    if (phrase && phrase.sort !== 'document') return { medium, phrase }
  }
  return undefined
}

/** Documents named as the medium; a report or news item is only its carrier's. */
export const KEPT_MEDIA = /^(ال)?(بيان|رسالة|تغريدة|مذكرة|خطاب|منشور|تدوينة)/

/** A carrier's name as the chain shows it. */
export function carrierName(unit: Unit, phrase: Phrase, gazetteer: Gazetteer): string {
  const { items } = unit
  if (phrase.sort !== 'carrier') return phrase.name ?? phrase.text
  const after = items[phrase.from + 1]
  if (!after || phrase.to <= phrase.from + 1) return phrase.text
  // "the site «X»" is X; a known agency goes by its own name alone.
  const dropped = ARABIC_NOUNS.dropped.single.has(phrase.head)
  const known = phraseAt(unit, phrase.from + 1, gazetteer, { verb: isArabicVerb })
  const alone = known?.sort === 'carrier' && known.to >= phrase.to && /^(ال)?وكال/.test(phrase.head)
  if (!dropped && !alone) return phrase.text
  return plainText(unit, after.start, phrase.end)
}

export const carrierAt = (items: readonly Item[], i: number): boolean =>
  matched(items, i, ARABIC_NOUNS.carriers) > 0 || matched(items, i, ARABIC_NOUNS.platforms) > 0
