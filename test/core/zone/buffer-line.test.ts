import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { selfCrossing } from '../../../src/core/accord/ring.ts'
import type { Position } from '../../../src/core/place/place.ts'
import { sideOf, squaredToSegment } from '../../../src/core/place/polygon.ts'
import { projectionAt } from '../../../src/core/place/projection.ts'
import { areaOf } from '../../../src/core/place/shape.ts'
import { bufferLine } from '../../../src/core/zone/buffer-line.ts'

const p = projectionAt([36.5, 35.5])
/** Metres from a line, on the plane around the test's place. */
function fromLine(line: readonly Position[], at: Position): number {
  const flat = line.map(
    q =>
      [(q[0] - p.origin[0]) * p.metresPerDegreeEast, (q[1] - p.origin[1]) * p.metresPerDegreeNorth] as const,
  )
  const [x, y] = [
    (at[0] - p.origin[0]) * p.metresPerDegreeEast,
    (at[1] - p.origin[1]) * p.metresPerDegreeNorth,
  ]
  let least = flat.length === 1 ? Math.hypot(x - flat[0]![0], y - flat[0]![1]) : Infinity
  for (let i = 1; i < flat.length; i++)
    least = Math.min(least, Math.sqrt(squaredToSegment(x, y, ...flat[i - 1]!, ...flat[i]!)))
  return least
}
const inside = (geometry: ReturnType<typeof bufferLine>, at: Position) => {
  const area = areaOf(geometry, p)
  return (
    sideOf(
      area,
      Math.round((at[0] - p.origin[0]) * p.metresPerDegreeEast),
      Math.round((at[1] - p.origin[1]) * p.metresPerDegreeNorth),
    ) >= 0
  )
}

describe('a strip of six kilometres on each side of a road', () => {
  const position = fc.tuple(
    fc.double({ min: 36.3, max: 36.7, noNaN: true }),
    fc.double({ min: 35.3, max: 35.7, noNaN: true }),
  )

  it('holds what is clearly nearer and leaves out what is clearly farther, for any line', () => {
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 1, maxLength: 6 }),
        fc.array(position, { minLength: 20, maxLength: 20 }),
        (line, tries) => {
          const strip = bufferLine(line, 6000)
          for (const at of tries) {
            const d = fromLine(line, at)
            // The plane of the buffer runs through the middle of the line: a percent within this area.
            if (d < 5900) assert.ok(inside(strip, at), `${at} lies ${d} m from ${JSON.stringify(line)}`)
            if (d > 6100) assert.ok(!inside(strip, at), `${at} lies ${d} m from ${JSON.stringify(line)}`)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('has rings that never cross themselves', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 6 }), line => {
        for (const ring of bufferLine(line, 6000).flat()) assert.equal(selfCrossing(ring), undefined)
      }),
      { numRuns: 30 },
    )
  })

  it('has a hole where the road closes upon itself', () => {
    const ringRoad: Position[] = [
      [36.3, 35.3],
      [36.7, 35.3],
      [36.7, 35.7],
      [36.3, 35.7],
      [36.3, 35.3],
    ]
    assert.deepEqual(
      bufferLine(ringRoad, 6000).map(polygon => polygon.length),
      [2],
    )
  })

  it('is nothing for no line', () => {
    assert.deepEqual(bufferLine([], 6000), [])
  })
})
