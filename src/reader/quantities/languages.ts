import type { Lang } from '../dates/languages.ts'
import { QUANTITIES as AR } from '../lexicons/ar/quantities.ts'
import { QUANTITIES as EN } from '../lexicons/en/quantities.ts'
import { QUANTITIES as FR } from '../lexicons/fr/quantities.ts'
import { QUANTITIES as RU } from '../lexicons/ru/quantities.ts'
import { QUANTITIES as TR } from '../lexicons/tr/quantities.ts'
import type { PhraseBook } from '../text/phrases.ts'
import { type QuantityItem, quantityBook } from './items.ts'
import { numberBookOf } from './number-books.ts'
import type { NumberBook } from './number-words.ts'
import type { QuantityLexicon } from './quantity-lexicon.ts'

/** What a language brings to reading quantities, prepared once. */
export type PreparedQuantities = {
  readonly lang: Lang
  readonly lexicon: QuantityLexicon
  readonly book: PhraseBook<QuantityItem>
  readonly numbers: NumberBook
  readonly stops: ReadonlySet<string>
}

const LEXICONS: Readonly<Record<Lang, QuantityLexicon>> = {
  ar: AR,
  en: EN,
  ru: RU,
  tr: TR,
  fr: FR,
}

const PREPARED = new Map<Lang, PreparedQuantities>()

/** A language's lexicons, folded and indexed at first use. */
export function preparedQuantities(lang: Lang): PreparedQuantities {
  let prepared = PREPARED.get(lang)
  if (!prepared) {
    const lexicon = LEXICONS[lang]
    prepared = {
      lang,
      lexicon,
      book: quantityBook(lexicon),
      numbers: numberBookOf(lang),
      stops: new Set(lexicon.stops?.split(' ') ?? []),
    }
    PREPARED.set(lang, prepared)
  }
  return prepared
}
