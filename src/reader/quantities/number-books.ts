import { NUMBERS as AR } from '../lexicons/ar/numbers.ts'
import { NUMBERS as EN } from '../lexicons/en/numbers.ts'
import { NUMBERS as FR } from '../lexicons/fr/numbers.ts'
import { NUMBERS as RU } from '../lexicons/ru/numbers.ts'
import { NUMBERS as TR } from '../lexicons/tr/numbers.ts'
import type { NumberLexicon } from './number-lexicon.ts'
import { type NumberBook, numberBook } from './number-words.ts'

const LEXICONS: Readonly<Record<string, NumberLexicon>> = { ar: AR, en: EN, ru: RU, tr: TR, fr: FR }
const BOOKS = new Map<string, NumberBook>()

/** A language's number words, indexed at first use; dates and quantities share the book and what it saw. */
export function numberBookOf(lang: 'ar' | 'en' | 'ru' | 'tr' | 'fr'): NumberBook {
  let book = BOOKS.get(lang)
  if (!book) {
    book = numberBook(LEXICONS[lang]!, lang === 'ar')
    BOOKS.set(lang, book)
  }
  return book
}
