import type { Scan } from './tokens.ts'

/** Words between quotation marks: the marks' span and the words' span, UTF-16, half-open. */
export type Quotation = {
  readonly start: number
  readonly end: number
  readonly inner: { readonly start: number; readonly end: number }
  /** 0 for an outermost quotation, 1 inside another, and so on. */
  readonly depth: number
}

/** What may close each opening mark; the first is the usual one. */
const CLOSES: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”"“',
  '„': '“”"',
  '‟': '”',
  '‘': '’',
  '‹': '›',
}

/**
 * The quotations of a text, in the order they open: «…», “…”, „…“, "…", ‘…’. A quotation does not
 * cross a blank line's worth of breaks: one that never closes before its paragraph ends is no quotation.
 * An apostrophe inside a word neither opens nor closes.
 */
export function quotationsOf(scanned: Scan): readonly Quotation[] {
  const { text } = scanned
  const found: Quotation[] = []
  let open: { mark: string; at: number }[] = []
  for (let i = 0; i < text.length; i++) {
    if (!MAY_MARK[text.charCodeAt(i)]) continue
    const ch = text[i]!
    if (ch === '\n' || ch === '\r' || ch === '\u2029') {
      open = []
      continue
    }
    if (!MARKS.has(ch)) continue
    if (closesWord(text, i, ch)) continue
    const at = open.findLastIndex(o => closes(o.mark, ch))
    // «„» opens again inside itself only for guillemets; a straight mark alternates.
    if (at >= 0 && !(ch in CLOSES && CLOSES[open[at]!.mark] === ch && ch === open[at]!.mark)) {
      const start = open[at]!.at
      found.push({ start, end: i + 1, inner: { start: start + 1, end: i }, depth: at })
      open.length = at
    } else if (ch in CLOSES || ch === '"') {
      // Nobody nests deeper; without the bound, a text of opening marks alone would cost its square.
      if (open.length === DEEPEST) open.shift()
      open.push({ mark: ch, at: i })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const DEEPEST = 8
const MARKS = new Set('«»“”„‟"‘’‹›')
/** The marks and line breaks by code: asked for every letter of a text. */
const MAY_MARK = new Uint8Array(0x10000)
for (const ch of [...MARKS, '\n', '\r', '\u2029']) MAY_MARK[ch.charCodeAt(0)] = 1

const closes = (mark: string, ch: string): boolean =>
  mark === '"' ? ch === '"' || ch === '”' : CLOSES[mark]!.includes(ch)

/** ’ and ‘ between letters are apostrophes: l’accord, İdlib’de. */
const closesWord = (text: string, i: number, ch: string): boolean =>
  (ch === '’' || ch === '‘') && isLetter(text[i - 1]) && isLetter(text[i + 1])

const isLetter = (ch: string | undefined): boolean => ch !== undefined && /\p{L}/u.test(ch)
