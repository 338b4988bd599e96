import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { whenOf } from '../../../src/core/time/civil.ts'
import { civilText, daysAway, dayText, whenParts } from '../../../src/web/locale/dates.ts'

const tz = 'Asia/Damascus'
const en = { language: 'en', numerals: 'latn', tz } as const
const ar = { language: 'ar', numerals: 'latn', tz } as const
const when = (text: string) => {
  const w = whenOf(text, tz)
  assert.ok(w.ok)
  return w.value
}

describe('a day', () => {
  it('is the accord’s day, wherever the browser is', () => {
    assert.equal(dayText(when('2018-11-28').lo, en), '28 Nov 2018')
    assert.equal(dayText(when('2018-11-28').hi, en), '28 Nov 2018')
  })

  it('has its Levantine month in Arabic', () => {
    assert.equal(dayText(when('2018-11-28').lo, ar), '28 تشرين الثاني 2018')
  })

  it('takes the chosen numerals in Arabic', () => {
    assert.equal(civilText('2018-11-28', { language: 'ar', numerals: 'arab' }), '٢٨ تشرين الثاني ٢٠١٨')
  })

  it('stays as written when it is no date', () => {
    assert.equal(civilText('soon', { language: 'en', numerals: 'latn' }), 'soon')
  })
})

describe('an interval is said in the fewest words that are true', () => {
  it('a whole day, month or year by its name', () => {
    assert.deepEqual(whenParts(when('2018-11-28'), en), { kind: 'one', text: '28 Nov 2018' })
    assert.deepEqual(whenParts(when('2018-11'), en), { kind: 'one', text: 'November 2018' })
    assert.deepEqual(whenParts(when('2018'), en), { kind: 'one', text: '2018' })
  })

  it('several days from first to last', () => {
    assert.deepEqual(whenParts({ lo: when('2018-11-24').lo, hi: when('2018-11-25').hi }, en), {
      kind: 'range',
      from: '24 Nov 2018',
      to: '25 Nov 2018',
    })
  })

  it('part of a day with its hours', () => {
    const noon = when('2018-11-24T12:00').lo
    assert.deepEqual(whenParts({ lo: noon, hi: noon + 7200 }, en), {
      kind: 'range',
      from: '24 Nov 2018, 12:00',
      to: '24 Nov 2018, 14:00',
    })
  })
})

describe('days to a deadline', () => {
  it('are civil days: one minute past midnight is tomorrow', () => {
    assert.equal(daysAway(when('2018-12-30').hi, when('2018-12-31').hi, tz), 1)
    assert.equal(daysAway(when('2018-12-31').lo, when('2018-12-31').hi, tz), 0)
    assert.equal(daysAway(when('2019-01-03').lo, when('2018-12-31').hi, tz), -3)
  })
})
