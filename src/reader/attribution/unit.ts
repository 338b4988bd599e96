import { piecesOf } from '../text/pieces.ts'
import { quotationsOf } from '../text/quotations.ts'
import type { Scan } from '../text/tokens.ts'
import type { WordSet } from './words.ts'

/** A word, number, mark or whole quotation of a unit; quotation marks around a mere name are left out. */
export type Item = {
  readonly kind: 'word' | 'number' | 'comma' | 'colon' | 'mark' | 'quote'
  /** Folded; of a quotation ''. */
  readonly key: string
  readonly start: number
  readonly end: number
  /** Tokens, half-open. */
  readonly from: number
  readonly to: number
  /** First word of a name in quotation marks. */
  readonly quotedName?: boolean
  /** Of a quotation: the words between the marks, UTF-16. */
  readonly inner?: { readonly start: number; readonly end: number }
}

/** A sentence, or several that one quotation holds together. */
export type Unit = {
  readonly scanned: Scan
  readonly items: readonly Item[]
  readonly start: number
  readonly end: number
}

/** A quotation may hold sentences together, but not without end. */
const LONGEST_UNIT = 600

/** A quotation of at most so many words, where no speech can begin, is a name or a word held at arm's length. */
const NAME_WORDS = 4

/** Splits a text into units of attribution, in order. Linear. */
export function unitsOf(scanned: Scan, speech: (key: string) => boolean): readonly Unit[] {
  const { tokens } = scanned
  const quotes = quotationsOf(scanned).filter(q => q.depth === 0)
  const units: Unit[] = []
  let q = 0
  let from = -1
  for (const sentence of piecesOf(scanned)) {
    if (from < 0) from = sentence.from
    while (q < quotes.length && quotes[q]!.end <= sentence.end) q++
    const inside = quotes[q] && quotes[q]!.start < sentence.end
    // The full stop stands inside a quotation that goes on: not yet the end.
    if (inside && sentence.to - from < LONGEST_UNIT) continue
    units.push(unitOf(scanned, from, sentence.to, quotes, speech))
    from = -1
  }
  if (from >= 0 && from < tokens.length) units.push(unitOf(scanned, from, tokens.length, quotes, speech))
  return units
}

type Quote = {
  readonly start: number
  readonly end: number
  readonly inner: { readonly start: number; readonly end: number }
}

function unitOf(
  scanned: Scan,
  from: number,
  to: number,
  quotes: readonly Quote[],
  speech: (key: string) => boolean,
): Unit {
  const { tokens } = scanned
  const items: Item[] = []
  let q = firstAt(quotes, tokens[from]!.start)
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    while (q < quotes.length && quotes[q]!.end <= token.start) q++
    const quote = quotes[q]
    if (quote && token.start === quote.start) {
      let close = i + 1
      let words = 0
      while (close < to && tokens[close]!.start < quote.inner.end) {
        if (
          tokens[close]!.kind === 'word' &&
          !(tokens[close]!.spaced === false && tokens[close - 1]?.text === "'")
        )
          words++
        close++
      }
      if (words <= NAME_WORDS && isName(items, scanned, i, close, to, words, speech)) {
        for (let j = i + 1; j < close; j++) push(items, scanned, j, j === i + 1)
      } else
        items.push({
          kind: 'quote',
          key: '',
          start: quote.start,
          end: quote.end,
          from: i,
          to: close + 1,
          inner: quote.inner,
        })
      i = close
      continue
    }
    push(items, scanned, i, false)
  }
  return { scanned, items, start: tokens[from]!.start, end: tokens[to - 1]!.end }
}

function firstAt(quotes: readonly Quote[], offset: number): number {
  let lo = 0
  let hi = quotes.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (quotes[mid]!.end <= offset) lo = mid + 1
    else hi = mid
  }
  return lo
}

/** Could no speech begin here? After a colon, a comma, a verb of saying or at the start, it is speech. */
function isName(
  items: readonly Item[],
  scanned: Scan,
  open: number,
  close: number,
  end: number,
  words: number,
  speech: (key: string) => boolean,
): boolean {
  const { tokens, text } = scanned
  const before = items.at(-1)
  const last = tokens[close - 1]?.text
  if (!before || before.kind === 'colon' || words === 0) return false
  if (last === '.' || last === '!' || last === '?' || last === '؟' || last === ',' || last === '،')
    return false
  if (before.kind === 'comma') return false
  if (!speech(before.key)) return true
  // "announced «X» that …", "передает «Вестник».": a short run that more words follow, or of capitals only.
  if (words > 3) return false
  const capitals = tokens
    .slice(open + 1, close)
    .every(t => t.kind !== 'word' || isUpper(text.charAt(t.start)))
  return (
    capitals ||
    (isArabic(text.charAt(tokens[open + 1]!.start)) && close + 1 < end && tokens[close + 1]!.kind === 'word')
  )
}

const isUpper = (ch: string): boolean => ch !== ch.toLowerCase()
const isArabic = (ch: string): boolean => ch >= '\u0600' && ch <= '\u06ff'

function push(items: Item[], scanned: Scan, i: number, quotedName: boolean): void {
  const token = scanned.tokens[i]!
  const kind =
    token.kind === 'word' || token.kind === 'number'
      ? token.kind
      : token.text === ',' || token.text === '،'
        ? 'comma'
        : token.text === ':'
          ? 'colon'
          : 'mark'
  if (token.kind === 'break') return
  items.push({
    kind,
    key: token.text,
    start: token.start,
    end: token.end,
    from: i,
    to: i + 1,
    ...(quotedName ? { quotedName } : {}),
  })
}

/** How many items from `i` on are a word or phrase of the set: 0 when none. */
export function matched(items: readonly Item[], i: number, set: WordSet): number {
  const item = items[i]
  if (item?.kind !== 'word') return 0
  const phrases = set.phrases.get(item.key)
  if (phrases)
    for (const words of phrases) {
      let n = 1
      let at = i + 1
      while (n < words.length && items[at] && (items[at]!.key === words[n] || isJointMark(items[at]!.key))) {
        if (items[at]!.key === words[n]) n++
        at++
      }
      if (n === words.length) return at - i
    }
  return set.single.has(item.key) ? 1 : 0
}
const isJointMark = (key: string): boolean => key === '-' || key === "'"

/** The text of a stretch without quotation marks. */
export function plainText(unit: Unit, start: number, end: number): string {
  return unit.scanned.text
    .slice(start, end)
    .replace(/[«»“”„"‹›]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The end of a name in quotation marks that begins at item `i`: where its closing mark stood. */
export function quotedEnd(unit: Unit, i: number): number {
  const { items, scanned } = unit
  let to = i + 1
  while (
    to < items.length &&
    items[to]!.kind === 'word' &&
    !items[to]!.quotedName &&
    !/[«»“”"‹›]/.test(scanned.text.slice(items[to - 1]!.end, items[to]!.start))
  )
    to++
  return to
}
