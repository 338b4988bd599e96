import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { F, follows, inWindow, T, U, type When } from '../../../src/core/time/when.ts'

const interval = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 50 }))
  .map(([lo, length]): When => ({ lo, hi: lo + length }))

describe('whether something known only to an interval lies in a period', () => {
  const november = { lo: 100, hi: 200 }
  it('is certain when every moment of it does', () =>
    assert.equal(inWindow({ lo: 100, hi: 200 }, november), T))
  it('cannot be told when it straddles an edge', () =>
    assert.equal(inWindow({ lo: 99, hi: 100 }, november), U))
  it('is certainly not when it ends before', () => assert.equal(inWindow({ lo: 0, hi: 99 }, november), F))

  it('is never contradicted by any moment inside the interval', () => {
    fc.assert(
      fc.property(interval, interval, fc.nat(50), (w, period, step) => {
        const moment = Math.min(w.lo + step, w.hi)
        const exact = inWindow({ lo: moment, hi: moment }, period)
        const vague = inWindow(w, period)
        assert.ok(vague === U || vague === exact)
      }),
    )
  })
})

describe('whether one event followed another within T', () => {
  it('counts equal exact stamps as after', () =>
    assert.equal(follows({ lo: 5, hi: 5 }, { lo: 5, hi: 5 }, 0), T))
  it('cannot be told when both are known to the same day', () =>
    assert.equal(follows({ lo: 0, hi: 86_399 }, { lo: 0, hi: 86_399 }, 259_200), U))
  it('is certainly not when the gap is longer than T', () =>
    assert.equal(follows({ lo: 100, hi: 100 }, { lo: 0, hi: 10 }, 89), F))

  it('is never contradicted by any pair of moments', () => {
    fc.assert(
      fc.property(interval, interval, fc.nat(300), fc.nat(50), fc.nat(50), (a, b, within, i, j) => {
        const later = Math.min(a.lo + i, a.hi)
        const earlier = Math.min(b.lo + j, b.hi)
        const exact = follows({ lo: later, hi: later }, { lo: earlier, hi: earlier }, within)
        const vague = follows(a, b, within)
        assert.ok(vague === U || vague === exact)
      }),
    )
  })
})
