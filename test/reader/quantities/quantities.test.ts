import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { quantityItems } from '../../../bench/quality/figures.ts'
import { LANGS, type Lang } from '../../../src/reader/dates/languages.ts'
import { numberBookOf } from '../../../src/reader/quantities/number-books.ts'
import { numberAt } from '../../../src/reader/quantities/number-words.ts'
import { readQuantities } from '../../../src/reader/quantities/quantities.ts'
import { scan } from '../../../src/reader/text/tokens.ts'
import { ownCases, sharedCases } from '../fixtures/own-cases.ts'

const shown = (items: readonly { exact: string; shown: string }[]) => items.map(i => `${i.exact} ${i.shown}`)

describe('quantities of our own cases', () => {
  for (const c of ownCases('quantities.jsonl'))
    it(`${c.id}: ${c.text}`, () => {
      const { expected, found } = quantityItems(c)
      assert.deepEqual(shown(found), shown(expected))
    })
})

describe('the shared development cases', () => {
  it('quantities are exact', t => {
    const cases = sharedCases('quantity')
    if (!cases) return t.skip('../shared/reader not here')
    for (const c of cases) {
      const { expected, found } = quantityItems(c)
      assert.deepEqual(shown(found), shown(expected), c.id)
    }
  })
})

describe('a number in words', () => {
  const rows: [Lang, string, number | undefined][] = [
    ['ar', 'مئة وأربعة وعشرون', 124],
    ['ar', 'ألفين وخمسمئة', 2500],
    ['ar', 'ألفا نازح', 2000],
    ['ar', 'ألفاً', 1000],
    ['ar', 'مليون ونصف المليون', 1_500_000],
    ['ar', 'ثلاثمائة وستين', 360],
    ['ar', 'إحدى عشرة', 11],
    ['ar', '١٬٢٠٠', 1200],
    ['ar', '17 ألف', 17_000],
    ['en', 'one hundred and twenty-five', 125],
    ['en', 'half a million', 500_000],
    ['en', 'three dozen', 36],
    ['en', 'a soldier', undefined],
    ['ru', 'двести сорок пять', 245],
    ['ru', '62 тыс.', 62_000],
    ['ru', 'полторы тысячи', 1500],
    ['tr', 'bin iki yüz elli', 1250],
    ['tr', 'bir buçuk milyon', 1_500_000],
    ['fr', 'quatre-vingt-dix-sept', 97],
    ['fr', 'soixante et onze', 71],
    ['fr', '2 000', 2000],
    ['fr', 'deux mille trois cents', 2300],
  ]
  for (const [lang, text, value] of rows)
    it(`${text} is ${value}`, () => assert.equal(numberAt(numberBookOf(lang), scan(text), 0)?.value, value))
})

describe('what is no quantity', () => {
  const rows: [Lang, string][] = [
    ['ar', 'اجتمعت لجنة 5+5 لبحث القرار 1701 قرب الطريق M4.'],
    ['ar', 'استقبل طفلاً عمره 12 عاماً.'],
    ['ar', 'وصل مقاتلين من الجبهة.'],
    ['ar', 'وقع الاتفاق عام 2018.'],
    ['en', 'Resolution 2254, Article 7 and Route 60 were named at 18:30.'],
    ['ru', 'Резолюция 1701 названа на трассе М5 12.05.2021.'],
  ]
  for (const [lang, text] of rows) it(text, () => assert.deepEqual(readQuantities(text, { lang }), []))
})

const PIECES: Record<Lang, string[]> = {
  ar: 'قتل أصيب بينهم 12 و ثلاثة آلاف مئة نحو أكثر من شخص مدنياً جنود جنديان أسير من كل جانب عشرات الجرحى إلى بين كيلومتراً 40 % الـ50 الأسرى آخرون على الأقل ، . ( 1,2 ١٬٢٠٠ 5+5'.split(
    ' ',
  ),
  en: 'at least 12 people killed wounded including three dozen hundreds of families between and to 15 km from each side a soldier was hurt 40 % , . others half a million - 72 hour'.split(
    ' ',
  ),
  ru: 'погибли 12 человек около 62 тыс. двести пленных в том числе ранены от до километров с каждой стороны десятки людей , .'.split(
    ' ',
  ),
  tr: "en az 20 sivil öldü yaralandı yüz elli esir binden fazla 100 'den onlarca kişi ila kilometre , .".split(
    ' ',
  ),
  fr: 'au moins vingt civils tués une dizaine de trêves quatre-vingt-dix détenus de chaque camp dont des centaines , . 2 000 km'.split(
    ' ',
  ),
}

describe('whatever the text', () => {
  for (const lang of LANGS)
    it(`${lang}: spans lie inside it, in order, and are what they say`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...PIECES[lang], ...PIECES.ar), { maxLength: 40 }),
          fc.constantFrom(' ', '', '\n'),
          (pieces, glue) => {
            const text = pieces.join(glue)
            let last = 0
            for (const q of readQuantities(text, { lang })) {
              assert.ok(q.start >= last && q.end > q.start && q.end <= text.length)
              assert.equal(q.surface, text.slice(q.start, q.end))
              if (q.value === null) assert.ok(q.vague)
              else for (const v of [q.value].flat()) assert.ok(Number.isFinite(v))
              last = q.end
            }
          },
        ),
        { numRuns: 400 },
      )
    })
  it('nothing throws on any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...LANGS), (text, lang) => {
        readQuantities(text, { lang })
      }),
    )
  })
  it('long repetitions end', () => {
    for (const piece of ['ألف و', '1,', 'one hundred ', 'بينهم 5 ', '9 - ', 'نحو ', 'un ', 'двести '])
      for (const lang of LANGS) readQuantities(piece.repeat(20_000), { lang })
  })
})
