import { longestArabicPhrase, longestPhrase, type Sight } from '../text/phrases.ts'
import type { Scan, Token } from '../text/tokens.ts'
import type { QuantityItem } from './items.ts'
import type { PreparedQuantities } from './languages.ts'
import { type NumberSight, numberAt } from './number-words.ts'

/** One text being read for quantities. Looks at a token are remembered. */
export type Counter = PreparedQuantities & {
  readonly scanned: Scan
  readonly tokens: readonly Token[]
  readonly sights: (Sight<QuantityItem> | null | undefined)[]
}

export const counterOf = (language: PreparedQuantities, scanned: Scan): Counter => ({
  ...language,
  scanned,
  tokens: scanned.tokens,
  sights: [],
})

/** The longest phrase of the lexicon at token `i`; in Arabic without particles and article. */
export function see(c: Counter, i: number): Sight<QuantityItem> | undefined {
  const known = c.sights[i]
  if (known !== undefined) return known ?? undefined
  const token = c.tokens[i]
  const sight =
    !token || token.kind === 'number'
      ? undefined
      : c.lang === 'ar'
        ? longestArabicPhrase(c.book, c.tokens, i, c.scanned.folded.map, true)
        : longestPhrase(c.book, c.tokens, i)
  c.sights[i] = sight ?? null
  return sight
}

type ItemOf<K extends QuantityItem['k'], T extends QuantityItem = QuantityItem> = T extends QuantityItem
  ? K extends T['k']
    ? T
    : never
  : never

export type Seen<K extends QuantityItem['k']> = {
  readonly item: ItemOf<K>
  readonly to: number
  readonly start: number
  readonly prefix: string
}

/** The phrase at token `i` read as kind `k`, if it has that meaning. */
export function seen<K extends QuantityItem['k']>(c: Counter, i: number, k: K): Seen<K> | undefined {
  const sight = see(c, i)
  const item = sight?.means.find(m => m.k === k)
  return sight && item && { item: item as ItemOf<K>, to: sight.to, start: sight.start, prefix: sight.prefix }
}

const PARTICLES = new Set(['و', 'ال', 'ل', 'لل', 'ب', 'بال', 'ف', 'وال', 'ول', 'وب', 'ك'])

/** A number at token `i` that is free of what is written onto it: none in "M5", "5+5", "18:30", "1701/2006". */
export function numberStandingAt(c: Counter, i: number): NumberSight | undefined {
  const { tokens } = c
  // "الـ50": the article stands apart from its digits.
  const glue = tokens[i]?.kind === 'word' && c.lang === 'ar' && PARTICLES.has(tokens[i]!.text) ? 1 : 0
  const at = i + glue
  if (glue && (tokens[at]?.kind !== 'number' || tokens[at]!.spaced)) return undefined
  const found = numberAt(c.numbers, c.scanned, at)
  if (!found) return undefined
  if (!found.digits) return found
  const token = tokens[at]!
  const before = tokens[at - 1]
  if (!token.spaced && before && !glue) {
    if (before.kind === 'word' && !(c.lang === 'ar' && PARTICLES.has(before.text))) return undefined
    if (before.kind === 'mark' && !'(«"“[-$€£%\'‘،'.includes(before.text)) return undefined
    if (before.text === '-' && !before.spaced && tokens[at - 2] && tokens[at - 2]!.kind === 'word')
      return undefined
  }
  const after = tokens[found.to]
  if (after && !after.spaced) {
    const next = tokens[found.to + 1]
    if (after.text === '+' || after.text === ':' || after.text === '/') return undefined
    if ((after.text === '.' || after.text === ',') && next?.kind === 'number' && !next.spaced)
      return undefined
    if (after.kind === 'word' && !seen(c, found.to, 'noun')) return undefined
  }
  const prefix = glue ? `${tokens[i]!.text}` : found.prefix
  return { ...found, prefix, start: glue ? articleStart(tokens[i]!) : found.start }
}

/** "والـ50": the article belongs to the number, the conjunction does not. */
const articleStart = (token: Token): number =>
  token.text.endsWith('ال') ? token.start + (token.text.length - 2) : token.end
