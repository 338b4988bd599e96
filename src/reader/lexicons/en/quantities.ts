import type { CountedNoun, QuantityLexicon } from '../../quantities/quantity-lexicon.ts'

/** Nouns of one unit; the plural in s unless given after a slash. */
function nouns(unit: string, list: string): CountedNoun[] {
  return list.split(' ').map(entry => {
    const [one, many] = entry.split('/')
    const word = one!.replaceAll('_', ' ')
    const plural = /(?:s|sh|ch|x)$/.test(word)
      ? `${word}es`
      : /[^aeiou]y$/.test(word)
        ? `${word.slice(0, -1)}ies`
        : `${word}s`
    return { unit, one: word, many: many?.replaceAll('_', ' ') ?? plural }
  })
}

/** How English-language news counts. */
export const QUANTITIES: QuantityLexicon = {
  nouns: [
    ...nouns(
      'person',
      'person/people|persons soldier civilian fighter gunman/gunmen militant rebel prisoner detainee captive hostage inmate refugee officer child/children woman/women man/men girl boy resident citizen observer monitor policeman/policemen peacekeeper journalist worker medic doctor protester demonstrator returnee member name national trooper troop/troops serviceman/servicemen settler student villager abductee evacuee migrant sailor individual combatant mercenary employee delegate farmer paramilitary guard insurgent pilgrim expert volunteer adult youth patient passenger internally_displaced_person/internally_displaced_people|internally_displaced_persons displaced_person/displaced_people|displaced_persons',
    ),
    ...nouns('person-killed', 'death fatality'),
    ...nouns('person-wounded', 'injury'),
    ...nouns('violation', 'violation breach infringement'),
    ...nouns('sortie', 'sortie'),
    ...nouns('strike', 'airstrike air_strike strike air_raid raid'),
    ...nouns('attack', 'attack assault ambush'),
    ...nouns('clash', 'clash skirmish'),
    ...nouns('incident', 'incident'),
    ...nouns('explosion', 'explosion blast'),
    ...nouns('shell', 'shell mortar_round mortar_shell artillery_shell mortar artillery_round'),
    ...nouns('rocket', 'rocket missile'),
    ...nouns('bomb', 'bomb'),
    ...nouns('mine', 'mine landmine'),
    ...nouns('drone', 'drone unmanned_aerial_vehicle'),
    ...nouns('aircraft', 'aircraft/aircraft plane helicopter warplane jet'),
    ...nouns('vehicle', 'vehicle car armoured_vehicle armored_vehicle'),
    ...nouns('tank', 'tank'),
    ...nouns('truck', 'truck lorry'),
    ...nouns('bus', 'bus'),
    ...nouns('ship', 'ship vessel boat'),
    ...nouns('convoy', 'convoy'),
    ...nouns('patrol', 'patrol'),
    ...nouns('post', 'post outpost observation_post position'),
    ...nouns('checkpoint', 'checkpoint'),
    ...nouns('house', 'house home'),
    ...nouns('building', 'building'),
    ...nouns('village', 'village'),
    ...nouns('town', 'town'),
    ...nouns('camp', 'camp'),
    ...nouns('crossing', 'crossing border_crossing'),
    ...nouns('school', 'school'),
    ...nouns('hospital', 'hospital'),
    ...nouns('family', 'family household'),
    ...nouns('body', 'body corpse remains/remains'),
    ...nouns('round', 'round'),
    ...nouns('meeting', 'meeting session'),
    ...nouns('ceasefire', 'ceasefire truce cease-fire'),
    ...nouns('faction', 'faction'),
    ...nouns('item', 'item'),
    ...nouns('list', 'list'),
    ...nouns('operation', 'operation'),
    ...nouns('arrest', 'arrest'),
    ...nouns('country', 'country'),
    ...nouns('protest', 'protest'),
    ...nouns('flight', 'flight'),
    ...nouns('weapon', 'weapon rifle'),
    ...nouns('tunnel', 'tunnel'),
    ...nouns('tonne', 'tonne ton'),
    ...nouns('litre', 'litre liter'),
    ...nouns('hectare', 'hectare'),
    ...nouns('square-km', 'square_kilometre square_kilometer sq_km/sq_km'),
    ...nouns('km', 'kilometre kilometer km/km'),
    ...nouns('metre', 'metre meter'),
    ...nouns('mile', 'mile'),
    ...nouns('minute', 'minute'),
    ...nouns('hour', 'hour'),
    ...nouns('day', 'day night'),
    ...nouns('week', 'week'),
    ...nouns('month', 'month'),
    ...nouns('year', 'year'),
    ...nouns('percent', 'percent/per_cent|%'),
    ...nouns('usd', 'dollar'),
    ...nouns('eur', 'euro'),
  ],
  before: {
    min: 'at least|more than|over|no fewer than|no less than|not less than|upwards of|upward of|a minimum of|above|exceeding|in excess of|well over|just over',
    max: 'up to|fewer than|less than|no more than|not more than|at most|under|as many as|a maximum of|below|a ceiling of|just under',
    approx:
      'about|around|nearly|almost|some|roughly|approximately|close to|an estimated|estimated|approx.|approx|circa|somewhere around',
  },
  after: { min: 'or more|at least', max: 'at most|or fewer|or less', approx: 'or so' },
  between: 'between|from',
  to: 'to|and|-',
  or: 'or',
  vague: {
    tens: 'dozens|scores|tens',
    hundreds: 'hundreds',
    thousands: 'thousands',
    'tens-of-thousands': 'tens of thousands',
    'hundreds-of-thousands': 'hundreds of thousands',
    millions: 'millions',
  },
  of: 'of|of the|of its|of their',
  perSide:
    'from each side|per side|on each side|from each party|for each side|by each side|each side|from either side|from both sides|per party|on either side',
  allForAll: 'all for all|all-for-all',
  partOf: 'including|among them|of whom|of them|of which|amongst them',
  others: 'others|other|more|more people',
  killedBefore:
    'killed|killing|kills|kill|death of|deaths of|claimed the lives of|lives of|executed|executing|shot dead|dead|left',
  killedAfter:
    'killed|were killed|was killed|have been killed|had been killed|has been killed|died|have died|were shot dead|was shot dead|lost their lives|lost his life|dead|perished|slain|are dead|lay dead',
  woundedBefore: 'wounded|wounding|injured|injuring|hurting|wounds|injures|hurt',
  woundedAfter:
    'wounded|injured|hurt|were wounded|were injured|were hurt|was wounded|was injured|was hurt|have been wounded|others were wounded',
  otherActs:
    'released|freed|releasing|freeing|detained|arrested|displaced|returned|evacuated|exchanged|handed|deployed|swap|swapped|abducted|captured|crossed|fled|free|release|receive|received|transferred',
  spans: 'over|within|in|after|before|during|past|last|next|every',
  namesBefore:
    'resolution|article|clause|paragraph|chapter|number|no.|aged|age|channel|route|highway|page|section|brigade|unit|point|phase|type|calibre|caliber|annex|law|decree',
  stops:
    'of and or the were was are is in to from at by for with on after before that had have has who while as but including than which killed wounded injured hurt dead died between per each said told its their his her a an this these those it they he she we not will would',
}
