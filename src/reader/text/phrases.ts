import { type Reading, scan, type Token } from './tokens.ts'

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
  const exact = sightFrom(book, tokens, i, token.text, token.start, '')
  if (exact || token.kind !== 'word') return exact
  token.readings ??= readingsOf(token.text)
  for (const r of token.readings) {
    if (r.article && !article) continue
    // Most stems are in no book: ask before anything is built.
    if (!book.has(r.stem)) continue
    const found = sightFrom(book, tokens, i, r.stem, map[token.at + r.begin]!, r.prefix)
    if (found) return found
  }
  return undefined
}

const NONE: readonly Reading[] = []

/** The readings of a folded Arabic word with particles taken off, fewest first; the whole word is not among them. */
function readingsOf(word: string): readonly Reading[] {
  const first = word[0]!
  if (word.length < 3 || !'وفبلكا'.includes(first)) return NONE
  const found: Reading[] = []
  addArticle(found, word, '', 0)
  let rest = word
  let prefix = ''
  if (first === 'و' || first === 'ف') {
    prefix = first
    rest = word.slice(1)
    add(found, rest, prefix, 1)
    addArticle(found, rest, prefix, 1)
  }
  const letter = rest[0]!
  if (rest.length > 2 && (letter === 'ب' || letter === 'ل' || letter === 'ك')) {
    const cut = prefix.length + 1
    const stem = rest.slice(1)
    add(found, stem, prefix + letter, cut)
    addArticle(found, stem, prefix + letter, cut)
    if (letter === 'ل' && stem[0] === 'ل' && stem.length > 2) {
      // لل is ل + ال with one alef gone: the stem is looked up with its article restored, and without.
      found.push({ stem: `ال${stem.slice(1)}`, prefix: `${prefix}ل`, begin: cut, article: false })
      found.push({ stem: stem.slice(1), prefix: `${prefix}لل`, begin: cut, article: true })
    }
  }
  return found
}

function add(found: Reading[], stem: string, prefix: string, cut: number): void {
  if (stem.length >= 2) found.push({ stem, prefix, begin: cut, article: false })
}

function addArticle(found: Reading[], word: string, prefix: string, cut: number): void {
  if (word.length >= 4 && word.startsWith('ال'))
    found.push({ stem: word.slice(2), prefix: `${prefix}ال`, begin: cut, article: true })
}
