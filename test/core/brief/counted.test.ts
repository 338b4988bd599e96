import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { counted, NOUNS } from '../../../src/core/brief/counted.ts'
import { whenWords } from '../../../src/core/brief/dates.ts'

describe('Arabic number agreement', () => {
  for (const [n, words] of [
    [0, 'لا حوادث'],
    [1, 'حادث واحد'],
    [2, 'حادثان'],
    [3, '3 حوادث'],
    [10, '10 حوادث'],
    [11, '11 حادثاً'],
    [99, '99 حادثاً'],
    [100, '100 حادث'],
    [103, '103 حوادث'],
  ] as const)
    it(`${n}: ${words}`, () => assert.equal(counted(n, NOUNS.incident, 'ar'), words))

  it('is plainer in English', () =>
    assert.deepEqual(
      [0, 1, 2].map(n => counted(n, NOUNS.incident, 'en')),
      ['no incidents', '1 incident', '2 incidents'],
    ))
})

describe('a time known only to a span', () => {
  const day = { lo: Date.parse('2018-11-27T22:00:00Z') / 1000, hi: Date.parse('2018-11-28T21:59:59Z') / 1000 }
  it('is one day when it is one', () => {
    assert.equal(whenWords(day, 'Asia/Damascus', 'ar'), '28 تشرين الثاني/نوفمبر 2018')
    assert.equal(whenWords(day, 'Asia/Damascus', 'en'), '28 November 2018')
  })
  it('is told as a span, never as its first day', () => {
    const span = { lo: day.lo, hi: day.hi + 2 * 86_400 }
    assert.equal(
      whenWords(span, 'Asia/Damascus', 'ar'),
      'بين 28 تشرين الثاني/نوفمبر 2018 و30 تشرين الثاني/نوفمبر 2018',
    )
    assert.equal(whenWords(span, 'Asia/Damascus', 'en'), 'between 28 November 2018 and 30 November 2018')
  })
})
