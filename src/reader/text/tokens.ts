import { type Folded, fold } from '../../core/text/fold.ts'

/** One word, number, mark or line break of a text. */
export type Token = {
  /** 'word': letters of any script; 'number': a run of digits; 'mark': one other character; 'break': newlines. */
  readonly kind: 'word' | 'number' | 'mark' | 'break'
  /** Folded: what lexicons are keyed by. */
  readonly text: string
  /** Where it begins in the folded text. */
  readonly at: number
  /** UTF-16 offsets in the original text, half-open. Trailing marks and tatweel are inside. */
  readonly start: number
  readonly end: number
  /** Is there white space (or the text's edge) right before it? */
  readonly spaced: boolean
  /** Readings with Arabic particles taken off, kept from the first look; `phrases.ts` fills it. */
  readings?: readonly Reading[] | undefined
}

/** A word as particles plus stem. */
export type Reading = {
  readonly stem: string
  /** What stands before the stem, folded. */
  readonly prefix: string
  /** Units of the folded word before the phrase begins; an article belongs to the phrase. */
  readonly begin: number
  /** The article ال is among what was taken off: only for readers that do not care about it. */
  readonly article: boolean
}

/** A text with its tokens. `at(offset)` style questions go through the tokens, which are in order. */
export type Scan = { readonly text: string; readonly folded: Folded; readonly tokens: readonly Token[] }

const UNKNOWN = 0
const WORD = 1
const DIGIT = 2
const SPACE = 3
const BREAK = 4
const MARK = 5
/** Class of each UTF-16 unit, filled as units are met: asking Unicode for all of them would slow the start. */
const CLASS = new Uint8Array(0x10000)

function classOf(c: number): number {
  const known = CLASS[c]!
  if (known !== UNKNOWN) return known
  const asked = ask(c)
  CLASS[c] = asked
  return asked
}

function ask(c: number): number {
  if (c >= 0x30 && c <= 0x39) return DIGIT
  if (c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029) return BREAK
  if (c >= 0xd800 && c <= 0xdfff) return MARK
  const ch = String.fromCharCode(c)
  if (/\s/.test(ch)) return SPACE
  return /[\p{L}\p{M}]/u.test(ch) ? WORD : MARK
}

/**
 * Splits a text into tokens, in order, in linear time. A word stuck to a number ("2018م", "M5") gives
 * two tokens of which the second is not `spaced`.
 */
export function scan(text: string): Scan {
  const folded = fold(text)
  const s = folded.text
  const map = folded.map
  const tokens: Token[] = []
  let i = 0
  let spaced = true
  while (i < s.length) {
    const kind = classOf(s.charCodeAt(i))
    if (kind === SPACE) {
      spaced = true
      i++
      continue
    }
    let j = i + 1
    if (kind === MARK) {
      if (isHighSurrogate(s.charCodeAt(i)) && isLowSurrogate(s.charCodeAt(j))) j++
    } else while (j < s.length && classOf(s.charCodeAt(j)) === kind) j++
    // A token ends where its last unit ends, before blanks: dropped marks in between stay with it.
    const end = kind === BREAK ? map[j - 1]! + 1 : endOf(text, map[j - 1]!, map[j]!)
    tokens.push({
      kind: NAMES[kind]!,
      text: s.slice(i, j),
      at: i,
      start: map[i]!,
      end,
      spaced,
      readings: undefined,
    })
    spaced = kind === BREAK
    i = j
  }
  return { text, folded, tokens }
}

const NAMES: readonly (Token['kind'] | undefined)[] = [
  undefined,
  'word',
  'number',
  undefined,
  'break',
  'mark',
]

/** End of a token whose last unit stands at `last`: marks and tatweel dropped after it are its own, controls are not. */
function endOf(text: string, last: number, next: number): number {
  let end = Math.min(last + 1, next)
  while (end < next && isAttached(text.charCodeAt(end))) end++
  return end
}

const isAttached = (c: number): boolean =>
  c === 0x640 ||
  (c >= 0x300 && c <= 0x36f) ||
  (c >= 0x610 && c <= 0x61a) ||
  (c >= 0x64b && c <= 0x65f) ||
  c === 0x670 ||
  (c >= 0x6d6 && c <= 0x6ed)

const isHighSurrogate = (c: number): boolean => c >= 0xd800 && c <= 0xdbff
const isLowSurrogate = (c: number): boolean => c >= 0xdc00 && c <= 0xdfff
