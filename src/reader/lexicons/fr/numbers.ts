import type { NumberLexicon } from '../../quantities/number-lexicon.ts'

const add: Record<string, number> = {}
const small = 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'
small.split(' ').forEach((word, i) => {
  add[word] = i + 2
})
const TENS: [string, number][] = [
  ['vingt', 20],
  ['vingts', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['septante', 70],
  ['huitante', 80],
  ['nonante', 90],
  ['quatre-vingt', 80],
  ['quatre-vingts', 80],
]
for (const [word, value] of TENS) add[word] = value
const ROUND: [string, number][] = [
  ['dizaine', 10],
  ['quinzaine', 15],
  ['vingtaine', 20],
  ['trentaine', 30],
  ['quarantaine', 40],
  ['cinquantaine', 50],
  ['soixantaine', 60],
  ['centaine', 100],
]

/** French number words. The round words (une dizaine) are approximate; the quantity reader says so. */
export const NUMBERS: NumberLexicon = {
  group: ' .',
  decimal: ',.',
  add,
  times: {
    cent: 100,
    cents: 100,
    mille: 1000,
    millier: 1000,
    million: 1e6,
    millions: 1e6,
    milliard: 1e9,
    milliards: 1e9,
    douzaine: 12,
    douzaines: 12,
    ...Object.fromEntries(ROUND),
  },
  weakOne: ['un', 'une'],
  join: ['et'],
  half: ['demi', 'demie'],
}
