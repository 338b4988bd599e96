import { foldedText } from '../../core/text/fold.ts'
import { AR_PLACES } from './ar/places.ts'
import { EN_PLACES } from './en/places.ts'
import { FR_PLACES } from './fr/places.ts'
import type { PlaceCues } from './place-lexicon.ts'
import { RU_PLACES } from './ru/places.ts'
import { TR_PLACES } from './tr/places.ts'

export type CueSets = { readonly [K in keyof PlaceCues]: ReadonlySet<string> }

const setOf = (words: string): ReadonlySet<string> => new Set(foldedText(words).split(' ').filter(Boolean))

function setsOf(cues: PlaceCues): CueSets {
  return {
    nouns: setOf(cues.nouns),
    towns: setOf(cues.towns),
    districts: setOf(cues.districts),
    provinces: setOf(cues.provinces),
    vicinity: setOf(cues.vicinity),
    prepositions: setOf(cues.prepositions),
    into: setOf(cues.into),
    after: setOf(cues.after),
    directions: setOf(cues.directions),
  }
}

/** Cues by language; a language we have no cues for is read with the English ones. */
export const PLACE_CUES: Readonly<Record<string, CueSets>> = {
  ar: setsOf(AR_PLACES),
  en: setsOf(EN_PLACES),
  ru: setsOf(RU_PLACES),
  tr: setsOf(TR_PLACES),
  fr: setsOf(FR_PLACES),
}
