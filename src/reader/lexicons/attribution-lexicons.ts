import { AR_ATTRIBUTION } from './ar/attribution.ts'
import type { AttributionLexicon } from './attribution-lexicon.ts'
import { EN_ATTRIBUTION } from './en/attribution.ts'
import { FR_ATTRIBUTION } from './fr/attribution.ts'
import { RU_ATTRIBUTION } from './ru/attribution.ts'
import { TR_ATTRIBUTION } from './tr/attribution.ts'

/** Lexicons of attribution by language. */
export const ATTRIBUTION_LEXICONS: Readonly<Record<string, AttributionLexicon>> = {
  ar: AR_ATTRIBUTION,
  en: EN_ATTRIBUTION,
  ru: RU_ATTRIBUTION,
  tr: TR_ATTRIBUTION,
  fr: FR_ATTRIBUTION,
}
