import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { lineWithin, whichSide } from '../../../src/core/place/area-index.ts'
import { selfCrossing, sideOf, toEdge } from '../../../src/core/place/polygon.ts'
import { eastOf, northOf, positionOf, projectionAt } from '../../../src/core/place/projection.ts'
import {
  agree,
  distance,
  inside,
  near,
  type Region,
  shapeInside,
  shapesNear,
} from '../../../src/core/place/region.ts'
import { ANYWHERE, type Area, type Disc, type Ring, type Shape } from '../../../src/core/place/shape.ts'

const disc = (x: number, y: number, r = 0): Disc => ({ kind: 'disc', x, y, r })
function area(...polygons: Ring[][]): Area {
  const xs = polygons.flat(2).filter((_, i) => i % 2 === 0)
  const ys = polygons.flat(2).filter((_, i) => i % 2 === 1)
  return {
    kind: 'area',
    polygons,
    box: { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) },
  }
}
const box = (x0: number, y0: number, x1: number, y1: number): Ring => [x0, y0, x1, y0, x1, y1, x0, y1]
const just = (s: Shape): Region => ({ how: 'all', shapes: [s] })

describe('a position on the plane', () => {
  it('comes back to the same whole metre', () => {
    const p = projectionAt([36.6, 35.7])
    fc.assert(
      fc.property(
        fc.integer({ min: -400_000, max: 400_000 }),
        fc.integer({ min: -400_000, max: 400_000 }),
        (x, y) => {
          const [lon, lat] = positionOf(p, x, y)
          assert.equal(eastOf(p, lon), x)
          assert.equal(northOf(p, lat), y)
        },
      ),
    )
  })
})

describe('distances between places', () => {
  it('of two points compare squared whole metres, ends included', () => {
    assert.equal(shapesNear(disc(0, 0), disc(6000, 8000), 10_000), 2)
    assert.equal(shapesNear(disc(0, 0), disc(6000, 8001), 10_000), 0)
  })
  it('of two discs are least between the rims and greatest across', () => {
    assert.deepEqual(distance(disc(0, 0, 300), disc(6000, 0, 300)), { least: 5400, most: 6600 })
  })
  it('are rounded outward: least down, greatest up', () => {
    assert.deepEqual(distance(disc(0, 0), disc(1, 1)), { least: 1, most: 2 })
  })
  it('from a disc inside an area are 0 at least, and reach its far corner at most', () => {
    assert.deepEqual(distance(disc(0, 0, 10), area([box(-30, -40, 30, 40)])), { least: 0, most: 60 })
  })
  it('between areas run from the nearest edges to the farthest corners', () => {
    assert.deepEqual(distance(area([box(0, 0, 10, 10)]), area([box(20, 0, 30, 10)])), { least: 10, most: 32 })
  })
  it('to an unknown place cannot be told', () => {
    assert.equal(near(just(ANYWHERE), just(disc(0, 0)), 10_000), 1)
  })

  const coordinate = fc.integer({ min: -50, max: 50 })
  const shape: fc.Arbitrary<Shape> = fc.oneof(
    fc
      .record({ x: coordinate, y: coordinate, r: fc.integer({ min: 0, max: 20 }) })
      .map(d => disc(d.x, d.y, d.r)),
    fc
      .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
      .map(([x, y, w, h]) => area([box(x, y, x + w, y + h)])),
  )
  it('bound the distance of any two points of the places', () => {
    fc.assert(
      fc.property(
        shape,
        shape,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 6.283, noNaN: true }),
        (a, b, s, w) => {
          const point = (h: Shape): [number, number] => {
            if (h.kind === 'disc') return [h.x + s * h.r * Math.cos(w), h.y + s * h.r * Math.sin(w)]
            if (h.kind === 'area')
              return [
                h.box.minX + s * (h.box.maxX - h.box.minX),
                h.box.minY + (w / 6.283) * (h.box.maxY - h.box.minY),
              ]
            return [0, 0]
          }
          const [[ax, ay], [bx, by]] = [point(a), point(b)]
          const d = Math.hypot(ax - bx, ay - by)
          const { least, most } = distance(a, b)
          assert.ok(least <= d + 1e-6 && d <= most + 1e-6, `${least} ${d} ${most}`)
        },
      ),
    )
  })
})

