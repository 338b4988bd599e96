import { foldedText } from '../../core/text/fold.ts'
import {
  longestArabicPhrase,
  longestPhrase,
  type PhraseBook,
  phraseBook,
  type Sight,
} from '../text/phrases.ts'
import type { Scan, Token } from '../text/tokens.ts'
import type { NumberLexicon } from './number-lexicon.ts'

type NumberWord =
  | { readonly kind: 'add'; readonly value: number; readonly weak: boolean }
  | { readonly kind: 'times'; readonly value: number }
  | { readonly kind: 'half' }
  | { readonly kind: 'join' }

/** A language's number words, ready to be looked up. */
export type NumberBook = {
  readonly book: PhraseBook<NumberWord>
  readonly lexicon: NumberLexicon
  readonly waw: boolean
  /** What was read at each token of a text: several readers ask for the same numbers. */
  readonly seen: WeakMap<Scan, (NumberSight | null | undefined)[]>
}

/** Prepares a lexicon; `waw` when the language writes "and" onto the next word (Arabic). */
export function numberBook(lexicon: NumberLexicon, waw = false): NumberBook {
  const entries: [string, NumberWord][] = []
  for (const [word, value] of Object.entries(lexicon.add))
    entries.push([word, { kind: 'add', value, weak: false }])
  for (const word of lexicon.weakOne) entries.push([word, { kind: 'add', value: 1, weak: true }])
  for (const [word, value] of Object.entries(lexicon.times)) entries.push([word, { kind: 'times', value }])
  for (const word of lexicon.half) entries.push([word, { kind: 'half' }])
  for (const word of lexicon.join) entries.push([word, { kind: 'join' }])
  return { book: phraseBook(entries), lexicon, waw, seen: new WeakMap() }
}

/** A number read in a text. */
export type NumberSight = {
  readonly value: number
  /** Index of the token after it. */
  readonly to: number
  readonly start: number
  /** Particles taken off its first word (Arabic). */
  readonly prefix: string
  /** Written in digits, at least in part. */
  readonly digits: boolean
  /** Holds a word for thousand or more: "12 thousand". */
  readonly scaled: boolean
}

/**
 * The number that begins at token `i`, as long as it goes: "2 000", "1.2 million", "مئة وأربعة وعشرون",
 * "quatre-vingt-dix-sept", "двести". Undefined when none begins there. No sign, no fraction but half.
 */
export function numberAt(numbers: NumberBook, scanned: Scan, i: number): NumberSight | undefined {
  let sights = numbers.seen.get(scanned)
  if (!sights) {
    sights = []
    numbers.seen.set(scanned, sights)
  }
  const known = sights[i]
  if (known !== undefined) return known ?? undefined
  const found = readNumber(numbers, scanned, i)
  sights[i] = found ?? null
  return found
}

function readNumber(numbers: NumberBook, scanned: Scan, i: number): NumberSight | undefined {
  const { tokens } = scanned
  const first = tokens[i]
  if (!first || first.kind === 'mark' || first.kind === 'break') return undefined
  const sum = new Sum()
  let to = i
  let start = first.start
  let prefix = ''
  let digits = false
  if (first.kind === 'number') {
    const d = digitsAt(tokens, i, numbers.lexicon)
    if (!d) return undefined
    sum.begin(d.value)
    to = d.to
    digits = true
  } else {
    const sight = wordAt(numbers, scanned, i, true)
    const word = sight?.means[0]
    if (!sight || !word || word.kind === 'join') return undefined
    if (word.kind === 'half') return halfBefore(numbers, scanned, sight)
    if (word.kind === 'add' && word.weak && !timesFollows(numbers, scanned, sight.to)) return undefined
    if (!sum.take(word)) return undefined
    ;({ to, start, prefix } = sight)
  }
  for (;;) {
    const next = continuation(numbers, scanned, to)
    if (!next || !sum.take(next.word)) break
    to = next.to
  }
  const dual = to === i + 1 && !digits && isConstructDual(numbers, scanned, first)
  const value = dual ? sum.total() * 2 : sum.total()
  return Number.isSafeInteger(Math.round(value))
    ? { value, to, start, prefix, digits, scaled: sum.scaled }
    : undefined
}

