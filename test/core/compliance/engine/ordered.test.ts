import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Ordered } from '../../../../src/core/compliance/engine/ordered.ts'

describe('numbers kept in order of a key', () => {
  it('are those of a sorted list, whatever goes in and out', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.boolean())
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 6000, size: 'max' }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (steps, spread, upward) => {
          const key = (n: number) => Math.floor(n / spread)
          const ordered = new Ordered(key)
          const plain = new Set<number>()
          steps.forEach(([m, put], i) => {
            const n = upward ? i : m
            if (put || upward) {
              if (!plain.has(n)) ordered.add(n)
              plain.add(n)
            }
            if (!put) assert.equal(ordered.delete(m), plain.delete(m))
          })
          const sorted = [...plain].sort((a, b) => key(a) - key(b) || a - b)
          const seen: number[] = []
          ordered.from(-Infinity, n => seen.push(n) > 0)
          assert.deepEqual(seen, sorted)
          assert.equal(ordered.size, sorted.length)
          assert.equal(ordered.last(), sorted.at(-1) ?? -1)
          const some: number[] = []
          ordered.from(20, n => some.push(n) < 5)
          assert.deepEqual(some, sorted.filter(n => key(n) >= 20).slice(0, 5))
        },
      ),
      { numRuns: 60 },
    )
  })
})
