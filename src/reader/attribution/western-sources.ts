import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { matched, plainText, type Unit } from './unit.ts'
import { isCapital, type WesternPhrase, westernPhrase } from './western-phrase.ts'
import { type WesternWords, westernVerb } from './western-words.ts'

/** A source beside the sentence's verb. */
export type WesternSource = {
  readonly kind: 'according' | 'cited' | 'carried' | 'his'
  readonly phrase?: WesternPhrase
  /** "a statement by X". */
  readonly medium?: string
  /** Items, half-open. */
  readonly from: number
  readonly to: number
}

/** "According to X", "citing X", "carried by X", "in an interview with X", in order. */
export function westernSources(
  unit: Unit,
  words: WesternWords,
  gazetteer: Gazetteer,
): readonly WesternSource[] {
  const found: WesternSource[] = []
  const { items } = unit
  for (let i = 0; i < items.length; i++) {
    const his = matched(items, i, words.hisWords)
    if (his) {
      found.push({ kind: 'his', from: i, to: i + his })
      i += his - 1
      continue
    }
    const kinds = [
      ['cited', matched(items, i, words.citing)],
      ['according', matched(items, i, words.according)],
      ['carried', matched(items, i, words.carriedBy)],
      ['carried', matched(items, i, words.spokenTo)],
    ] as const
    const [kind, n] = kinds.find(([, n]) => n > 0) ?? ['cited', 0]
    if (!n) continue
    const end = phraseEnd(unit, i + n, words)
    const phrase = westernPhrase(unit, i + n, end, words, gazetteer, true)
    if (
      !phrase ||
      phrase.sort === 'pronoun' ||
      (phrase.sort === 'other' && words.lang !== 'fr' && !hasCapital(unit, phrase))
    )
      continue
    if (phrase.sort === 'document') {
      const owner = ownerOf(unit, i + n, phrase, words, gazetteer)
      if (!owner) continue
      found.push({
        kind,
        phrase: owner.phrase,
        from: i,
        to: owner.phrase.to,
        ...(owner.medium ? { medium: owner.medium } : {}),
      })
      i = Math.max(i, owner.phrase.to - 1)
      continue
    }
    if (kind === 'according' && PEOPLE.has(phrase.sort) && !phrase.name) {
      // "a source in diplomatic circles,": what describes the source runs to the comma.
      const comma = closingComma(unit, phrase.to)
      if (comma !== undefined) {
        const whole = westernPhrase(unit, i + n, comma, words, gazetteer, true)
        if (whole && PEOPLE.has(whole.sort)) {
          found.push({ kind, phrase: whole, from: i, to: comma })
          i = comma - 1
          continue
        }
      }
    }
    found.push({ kind, phrase, from: i, to: phrase.description ? end : phrase.to })
    i = Math.max(i, phrase.to - 1)
  }
  return found
}

function hasCapital(unit: Unit, phrase: WesternPhrase): boolean {
  for (let i = phrase.from; i < phrase.to; i++) if (isCapital(unit, i)) return true
  return false
}

const PEOPLE = new Set<WesternPhrase['sort']>(['source', 'role', 'collective'])

/** The comma that closes "in diplomatic circles" behind a source, when it comes soon and nothing else begins. */
function closingComma(unit: Unit, from: number): number | undefined {
  const { items } = unit
  if (!/^(в|во|из|при|in|at|within|from|au|dans|du|chez|au)$/.test(items[from]?.key ?? '')) return undefined
  for (let j = from + 1; j < Math.min(items.length, from + 7); j++) {
    if (items[j]!.kind === 'comma') return j
    if (items[j]!.kind !== 'word' && items[j]!.kind !== 'number') return undefined
  }
  return undefined
}

/** "a statement from the presidency", "un communiqué du ministère": who issued the document. */
function ownerOf(
  unit: Unit,
  from: number,
  document: WesternPhrase,
  words: WesternWords,
  gazetteer: Gazetteer,
): { phrase: WesternPhrase; medium?: string } | undefined {
  const { items } = unit
  for (let j = from + 1; j < Math.min(items.length, document.to + 3); j++) {
    if (!/^(from|by|of|de|du|d|des)$/.test(items[j]!.key) && !(words.lang === 'ru' && j === from + 1))
      continue
    const at = words.lang === 'ru' ? j : items[j + 1]?.key === "'" ? j + 2 : j + 1
    const phrase = westernPhrase(unit, at, phraseEnd(unit, at, words), words, gazetteer, true)
    if (!phrase || phrase.sort === 'other' || phrase.sort === 'document') continue
    const noun = items
      .slice(from, j)
      .find((it, k) => it.kind === 'word' && matched(items, from + k, words.documents))
    const medium =
      noun && /^(statement|communique|letter|tweet)$/.test(noun.key)
        ? plainText(unit, noun.start, noun.end)
        : undefined
    return { phrase, ...(medium ? { medium } : {}) }
  }
  return undefined
}

/** Where a phrase that begins at `i` ends: at a mark, a word that opens something else, or a verb. */
export function phraseEnd(unit: Unit, i: number, words: WesternWords): number {
  const { items } = unit
  let at = i
  for (; at < items.length && at - i < 14; at++) {
    const item = items[at]!
    if (item.kind === 'comma' || item.kind === 'colon' || item.kind === 'quote') break
    if (item.kind === 'mark') {
      if (item.key === '-' && tight(unit, at)) continue
      if (item.key === "'" || item.key === '.') {
        if (
          item.key === '.' &&
          !(
            items[at + 1] &&
            isCapital(unit, at + 1) &&
            items[at - 1]!.key.length <= 4 &&
            at > i &&
            isCapital(unit, at - 1)
          )
        )
          break
        continue
      }
      break
    }
    if (item.kind === 'number') {
      // "Two officials", "Channel 5"
      if (at === i || isCapital(unit, at - 1)) continue
      break
    }
    if (at > i && INSIDE[words.lang].has(item.key)) {
      // "of", "for", "de": inside only when a noun follows.
      if (items[at + 1]?.kind === 'word' || items[at + 1]?.key === "'") continue
      break
    }
    if (
      at > i &&
      (matched(items, at, words.that) ||
        matched(items, at, words.citing) ||
        matched(items, at, words.carriedBy))
    )
      break
    if (
      at > i &&
      (matched(items, at, words.after) || words.boundaries.single.has(item.key)) &&
      !isParticle(item.key)
    )
      break
    // A new determiner begins another phrase: "to AFP a local official".
    if (
      at > i &&
      /^(un|une|a|an)$/.test(item.key) &&
      !INSIDE[words.lang].has(items[at - 1]!.key) &&
      !(words.lang === 'fr' && item.key === 'a')
    )
      break
    if (at > i && westernVerb(unit, at, words) && !matched(items, at, words.documents)) break
    if (words.auxiliaries.single.has(item.key) && at > i && words.lang !== 'ru') break
  }
  return at
}

const INSIDE = {
  en: new Set(['of', 'for', 'and']),
  fr: new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l']),
  ru: new Set(['по']),
} as const

const isParticle = (key: string): boolean => key === 'al' || key === 'el'

export const tight = (unit: Unit, at: number): boolean =>
  unit.scanned.tokens[unit.items[at]!.from]!.spaced === false
