import type { Lang } from '../dates/languages.ts'
import { CLEAN as AR } from '../lexicons/ar/clean.ts'
import { CLEAN as EN } from '../lexicons/en/clean.ts'
import { CLEAN as FR } from '../lexicons/fr/clean.ts'
import { CLEAN as RU } from '../lexicons/ru/clean.ts'
import { CLEAN as TR } from '../lexicons/tr/clean.ts'
import { longestPhrase, type PhraseBook, phraseBook } from '../text/phrases.ts'
import { scan, type Token } from '../text/tokens.ts'
import type { CleanLexicon } from './clean-lexicon.ts'

type Kind = 'starts' | 'mayStart' | 'labels' | 'whole' | 'holds' | 'networks' | 'agencies'

const LEXICONS: Readonly<Record<Lang, CleanLexicon>> = { ar: AR, en: EN, ru: RU, tr: TR, fr: FR }
const BOOKS = new Map<Lang, PhraseBook<Kind>>()

/** A language's furniture and the English one, which stands on pages of every language. */
function bookOf(lang: Lang): PhraseBook<Kind> {
  let book = BOOKS.get(lang)
  if (!book) {
    const entries: [string, Kind][] = []
    for (const lexicon of lang === 'en' ? [EN] : [LEXICONS[lang], EN])
      for (const kind of ['starts', 'mayStart', 'labels', 'whole', 'holds', 'networks', 'agencies'] as const)
        for (const phrase of lexicon[kind].split('|')) entries.push([phrase, kind])
    book = phraseBook(entries.map(([phrase, kind]) => [wordsOnly(phrase), kind]))
    BOOKS.set(lang, book)
  }
  return book
}

const wordsOnly = (phrase: string): string =>
  wordsOf(phrase)
    .map(t => t.text)
    .join(' ')

/** Words of a line without digits and marks, so that "Comments (3)" is "comments". */
const wordsOf = (line: string): Token[] => scan(line).tokens.filter(t => t.kind === 'word')

/** Longer lines are sentences, whatever they hold. */
const LONGEST_LINE = 260
const LONGEST_FURNITURE = 24
const LONGEST_HOLDER = 16

/**
 * Is the line page furniture: "read also", a share bar, an agency tag, a comment box, a short code?
 * Judged by the line alone.
 */
export function isFurniture(line: string, lang: Lang): boolean {
  if (line.length > LONGEST_LINE) return false
  if (isCode(line)) return true
  const words = wordsOf(line)
  if (words.length === 0) return !/\p{N}/u.test(line) || /^\W*\d{1,3}\W*$/.test(line)
  if (words.length > LONGEST_FURNITURE) return false
  const book = bookOf(lang)
  return (
    startsSo(line, words, book) ||
    isAll(words, book, 'whole') ||
    isBar(words, book) ||
    holdsSo(line, words, book)
  )
}

/** "[ad_1]", "{{widget}}", a bare address, a hashtag line. */
function isCode(line: string): boolean {
  return (
    /^\[\/?[a-z][\w-]*(?:[ =][^\]]*)?\]$/i.test(line) ||
    /^\{\{?[^{}]{1,80}\}?\}$/.test(line) ||
    /^(?:https?:\/\/|www\.)\S+$/i.test(line) ||
    /^(?:#[\p{L}\p{N}_]+[\s,،]*)+$/u.test(line) ||
    /^(?:©|\(c\))/i.test(line)
  )
}

function startsSo(line: string, words: readonly Token[], book: PhraseBook<Kind>): boolean {
  const sight = longestPhrase(book, words, 0)
  if (!sight) return false
  if (sight.means.includes('starts')) return true
  if (sight.means.includes('mayStart') && words.length <= 8 && !/[.!?؟…]\s*$/.test(line)) return true
  return sight.means.includes('labels') && labelled(line, words[sight.to - 1]!, words.length - sight.to)
}

/** A label counts with a colon, bar or dash right behind it; a colon that opens a quotation is speech. */
function labelled(line: string, last: Token, more: number): boolean {
  const behind = line.slice(last.end)
  const mark = /^\s*[)\]]?\s*([:：|–—»›>-])\s*(.?)/u.exec(behind)
  if (!mark) return false
  return more <= 20 && !'"«“„'.includes(mark[2] || '.')
}

function isAll(words: readonly Token[], book: PhraseBook<Kind>, kind: Kind): boolean {
  const sight = longestPhrase(book, words, 0)
  return sight?.to === words.length && sight.means.includes(kind)
}

/** A line made of names of networks or of agencies only. */
function isBar(words: readonly Token[], book: PhraseBook<Kind>): boolean {
  for (const kind of ['networks', 'agencies'] as const) {
    let i = 0
    while (i < words.length) {
      const sight = longestPhrase(book, words, i)
      if (!sight?.means.includes(kind)) break
      i = sight.to
    }
    if (i === words.length) return true
  }
  return false
}

function holdsSo(line: string, words: readonly Token[], book: PhraseBook<Kind>): boolean {
  if (words.length > LONGEST_HOLDER || /[«"“].*[»"”]/.test(line)) return false
  for (let i = 0; i < words.length; i++)
    if (longestPhrase(book, words, i)?.means.includes('holds')) return true
  return false
}
