import { DATES as AR } from '../lexicons/ar/dates.ts'
import { NUMBERS as AR_NUMBERS } from '../lexicons/ar/numbers.ts'
import { DATES as EN } from '../lexicons/en/dates.ts'
import { NUMBERS as EN_NUMBERS } from '../lexicons/en/numbers.ts'
import { DATES as FR } from '../lexicons/fr/dates.ts'
import { NUMBERS as FR_NUMBERS } from '../lexicons/fr/numbers.ts'
import { DATES as RU } from '../lexicons/ru/dates.ts'
import { NUMBERS as RU_NUMBERS } from '../lexicons/ru/numbers.ts'
import { DATES as TR } from '../lexicons/tr/dates.ts'
import { NUMBERS as TR_NUMBERS } from '../lexicons/tr/numbers.ts'
import type { NumberLexicon } from '../quantities/number-lexicon.ts'
import { numberBook } from '../quantities/number-words.ts'
import type { DateLexicon } from './date-lexicon.ts'
import { dateBook } from './items.ts'
import type { DateLanguage } from './parse/parser.ts'
import { type TenseBook, tenseBook } from './tense.ts'

/** The languages the reader reads. */
export type Lang = 'ar' | 'en' | 'ru' | 'tr' | 'fr'

export const LANGS: readonly Lang[] = ['ar', 'en', 'ru', 'tr', 'fr']

export type PreparedDates = DateLanguage & { readonly tense: TenseBook }

const LEXICONS: Readonly<Record<Lang, readonly [DateLexicon, NumberLexicon]>> = {
  ar: [AR, AR_NUMBERS],
  en: [EN, EN_NUMBERS],
  ru: [RU, RU_NUMBERS],
  tr: [TR, TR_NUMBERS],
  fr: [FR, FR_NUMBERS],
}

const PREPARED = new Map<Lang, PreparedDates>()

/** A language's lexicons, folded and indexed at first use. */
export function preparedDates(lang: Lang): PreparedDates {
  let prepared = PREPARED.get(lang)
  if (!prepared) {
    const [lexicon, numbers] = LEXICONS[lang]
    prepared = {
      lang,
      lexicon,
      book: dateBook(lexicon),
      numbers: numberBook(numbers, lang === 'ar'),
      tense: tenseBook(lexicon.tense, lang),
    }
    PREPARED.set(lang, prepared)
  }
  return prepared
}

export const isLang = (text: string): text is Lang => (LANGS as readonly string[]).includes(text)
