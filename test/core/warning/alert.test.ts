import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alertStates, outcomeCounts } from '../../../src/core/warning/alert-state.ts'
import { chartOf } from '../../../src/core/warning/chart.ts'
import { coldStart } from '../../../src/core/warning/detect/cold-start.ts'
import { Monitor } from '../../../src/core/warning/detect/monitor.ts'
import { evidenceRatio, sinceWhen, usualRange } from '../../../src/core/warning/explain.ts'
import { replay } from '../../../src/core/warning/replay.ts'
import { scanEventsOf, watchAccord } from '../../../src/core/warning/watch-accord.ts'
import { calmThenSurge, day, docketAt, endOf, OLD_ACCORD, shelling, thresholds } from './world.ts'

const records = calmThenSurge('2018-09-10', 6, 3)
const watch = watchAccord(OLD_ACCORD, docketAt(records, endOf('2018-09-16')), endOf('2018-09-16'), thresholds)
const alert = watch.alerts.find(a => a.series === 'dmz/*/hostile' && a.raisedOn >= '2018-09-10')!

describe('an alert', () => {
  it('comes within days of the surge and says when it began', () => {
    assert.ok(alert.raisedOn <= '2018-09-12')
    assert.equal(alert.since, '2018-09-10')
  })
  it('says what was observed, what was usual, and how many times that is', () => {
    assert.ok(alert.observed >= 4 && alert.expected > 1 && alert.expected < 3)
    assert.ok(alert.expectedRange.low <= alert.expected && alert.expected <= alert.expectedRange.high)
    assert.ok(Math.abs(alert.times - alert.observed / alert.expected) < 1e-12)
  })
  it('says how often chance alone would raise it, within the budget', () => {
    assert.ok(alert.perYearByChance > 0 && alert.perYearByChance <= 1.01)
    assert.equal(alert.budget, 1)
    assert.ok(alert.evidenceRatio > 2)
  })
  it('names zone, kind and the provisions that such acts touch', () => {
    assert.deepEqual([alert.zone, alert.kind, alert.parties], ['dmz', 'hostile', []])
    assert.ok(alert.provisions.includes('no-attack'))
  })
  it('opens its evidence: the events of the window', () => {
    assert.ok(alert.events.includes(`e-${day('2018-09-10')}-0`))
  })
  it('says it in both languages, with the numbers', () => {
    assert.match(alert.words.en, /since 10 September 2018/)
    assert.match(alert.words.ar, /منذ 10 أيلول\/سبتمبر 2018/)
  })
  it('is also raised for the party whose acts rise', () => {
    assert.ok(watch.alerts.some(a => a.parties[0] === 'GOV' && a.zone === 'dmz'))
  })
  it('is absent when nothing rises', () => {
    const calm = calmThenSurge('2018-09-10', 0, 0)
    const none = watchAccord(OLD_ACCORD, docketAt(calm, endOf('2018-09-16')), endOf('2018-09-16'), thresholds)
    assert.deepEqual(
      none.alerts.filter(a => a.direction === 'rise'),
      [],
    )
  })
})

describe('what explains an alert', () => {
  const raised = {
    day: 30,
    detector: 'surge',
    direction: 'rise',
    level: 3,
    threshold: 2,
    perYearByChance: 0.1,
    windowDays: 5,
    observed: 12,
    expected: 4,
    spread: 0.3,
    usualPerDay: 0.8,
    restsOnDays: 30,
  } as const
  const series = {
    id: 'z',
    firstDay: 0,
    counts: [...Array.from({ length: 27 }, (_, i) => (i % 4 === 0 ? 2 : 0)), 4, 3, 5, 4],
  }

  it('dates the beginning to the first day of the stretch that stands out', () => {
    assert.equal(sinceWhen(series, { ...raised, usualPerDay: 0.5 }), 27)
  })
  it('weighs a rise of half again to five times against none', () => {
    assert.ok(evidenceRatio(raised) > 20)
    assert.ok(evidenceRatio({ ...raised, observed: 4 }) < 1)
  })
  it('gives the range of a calm window', () => {
    const { low, high } = usualRange(raised)
    assert.ok(low >= 0 && low < 4 && high > 4 && high < 12)
  })
})

