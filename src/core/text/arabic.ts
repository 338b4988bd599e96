import { type Folded, fold, foldedText } from './fold.ts'

/**
 * Folds Arabic for matching and keeps the way back to the original offsets: أ إ آ ٱ → ا, ى ی → ي,
 * ة → ه, ؤ → و, ئ → ي, ک → ك; tatweel, diacritics and invisible controls go; presentation forms become
 * letters; Arabic-Indic and Persian digits become 0–9. Other scripts in the text fold too.
 */
export const foldArabic = (text: string): Folded => fold(text)

/** One reading of a word: what stands before the stem, and the stem, both folded. */
export type Stem = {
  readonly stem: string
  /** The particles taken off, as written: 'و', 'وب', 'لل', 'بال', '' … */
  readonly prefix: string
  /** True when the article ال stood before the stem and was taken off. */
  readonly definite: boolean
}

const CONJUNCTIONS = ['و', 'ف']
const PREPOSITIONS = ['ب', 'ل', 'ك']

/**
 * The readings of an Arabic word as particles plus stem, the whole word first, then shorter stems.
 *
 * Taken off: و or ف, then ب, ل, ك or (before a verb) س, then ال; لل gives the stem with and without
 * its article. A stem has at least two letters. Nothing says which reading is right: look each up.
 * @param word one word, folded or not.
 */
export function stripClitics(word: string): readonly Stem[] {
  const whole = foldedText(word)
  const found: Stem[] = []
  const add = (prefix: string, stem: string, definite: boolean) => {
    if (stem.length >= 2 && !found.some(f => f.stem === stem)) found.push({ stem, prefix, definite })
  }
  const article = (prefix: string, rest: string) => {
    add(prefix, rest, false)
    if (rest.startsWith('ال') && rest.length > 3) add(`${prefix}ال`, rest.slice(2), true)
  }
  const afterConjunction = (prefix: string, rest: string) => {
    article(prefix, rest)
    if (rest.startsWith('لل') && rest.length > 3) {
      add(`${prefix}ل`, `ال${rest.slice(2)}`, false)
      add(`${prefix}لل`, rest.slice(2), true)
    }
    for (const p of PREPOSITIONS)
      if (rest.startsWith(p) && rest.length > 3) article(prefix + p, rest.slice(1))
    if (rest.length > 4 && /^س[يتنا]/.test(rest)) add(`${prefix}س`, rest.slice(1), false)
  }
  afterConjunction('', whole)
  for (const c of CONJUNCTIONS)
    if (whole.startsWith(c) && whole.length > 3) afterConjunction(c, whole.slice(1))
  return found
}

/**
 * The key two spellings of one person's name share, Arabic or Latin: folded, hamza and article gone,
 * "عبد الرحمن" and "عبدالرحمن" alike, أبو/أبي/أبا alike, بن and ابن left out, words in their order.
 */
export function nameKey(name: string): string {
  const words = foldedText(name)
    .replace(/ء/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(w => w && w !== 'بن' && w !== 'ابن' && w !== 'al' && w !== 'el')
  const out: string[] = []
  for (const w of words) {
    let plain = w.startsWith('ال') && w.length > 4 ? w.slice(2) : w
    if (plain.startsWith('عبدال') && plain.length > 6) plain = `عبد${plain.slice(5)}`
    if (plain === 'ابي' || plain === 'ابا') plain = 'ابو'
    const last = out.at(-1)
    if (last === 'عبد' || last === 'ابو') out[out.length - 1] = last + plain
    else out.push(plain)
  }
  return out.join(' ')
}

/** Are the two spellings of one name? True only when their `nameKey` is equal and not empty. */
export function sameName(a: string, b: string): boolean {
  const key = nameKey(a)
  return key !== '' && key === nameKey(b)
}

const SOUNDS: Record<string, string> = {
  ا: '',
  و: '',
  ي: '',
  ء: '',
  ه: 'h',
  ح: 'h',
  ع: '',
  ب: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'j',
  د: 'd',
  ذ: 'd',
  ض: 'd',
  ظ: 'd',
  خ: 'h',
  ر: 'r',
  ز: 'z',
  س: 's',
  ص: 's',
  ش: 'x',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
}

/**
 * A rough key of how a name sounds, the same for an Arabic name and its usual transliterations:
 * its consonants by class, without vowels, doubling or article (محمد, Mohammed, Muhamad → "mhmd").
 * For finding candidates only: different names share it.
 */
export function soundKey(name: string): string {
  const words = foldedText(name)
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean)
  return words.map(soundOfWord).filter(Boolean).join(' ')
}

function soundOfWord(word: string): string {
  if (word === 'al' || word === 'el' || word === 'بن' || word === 'ibn' || word === 'bin' || word === 'ben')
    return ''
  let out = ''
  if (/[\u0600-\u06ff]/.test(word)) {
    const stem = (word.startsWith('ال') && word.length > 4 ? word.slice(2) : word).replace(/ه$/, '')
    for (const ch of stem) out += SOUNDS[ch] ?? ''
  } else
    out = word
      .replace(/'/g, '')
      .replace(/^al(?=[a-z]{4})/, '')
      .replace(/kh/g, 'H')
      .replace(/sh|ch/g, 'x')
      .replace(/th/g, 't')
      .replace(/dh/g, 'd')
      .replace(/gh/g, 'g')
      .replace(/[ck]|q/g, 'k')
      .replace(/h$/, '')
      .replace(/[aeiouyw]/g, '')
      .replace(/H/g, 'h')
      .replace(/p/g, 'b')
      .replace(/v/g, 'f')
  return out.replace(/(.)\1+/g, '$1')
}