/** "ألفا نازح" is two thousand, "ألفاً" one: only the written mark tells them apart. */
function isConstructDual(numbers: NumberBook, scanned: Scan, token: Token): boolean {
  const forms = numbers.lexicon.constructDual
  return (
    forms?.some(f => token.text.endsWith(foldedText(f))) === true &&
    !scanned.text.slice(token.start, token.end).includes('\u064b')
  )
}

/** Collects number words into a number, refusing a word that cannot go on from what was read. */
class Sum {
  private done = 0
  private group: number | undefined
  private scale = Number.POSITIVE_INFINITY
  /** A number in digits takes a scale word ("17 ألف") but no further adding word ("17 ثلاثة"). */
  private fromDigits = false
  scaled = false

  begin(value: number): void {
    this.group = value
    this.fromDigits = true
  }

  take(word: NumberWord): boolean {
    if (word.kind === 'half') return this.addHalf()
    if (word.kind === 'add') return this.add(word.value)
    return word.kind === 'times' && this.multiply(word.value)
  }

  total(): number {
    // 1.1 million is 1100000.0000000001 in binary.
    return Math.round((this.done + (this.group ?? 0)) * 1000) / 1000
  }

  private add(value: number): boolean {
    if (this.group !== undefined && this.fromDigits) return false
    if (value >= 1000) {
      if (this.group !== undefined || value >= this.scale) return false
      this.done += value
      this.scale = 1000
      return true
    }
    const group = this.group ?? 0
    const rest = group % 100
    const fits =
      this.group === undefined ||
      (value < 100 && group >= 100 && rest === 0) ||
      (value < 10 && rest >= 20 && rest % 10 === 0) ||
      // خمسة وعشرون; soixante-dix-sept and quatre-vingt-dix.
      (value % 10 === 0 && value >= 20 && value < 100 && rest > 0 && rest < 10) ||
      (value >= 10 && value < 20 && (rest === 60 || rest === 80)) ||
      (value < 10 && rest === 10) ||
      (value > 6 && value < 10 && (rest === 70 || rest === 90))
    if (!fits) return false
    this.group = group + value
    return true
  }

  private multiply(value: number): boolean {
    const group = this.group ?? 1
    if (value < 1000) {
      if (this.group !== undefined && (group >= 10 || this.fromDigits) && value === 100) return false
      this.group = group * value
      return true
    }
    if (value >= this.scale || group === 0) return false
    this.done += group * value
    this.group = undefined
    this.scale = value
    this.scaled = true
    this.fromDigits = false
    return true
  }

  private addHalf(): boolean {
    if (this.group !== undefined) this.group += 0.5
    else if (Number.isFinite(this.scale)) this.done += this.scale / 2
    else return false
    return true
  }
}

function wordAt(
  numbers: NumberBook,
  scanned: Scan,
  i: number,
  first: boolean,
): Sight<NumberWord> | undefined {
  if (!numbers.waw) return longestPhrase(numbers.book, scanned.tokens, i)
  const sight = longestArabicPhrase(numbers.book, scanned.tokens, i, scanned.folded.map, true)
  // Inside a number only و may stand before a word; ال only before a scale ("نصف المليون").
  return sight && (first || sight.prefix === '' || sight.prefix === 'و' || sight.prefix === 'وال')
    ? sight
    : undefined
}