describe('a replay as known on each day', () => {
  it('raises the alert on the day that was enough, not with hindsight', () => {
    const days = [
      ...replay(
        OLD_ACCORD,
        k => docketAt(records, k),
        { from: day('2018-09-08'), until: day('2018-09-16') },
        thresholds,
      ),
    ]
    const first = days.find(d => d.raised.some(r => r.alert.series === 'dmz/*/hostile'))!
    assert.equal(first.day, alert.raisedOn)
    assert.deepEqual(
      days.filter(d => d.day < '2018-09-10').flatMap(d => d.raised),
      [],
    )
  })
  it('knows nothing of a surge that is reported a week late, until then', () => {
    const late = records.map(r =>
      r.when.lo >= endOf('2018-09-09') ? { ...r, received: r.received + 7 * 86_400 } : r,
    )
    const days = [
      ...replay(
        OLD_ACCORD,
        k => docketAt(late, k),
        { from: day('2018-09-10'), until: day('2018-09-20') },
        thresholds,
      ),
    ]
    const first = days.find(d => d.raised.some(r => r.alert.zone === 'dmz'))
    assert.ok(first!.day >= '2018-09-17', first!.day)
  })
})

describe('the start of a truce', () => {
  const before = Array.from({ length: 100 }, () => 6)
  const series = { id: 'z', firstDay: 0, counts: [...before, 0, 1, 0, 0, 1, 5, 7, 6] }

  it('forgets the war before it but for a week’s worth', () => {
    const cold = coldStart(series, 100, [{ id: 'y', firstDay: 100, counts: [0, 1, 0, 0, 0, 1, 0, 0] }])
    assert.equal(cold.series.firstDay, 100)
    assert.deepEqual(cold.prior, { mean: 0.25, days: 7 })
  })
  it('warns within days when violence comes back', () => {
    const cold = coldStart(series, 100, [{ id: 'y', firstDay: 100, counts: [0, 1, 0, 0, 0, 1, 0, 0] }])
    const monitor = new Monitor(thresholds, 100, cold.prior)
    assert.ok(cold.series.counts.map(c => monitor.step(c)).some(r => r?.direction === 'rise'))
  })
})

describe('what people do with alerts', () => {
  const entry = (recordedAt: number, act: Parameters<typeof alertStates>[0][number]['note']['act']) => ({
    by: 'u1',
    recordedAt,
    note: { alert: 'a@2018-09-11', act },
  })
  it('is acknowledged once, commented often, and the newest outcome holds', () => {
    const states = alertStates([
      entry(1, { kind: 'acknowledged' }),
      entry(2, { kind: 'comment', text: 'اتصلت بالمراقب' }),
      entry(3, { kind: 'outcome', outcome: 'unclear' }),
      entry(4, { kind: 'outcome', outcome: 'true', why: 'confirmed' }),
      entry(5, { kind: 'acknowledged' }),
    ])
    const s = states.get('a@2018-09-11')!
    assert.deepEqual([s.acknowledged?.at, s.comments.length, s.outcome?.outcome], [1, 1, 'true'])
    assert.equal(outcomeCounts(states).true, 1)
  })
})

describe('the chart', () => {
  it('shows each day against a baseline that only earlier days have taught', () => {
    const series = watch.series.find(s => s.id === 'dmz/*/hostile')!
    const chart = chartOf(series, thresholds)
    const cut = chartOf({ ...series, counts: series.counts.slice(0, 150) }, thresholds)
    assert.deepEqual(chart.slice(0, 150), cut)
    assert.ok(chart.some(d => (d.strength ?? 0) > 1))
    assert.equal(chart[5]!.usual, undefined)
  })
})

describe('events for the scan', () => {
  it('are the hostile ones known to a day and a place', () => {
    const some = [
      shelling(day('2018-09-01'), 1),
      shelling(day('2018-09-01'), 2, { place: { kind: 'unknown' } }),
    ]
    const w = watchAccord(OLD_ACCORD, docketAt(some, endOf('2018-09-16')), endOf('2018-09-16'), thresholds)
    assert.deepEqual(
      scanEventsOf(w.occurrences).map(e => e.day),
      [day('2018-09-01')],
    )
  })
})
