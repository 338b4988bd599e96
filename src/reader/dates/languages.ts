import { DATES as AR } from '../lexicons/ar/dates.ts'
import { DATES as EN } from '../lexicons/en/dates.ts'
import { DATES as FR } from '../lexicons/fr/dates.ts'
import { DATES as RU } from '../lexicons/ru/dates.ts'
import { DATES as TR } from '../lexicons/tr/dates.ts'
import { numberBookOf } from '../quantities/number-books.ts'
import type { DateLexicon } from './date-lexicon.ts'
import { dateBook } from './items.ts'
import type { DateLanguage } from './parse/parser.ts'
import { type TenseBook, tenseBook } from './tense.ts'

/** The languages the reader reads. */
export type Lang = 'ar' | 'en' | 'ru' | 'tr' | 'fr'

export const LANGS: readonly Lang[] = ['ar', 'en', 'ru', 'tr', 'fr']

export type PreparedDates = DateLanguage & { readonly tense: TenseBook }

const LEXICONS: Readonly<Record<Lang, DateLexicon>> = {
  ar: AR,
  en: EN,
  ru: RU,
  tr: TR,
  fr: FR,
}

const PREPARED = new Map<Lang, PreparedDates>()

/** A language's lexicons, folded and indexed at first use. */
export function preparedDates(lang: Lang): PreparedDates {
  let prepared = PREPARED.get(lang)
  if (!prepared) {
    const lexicon = LEXICONS[lang]
    prepared = {
      lang,
      lexicon,
      book: dateBook(lexicon),
      numbers: numberBookOf(lang),
      tense: tenseBook(lexicon.tense, lang),
    }
    PREPARED.set(lang, prepared)
  }
  return prepared
}

export const isLang = (text: string): text is Lang => (LANGS as readonly string[]).includes(text)
