import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { boundsOf } from '../../../src/core/place/bounds.ts'

/** Metres between two positions on the ellipsoid's mean sphere (haversine). */
function metres([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((y2 - y1) * rad) / 2) ** 2 +
    Math.cos(y1 * rad) * Math.cos(y2 * rad) * Math.sin(((x2 - x1) * rad) / 2) ** 2
  return 2 * 6_371_009 * Math.asin(Math.sqrt(h))
}

describe('the box of a place', () => {
  it('of a point is the point', () => {
    const b = boundsOf({ kind: 'disc', at: [36.6, 35.8], radiusMetres: 0 })
    assert.deepEqual(b, { west: 36.6, south: 35.8, east: 36.6, north: 35.8 })
  })

  it('of a disc holds everything within its radius', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -70, max: 70, noNaN: true }),
        fc.integer({ min: 1, max: 50_000 }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (x, y, radiusMetres, angle) => {
          const b = boundsOf({ kind: 'disc', at: [x, y], radiusMetres })!
          const far: [number, number] = [
            x + (Math.cos(angle) * radiusMetres) / (111_320 * Math.cos((y * Math.PI) / 180)),
            y + (Math.sin(angle) * radiusMetres) / 111_320,
          ]
          fc.pre(metres([x, y], far) <= radiusMetres)
          assert.ok(b.west <= far[0] && far[0] <= b.east && b.south <= far[1] && far[1] <= b.north)
        },
      ),
    )
  })

  it('of a disc is at most a hundredth larger than it must be, near our accords', () => {
    const b = boundsOf({ kind: 'disc', at: [36.6, 35.8], radiusMetres: 10_000 })!
    assert.ok(metres([36.6, b.north], [36.6, 35.8]) < 10_100)
    assert.ok(metres([b.east, 35.8], [36.6, 35.8]) < 10_200)
  })

  it('of an area is its extent over all its polygons', () => {
    const ring = (x: number) =>
      [
        [
          [x, 1],
          [x + 1, 1],
          [x, 2],
          [x, 1],
        ],
      ] as const
    assert.deepEqual(boundsOf({ kind: 'area', polygons: [ring(3), ring(7)] }), {
      west: 3,
      south: 1,
      east: 8,
      north: 2,
    })
  })

  it('of an unknown place is none', () =>
    assert.equal(boundsOf({ kind: 'unknown', name: 'somewhere' }), undefined))
})
