import { foldedText } from '../../core/text/fold.ts'
import type { Token } from '../text/tokens.ts'

type CueWord = { readonly text: string; readonly stem: boolean }
type Entry<T> = { readonly words: readonly CueWord[]; readonly value: T; readonly weight: number }

/** Cue phrases by the first letters of their first word. */
export type CueBook<T> = ReadonlyMap<string, readonly Entry<T>[]>

/** Buckets are keyed by so many letters; a shorter word is its own key. */
const KEY = 3

/** Builds a book from lists: `_` for a blank inside a phrase, `*` for any ending of a word. */
export function cueBook<T>(lists: Iterable<readonly [cues: string, value: T]>): CueBook<T> {
  const book = new Map<string, Entry<T>[]>()
  for (const [cues, value] of lists)
    for (const cue of cues.split(/\s+/)) {
      if (!cue) continue
      const words = cue
        .split(/[_'’-]/)
        .filter(Boolean)
        .map(w => ({ text: foldedText(w.replace(/\*$/, '')), stem: w.endsWith('*') }))
      const first = words[0]!
      const entry = { words, value, weight: words.length * 100 + first.text.length }
      const key = first.text.slice(0, KEY)
      const known = book.get(key)
      if (known) known.push(entry)
      else book.set(key, [entry])
    }
  for (const list of book.values()) list.sort((a, b) => b.weight - a.weight)
  return book
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
  const whole = from(book, tokens, i, to, token.text)
  if (lang !== 'ar') return whole
  let best = whole
  let rest = token.text
  const more = () => {
    if (rest.length < 3) return
    const found = from(book, tokens, i, to, rest)
    if (found && (!best || found.words > best.words)) best = found
    if (rest.startsWith('ال') && rest.length > 4) {
      const bare = from(book, tokens, i, to, rest.slice(2))
      if (bare && (!best || bare.words > best.words)) best = bare
    }
  }
  if (rest.startsWith('ال')) more()
  const c = rest.charAt(0)
  if (c === 'و' || c === 'ف') {
    rest = rest.slice(1)
    more()
  }
  const p = rest.charAt(0)
  if (p === 'ب' || p === 'ل' || p === 'ك') {
    rest = rest.startsWith('لل') ? rest.slice(2) : rest.slice(1)
    more()
  }
  return best
}

function from<T>(
  book: CueBook<T>,
  tokens: readonly Token[],
  i: number,
  to: number,
  first: string,
): CueSight<T> | undefined {
  const entries = book.get(first.slice(0, KEY))
  if (!entries) return undefined
  for (const entry of entries) {
    const head = entry.words[0]!
    if (head.stem ? !first.startsWith(head.text) : first !== head.text) continue
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
