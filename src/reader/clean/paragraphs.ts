import { scan } from '../text/tokens.ts'

/** One paragraph of a text: UTF-16 offsets of its trimmed words, half-open. */
export type Paragraph = { readonly text: string; readonly start: number; readonly end: number }

/** The paragraphs of a text: its lines, without blank ones and without the blanks around them. */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const found: Paragraph[] = []
  let at = 0
  while (at <= text.length) {
    let end = at
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++
    let [from, to] = [at, end]
    while (from < to && isBlank(text.charCodeAt(from))) from++
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--
    if (to > from) found.push({ text: text.slice(from, to), start: from, end: to })
    at = end + 1
  }
  return found
}

const isBreak = (c: number): boolean =>
  c === 10 || c === 13 || c === 0x2028 || c === 0x2029 || c === 12 || c === 11

const isBlank = (c: number): boolean =>
  c === 32 ||
  c === 9 ||
  c === 0xa0 ||
  c === 0x3000 ||
  c === 0xfeff ||
  (c >= 0x2000 && c <= 0x200f) ||
  c === 0x202f

/** What two copies of a paragraph share: its letters and digits, folded; marks, tatweel, case, blanks gone. */
export function paragraphKey(text: string): string {
  let key = ''
  for (const token of scan(text).tokens)
    if (token.kind === 'word' || token.kind === 'number') key += key === '' ? token.text : ` ${token.text}`
  return key
}
