import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readSeriesFolder } from '../../../../src/cli/series-folder.ts'
import { type Score, scoreOf, tally } from '../../../../src/core/warning/score/scorer.ts'
import { YARDSTICKS } from '../../../../src/core/warning/yardsticks/methods.ts'
import { notHere, reference } from '../reference.ts'

const sets = notHere
  ? undefined
  : readSeriesFolder(fileURLToPath(new URL('../../../../../shared/series', import.meta.url)))
const seriesOf = (set: string) => {
  if (set === 'real') return sets!.real
  const part = set === 'injected_air' ? 'air_' : set === 'injected_iraq' ? 'irq07_' : ''
  return sets!.injected.filter(s => s.id.includes(part))
}

describe("yardsticks raise R's alarms, day for day (backtest_alarms_shared.json)", { skip: notHere }, () => {
  const alarms: Record<string, Record<string, Record<string, number[]>>> = notHere
    ? {}
    : reference('backtest_alarms_shared.json').sets
  for (const [set, methods] of Object.entries(alarms))
    for (const [name, bySeries] of Object.entries(methods))
      it(`${set}: ${name}`, () => {
        const [method, threshold] = name.split('|')
        const yardstick = YARDSTICKS.find(y => y.name === method)!
        for (const s of seriesOf(set))
          assert.deepEqual(
            yardstick.alarms(s.counts, Number(threshold)).map(d => d + 1),
            bySeries[s.id] ?? [],
            s.id,
          )
      })
})

describe('yardsticks score as published (backtest_results_shared.json)', { skip: notHere }, () => {
  type Row = {
    method: string
    threshold: number
    within_false_alarm_budget: boolean
    shared: Record<string, number | null>
  }
  const results: Record<string, Row[]> = notHere ? {} : reference('backtest_results_shared.json')
  for (const [set, rows] of Object.entries(results))
    for (const row of rows) {
      const yardstick = YARDSTICKS.find(y => y.name === row.method)
      // The two "candidate" rows are earlier drafts of detectors, not methods to match.
      if (!yardstick) continue
      it(`${set}: ${row.method} at ${row.threshold}`, () => {
        const score: Score = scoreOf(
          seriesOf(set).map(s => tally(s.truth, yardstick.alarms(s.counts, row.threshold))),
        )
        const near = (got: number, published: number | null | undefined, half: number) =>
          assert.ok(Math.abs(got - published!) <= half, `${got} against ${published}`)
        const { shared } = row
        near(score.falseAlertsPerZoneYear, shared.false_alerts_per_zone_year, 0.0005)
        near(score.alarmDayShare, shared.alarm_day_share, 0.00005)
        near(score.shareWithin6Days, shared.share_within_6_days, 0.00051)
        assert.equal(
          score.medianDelayDays === Infinity ? null : score.medianDelayDays,
          shared.median_delay_days,
        )
        assert.deepEqual([score.missed, score.breakdowns], [shared.missed, shared.n])
      })
    }
})
