import type { PlaceCues } from '../place-lexicon.ts'

/** Words beside French place names. */
export const FR_PLACES: PlaceCues = {
  nouns:
    'ville village localité région province gouvernorat district camp aéroport port quartier banlieue environs près périphérie bourg villages villes autour vers',
  towns: 'ville village localité quartier bourg villes villages',
  districts: 'district canton',
  provinces: 'province gouvernorat région oblast',
  vicinity: 'près environs autour périphérie campagne nord sud est ouest',
  prepositions: 'à en au aux dans de du des près vers depuis entre et nord sud est ouest d',
  into: 'en au aux dans',
  after: '',
  directions: '',
}
