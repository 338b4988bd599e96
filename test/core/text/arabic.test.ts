import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { foldArabic, nameKey, sameName, soundKey, stripClitics } from '../../../src/core/text/arabic.ts'
import { fold, foldedText } from '../../../src/core/text/fold.ts'

describe('folding a text for matching', () => {
  const rows: [string, string][] = [
    ['أإآٱ', 'اااا'],
    ['مدينةُ الحُدَيدة', 'مدينه الحديده'],
    ['اقــــرأ', 'اقرا'],
    ['مستشفى', 'مستشفي'],
    ['١٬٢٠٠ و۱۲', '1,200 و12'],
    ['مسؤول هيئة', 'مسوول هييه'],
    ['ﻻ ﺇﺩﻟﺐ', 'لا ادلب'],
    ['İSTANBUL ılık Şubat', 'istanbul ilik subat'],
    ['Ёлка — МАЙ', 'елка - маи'],
    ['l’année œuvre', "l'annee oeuvre"],
    ['a\u202eb\u200fc', 'abc'],
  ]
  for (const [from, to] of rows) it(`${from} reads as ${to}`, () => assert.equal(foldArabic(from).text, to))

  it('keeps the way back to the original', () => {
    const text = 'في إِدْلِــب اليوم'
    const f = fold(text)
    const at = f.text.indexOf('ادلب')
    assert.equal(text.slice(f.map[at], f.map[at + 4]).trim(), 'إِدْلِــب')
  })

  it('never loses order or runs outside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const f = fold(text)
        assert.equal(f.map.length, f.text.length + 1)
        assert.equal(f.map[f.text.length], text.length)
        for (let i = 1; i < f.map.length; i++) assert.ok(f.map[i]! >= f.map[i - 1]!)
        assert.equal(f.text, foldedText(text))
      }),
    )
  })

  it('is done after one pass: folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string(), text => assert.equal(foldedText(foldedText(text)), foldedText(text))))
  })
})

describe('taking particles off an Arabic word', () => {
  const rows: [string, string][] = [
    ['وبإدلب', 'ادلب'],
    ['للحديدة', 'الحديده'],
    ['للحديدة', 'حديده'],
    ['ولحلب', 'حلب'],
    ['كالسودان', 'سودان'],
    ['فبيروت', 'بيروت'],
    ['ستنسحب', 'تنسحب'],
    ['والخرطوم', 'الخرطوم'],
  ]
  for (const [word, stem] of rows)
    it(`${word} may be read as ${stem}`, () => assert.ok(stripClitics(word).some(s => s.stem === stem)))

  it('offers the whole word first', () => assert.equal(stripClitics('ولاية')[0]?.stem, 'ولايه'))
})

describe('one name in several spellings', () => {
  const same: [string, string][] = [
    ['عبد الرحمن الأحمد', 'عبدالرحمن احمد'],
    ['أبو علاء', 'ابو علا'],
    ['خالد بن سعيد', 'خالد سعيد'],
    ['مصطفى', 'مصطفي'],
  ]
  for (const [a, b] of same)
    it(`${a} is ${b}`, () => assert.ok(sameName(a, b), `${nameKey(a)} | ${nameKey(b)}`))
  it('two names are not one', () => assert.ok(!sameName('سالم حداد', 'سليم حداد')))
  it('no name is not a name', () => assert.ok(!sameName('', '؟')))
  it('a name sounds like its transliterations', () => {
    assert.equal(soundKey('محمد'), soundKey('Mohammed'))
    assert.equal(soundKey('حسين الخطيب'), soundKey('Hussein al-Khatib'))
    assert.notEqual(soundKey('سعيد'), soundKey('Samir'))
  })
})
