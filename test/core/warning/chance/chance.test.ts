import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { CalmZone } from '../../../../src/core/warning/chance/calm-zone.ts'
import { ChanceTable } from '../../../../src/core/warning/chance/chance-table.ts'
import {
  drawCount,
  drawGamma,
  drawNormal,
  drawPoisson,
  seeded,
} from '../../../../src/core/warning/chance/random.ts'
import { surprise } from '../../../../src/core/warning/detect/surprise.ts'
import { logUpperTail } from '../../../../src/core/warning/tails/counts.ts'

const many = (n: number, draw: () => number) => {
  const x = Array.from({ length: n }, draw)
  const mean = x.reduce((a, b) => a + b, 0) / n
  return { mean, variance: x.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1) }
}
const near = (got: number, wanted: number, share: number) =>
  assert.ok(Math.abs(got - wanted) <= share * wanted, `${got} against ${wanted}`)

describe('seeded randomness', () => {
  it('repeats itself, and differs by seed', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seeded(seed))
    assert.deepEqual(draw(7), draw(7))
    assert.notDeepEqual(draw(7), draw(8))
  })
  it('draws uniforms, normals, gammas and Poissons with their means and variances', () => {
    const random = seeded(5)
    near(many(40_000, random).mean, 0.5, 0.02)
    near(many(40_000, () => drawNormal(random)).variance, 1, 0.04)
    for (const shape of [0.3, 2.5]) near(many(40_000, () => drawGamma(shape, random)).mean, shape, 0.04)
    for (const mean of [0.4, 7, 250]) {
      const p = many(20_000, () => drawPoisson(mean, random))
      near(p.mean, mean, 0.03)
      near(p.variance, mean, 0.06)
    }
  })
  it('draws overdispersed counts with variance = dispersion × mean', () => {
    const random = seeded(6)
    const c = many(60_000, () => drawCount(4, 2, random))
    near(c.mean, 4, 0.03)
    near(c.variance, 8, 0.06)
  })
  it('draws nothing from a mean that is no number', () => {
    assert.equal(drawCount(Number.NaN, 1.2, seeded(1)), 0)
  })
})

describe('an imagined calm zone', () => {
  it('keeps its mean, and varies more over weeks than its days alone would', () => {
    const zone = new CalmZone(3, 1.2, seeded(2))
    const days = Array.from({ length: 70_000 }, () => zone.next())
    near(days.reduce((a, b) => a + b, 0) / days.length, 3, 0.05)
    const months = Array.from({ length: 2000 }, (_, m) =>
      days.slice(m * 35, m * 35 + 35).reduce((a, b) => a + b, 0),
    )
    const mean = months.reduce((a, b) => a + b, 0) / months.length
    const variance = months.reduce((a, b) => a + (b - mean) ** 2, 0) / months.length
    assert.ok(variance > 1.5 * 1.2 * mean)
  })
})

describe('thresholds', () => {
  const table = new ChanceTable({ seed: 4, years: 60 })
  it('rise as the budget falls, for every detector', () => {
    for (const d of ['surge', 'quiet', 'cusum', 'change', 'drop'] as const) {
      const at = [4, 1, 0.25, 0.05].map(perYear => table.threshold(d, 1, 1.2, perYear))
      assert.deepEqual(
        at,
        [...at].sort((a, b) => a - b),
        d,
      )
    }
  })
  it('and the rate by chance undo each other', () => {
    for (const perYear of [0.3, 1, 2]) {
      const level = table.threshold('surge', 2, 1.2, perYear)
      near(table.perYear('surge', 2, 1.2, level), perYear, 0.02)
    }
  })
  it('are the same for the same seed, in whatever order they are asked', () => {
    const other = new ChanceTable({ seed: 4, years: 60 })
    other.threshold('surge', 8, 1.2, 1)
    assert.equal(other.threshold('surge', 1, 1.2, 1), table.threshold('surge', 1, 1.2, 1))
  })
})

describe('the surprise of a count', () => {
  it('is -log10 of the tail, by the short sum as by the long way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0.01, max: 120, noNaN: true }),
        fc.double({ min: 0.02, max: 5, noNaN: true }),
        (k, mu, spread) => {
          const wanted = -logUpperTail(k, { mean: mu, size: mu / spread }) / Math.LN10
          return Math.abs(surprise(k, mu, spread) - wanted) < 1e-6 * Math.max(1, wanted)
        },
      ),
    )
  })
})
