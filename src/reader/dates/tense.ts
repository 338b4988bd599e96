import { foldedText } from '../../core/text/fold.ts'
import { longestArabicPhrase, longestPhrase, type PhraseBook, phraseBook } from '../text/phrases.ts'
import type { Scan } from '../text/tokens.ts'
import type { TenseLexicon } from './date-lexicon.ts'

export type Tense = 'past' | 'future'
type Mark = Tense | 'pastened'

/** A language's signs of looking back or forward, prepared once. */
export type TenseBook = {
  readonly book: PhraseBook<Mark>
  readonly lexicon: TenseLexicon
  readonly lang: string
}

export function tenseBook(lexicon: TenseLexicon, lang: string): TenseBook {
  const entries: [string, Mark][] = []
  for (const mark of ['future', 'past', 'pastened'] as const)
    for (const phrase of lexicon[mark].split('|')) if (phrase) entries.push([phrase, mark])
  return { book: phraseBook(entries), lexicon, lang }
}

/** Where a sentence shows its tense: tokens in order. */
export type TenseSigns = readonly { readonly at: number; readonly tense: Tense }[]

/** French participles that look forward by themselves. */
const PREDICATES = new Set(['programme', 'programmee', 'fixe', 'fixee', 'fixes', 'fixees'])

/** How far before a forward word "كان" or "was" still turns it to the past. */
const PASTENED_REACH = 4

/** The tense signs of tokens [from, to). */
export function tenseSignsOf(tense: TenseBook, scanned: Scan, from: number, to: number): TenseSigns {
  const signs: { at: number; tense: Tense }[] = []
  let pastened = -100
  const bareAfter = new Set(tense.lexicon.bareAfter?.split('|').map(foldedText))
  for (let i = from; i < to; i++) {
    const token = scanned.tokens[i]!
    if (token.kind !== 'word') continue
    // à folds to a: only the verb counts.
    if (token.text === 'a' && scanned.text[token.start] !== 'a') continue
    const sight =
      tense.lang === 'ar'
        ? longestArabicPhrase(tense.book, scanned.tokens, i, scanned.folded.map)
        : longestPhrase(tense.book, scanned.tokens, i)
    const marks =
      sight && (sight.prefix === '' || sight.prefix === 'و' || sight.prefix === 'ف') ? sight.means : undefined
    if (marks?.includes('pastened')) pastened = i
    const found = marks?.find(m => m !== 'pastened') as Tense | undefined
    // "commencé" folds like "commence": a written participle is never the present.
    const participle =
      tense.lang === 'fr' && /[éÉ](?:e?s?)$/i.test(scanned.text.slice(token.start, token.end))
    const bare = i > from && bareAfter.has(scanned.tokens[i - 1]!.text)
    const shape =
      participle && found === 'future' && !PREDICATES.has(token.text)
        ? undefined
        : (found ?? (marks ? 'past' : bare ? undefined : shapeOf(tense.lexicon, token.text)))
    if (!shape) continue
    signs.push({
      at: i,
      tense: shape === 'future' && i > pastened && i - pastened <= PASTENED_REACH ? 'past' : shape,
    })
  }
  return signs
}

function shapeOf(lexicon: TenseLexicon, word: string): Tense | undefined {
  if (word.length < 3 || word.length > 25) return undefined
  for (const [shape, tense] of lexicon.shapes) if (shape.test(word)) return tense
  return undefined
}

/**
 * The tense that governs a date at tokens [from, to): of the nearest sign before it, or of the first
 * one after it when the date opens its clause or the language puts its verbs last.
 */
export function tenseAround(
  signs: TenseSigns,
  tense: TenseBook,
  from: number,
  to: number,
): Tense | undefined {
  const after = signs.find(s => s.at >= to)?.tense
  const before = signs.findLast(s => s.at < from)?.tense
  return tense.lexicon.verbLast ? (after ?? before) : (before ?? after)
}
