import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { flatten, scaleLength } from '../../../../src/web/pages/accord/projection.ts'

describe('the sketch of the zones', () => {
  const box = [
    [36, 35],
    [37, 36],
  ] as const

  it('keeps north up and east to the right', () => {
    const flat = flatten(box, 700)!
    const [west, south] = flat.at([36, 35])
    const [east, north] = flat.at([37, 36])
    assert.ok(east > west && north < south)
  })

  it('has the same scale both ways: a degree of latitude is 111 km', () => {
    const flat = flatten(box, 700)!
    const height = flat.at([36, 35])[1] - flat.at([36, 36])[1]
    assert.ok(Math.abs(height / flat.kilometre - 111.2) < 0.1)
  })

  it('draws nothing from nothing', () => assert.equal(flatten([], 700), undefined))

  it('has a round scale bar', () => assert.equal(scaleLength(flatten(box, 700)!), 10))
})
