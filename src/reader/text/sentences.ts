import type { Scan, Token } from './tokens.ts'

/** A stretch of text: UTF-16 offsets, half-open, and the tokens in it, half-open too. */
export type Stretch = {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

const ENDS = new Set(['.', '!', '?', '؟', '۔'])
const CLOSERS = new Set(['»', '”', '"', ')', ']', "'", '’', '“'])

/** Words that end in a full stop without ending a sentence, folded, without the stop. */
const ABBREVIATIONS = new Set(
  (
    'jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr st gen col lt maj sgt capt gov sen rep prof no vs etc ' +
    'тыс млн млрд г гг в вв ст им ул т д п см руб км др проф ген с.г янв фев мар апр авг сент окт нояб дек ' +
    'bkz vb vs dr doc prof av sn yy ort janv fevr avr juil oct nov dec m mm mme'
  ).split(' '),
)

/** Sentences of a scanned text, in order, without the blanks between them. A line break always ends one. */
export function sentencesOf(scanned: Scan): readonly Stretch[] {
  const { tokens } = scanned
  const found: Stretch[] = []
  let from = 0
  const close = (to: number) => {
    if (to > from) found.push({ start: tokens[from]!.start, end: tokens[to - 1]!.end, from, to })
    from = to
  }
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!
    if (t.kind === 'break') {
      close(i)
      from = i + 1
    } else if (t.kind === 'mark' && ENDS.has(t.text)) {
      let next = i + 1
      while (next < tokens.length && isTail(tokens[next]!)) next++
      if (endsHere(scanned, i, next)) close(next)
      i = next - 1
    }
  }
  close(tokens.length)
  return found
}

const isTail = (t: Token): boolean =>
  !t.spaced && t.kind === 'mark' && (ENDS.has(t.text) || CLOSERS.has(t.text))

function endsHere(scanned: Scan, at: number, next: number): boolean {
  const { tokens, text } = scanned
  const after = tokens[next]
  if (!after || after.kind === 'break') return true
  if (!after.spaced) return false
  if (tokens[at]!.text !== '.' || next > at + 1) return !startsLower(text, after)
  const before = tokens[at - 1]
  if (before?.kind === 'word' && !before.spaced && tokens[at - 2]?.text === '.')
    return !startsLower(text, after) && before.text.length > 1
  if (before?.kind === 'word' && (ABBREVIATIONS.has(before.text) || before.text.length === 1)) return false
  return !startsLower(text, after)
}

function startsLower(text: string, token: Token): boolean {
  if (token.kind !== 'word') return false
  const ch = text[token.start]!
  return ch !== ch.toUpperCase()
}

/** Paragraphs: the stretches between line breaks. */
export function paragraphsOf(scanned: Scan): readonly Stretch[] {
  const { tokens } = scanned
  const found: Stretch[] = []
  let from = 0
  for (let i = 0; i <= tokens.length; i++) {
    if (i < tokens.length && tokens[i]!.kind !== 'break') continue
    if (i > from) found.push({ start: tokens[from]!.start, end: tokens[i - 1]!.end, from, to: i })
    from = i + 1
  }
  return found
}
