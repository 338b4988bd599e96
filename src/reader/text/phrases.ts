import { scan, type Token } from './tokens.ts'

/** Phrases of one or more words to what they mean; looked up token by token. */
export type PhraseBook<T> = ReadonlyMap<string, Step<T>>

type Step<T> = { readonly next: Map<string, Step<T>>; means: T[] }

/** A phrase found at a token. */
export type Sight<T> = {
  /** All meanings of the phrase. */
  readonly means: readonly T[]
  /** Index of the token after it. */
  readonly to: number
  /** Offset in the original text where the phrase begins: after the particles taken off. */
  readonly start: number
  /** Arabic particles taken off its first word, folded: '', 'و', 'ب', 'ول' … */
  readonly prefix: string
}

/**
 * Builds a book. A phrase is written as in a text (marks, case and hyphens as they come); it is split
 * and folded as texts are. The same phrase may be given several meanings.
 */
export function phraseBook<T>(entries: Iterable<readonly [phrase: string, means: T]>): PhraseBook<T> {
  const root = new Map<string, Step<T>>()
  for (const [phrase, means] of entries) {
    let steps = root
    let step: Step<T> | undefined
    for (const { text } of scan(phrase).tokens) {
      step = steps.get(text)
      if (!step) {
        step = { next: new Map(), means: [] }
        steps.set(text, step)
      }
      steps = step.next
    }
    step?.means.push(means)
  }
  return root
}

/** The longest phrase of the book that begins exactly at token `i`. */
export function longestPhrase<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  i: number,
): Sight<T> | undefined {
  const token = tokens[i]
  return token && sightFrom(book, tokens, i, token.text, token.start, '')
}

function sightFrom<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  i: number,
  first: string,
  start: number,
  prefix: string,
): Sight<T> | undefined {
  let step = book.get(first)
  if (!step) return undefined
  let to = step.means.length ? i + 1 : -1
  let means = step.means
  for (let j = i + 1; j < tokens.length && step.next.size; j++) {
    step = step.next.get(tokens[j]!.text)
    if (!step) break
    if (step.means.length) {
      to = j + 1
      means = step.means
    }
  }
  return to < 0 ? undefined : { means, to, start, prefix }
}

/**
 * The same for Arabic, whose particles (و ف, then ب ل ك, then, when `article`, ال) are written onto
 * the word: the phrase with the fewest particles taken off wins.
 */
export function longestArabicPhrase<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  i: number,
  map: Uint32Array,
  article = false,
): Sight<T> | undefined {
  const token = tokens[i]
  if (!token) return undefined
  const word = token.text
  const exact = sightFrom(book, tokens, i, word, token.start, '')
  if (exact || token.kind !== 'word' || !PARTICLES.has(word.charCodeAt(0))) {
    return exact ?? (article ? withoutArticle(book, tokens, i, map, word, '') : undefined)
  }
  const conjunction = word[0] === 'و' || word[0] === 'ف' ? word[0] : ''
  if (conjunction) {
    const rest = word.slice(1)
    const found = sightAt(book, tokens, i, map, rest, conjunction, article)
    if (found) return found
    if (rest.length > 2 && PREPOSITIONS.has(rest.charCodeAt(0)))
      return afterPreposition(book, tokens, i, map, rest, conjunction, article)
  }
  return PREPOSITIONS.has(word.charCodeAt(0))
    ? afterPreposition(book, tokens, i, map, word, '', article)
    : article
      ? withoutArticle(book, tokens, i, map, word, '')
      : undefined
}

const PARTICLES = new Set([...'وفبلك'].map(c => c.charCodeAt(0)))
const PREPOSITIONS = new Set([...'بلك'].map(c => c.charCodeAt(0)))

function sightAt<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  i: number,
  map: Uint32Array,
  stem: string,
  prefix: string,
  article: boolean,
): Sight<T> | undefined {
  if (stem.length < 2) return undefined
  const start = map[tokens[i]!.at + tokens[i]!.text.length - stem.length]!
  return (
    sightFrom(book, tokens, i, stem, start, prefix) ??
    (article ? withoutArticle(book, tokens, i, map, stem, prefix) : undefined)
  )
}

function withoutArticle<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  i: number,
  map: Uint32Array,
  word: string,
  prefix: string,
): Sight<T> | undefined {
  if (word.length < 4 || !word.startsWith('ال')) return undefined
  const found = sightAt(book, tokens, i, map, word.slice(2), `${prefix}ال`, false)
  // The article belongs to the noun: the phrase begins with it.
  return found && { ...found, start: map[tokens[i]!.at + tokens[i]!.text.length - word.length]! }
}

function afterPreposition<T>(
  book: PhraseBook<T>,
  tokens: readonly Token[],
  i: number,
  map: Uint32Array,
  word: string,
  conjunction: string,
  article: boolean,
): Sight<T> | undefined {
  const letter = word[0]!
  const found = sightAt(book, tokens, i, map, word.slice(1), conjunction + letter, article)
  if (found || letter !== 'ل' || !word.startsWith('لل')) return found
  // لل is ل + ال with one alef gone: the phrase is looked up with its article restored.
  const token = tokens[i]!
  const start = map[token.at + token.text.length - word.length + 1]!
  return (
    sightFrom(book, tokens, i, `ال${word.slice(2)}`, start, `${conjunction}ل`) ??
    (article && word.length > 3
      ? sightAt(book, tokens, i, map, word.slice(2), `${conjunction}لل`, false)
      : undefined)
  )
}
