import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  logLowerTail,
  logProbability,
  logUpperTail,
  quantile,
} from '../../../../src/core/warning/tails/counts.ts'
import { gammaQuantile } from '../../../../src/core/warning/tails/gamma.ts'
import { logNormalUpperTail, normalQuantile } from '../../../../src/core/warning/tails/normal.ts'
import { studentTwoSided } from '../../../../src/core/warning/tails/student.ts'
import { notHere, reference, worst } from '../reference.ts'

describe('tails equal to R (r_distributions.json)', { skip: notHere }, () => {
  const r = notHere ? {} : reference('r_distributions.json')
  type Row = { mu: number; size: number; k: number; logp: number; p: number; q: number; sh: number }

  it('gives the log upper tail of the negative binomial within 1e-11', () => {
    const got = r.nb.map((e: Row) => logUpperTail(e.k, { mean: e.mu, size: e.size }))
    assert.ok(
      worst(
        got,
        r.nb.map((e: Row) => e.logp),
      ) < 1e-11,
    )
  })
  it('gives the log upper tail of the Poisson within 1e-12', () => {
    const got = r.po.map((e: Row) => logUpperTail(e.k, { mean: e.mu, size: Infinity }))
    assert.ok(
      worst(
        got,
        r.po.map((e: Row) => e.logp),
      ) < 1e-12,
    )
  })
  it('gives the quantiles of the negative binomial exactly', () => {
    const got = r.qnb.map((e: Row) => quantile(e.p, { mean: e.mu, size: e.size }))
    assert.deepEqual(
      got,
      r.qnb.map((e: Row) => e.q),
    )
  })
  it('gives the quantiles of the gamma within 1e-12', () => {
    const got = r.ga.map((e: Row) => gammaQuantile(e.p, e.sh))
    assert.ok(
      worst(
        got,
        r.ga.map((e: Row) => e.q),
      ) < 1e-12,
    )
  })
})

describe('tails of counts', () => {
  const law = fc.record({
    mean: fc.double({ min: 0.01, max: 300, noNaN: true }),
    size: fc.oneof(fc.double({ min: 0.05, max: 200, noNaN: true }), fc.constant(Infinity)),
  })

  it('sum to one on both sides of every k', () => {
    fc.assert(
      fc.property(law, fc.integer({ min: 1, max: 400 }), (l, k) => {
        const sum = Math.exp(logUpperTail(k, l)) + Math.exp(logLowerTail(k - 1, l))
        return Math.abs(sum - 1) < 1e-11
      }),
    )
  })
  it('differ by the probability of k between k and k + 1', () => {
    fc.assert(
      fc.property(law, fc.integer({ min: 0, max: 300 }), (l, k) => {
        const step = Math.exp(logUpperTail(k, l)) - Math.exp(logUpperTail(k + 1, l))
        return Math.abs(step - Math.exp(logProbability(k, l))) < 1e-11
      }),
    )
  })
  it('give the quantile as the first count that reaches p', () => {
    fc.assert(
      fc.property(law, fc.double({ min: 0.001, max: 0.9999, noNaN: true }), (l, p) => {
        const q = quantile(p, l)
        return Math.exp(logLowerTail(q, l)) >= p - 1e-9 && Math.exp(logLowerTail(q - 1, l)) < p + 1e-9
      }),
    )
  })
  it('are certain for a zone whose mean is 0', () => {
    assert.equal(logUpperTail(1, { mean: 0, size: 3 }), -Infinity)
    assert.equal(logLowerTail(0, { mean: 0, size: 3 }), 0)
    assert.equal(quantile(0.999, { mean: 0, size: 3 }), 0)
  })
})

describe('tails of the normal and of Student', () => {
  it('reach far out where 1 - cdf is 0: ln P(Z ≥ 40)', () => {
    // Mills ratio: ln φ(40) - ln 40 - ln(1 + 1/1600 - …)
    const series = Math.log(1 - 1 / 1600 + 3 / 1600 ** 2 - 15 / 1600 ** 3)
    const expected = -800 - 0.5 * Math.log(2 * Math.PI) - Math.log(40) + series
    assert.ok(Math.abs(logNormalUpperTail(40) - expected) < 1e-9)
  })
  it('invert: the quantile of the tail is the point', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 5, noNaN: true }), z => {
        const p = Math.exp(logNormalUpperTail(-z))
        // Above 5 a probability near 1 no longer holds the digits of z.
        return Math.abs(normalQuantile(p) - z) < 1e-8 * Math.max(1, Math.abs(z))
      }),
    )
  })
  it('know the usual points of the normal', () => {
    assert.ok(Math.abs(normalQuantile(0.999) - 3.090232306167813) < 1e-14)
    assert.ok(Math.abs(normalQuantile(0.025) + 1.959963984540054) < 1e-14)
  })
  it('agree with the Cauchy law at one degree of freedom', () => {
    assert.ok(Math.abs(studentTwoSided(1, 1) - 0.5) < 1e-14)
    assert.ok(Math.abs(studentTwoSided(12.706204736174696, 1) - 0.05) < 1e-13)
  })
})
