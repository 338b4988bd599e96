import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readSeriesFolder } from '../../../../src/cli/series-folder.ts'
import { alertStarts, scoreOf, tally } from '../../../../src/core/warning/score/scorer.ts'
import { notHere, reference } from '../reference.ts'

describe('alerts from alarm days', () => {
  it('start anew after more than seven days without alarm, not after seven', () => {
    assert.deepEqual(alertStarts([10, 17, 25]), [10, 25])
  })
  it('count an alarm that stays on once', () => {
    assert.deepEqual(alertStarts([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]), [5])
  })
})

describe('the score of one series', () => {
  const series = { days: 400, breakdowns: [{ onset: 200, detectWithin: 21, excuse: 42 }] }

  it('measures the delay from the onset to the start of the alert', () => {
    assert.deepEqual(tally(series, [204, 205]).delays, [4])
  })
  it('counts a breakdown as missed when the alert was already on', () => {
    assert.deepEqual(tally(series, [196, 199, 203, 207]).delays, [Infinity])
  })
  it('counts an alert on day 21 of a surge as too late, and not as false', () => {
    const t = tally(series, [221])
    assert.deepEqual([t.delays, t.falseAlerts], [[Infinity], 0])
  })
  it('does not judge the first 63 days', () => {
    const t = tally(series, [62])
    assert.deepEqual([t.falseAlerts, t.alarmDays, t.scoredDays], [0, 0, 400 - 63 - 42])
  })
  it('counts an alert after the excused days as false', () => {
    assert.equal(tally(series, [242]).falseAlerts, 1)
  })
  it('judges real breakdowns between the calm date and the onset only', () => {
    const real = {
      days: 400,
      breakdowns: [{ onset: 200, detectWithin: 30, excuse: 0 }],
      calm: [[100, 200]] as const,
    }
    const t = tally(real, [90, 150, 190, 229, 300])
    assert.deepEqual([t.falseAlerts, t.delays, t.scoredDays], [2, [29], 100])
  })
  it('has an infinite median delay when half are missed', () => {
    assert.equal(
      scoreOf([{ falseAlerts: 0, scoredDays: 1, alarmDays: 0, delays: [0, Infinity, Infinity] }])
        .medianDelayDays,
      Infinity,
    )
  })
})

describe("R's alarms score as published (backtest_results_shared.json)", { skip: notHere }, () => {
  const sets = notHere
    ? undefined
    : readSeriesFolder(fileURLToPath(new URL('../../../../../shared/series', import.meta.url)))
  const published = notHere ? {} : reference('backtest_results_shared.json')
  const alarms = notHere ? {} : reference('backtest_alarms_shared.json').sets
  const round = (x: number, digits: number) => Math.round(x * 10 ** digits) / 10 ** digits

  for (const [set, methods] of Object.entries<Record<string, Record<string, number[]>>>(alarms))
    for (const [name, bySeries] of Object.entries(methods))
      it(`${set}: ${name}`, () => {
        const series = set === 'real' ? sets!.real : sets!.injected
        const got = scoreOf(
          series.map(s =>
            tally(
              s.truth,
              (bySeries[s.id] ?? []).map(d => d - 1),
            ),
          ),
        )
        const [method, threshold] = name.split('|')
        type Row = { method: string; threshold: number; shared: Record<string, number | null> }
        const row = published[set].find((r: Row) => r.method === method && r.threshold === Number(threshold))
        assert.deepEqual(
          {
            false_alerts_per_zone_year: round(got.falseAlertsPerZoneYear, 3),
            alarm_day_share: round(got.alarmDayShare, 4),
            median_delay_days: got.medianDelayDays === Infinity ? null : got.medianDelayDays,
            share_within_6_days: round(got.shareWithin6Days, 3),
            missed: got.missed,
            n: got.breakdowns,
          },
          row.shared,
        )
      })
})
