import { type NumberBook, type NumberSight, numberAt } from '../../quantities/number-words.ts'
import { longestArabicPhrase, longestPhrase, type PhraseBook, type Sight } from '../../text/phrases.ts'
import type { Scan, Token } from '../../text/tokens.ts'
import type { DateLexicon } from '../date-lexicon.ts'
import type { DateItem } from '../items.ts'

/** What a language brings to reading dates, prepared once. */
export type DateLanguage = {
  readonly lang: string
  readonly lexicon: DateLexicon
  readonly book: PhraseBook<DateItem>
  readonly numbers: NumberBook
}

/** One text being read for dates. Looks at a token are remembered. */
export type Parser = DateLanguage & {
  readonly scanned: Scan
  readonly tokens: readonly Token[]
  readonly sights: (Sight<DateItem> | null | undefined)[]
}

export function parserOf(language: DateLanguage, scanned: Scan): Parser {
  return { ...language, scanned, tokens: scanned.tokens, sights: [] }
}

/** The longest phrase of the lexicon at token `i`. */
export function see(p: Parser, i: number): Sight<DateItem> | undefined {
  const known = p.sights[i]
  if (known !== undefined) return known ?? undefined
  const token = p.tokens[i]
  let sight: Sight<DateItem> | undefined
  if (token && token.kind !== 'number')
    sight =
      p.lang === 'ar'
        ? longestArabicPhrase(p.book, p.tokens, i, p.scanned.folded.map)
        : longestPhrase(p.book, p.tokens, i)
  p.sights[i] = sight ?? null
  return sight
}

/** The members of DateItem that may be of kind K. */
type ItemOf<K extends DateItem['k'], T extends DateItem = DateItem> = T extends DateItem
  ? K extends T['k']
    ? T
    : never
  : never

export type Seen<K extends DateItem['k']> = {
  readonly item: ItemOf<K>
  readonly to: number
  readonly start: number
  readonly prefix: string
}

/** The phrase at token `i` read as kind `k`, if it has that meaning. */
export function seen<K extends DateItem['k']>(p: Parser, i: number, k: K): Seen<K> | undefined {
  const sight = see(p, i)
  if (!sight) return undefined
  for (const item of sight.means)
    if (item.k === k)
      return {
        item: item as ItemOf<K>,
        to: sight.to,
        start: sight.start,
        prefix: sight.prefix,
      }
  return undefined
}

/** Index after the phrase at `i` when it has one of the kinds; `i` itself otherwise. */
export function past(p: Parser, i: number, ...kinds: DateItem['k'][]): number {
  const sight = see(p, i)
  return sight?.means.some(m => kinds.includes(m.k)) ? sight.to : i
}

/** Index after a Turkish apostrophe and the ending behind it ("Ağustos'ta"), or `i`. */
export function pastSuffix(p: Parser, i: number): number {
  const mark = p.tokens[i]
  const word = p.tokens[i + 1]
  if (p.lang !== 'tr' || mark?.text !== "'" || mark.spaced) return i
  return word?.kind === 'word' && !word.spaced && word.text.length <= 7 ? i + 2 : i
}

const GLUED_BEFORE = new Set(['و', 'ال', 'ل', 'لل', 'ب', 'بال', 'ف', 'وال', 'ول', 'ك', 'فال'])
const OPENERS = new Set(['(', '«', '"', '“', '[', ':', '-', "'", '‘', '،', ',', '/', '*', '؛', '|'])

/** Is the number at token `i` free of what is written onto it ("M5", "5+5", "1.2.3")? */
export function standsAlone(p: Parser, i: number): boolean {
  const { tokens } = p
  const token = tokens[i]!
  const before = tokens[i - 1]
  if (!token.spaced && before && before.kind !== 'break') {
    if (before.kind === 'word' ? !GLUED_BEFORE.has(before.text) : !OPENERS.has(before.text)) return false
    const earlier = tokens[i - 2]
    if (
      before.kind === 'mark' &&
      !before.spaced &&
      earlier &&
      (earlier.kind === 'word' || earlier.kind === 'number') &&
      (before.text === '-' || before.text === '/' || before.text === ',')
    )
      // "7-9 June" is read from its 7; a word before the dash is a name ("T-72"), unless it is "mid-2026".
      return (earlier.kind === 'number' && before.text !== ',') || seen(p, i - 2, 'part') !== undefined
  }
  const after = tokens[i + 1]
  if (!after || after.spaced) return true
  if (after.text === '+' || after.text === '%' || after.text === ':') return false
  const next = tokens[i + 2]
  return !((after.text === '.' || after.text === ',') && next?.kind === 'number' && !next.spaced)
}

/** A number in words or digits, as the quantity reader reads it. */
export const number = (p: Parser, i: number): NumberSight | undefined => numberAt(p.numbers, p.scanned, i)

/** Index after an article ال or ل written apart from a number by tatweel: "الـ48". */
export function pastGlue(p: Parser, i: number): number {
  const token = p.tokens[i]
  const next = p.tokens[i + 1]
  return p.lang === 'ar' &&
    token?.kind === 'word' &&
    next?.kind === 'number' &&
    !next.spaced &&
    GLUED_BEFORE.has(token.text)
    ? i + 1
    : i
}

/** Index after articles that may stand inside a date phrase: the, le, la, l'. */
export function pastArticle(p: Parser, i: number): number {
  const token = p.tokens[i]
  if (!token) return i
  if (p.lang === 'en') return token.text === 'the' ? i + 1 : i
  if (p.lang !== 'fr') return i
  if (token.text === 'le' || token.text === 'la' || token.text === 'les') return i + 1
  return token.text === 'l' && p.tokens[i + 1]?.text === "'" ? i + 2 : i
}
