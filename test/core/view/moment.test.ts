import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asOfFrom, momentOf } from '../../../src/core/view/moment.ts'

const utc = (text: string) => Date.parse(text) / 1000

describe('the moment a person means', () => {
  it('is the last second of a day, in the zone of the accord', () => {
    // Damascus was two hours east of Greenwich that day.
    assert.deepEqual(momentOf('2018-11-28', 'Asia/Damascus', 'asOf'), {
      ok: true,
      value: utc('2018-11-28T21:59:59Z'),
    })
  })

  it('is the last second of a month', () => {
    assert.deepEqual(momentOf('2018-11', 'UTC', 'asOf'), { ok: true, value: utc('2018-11-30T23:59:59Z') })
  })

  it('is an instant itself, in its own zone', () => {
    assert.deepEqual(momentOf('2018-11-28T14:00:00+03:00', 'UTC', 'asOf'), {
      ok: true,
      value: utc('2018-11-28T11:00:00Z'),
    })
  })

  it('is refused by name when there is no such day', () => {
    const r = momentOf('2018-02-30', 'Asia/Damascus', 'publishedAt')
    assert.equal(r.ok, false)
    assert.deepEqual(!r.ok && [r.error.code, r.error.where?.field], ['no-such-day', 'publishedAt'])
    assert.match(!r.ok ? r.error.message : '', /2018-02-30/)
    assert.match(!r.ok ? (r.error.expected ?? '') : '', /YYYY-MM-DD/)
  })

  it('is refused when it is no date at all', () => {
    const r = momentOf('yesterday', 'UTC', 'asOf')
    assert.equal(!r.ok && r.error.code, 'not-a-date')
  })
})

describe('the two clocks', () => {
  const now = utc('2026-01-01T00:00:00Z')

  it('are both now when nothing is asked', () => {
    assert.deepEqual(asOfFrom({}, 'UTC', now), { ok: true, value: { t: now, k: now } })
  })

  it('look back at a day with all that is known now', () => {
    assert.deepEqual(asOfFrom({ asOf: '2018-11-28' }, 'UTC', now), {
      ok: true,
      value: { t: utc('2018-11-28T23:59:59Z'), k: now },
    })
  })

  it('can both stand in the past', () => {
    const r = asOfFrom({ asOf: '2018-11-28', knownAt: '2018-12-01' }, 'UTC', now)
    assert.equal(r.ok && r.value.k, utc('2018-12-01T23:59:59Z'))
  })
})
