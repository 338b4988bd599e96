import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cleanItems } from '../../../bench/quality/paragraphs.ts'
import { cleanParagraphs } from '../../../src/reader/clean/clean.ts'
import { isFurniture } from '../../../src/reader/clean/furniture.ts'
import { splitParagraphs } from '../../../src/reader/clean/paragraphs.ts'
import { LANGS } from '../../../src/reader/dates/languages.ts'
import { ownCases, sharedCases } from '../fixtures/own-cases.ts'

describe('paragraphs of our own cases', () => {
  for (const c of ownCases('clean.jsonl'))
    it(`${c.id}: ${c.paragraphs!.join(' ¶ ')}`, () => {
      const { expected, found } = cleanItems(c)
      assert.deepEqual(
        found.map(f => f.exact),
        expected.map(e => e.exact),
      )
    })
})

describe('the shared development cases', () => {
  it('removed paragraphs are exact', t => {
    const cases = sharedCases('clean')
    if (!cases) return t.skip('../shared/reader not here')
    for (const c of cases) {
      const { expected, found } = cleanItems(c)
      assert.deepEqual(
        found.map(f => f.exact),
        expected.map(e => e.exact),
        c.id,
      )
    }
  })
  it('the eight repeated paragraphs and the pointer of the seed report go', t => {
    const path = new URL('../../../../shared/seed/idlib-article-ar.txt', import.meta.url)
    if (!existsSync(path)) return t.skip('../shared/seed not here')
    const { paragraphs } = cleanParagraphs(
      splitParagraphs(readFileSync(path, 'utf8')).map(p => p.text),
      'ar',
    )
    assert.deepEqual(
      paragraphs.flatMap((p, i) => (p.kept ? [] : [[i, p.why, p.repeats]])),
      [[5, 'boilerplate', undefined], ...[2, 3, 4, 6, 7, 8, 9, 10].map((of, k) => [11 + k, 'repeat', of])],
    )
  })
})

describe('sentences of reports are no furniture', () => {
  for (const file of ['dates.jsonl', 'quantities.jsonl'])
    it(file, () => {
      for (const c of ownCases(file)) assert.equal(isFurniture(c.text!, c.lang), false, c.text!)
    })
})

describe('cleaning', () => {
  it('loses nothing: every paragraph is there, kept or with its reason', () => {
    const paragraph = fc.constantFrom(
      'اقرأ أيضاً',
      '- الهدنة',
      'عاد الهدوء إلى القرية.',
      'Share',
      '',
      '***',
      'نص طويل من دون نهاية',
      '[ad_1]',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(paragraph, fc.string({ unit: 'binary' }))),
        fc.constantFrom(...LANGS),
        (given, lang) => {
          const { paragraphs } = cleanParagraphs(given, lang)
          assert.deepEqual(
            paragraphs.map(p => p.text),
            given,
          )
          for (const p of paragraphs) {
            assert.equal(p.kept, p.why === undefined)
            if (p.why === 'repeat') assert.ok(p.repeats !== undefined && p.repeats < paragraphs.length)
          }
        },
      ),
    )
  })
  it('is done after one pass', () => {
    const given = [
      'اقرأ أيضاً',
      'عاد الهدوء إلى القرية.',
      'عاد الهدوء إلى القرية',
      'وصل الوفد. وصل الوفد إلى القرية.',
    ]
    const once = cleanParagraphs(given, 'ar')
      .paragraphs.filter(p => p.kept)
      .map(p => p.cleaned)
    assert.deepEqual(
      cleanParagraphs(once, 'ar')
        .paragraphs.filter(p => p.kept)
        .map(p => p.cleaned),
      once,
    )
  })
  it('a million short lines end', () => {
    const lines = Array.from({ length: 1_000_000 }, (_, i) => (i % 3 ? 'سطر' : `سطر ${i}`))
    assert.equal(cleanParagraphs(lines, 'ar').paragraphs.length, lines.length)
  })
  it('offsets of paragraphs are those of their words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const p of splitParagraphs(text)) assert.equal(text.slice(p.start, p.end), p.text)
      }),
    )
  })
})
