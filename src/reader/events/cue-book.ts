import { foldedText } from '../../core/text/fold.ts'
import type { Token } from '../text/tokens.ts'

type CueWord = { readonly text: string; readonly stem: boolean }
type Entry<T> = { readonly words: readonly CueWord[]; readonly value: T; readonly weight: number }

/** Cue phrases: those with a whole first word by that word, those with a stem by its first letters. */
export type CueBook<T> = {
  readonly exact: ReadonlyMap<string, readonly Entry<T>[]>
  readonly stems: ReadonlyMap<string, readonly Entry<T>[]>
}

/** Buckets of stems are keyed by so many letters; a shorter stem is its own key. */
const KEY = 3

/** Builds a book from lists: `_` for a blank inside a phrase, `*` for any ending of a word. */
export function cueBook<T>(lists: Iterable<readonly [cues: string, value: T]>): CueBook<T> {
  const exact = new Map<string, Entry<T>[]>()
  const stems = new Map<string, Entry<T>[]>()
  for (const [cues, value] of lists)
    for (const cue of cues.split(/\s+/)) {
      if (!cue) continue
      const words = cue
        .split(/[_'’-]/)
        .filter(Boolean)
        .map(w => ({ text: foldedText(w.replace(/\*$/, '')), stem: w.endsWith('*') }))
      const first = words[0]!
      const entry = { words, value, weight: words.length * 100 + first.text.length }
      const book = first.stem ? stems : exact
      const key = first.stem ? first.text.slice(0, KEY) : first.text
      const known = book.get(key)
      if (known) known.push(entry)
      else book.set(key, [entry])
    }
  for (const book of [exact, stems])
    for (const list of book.values()) list.sort((a, b) => b.weight - a.weight)
  return { exact, stems }
}

/** A cue met at a token. */
export type CueSight<T> = { readonly value: T; readonly to: number; readonly words: number }

/** The longest cue that begins at token `i`; Arabic words also with their particles and article off. */
export function cueAtToken<T>(
  book: CueBook<T>,
  tokens: readonly Token[],
  i: number,
  to: number,
  lang: string,
): CueSight<T> | undefined {
  const token = tokens[i]!
  if (token.kind !== 'word') return undefined
  if (lang !== 'ar') return from(book, tokens, i, to, token.text)
  let best: CueSight<T> | undefined
  for (const form of formsOf(token.text)) {
    const found = from(book, tokens, i, to, form)
    if (found && (!best || found.words > best.words)) best = found
  }
  return best
}

/** Readings of words met lately: many books ask for the same word, and reports repeat theirs. */
const FORMS = new Map<string, readonly string[]>()
const MOST_FORMS = 30_000

/** The word, and what is left when article, conjunction and preposition are taken off. */
function formsOf(word: string): readonly string[] {
  const known = FORMS.get(word)
  if (known) return known
  const forms = [word]
  // The indefinite accusative: تحليقاً.
  if (word.length > 4 && word.endsWith('ا') && !word.endsWith('يا')) forms.push(word.slice(0, -1))
  let rest = word
  const add = () => {
    if (rest.length < 3) return
    if (rest !== word) forms.push(rest)
    if (rest.startsWith('ال') && rest.length > 4) forms.push(rest.slice(2))
  }
  add()
  const c = rest.charAt(0)
  if (c === 'و' || c === 'ف') {
    rest = rest.slice(1)
    add()
  }
  const p = rest.charAt(0)
  if (p === 'ب' || p === 'ل' || p === 'ك') {
    rest = rest.startsWith('لل') ? rest.slice(2) : rest.slice(1)
    add()
  }
  if (FORMS.size >= MOST_FORMS) FORMS.clear()
  FORMS.set(word, forms)
  return forms
}

function from<T>(
  book: CueBook<T>,
  tokens: readonly Token[],
  i: number,
  to: number,
  first: string,
): CueSight<T> | undefined {
  const whole = book.exact.get(first)
  const begun = book.stems.size ? book.stems.get(first.slice(0, KEY)) : undefined
  const a = whole && longest(whole, tokens, i, to, first)
  const b = begun && longest(begun, tokens, i, to, first)
  if (!a || !b) return a ?? b
  return b.words > a.words ? b : a
}

function longest<T>(
  entries: readonly Entry<T>[],
  tokens: readonly Token[],
  i: number,
  to: number,
  first: string,
): CueSight<T> | undefined {
  for (const entry of entries) {
    const head = entry.words[0]!
    if (head.stem && !first.startsWith(head.text)) continue
    let at = i + 1
    let n = 1
    while (n < entry.words.length && at < to) {
      const token = tokens[at]!
      const word = entry.words[n]!
      if (token.kind === 'mark' && (token.text === '-' || token.text === "'")) {
        at++
        continue
      }
      const bare = token.text
      if (word.stem ? bare.startsWith(word.text) : bare === word.text || bare === `ال${word.text}`) {
        n++
        at++
      } else break
    }
    if (n === entry.words.length) return { value: entry.value, to: at, words: n }
  }
  return undefined
}
