import type { NumberLexicon } from '../../quantities/number-lexicon.ts'

const UNITS: [number, string[]][] = [
  [3, ['ثلاث', 'ثلاثة']],
  [4, ['أربع', 'أربعة']],
  [5, ['خمس', 'خمسة']],
  [6, ['ست', 'ستة']],
  [7, ['سبع', 'سبعة']],
  [8, ['ثمان', 'ثمانية', 'ثماني', 'ثمانيا']],
  [9, ['تسع', 'تسعة']],
]

const TENS: [number, string][] = [
  [20, 'عشر'],
  [30, 'ثلاث'],
  [40, 'أربع'],
  [50, 'خمس'],
  [60, 'ست'],
  [70, 'سبع'],
  [80, 'ثمان'],
  [90, 'تسع'],
]

const add: Record<string, number> = {}
for (const word of ['واحد', 'واحدة', 'إحدى']) add[word] = 1
for (const word of ['اثنان', 'اثنين', 'اثنتان', 'اثنتين', 'اثنا', 'اثني']) add[word] = 2
for (const [value, words] of UNITS) for (const word of words) add[word] = value
for (const word of ['عشرة', 'عشر']) add[word] = 10
for (const [value, stem] of TENS) for (const end of ['ون', 'ين']) add[stem + end] = value
for (const [value, words] of [
  [1, ['أحد', 'إحدى', 'احدى']],
  [2, ['اثنا', 'اثني', 'اثنتا', 'اثنتي']],
  ...UNITS,
] as [number, string[]][])
  for (const word of words) for (const ten of ['عشر', 'عشرة']) add[`${word} ${ten}`] = 10 + value
for (const word of ['مئت', 'مائت', 'ميت']) for (const end of ['ان', 'ين', 'ي', 'ا']) add[word + end] = 200
for (const [value, [stem]] of UNITS)
  for (const hundred of ['مئة', 'مائة', 'مية'])
    for (const between of ['', ' ']) add[stem + between + hundred] = value * 100
for (const hundred of ['مئة', 'مائة']) for (const between of ['', ' ']) add[`ثماني${between}${hundred}`] = 800
for (const end of ['ان', 'ين', 'ي']) {
  add[`ألف${end}`] = 2000
  add[`مليون${end}`] = 2e6
  add[`مليار${end}`] = 2e9
}

/** Arabic number words in every case and gender; both spellings of the hundred. */
export const NUMBERS: NumberLexicon = {
  group: ',.،',
  decimal: '.,،',
  add,
  times: {
    مئة: 100,
    مائة: 100,
    مية: 100,
    ألف: 1000,
    آلاف: 1000,
    ألفا: 1000,
    مليون: 1e6,
    مليونا: 1e6,
    ملايين: 1e6,
    مليار: 1e9,
    مليارا: 1e9,
    مليارات: 1e9,
  },
  weakOne: [],
  join: [],
  constructDual: ['ألفا', 'مليونا', 'مليارا'],
  half: ['نصف'],
}
