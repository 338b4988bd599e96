import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { suppress } from '../../../src/core/exchange/aggregate.ts'

describe('counts that leave the exchange', () => {
  it('hide one to four persons, and show none and five or more', () =>
    assert.deepEqual(suppress({ طفل: 0, جريح: 3, مريض: 4, مدني: 9 }), {
      cells: {
        طفل: { kind: 'exact', n: 0 },
        جريح: { kind: 'fewer', than: 5 },
        مريض: { kind: 'fewer', than: 5 },
        مدني: { kind: 'exact', n: 9 },
      },
      total: { kind: 'exact', n: 16 },
    }))

  it('withhold the total when it would give a single hidden cell away', () =>
    assert.deepEqual(suppress({ جريح: 3, مدني: 9 }).total, { kind: 'withheld' }))

  it('never let a small cell be computed from the others and the total', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.nat(12)), cells => {
        const safe = suppress(cells)
        const hidden = Object.entries(safe.cells).filter(([, c]) => c.kind !== 'exact')
        assert.ok(hidden.every(([key]) => cells[key]! > 0 && cells[key]! < 5))
        if (hidden.length === 1) assert.notEqual(safe.total.kind, 'exact')
      }),
    ))
})
