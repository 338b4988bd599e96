import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { completeness, nowcast } from '../../../../src/core/warning/nowcast/nowcast.ts'
import {
  knownOf,
  type ReportingTriangle,
  reportingTriangle,
} from '../../../../src/core/warning/nowcast/triangle.ts'
import { lawlessNowcast, uniformNowcast } from '../../../../src/core/warning/yardsticks/plain-nowcasts.ts'
import { notHere, reference } from '../reference.ts'

describe('nowcasts equal to R (r_nowcast.json)', { skip: notHere }, () => {
  const r = notHere ? {} : reference('r_nowcast.json')
  const triangle: ReportingTriangle = {
    maxDelay: 15,
    cells: (r.triangle ?? []).map((row: (number | null)[]) => row.map(v => v ?? undefined)),
  }
  const judged = r.when?.length ?? 0

  it('Lawless: point and interval exactly', () => {
    const got = lawlessNowcast(triangle, 300)
    assert.deepEqual(got.point.slice(-judged), r.nc_lawless.point)
    assert.deepEqual(got.low.slice(-judged), r.nc_lawless.lo)
    assert.deepEqual(got.high.slice(-judged), r.nc_lawless.hi)
  })
  it('uniform: point and interval exactly', () => {
    const got = uniformNowcast(triangle, 300)
    assert.deepEqual(got.point.slice(-judged), r.nc_unif.point)
    assert.deepEqual(got.low.slice(-judged), r.nc_unif.lo)
    assert.deepEqual(got.high.slice(-judged), r.nc_unif.hi)
  })
  for (const [name, truncated] of [
    ['nc_bayes_trunc', true],
    ['nc_bayes_notrunc', false],
  ] as const)
    it(`${name}: within R's own simulation error (2 events or 3 %)`, () => {
      // R's prior: mean 50, variance 3000, as in its manual.
      const got = nowcast(triangle, { mean: 50, size: 2500 / 2950 }, { truncated }).slice(-judged)
      assert.deepEqual(
        got.map(g => g.known),
        r[name].observed,
      )
      for (const [ours, theirs] of [
        ['median', 'point'],
        ['low', 'lo'],
        ['high', 'hi'],
      ] as const)
        got.forEach((g, i) => {
          const e = r[name][theirs][i]
          assert.ok(
            Math.abs(g[ours] - e) <= Math.max(2, 0.03 * e),
            `day ${i} ${ours}: ${g[ours]} against ${e}`,
          )
        })
    })
})

describe('a reporting triangle', () => {
  const events = [
    { happened: 0, reported: 0 },
    { happened: 0, reported: 2 },
    { happened: 1, reported: 9 },
    { happened: 3, reported: 2 },
    { happened: 3, reported: 3 },
  ]
  const triangle = reportingTriangle(events, { from: 0, now: 3, maxDelay: 2 })

  it('counts events by day and delay', () => {
    assert.deepEqual(triangle.cells[0], [1, 0, 1])
  })
  it('leaves open what nobody can know yet', () => {
    assert.deepEqual(triangle.cells[3], [1, undefined, undefined])
  })
  it('leaves out what was reported after now, and what was reported before it happened', () => {
    assert.deepEqual(knownOf(triangle), [2, 0, 0, 1])
  })
  it('puts delays beyond the longest into the longest', () => {
    const late = reportingTriangle([{ happened: 0, reported: 8 }], { from: 0, now: 9, maxDelay: 3 })
    assert.deepEqual(late.cells[0], [0, 0, 0, 1])
  })
})

describe('a nowcast', () => {
  const daily = (delayOf: (i: number) => number) =>
    Array.from({ length: 400 }, (_, i) => ({
      happened: Math.floor(i / 10),
      reported: Math.floor(i / 10) + delayOf(i),
    }))
  const prior = { mean: 10, size: 5 }

  it('is what is known, without width, when reports come the same day', () => {
    const t = reportingTriangle(
      daily(() => 0),
      { from: 0, now: 39, maxDelay: 7 },
    )
    const today = nowcast(t, prior).at(-1)!
    assert.ok(today.known === 10 && today.median === 10 && today.high <= 11)
  })
  it('doubles a young day when half of its reports take three days', () => {
    const t = reportingTriangle(
      daily(i => (i % 2) * 3),
      { from: 0, now: 39, maxDelay: 7 },
    )
    const today = nowcast(t, prior).at(-1)!
    assert.equal(today.known, 5)
    assert.ok(today.median >= 8 && today.median <= 11, `${today.median}`)
    assert.ok(today.low >= 5 && today.high > 11)
    assert.ok(Math.abs(today.reportedShare - 0.5) < 0.06)
  })
  it('never falls below what is known, nor leaves its own interval', () => {
    const t = reportingTriangle(
      daily(i => i % 6),
      { from: 0, now: 39, maxDelay: 7 },
    )
    for (const n of nowcast(t, prior)) assert.ok(n.known <= n.low && n.low <= n.median && n.median <= n.high)
  })
  it('gives a day older than the longest delay no width', () => {
    const t = reportingTriangle(
      daily(i => i % 3),
      { from: 0, now: 39, maxDelay: 7 },
    )
    const old = nowcast(t, prior)[10]!
    assert.deepEqual(old, { known: 10, median: 10, low: 10, high: 10, reportedShare: 1 })
  })
  it('rests on the prior when nothing was ever reported', () => {
    const t = reportingTriangle([], { from: 0, now: 20, maxDelay: 7 })
    const today = nowcast(t, prior).at(-1)!
    assert.ok(today.low === 0 && today.high > 10)
  })
  it('counts a day as more complete the older it is', () => {
    const t = reportingTriangle(
      daily(i => i % 6),
      { from: 0, now: 39, maxDelay: 7 },
    )
    const shares = completeness(t).map(b => (b.a === Infinity ? 1 : b.a / (b.a + b.b)))
    for (let x = 1; x < shares.length; x++) assert.ok(shares[x]! >= shares[x - 1]!)
  })
})
