import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'iso-8859-6',
  'windows-1251',
  'windows-1254',
] as const
export type Encoding = (typeof ENCODINGS)[number]

export type Decoded = {
  readonly text: string
  readonly encoding: Encoding
  /** How many characters could not be decoded and stand as U+FFFD. */
  readonly replaced: number
}

/** What is looked at to tell encodings apart; a report says in its first pages what it is written in. */
const SAMPLE = 65_536

/**
 * Decodes a report's bytes, finding the encoding: byte-order mark, then UTF-16 by its pattern of high
 * bytes, then UTF-8 if it is valid throughout, then the single-byte encoding under which the text looks most like
 * language (letters of its script, frequent pairs, no letters inside out).
 *
 * @param declared what the document says of itself; tried first, kept only if it decodes without fault.
 * @returns 'binary' when this is no text at all.
 */
export function decodeBytes(bytes: Uint8Array, file = 'report', declared?: string): Result<Decoded, Problem> {
  const marked = markOf(bytes)
  if (marked) return ok(decoded(bytes, marked))
  // Before UTF-8: Arabic in UTF-16 is valid UTF-8 byte for byte, full of control characters.
  const wide = wideOf(bytes)
  if (wide) return ok(decoded(bytes, wide))
  if (validUtf8(bytes)) {
    if (looksBinary(bytes)) return fail(binary(file))
    return ok(decoded(bytes, 'utf-8'))
  }
  if (looksBinary(bytes)) return fail(binary(file))
  const sample = bytes.subarray(0, SAMPLE)
  const named = ENCODINGS.find(e => e === declared?.toLowerCase().replace('cp125', 'windows-125'))
  if (named?.startsWith('w') || named === 'iso-8859-6') return ok(decoded(bytes, named))
  const single = (['windows-1256', 'iso-8859-6', 'windows-1251', 'windows-1254'] as const)
    .map(encoding => ({ encoding, score: likeness(new TextDecoder(encoding).decode(sample), encoding) }))
    .toSorted((a, b) => b.score - a.score)[0]!
  // UTF-8 with a few broken bytes beats a single-byte reading that looks like nothing.
  const utf8 = new TextDecoder().decode(sample)
  const broken = countReplaced(utf8)
  if (single.score < 0.5 || broken / Math.max(1, utf8.length) < 0.01) return ok(decoded(bytes, 'utf-8'))
  return ok(decoded(bytes, single.encoding))
}

function decoded(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, replaced: countReplaced(text) }
}

function countReplaced(text: string): number {
  let n = 0
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) n++
  return n
}

const binary = (file: string): Problem => ({
  code: 'binary',
  message: 'this is no text',
  where: { file },
  expected: 'text, HTML, PDF, Word or a mail file',
  severity: 'error',
})

function markOf(b: Uint8Array): Encoding | undefined {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8'
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le'
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be'
  return undefined
}

function validUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * UTF-16 without a mark: the high bytes of one parity are almost all one of few values (00 for Latin, 04
 * for Cyrillic, 06 for Arabic), which no single-byte text has.
 */
function wideOf(bytes: Uint8Array): Encoding | undefined {
  const n = Math.min(bytes.length, SAMPLE) & ~1
  if (n < 4 || bytes.length % 2) return undefined
  const high = [0, 0]
  for (let i = 0; i < n; i++)
    if (bytes[i] === 0 || bytes[i] === 4 || bytes[i] === 6 || bytes[i] === 0x20) high[i % 2]!++
  const half = n / 2
  if (high[1]! / half > 0.9 && high[0]! / half < 0.5) return 'utf-16le'
  if (high[0]! / half > 0.9 && high[1]! / half < 0.5) return 'utf-16be'
  return undefined
}

/** Control bytes other than tab, line ends and form feed do not stand in text. */
function looksBinary(bytes: Uint8Array): boolean {
  const n = Math.min(bytes.length, SAMPLE)
  let control = 0
  for (let i = 0; i < n; i++) {
    const b = bytes[i]!
    if (b === 0) return true
    if (b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27) control++
  }
  return control > n / 100
}

/** Frequent pairs of letters by script, enough to tell a right reading from a wrong one. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  arabic: [
    'ال',
    'في',
    'من',
    'لم',
    'ات',
    'ان',
    'ون',
    'ها',
    'ية',
    'لا',
    'وا',
    'ين',
    'لي',
    'ما',
    'را',
    'ار',
    'نا',
    'عل',
    'مع',
    'قا',
  ],
  cyrillic: [
    'ст',
    'но',
    'то',
    'на',
    'ен',
    'ов',
    'ни',
    'ра',
    'во',
    'ко',
    'ал',
    'ли',
    'по',
    'ре',
    'ол',
    'ро',
    'ер',
    'ос',
    'ор',
    'ит',
  ],
  turkish: [
    'ar',
    'er',
    'an',
    'in',
    'en',
    'le',
    'la',
    'ın',
    'bi',
    'de',
    'ir',
    'il',
    'ya',
    'ed',
    'lı',
    'ış',
    'rı',
    'iş',
    'ğı',
    'ün',
  ],
}

/** 0 to about 1: share of non-ASCII characters that are letters of the script, weighed by frequent pairs. */
function likeness(text: string, encoding: Encoding): number {
  const script = encoding === 'windows-1251' ? 'cyrillic' : encoding === 'windows-1254' ? 'turkish' : 'arabic'
  const own =
    script === 'cyrillic'
      ? /[а-яёА-ЯЁ]/
      : script === 'turkish'
        ? /[çğıöşüÇĞİÖŞÜâîû’“”–…«»]/
        : /[\u0621-\u064a\u064b-\u0652،؛؟ـ“”’–…«»]/
  let beyond = 0
  let letters = 0
  for (const ch of text)
    if (ch > '\u007f') {
      beyond++
      if (own.test(ch)) letters++
    }
  if (!beyond) return 0
  const pairs = PAIRS[script]!
  let hits = 0
  for (const p of pairs) hits += text.split(p).length - 1
  const density = Math.min(1, hits / Math.max(1, text.length / 14))
  // Inside a word a small Cyrillic letter does not precede a capital; a wrong table mixes them.
  const mixed = script === 'cyrillic' ? (text.match(/[а-я][А-Я]/g)?.length ?? 0) / beyond : 0
  return (letters / beyond) * (0.5 + 0.5 * density) - mixed
}
