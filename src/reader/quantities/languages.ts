import type { Lang } from '../dates/languages.ts'
import { NUMBERS as AR_NUMBERS } from '../lexicons/ar/numbers.ts'
import { QUANTITIES as AR } from '../lexicons/ar/quantities.ts'
import { NUMBERS as EN_NUMBERS } from '../lexicons/en/numbers.ts'
import { QUANTITIES as EN } from '../lexicons/en/quantities.ts'
import { NUMBERS as FR_NUMBERS } from '../lexicons/fr/numbers.ts'
import { QUANTITIES as FR } from '../lexicons/fr/quantities.ts'
import { NUMBERS as RU_NUMBERS } from '../lexicons/ru/numbers.ts'
import { QUANTITIES as RU } from '../lexicons/ru/quantities.ts'
import { NUMBERS as TR_NUMBERS } from '../lexicons/tr/numbers.ts'
import { QUANTITIES as TR } from '../lexicons/tr/quantities.ts'
import type { PhraseBook } from '../text/phrases.ts'
import { type QuantityItem, quantityBook } from './items.ts'
import type { NumberLexicon } from './number-lexicon.ts'
import { type NumberBook, numberBook } from './number-words.ts'
import type { QuantityLexicon } from './quantity-lexicon.ts'

/** What a language brings to reading quantities, prepared once. */
export type PreparedQuantities = {
  readonly lang: Lang
  readonly lexicon: QuantityLexicon
  readonly book: PhraseBook<QuantityItem>
  readonly numbers: NumberBook
  readonly stops: ReadonlySet<string>
}

const LEXICONS: Readonly<Record<Lang, readonly [QuantityLexicon, NumberLexicon]>> = {
  ar: [AR, AR_NUMBERS],
  en: [EN, EN_NUMBERS],
  ru: [RU, RU_NUMBERS],
  tr: [TR, TR_NUMBERS],
  fr: [FR, FR_NUMBERS],
}

const PREPARED = new Map<Lang, PreparedQuantities>()

/** A language's lexicons, folded and indexed at first use. */
export function preparedQuantities(lang: Lang): PreparedQuantities {
  let prepared = PREPARED.get(lang)
  if (!prepared) {
    const [lexicon, numbers] = LEXICONS[lang]
    prepared = {
      lang,
      lexicon,
      book: quantityBook(lexicon),
      numbers: numberBook(numbers, lang === 'ar'),
      stops: new Set(lexicon.stops?.split(' ') ?? []),
    }
    PREPARED.set(lang, prepared)
  }
  return prepared
}
