import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bidiControlsOf, showBidi } from '../../../src/reader/text/bidi.ts'
import { quotationsOf } from '../../../src/reader/text/quotations.ts'
import { paragraphsOf, sentencesOf } from '../../../src/reader/text/sentences.ts'
import { scan } from '../../../src/reader/text/tokens.ts'

const words = (text: string) => scan(text).tokens.map(t => t.text)
const sentences = (text: string) => sentencesOf(scan(text)).map(s => text.slice(s.start, s.end))
const quotes = (text: string) => quotationsOf(scan(text)).map(q => text.slice(q.inner.start, q.inner.end))

describe('tokens', () => {
  it('split letters, digits and marks', () =>
    assert.deepEqual(words('في 10 محرم 1440هـ.'), ['في', '10', 'محرم', '1440', 'ه', '.']))
  it('fold dashes and apostrophes', () =>
    assert.deepEqual(words('l’été 20–23'), ['l', "'", 'ete', '20', '-', '23']))
  it('keep marks and tatweel inside the word they belong to', () => {
    const text = 'الحُدَيدةُ هـ '
    assert.deepEqual(
      scan(text).tokens.map(t => text.slice(t.start, t.end)),
      ['الحُدَيدةُ', 'هـ'],
    )
  })
  it('lie in order inside the text and cover every letter and digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        let last = 0
        for (const t of scan(text).tokens) {
          assert.ok(t.start >= last && t.end > t.start && t.end <= text.length, JSON.stringify([t, last]))
          last = t.end
        }
      }),
    )
  })
})

describe('sentences', () => {
  it('end at a full stop before a new word', () =>
    assert.deepEqual(sentences('وصل الوفد. وغادر الوسيط.'), ['وصل الوفد.', 'وغادر الوسيط.']))
  it('do not end at abbreviations, initials, clock times or decimals', () => {
    for (const one of [
      'Guns must leave by Oct. 20 at the latest.',
      'Вернулись 62 тыс. человек.',
      'Saat 06.30 itibarıyla duracak.',
      'M. J. Carter spoke.',
      'تضرر 1.2 مليون شخص.',
    ])
      assert.deepEqual(sentences(one), [one])
  })
  it('keep the closing mark of a quotation', () =>
    assert.deepEqual(sentences('"We left." They stayed.'), ['"We left."', 'They stayed.']))
  it('end at every line break', () => assert.deepEqual(sentences('عنوان\nنص'), ['عنوان', 'نص']))
  it('paragraphs are the lines', () => {
    const text = 'a b\n\nc\r\nd'
    assert.deepEqual(
      paragraphsOf(scan(text)).map(p => text.slice(p.start, p.end)),
      ['a b', 'c', 'd'],
    )
  })
})

describe('quotations', () => {
  const rows: [string, string[]][] = [
    ['قال: «لن ننسحب» ثم "سنعود"', ['لن ننسحب', 'سنعود']],
    ['“We stay,” he said', ['We stay,']],
    ['«Он сказал „нет“ и ушёл»', ['Он сказал „нет“ и ушёл', 'нет']],
    ['l’accord d’hier', []],
    ['‘no’ they said', ['no']],
    ['an open " one\nthen another "', []],
  ]
  for (const [text, inner] of rows) it(text.replace('\n', ' / '), () => assert.deepEqual(quotes(text), inner))
})

describe('bidirectional controls', () => {
  const text = 'ab\u202ecd\u202c\u200f'
  it('are named', () =>
    assert.deepEqual(
      bidiControlsOf(text).map(c => c.name),
      ['RLO', 'PDF', 'RLM'],
    ))
  it('are shown and not obeyed, without moving anything', () => {
    assert.equal(showBidi(text), 'ab␦cd␦\u200f')
    assert.equal(showBidi(text).length, text.length)
  })
})