/** The next word of a number already begun, joining words skipped. */
function continuation(
  numbers: NumberBook,
  scanned: Scan,
  at: number,
): { word: NumberWord; to: number } | undefined {
  const { tokens } = scanned
  let i = at
  let joined = false
  if (!numbers.waw) {
    if (tokens[i]?.text === '-' && !tokens[i]!.spaced) i++
    const sight = longestPhrase(numbers.book, tokens, i)
    if (sight?.means[0]?.kind === 'join') {
      i = sight.to
      if (tokens[i]?.text === '-') i++
    }
  } else if (tokens[i]?.text === 'و') {
    joined = true
    i++
  }
  const sight = wordAt(numbers, scanned, i, false)
  const word = sight?.means[0]
  if (!sight || !word || word.kind === 'join') return undefined
  if (word.kind === 'add' && word.weak) {
    const half = longestPhrase(numbers.book, tokens, sight.to)
    if (half?.means[0]?.kind === 'half') return { word: { kind: 'half' }, to: half.to }
  }
  if (numbers.waw) {
    // Without و an Arabic number word multiplies (ثلاثة آلاف); with it, it adds (مئة وأربعة).
    const adds = joined || sight.prefix.startsWith('و')
    if (word.kind === 'half' && adds) return { word, to: afterHalf(numbers, scanned, sight.to) }
    if (word.kind === 'times' && adds)
      return { word: { kind: 'add', value: word.value, weak: false }, to: sight.to }
    if ((word.kind === 'add') !== adds) return undefined
  }
  if (
    tokens[sight.to]?.text === '.' &&
    ABBREVIATED.has(tokens[sight.to - 1]!.text) &&
    !tokens[sight.to]!.spaced
  )
    return { word, to: sight.to + 1 }
  return { word, to: sight.to }
}

/** Scale words that are written short, with a full stop. */
const ABBREVIATED = new Set(['тыс', 'млн', 'млрд'])

/** "مليون ونصف المليون": the repeated scale belongs to the number. */
function afterHalf(numbers: NumberBook, scanned: Scan, at: number): number {
  const sight = longestArabicPhrase(numbers.book, scanned.tokens, at, scanned.folded.map, true)
  return sight?.prefix === 'ال' && sight.means[0]?.kind === 'times' ? sight.to : at
}

/** "a hundred", "bir buçuk": the article is a number only before these. */
function timesFollows(numbers: NumberBook, scanned: Scan, at: number): boolean {
  const kind = longestPhrase(numbers.book, scanned.tokens, at)?.means[0]?.kind
  return kind === 'times' || kind === 'half'
}

/** "half a million", "نصف مليون", "un demi-million". */
function halfBefore(numbers: NumberBook, scanned: Scan, half: Sight<NumberWord>): NumberSight | undefined {
  let i = half.to
  if (scanned.tokens[i]?.text === '-') i++
  let sight = wordAt(numbers, scanned, i, true)
  if (sight?.means[0]?.kind === 'add' && sight.means[0].weak) sight = wordAt(numbers, scanned, sight.to, true)
  const word = sight?.means[0]
  if (!sight || word?.kind !== 'times' || word.value < 12) return undefined
  return {
    value: word.value / 2,
    to: sight.to,
    start: half.start,
    prefix: half.prefix,
    digits: false,
    scaled: true,
  }
}

/**
 * A number in digits with its groups and decimals: "1,350", "1٬200", "2 000", "1.2". Ambiguous marks
 * follow the language: a mark of `group` with exactly three digits after it groups.
 */
export function digitsAt(
  tokens: readonly Token[],
  i: number,
  lexicon: Pick<NumberLexicon, 'group' | 'decimal'>,
): { readonly value: number; readonly to: number } | undefined {
  const first = tokens[i]
  if (first?.kind !== 'number' || first.text.length > 15) return undefined
  let digits = first.text
  let to = i + 1
  let mark = ''
  while (digits.length <= 15 && first.text.length <= 3) {
    const m = tokens[to]
    if (
      m?.kind === 'number' &&
      m.spaced &&
      lexicon.group.includes(' ') &&
      m.text.length === 3 &&
      (mark === '' || mark === ' ')
    ) {
      mark = ' '
      digits += m.text
      to++
      continue
    }
    const n = tokens[to + 1]
    if (m?.kind !== 'mark' || m.spaced || n?.kind !== 'number' || n.spaced || n.text.length !== 3) break
    if (!lexicon.group.includes(m.text) || (mark !== '' && mark !== m.text)) break
    mark = m.text
    digits += n.text
    to += 2
  }
  const point = tokens[to]
  const after = tokens[to + 1]
  if (
    point?.kind === 'mark' &&
    !point.spaced &&
    after?.kind === 'number' &&
    !after.spaced &&
    after.text.length <= 3
  )
    if (lexicon.decimal.includes(point.text) && point.text !== mark)
      return { value: Number(`${digits}.${after.text}`), to: to + 2 }
  return { value: Number(digits), to }
}
