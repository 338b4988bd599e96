import type { PlaceCues } from '../place-lexicon.ts'

/** Words beside English place names. */
export const EN_PLACES: PlaceCues = {
  nouns:
    'city town village district province governorate region state area camp crossing airport port front road outskirts countryside neighbourhood neighborhood suburb suburbs near towns villages cities around outside',
  towns: 'city town village neighbourhood neighborhood towns villages cities',
  districts: 'district subdistrict county',
  provinces: 'province governorate state region oblast',
  vicinity:
    'near outside around outskirts countryside north south east west northern southern eastern western',
  prepositions: 'in at near from to into around outside of between and north south east west toward towards',
  into: 'in into within across inside to from near at northern southern eastern western',
  after:
    'city town village district province governorate region oblast front countryside crossing area airport port',
  directions: '',
}
