import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cusum } from '../../../../src/core/warning/yardsticks/cusum.ts'
import { ears } from '../../../../src/core/warning/yardsticks/ears.ts'
import {
  type FarringtonOptions,
  type FarringtonWeek,
  farringtonWeek,
} from '../../../../src/core/warning/yardsticks/farrington.ts'
import {
  generalisedLikelihoodRatio,
  likelihoodRatioCusum,
} from '../../../../src/core/warning/yardsticks/likelihood-ratio.ts'
import { outbreakP } from '../../../../src/core/warning/yardsticks/outbreak-p.ts'
import { poissonCusumRunLength } from '../../../../src/core/warning/yardsticks/run-length.ts'
import { spaceTimePointDetector } from '../../../../src/core/warning/yardsticks/space-time-point.ts'
import { notHere, reference, worst } from '../reference.ts'

/** One run of R: `range_1based` says which points were judged. */
type Run = {
  name: string
  series_id: string
  aggregation: string
  range_1based: [number, number]
  input: number[]
  mu0: number[]
  upperbound: (number | null)[]
  statistic: (number | null)[]
  alarm: (number | null)[]
}
const runs = (file: string): Run[] => (notHere ? [] : reference(file))
const title = (r: Run) => `${r.name}, ${r.series_id} by ${r.aggregation}`
const judged = (r: Run) => r.input.slice(r.range_1based[0] - 1, r.range_1based[1])
const alarms = (r: Run) => r.alarm.map(a => a === 1)

describe('EARS equal to R (r_ears.json)', { skip: notHere }, () => {
  for (const r of runs('r_ears.json'))
    it(title(r), () => {
      const method = r.name.slice(-2) as 'C1' | 'C2' | 'C3'
      const got = ears(r.input, { method, baseline: 7, alpha: 0.001, from: r.range_1based[0] - 1 })
      assert.deepEqual(got.alarm, alarms(r))
      assert.ok(worst(got.upperbound, r.upperbound, 1e-3) < 1e-9)
    })
})

describe('CUSUM equal to R (r_cusum.json)', { skip: notHere }, () => {
  for (const r of runs('r_cusum.json'))
    it(title(r), () => {
      const scale = r.name.slice(6) as 'standard' | 'rossi' | 'anscombe'
      const got = cusum(r.input, { from: r.range_1based[0] - 1, k: 1.04, h: 2.26, scale })
      assert.deepEqual(got.alarm, alarms(r))
      assert.ok(worst(got.upperbound, r.upperbound, 1e-3) < 1e-9)
    })
})

describe('LR and GLR charts equal to R (r_glr.json)', { skip: notHere }, () => {
  for (const r of runs('r_glr.json'))
    it(title(r), () => {
      const x = judged(r)
      const got = r.name.startsWith('lrnb')
        ? likelihoodRatioCusum(x, r.mu0, { logFactor: Math.LN2, alpha: 0.25, threshold: 5 })
        : r.name.startsWith('glrnb')
          ? generalisedLikelihoodRatio(x, r.mu0, { alpha: 0.25, threshold: 5, window: 60 })
          : generalisedLikelihoodRatio(x, r.mu0, { alpha: 0, threshold: 5 })
      assert.deepEqual(got.alarm, alarms(r))
      assert.ok(worst(got.statistic, r.statistic, 1e-3) < 1e-9, `${worst(got.statistic, r.statistic, 1e-3)}`)
    })
})

describe('outbreakP equal to R (r_outbreakP.json)', { skip: notHere }, () => {
  for (const r of runs('r_outbreakP.json'))
    it(title(r), () => {
      const got = outbreakP(judged(r), { threshold: 100 })
      assert.deepEqual(got.alarm, alarms(r))
      assert.ok(worst(got.statistic, r.statistic) < 1e-9)
    })
})

/** The four longest of r_arl.json, solved with mpmath at 60 digits. */
const EXACT = [
  [8, 2, 0.5, 499867472.6328482],
  [5, 3, 0.5, 14244520.45838232],
  [8, 3, 0.5, 79990070967.9158],
  [8, 3, 1, 16880437.21132962],
] as const

describe('run lengths equal to R (r_arl.json)', { skip: notHere }, () => {
  const rows: { h: number; k: number; theta: number; ARL: number }[] = notHere
    ? []
    : reference('r_arl.json').arlCusum
  for (const r of rows)
    it(`h ${r.h}, k ${r.k}, mean ${r.theta}`, () => {
      const got = poissonCusumRunLength({ h: r.h, k: r.k, mean: r.theta })
      // Past 5e6 days R's own solve has lost more than 1e-9 (checked against 60 digits, see below).
      assert.ok(worst([got], [r.ARL]) < Math.max(1e-9, 2e-16 * r.ARL), `${got} against ${r.ARL}`)
    })
})

describe('run lengths against 60-digit arithmetic', () => {
  for (const [h, k, mean, exact] of EXACT)
    it(`h ${h}, k ${k}, mean ${mean} within 1e-13`, () => {
      assert.ok(worst([poissonCusumRunLength({ h, k, mean })], [exact]) < 1e-13)
    })
})

describe('space-time point detector equal to R (r_stcd.json)', { skip: notHere }, () => {
  it('gives the statistic at each of 300 events and no alarm', () => {
    const r = reference('r_stcd.json')
    const events = r.x.map((x: number, i: number) => ({ x, y: r.y[i], t: r.t[i] }))
    const got = spaceTimePointDetector(events, { radius: 15, epsilon: 0.2, threshold: 1e6 })
    assert.ok(worst(got.statistic, r.R) < 1e-9)
    assert.equal(got.alarmAt, undefined)
  })
})

describe('Farrington flexible equal to R (r_farringtonFlexible.json)', { skip: notHere }, () => {
  type FarringtonRun = Run &
    Record<'expected' | 'pvalue' | 'mu0Vector' | 'phiVector' | 'trendVector', (number | null)[]>
  for (const r of runs('r_farringtonFlexible.json') as FarringtonRun[])
    it(`${title(r)}`, () => {
      const [, years, threshold, periods] = /_b(\d)_(\w+)_p(\d+)$/.exec(r.name)!
      const epoch = /epoch=(\d{4}-\d\d-\d\d)/.exec((r as unknown as { call: string }).call)![1]!
      const options: FarringtonOptions = {
        years: Number(years),
        halfWindow: 3,
        periods: Number(periods),
        recentWeeksLeftOut: 26,
        alpha: 0.01,
        threshold: threshold as FarringtonOptions['threshold'],
        weightsThreshold: 2.58,
        trendSignificance: 0.05,
        enough: { cases: 5, weeks: 4 },
      }
      const [from, to] = r.range_1based
      const got = Array.from({ length: to - from + 1 }, (_, i) =>
        farringtonWeek(r.input, Date.parse(epoch) / 86_400_000, from - 1 + i, options),
      )
      const of = (f: keyof FarringtonWeek) => got.map(g => (g ? (g[f] as number) : null))
      assert.deepEqual(
        got.map(g => g?.alarm ?? false),
        alarms(r),
      )
      for (const [field, theirs] of [
        ['upperbound', r.upperbound],
        ['expected', r.expected],
        ['pvalue', r.pvalue],
        ['mean', r.mu0Vector],
        ['dispersion', r.phiVector],
        ['trend', r.trendVector],
      ] as const)
        assert.ok(worst(of(field), theirs, 1e-6) < 1e-6, `${field}: ${worst(of(field), theirs, 1e-6)}`)
    })
})
