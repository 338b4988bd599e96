import type { NumberLexicon } from '../../quantities/number-lexicon.ts'

const add: Record<string, number> = {}
const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
small.split(' ').forEach((word, i) => {
  add[word] = i + 1
})
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, i) => {
  add[word] = (i + 2) * 10
})

/** English number words. "one" also stands alone; "a" only before hundred, thousand, dozen. */
export const NUMBERS: NumberLexicon = {
  group: ',',
  decimal: '.',
  add,
  times: {
    hundred: 100,
    dozen: 12,
    thousand: 1000,
    million: 1e6,
    billion: 1e9,
    mln: 1e6,
    bn: 1e9,
  },
  weakOne: ['a', 'an'],
  join: ['and'],
  half: ['half'],
}
