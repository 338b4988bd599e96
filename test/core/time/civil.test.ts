import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { civilOf, dayOf, instantOf, secondsOf, whenOf } from '../../../src/core/time/civil.ts'

const damascus = 'Asia/Damascus'
const at = (iso: string) => Date.parse(iso) / 1000

describe('a civil date read in the accord’s zone', () => {
  it('covers the whole local day, whatever zone the machine is in', () => {
    const r = whenOf('2018-11-28', damascus)
    assert.deepEqual(r, {
      ok: true,
      value: { lo: at('2018-11-27T22:00:00Z'), hi: at('2018-11-28T21:59:59Z') },
    })
  })

  it('has 23 hours on the day the clocks go forward', () => {
    // Damascus went to summer time at 00:00 on 30 March 2018.
    const r = whenOf('2018-03-30', damascus)
    assert.ok(r.ok)
    assert.equal(r.value.hi - r.value.lo + 1, 23 * 3600)
  })

  it('covers a month and a year', () => {
    const month = whenOf('2018-12', damascus)
    const year = whenOf('2018', damascus)
    assert.ok(month.ok && year.ok)
    assert.equal(dayOf(month.value.lo, damascus), '2018-12-01')
    assert.equal(dayOf(month.value.hi, damascus), '2018-12-31')
    assert.equal(dayOf(year.value.lo, damascus), '2018-01-01')
    assert.equal(month.value.hi, year.value.hi)
  })

  it('lets a zone in the text rule: 14:00 in Moscow is 13:00 in Damascus in January 2020', () => {
    const moscow = whenOf('2020-01-09T14:00+03:00', damascus)
    const local = whenOf('2020-01-09T13:00', damascus)
    assert.deepEqual(moscow, local)
  })

  for (const text of ['2018-02-30', '2018-13-01', '2018-11-28T25:00'])
    it(`refuses ${text} as no such day or time`, () => {
      assert.deepEqual(whenOf(text, damascus), { ok: false, error: { kind: 'no-such-day', input: text } })
    })

  for (const text of ['28/11/2018', 'yesterday', '', '٢٠١٨-١١-٢٨'])
    it(`refuses '${text}' as not a date`, () => {
      assert.deepEqual(whenOf(text, damascus), { ok: false, error: { kind: 'not-a-date', input: text } })
    })

  it('refuses a zone that does not exist', () => {
    assert.deepEqual(whenOf('2018-11-28', 'Asia/Idlib'), {
      ok: false,
      error: { kind: 'no-such-zone', input: 'Asia/Idlib' },
    })
  })

  it('reads back every instant it names', () => {
    const zones = fc.constantFrom(damascus, 'Europe/Moscow', 'Pacific/Kiritimati', 'America/St_Johns', 'UTC')
    fc.assert(
      fc.property(
        fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2037-12-31T00:00:00Z') }),
        zones,
        (t, tz) => {
          const [y, mo, d, h, mi, s] = civilOf(t, tz)
          const back = instantOf(tz, y, mo, d, h, mi, s)
          // In an autumn fold a reading names two instants; the first of them is the answer.
          assert.deepEqual(civilOf(back, tz), [y, mo, d, h, mi, s])
          assert.ok(back <= t && t - back <= 7200)
        },
      ),
    )
  })
})

describe('a duration', () => {
  for (const [text, seconds] of [
    ['P3D', 259_200],
    ['PT72H', 259_200],
    ['P1W', 604_800],
    ['P1DT2H3M4S', 93_784],
  ] as const)
    it(`${text} is ${seconds} seconds`, () => assert.equal(secondsOf(text), seconds))

  for (const text of ['P', 'PT', '72h', 'P1M', '-P1D'])
    it(`${text} is none: months and signs have no fixed length`, () =>
      assert.equal(secondsOf(text), undefined))
})