describe('a place and a line', () => {
  const inner = area([box(-100, -100, 100, 100)])
  const outer = area([box(-200, -200, 200, 200)])
  it('is inside when all of it is within the inner line', () => {
    assert.equal(shapeInside(disc(0, 0, 100), inner, outer), 2)
    assert.equal(shapeInside(disc(0, 0, 101), inner, outer), 1)
  })
  it('is outside when it is clear of the outer line', () => {
    assert.equal(shapeInside(disc(301, 0, 100), inner, outer), 0)
    assert.equal(shapeInside(disc(300, 0, 100), inner, outer), 1)
  })
  it('between the lines cannot be told', () => {
    assert.equal(shapeInside(disc(150, 0), inner, outer), 1)
  })
  it('a district across the line cannot be told, one within is inside', () => {
    assert.equal(shapeInside(area([box(-50, -50, 250, 50)]), inner, outer), 1)
    assert.equal(shapeInside(area([box(-100, -100, 100, 100)]), inner, outer), 2)
    assert.equal(shapeInside(area([box(201, 0, 300, 50)]), inner, outer), 0)
  })
  it('a hole in the zone is outside', () => {
    const ring = area([box(-100, -100, 100, 100), box(-50, -50, 50, 50)])
    assert.equal(shapeInside(disc(0, 0), ring, ring), 0)
    assert.equal(shapeInside(area([box(-80, -80, 80, 80)]), ring, ring), 1)
    assert.equal(sideOf(ring, 75, 0), 1)
  })
  it('an unknown place cannot be told', () => {
    assert.equal(inside(just(ANYWHERE), inner, outer), 1)
  })
})

describe('what several reports say of one place', () => {
  it('is all of them when they agree: the sharper rules', () => {
    const { region, conflict } = agree([disc(0, 0, 5000), disc(1000, 0, 300), ANYWHERE])
    assert.equal(conflict, false)
    assert.deepEqual(region.shapes, [disc(1000, 0, 300)])
  })
  it('is any of them, flagged, when they exclude each other', () => {
    const { region, conflict } = agree([disc(0, 0, 100), disc(9000, 0, 100)])
    assert.equal(conflict, true)
    assert.equal(near(region, just(disc(0, 0)), 500), 1)
    assert.equal(near(region, just(disc(4500, 0)), 5000), 2)
  })
})

describe('a ring of corners', () => {
  it('that crosses itself is named by its two edges', () => {
    assert.deepEqual(selfCrossing([0, 0, 10, 10, 10, 0, 0, 10]), [0, 2])
  })
  it('that runs back over itself is a crossing', () => {
    assert.ok(selfCrossing([0, 0, 10, 0, 5, 0, 5, 5]))
  })
  it('that is plain has none', () => {
    assert.equal(selfCrossing(box(0, 0, 5, 5)), undefined)
  })
})

describe('a long line', () => {
  const wave: number[] = []
  for (let x = 0; x <= 4000; x += 10) wave.push(x, Math.round(500 + 120 * Math.sin(x / 400)))
  for (let x = 4000; x >= 0; x -= 10) wave.push(x, Math.round(300 + 120 * Math.sin(x / 400)))
  const long = area([wave])
  it('looked up by strips gives what a walk over the whole line gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200, max: 4200 }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 150 }),
        (x, y, r) => {
          assert.equal(whichSide(long, x, y), sideOf(long, x, y))
          const d = toEdge(long, x, y)
          assert.equal(lineWithin(long, x, y, r, true), d <= r)
          assert.equal(lineWithin(long, x, y, r, false), d < r)
        },
      ),
      { numRuns: 3000 },
    )
  })
})
