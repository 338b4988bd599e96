import type { PlaceCues } from '../place-lexicon.ts'

/** Words beside Turkish place names: they mostly follow the name. */
export const TR_PLACES: PlaceCues = {
  nouns: '',
  towns:
    'kenti kentinde kentine kentinden köyü köyünde köyüne köyünden beldesi beldesinde kasabası kasabasında şehri şehrinde',
  districts: 'ilçesi ilçesinde ilçesine ilçesinden',
  provinces: 'ili ilinde iline ilinden vilayeti vilayetinde eyaleti eyaletinde bölgesi bölgesinde',
  vicinity:
    'yakınında yakınlarında kırsalı kırsalında kırsalına çevresi çevresinde civarı civarında kuzeyi kuzeyinde güneyinde doğusunda batısında',
  prepositions: '',
  into: '',
  after:
    'kenti kentinde kentine kentinden köyü köyünde köyüne köyünden beldesi beldesinde kasabası kasabasında şehri şehrinde ilçesi ilçesinde ilçesine ilçesinden ili ilinde iline ilinden bölgesi bölgesinde kırsalı kırsalında yakınında yakınlarında çevresinde civarında',
  directions: '',
}
