import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { holds, selfCrossing } from '../../../src/core/accord/ring.ts'
import type { Position } from '../../../src/core/place/place.ts'

/** A star-shaped ring: corners in order of angle round a centre, so it cannot cross itself. */
const star = fc
  .array(
    fc.record({
      turn: fc.double({ min: 0, max: 1, noNaN: true }),
      far: fc.double({ min: 0.5, max: 2, noNaN: true }),
    }),
    { minLength: 0, maxLength: 9 },
  )
  .map(extra => {
    // Three fixed corners keep every gap under half a turn, without which the ring could pass the centre.
    const corners = [...extra, ...[0, 1 / 3, 2 / 3].map(turn => ({ turn, far: 1 }))]
    const sorted = [...new Map(corners.map(c => [Math.round(c.turn * 360) % 360, c])).entries()].sort(
      (a, b) => a[0] - b[0],
    )
    const ring = sorted.map(([degrees, c]): Position => {
      const a = (degrees * Math.PI) / 180
      return [36 + c.far * Math.cos(a), 35 + c.far * Math.sin(a)]
    })
    return [...ring, ring[0]!]
  })

describe('a ring', () => {
  it('with corners in order of angle never crosses itself', () => {
    fc.assert(fc.property(star, ring => assert.equal(selfCrossing(ring), undefined)))
  })

  it('crosses itself wherever its walk begins, or not at all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
          minLength: 3,
          maxLength: 7,
        }),
        fc.nat(6),
        (open, by) => {
          const n = by % open.length
          const turned = [...open.slice(n), ...open.slice(0, n)]
          const close = (r: readonly (readonly [number, number])[]) => [...r, r[0]!]
          assert.equal(!selfCrossing(close(open)), !selfCrossing(close(turned)))
        },
      ),
    )
  })

  it('that swaps two corners crosses where the sides meet', () => {
    const at = selfCrossing([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ])!.at
    assert.deepEqual(at, [1, 1])
  })

  it('that touches itself in a corner counts as crossing', () => {
    assert.ok(
      selfCrossing([
        [0, 0],
        [4, 0],
        [2, 2],
        [4, 4],
        [0, 4],
        [2, 2],
        [0, 0],
      ]),
    )
  })

  it('that runs back along itself counts as crossing', () => {
    assert.ok(
      selfCrossing([
        [0, 0],
        [4, 0],
        [4, 4],
        [4, 1],
        [0, 4],
        [0, 0],
      ]),
    )
  })
})

describe('holding a point', () => {
  const withHole = [
    [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
      ],
      [
        [4, 4],
        [6, 4],
        [6, 6],
        [4, 6],
        [4, 4],
      ],
    ],
  ] as const
  for (const [what, at, expected] of [
    ['inside', [1, 1], true],
    ['outside', [11, 1], false],
    ['in the hole', [5, 5], false],
    ['on the edge', [0, 5], true],
    ['on a corner', [10, 10], true],
  ] as const)
    it(`${what}: ${expected}`, () => assert.equal(holds(withHole, at), expected))
})
