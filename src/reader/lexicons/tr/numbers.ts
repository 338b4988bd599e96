import type { NumberLexicon } from '../../quantities/number-lexicon.ts'

const add: Record<string, number> = {}
'iki üç dört beş altı yedi sekiz dokuz'.split(' ').forEach((word, i) => {
  add[word] = i + 2
})
'on yirmi otuz kırk elli altmış yetmiş seksen doksan'.split(' ').forEach((word, i) => {
  add[word] = (i + 1) * 10
})
// Written in one word as well: onbeş, yirmibeş.
for (const [ten, value] of Object.entries(add).filter(([, v]) => v >= 10))
  for (const [unit, v] of Object.entries(add).filter(([, v]) => v < 10)) add[ten + unit] = value + v

const times: Record<string, number> = { yüz: 100, bin: 1000, milyon: 1e6, milyar: 1e9, düzine: 12 }
// The ablative before fazla and az: "binden fazla", "yüz elliden az". "ondan" is "from him" and stays out.
for (const words of [add, times])
  for (const [word, value] of Object.entries(words))
    for (const ending of ['den', 'dan', 'ten', 'tan']) if (word !== 'on') words[word + ending] = value

/** Turkish number words. "bir" is also the article. */
export const NUMBERS: NumberLexicon = {
  group: '. ',
  decimal: ',.',
  add,
  times,
  weakOne: ['bir'],
  join: [],
  half: ['buçuk', 'yarım'],
}
