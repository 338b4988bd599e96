import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ChanceTable } from '../../../../src/core/warning/chance/chance-table.ts'
import { drawCount, type Random, seeded } from '../../../../src/core/warning/chance/random.ts'
import { Monitor, watchSeries } from '../../../../src/core/warning/detect/monitor.ts'
import { Thresholds } from '../../../../src/core/warning/detect/thresholds.ts'
import { cleanSeries } from '../../../../src/core/warning/series/clean.ts'

const table = new ChanceTable({ seed: 11, years: 60 })
const once = new Thresholds(table, 1)
const DAY0 = 17_800

/** Days of a zone with the given mean (or mean of the day). */
const zone = (days: number, mean: number | ((t: number) => number), random: Random = seeded(4)) =>
  Array.from({ length: days }, (_, t) => drawCount(typeof mean === 'number' ? mean : mean(t), 1.2, random))
const watched = (counts: readonly number[], exposure?: readonly number[]) =>
  watchSeries({ id: 'z', firstDay: DAY0, counts, ...(exposure && { exposure }) }, once)
const rises = (counts: readonly number[], exposure?: readonly number[]) =>
  watched(counts, exposure)
    .raised.filter(r => r.direction === 'rise')
    .map(r => r.day - DAY0)

describe('a surge', () => {
  it('of three times the usual is warned of within six days, in most zones', () => {
    let found = 0
    for (let i = 0; i < 40; i++) {
      const days = rises(zone(230, t => (t < 200 ? 2 : 6), seeded(100 + i)))
      if (days.some(d => d >= 200 && d <= 206)) found++
    }
    assert.ok(found >= 35, `${found} of 40`)
  })
  it('says what was seen and what was usual', () => {
    const counts = [...zone(200, 2), 9, 8, 10, 9, 9, 8]
    const r = watched(counts).raised.find(a => a.day >= DAY0 + 200)!
    assert.ok(r.day <= DAY0 + 202)
    assert.ok(r.observed > 2 * r.expected)
    assert.ok(r.usualPerDay > 1.2 && r.usualPerDay < 3)
    assert.ok(r.perYearByChance < 1)
  })
  it('is one alert while it lasts and the zone rests', () => {
    const days = rises([...zone(200, 1), ...zone(9, 8, seeded(9))]).filter(d => d >= 200)
    assert.equal(days.length, 1)
  })
  it('is not raised by a day of many events that the zone has often', () => {
    const counts = Array.from({ length: 400 }, (_, t) => (t % 10 === 0 ? 12 : 0))
    assert.deepEqual(
      rises(counts).filter(d => d > 150),
      [],
    )
  })
})

describe('the budget of false alerts', () => {
  const rate = (perYear: number, mean: number) => {
    const thresholds = new Thresholds(table, perYear)
    let alerts = 0
    let days = 0
    for (let i = 0; i < 12; i++) {
      const counts = zone(2000, mean, seeded(500 + i))
      alerts += watchSeries({ id: 'z', firstDay: DAY0, counts }, thresholds).raised.filter(
        r => r.direction === 'rise',
      ).length
      days += counts.length
    }
    return (alerts * 365.25) / days
  }
  for (const mean of [0.02, 0.5, 3, 20])
    it(`is kept in calm zones of ${mean} events a day`, () => {
      assert.ok(rate(1, mean) <= 1.3, `${rate(1, mean)} a year`)
    })
  it('gives fewer alerts when it is smaller', () => {
    assert.ok(rate(0.2, 1) < rate(2, 1))
  })
})

describe('a quiet zone', () => {
  const silent = new Array<number>(300).fill(0)
  it('is warned of by two events on one day after months of nothing', () => {
    assert.deepEqual(rises([...silent, 2, 0]), [300])
  })
  it('is warned of by three events within a week', () => {
    assert.deepEqual(rises([...silent, 1, 0, 0, 1, 0, 1, 0]).length, 1)
  })
  it('is not warned of by a single event', () => {
    assert.deepEqual(rises([...silent, 1, 0, 0, 0, 0, 0, 0, 0]), [])
  })
  it('that is all zeros never alarms', () => {
    assert.deepEqual(watched(new Array<number>(2000).fill(0)).raised, [])
  })
})

describe('the start of a truce', () => {
  it('is judged from the second week on when a prior level is given', () => {
    const monitor = new Monitor(once, DAY0, { mean: 0.5, days: 14 })
    const raised = [0, 1, 0, 0, 1, 0, 1, 0, 6, 7].map(c => monitor.step(c))
    assert.ok(raised.some(r => r !== undefined))
  })
  it('is not judged without a prior', () => {
    assert.deepEqual(rises([0, 1, 0, 0, 1, 0, 1, 0, 6, 7]), [])
  })
  it('doubts a short history: the same surge is stranger after a year than after five weeks', () => {
    const young = watched([...zone(40, 2), 7, 8, 7, 8, 7]).raised.at(-1)!
    const old = watched([...zone(400, 2), 7, 8, 7, 8, 7]).raised.at(-1)!
    assert.ok(young.restsOnDays < old.restsOnDays)
  })
})

describe('sudden silence', () => {
  it('of a lively zone is a warning of its own kind', () => {
    const r = watched([...zone(200, 4), ...new Array<number>(14).fill(0)]).raised.filter(
      a => a.day >= DAY0 + 200,
    )
    assert.deepEqual(
      r.map(a => a.direction),
      ['fall'],
    )
  })
  it('is nothing when nobody looked', () => {
    const counts = [...zone(200, 4), ...new Array<number>(14).fill(Number.NaN)]
    assert.deepEqual(
      watched(counts).raised.filter(a => a.day >= DAY0 + 200),
      [],
    )
  })
  it('is nothing when coverage fell with the counts', () => {
    const counts = [...zone(200, 4), ...zone(30, 0.8, seeded(8))]
    const exposure = counts.map((_, t) => (t < 200 ? 1 : 0.2))
    assert.deepEqual(
      watched(counts, exposure).raised.filter(a => a.day >= DAY0 + 200),
      [],
    )
  })
  it('of a zone whose reports come in batches is nothing', () => {
    const counts = Array.from({ length: 420 }, (_, t) => (t < 100 ? 2 : t % 30 === 0 ? 60 : 0))
    const late = watched(counts).raised.filter(a => a.day > DAY0 + 140)
    assert.deepEqual(late, [])
  })
})

describe('bad input', () => {
  it('a month dumped into a day is named as such and raises no alarm', () => {
    const counts = [...zone(200, 1), ...new Array<number>(29).fill(0), 31, ...zone(20, 1, seeded(6))]
    const { raised, findings } = watched(counts)
    const batch = findings.find(f => f.kind === 'batch')!
    assert.deepEqual([batch.to - DAY0, batch.value], [229, 31])
    assert.deepEqual(
      raised.filter(r => r.direction === 'rise' && r.day >= DAY0 + 200),
      [],
    )
  })
  it('far more than a month’s worth after a silent month is a surge all the same', () => {
    const counts = [...zone(200, 1), ...new Array<number>(29).fill(0), 300]
    assert.ok(rises(counts).includes(229))
  })
  it('negative counts and non-numbers become days not known, and are said', () => {
    const { series, findings } = cleanSeries({ id: 'z', firstDay: DAY0, counts: [1, -2, Infinity, 3] })
    assert.deepEqual(series.counts, [1, Number.NaN, Number.NaN, 3])
    assert.deepEqual(
      findings.map(f => f.kind),
      ['negative', 'not-a-number', 'gap', 'too-short'],
    )
  })
  it('fractions are used as they are, and said', () => {
    const half = zone(300, 4).map(c => c / 2)
    const { series, findings } = cleanSeries({ id: 'z', firstDay: DAY0, counts: half })
    assert.ok(findings.some(f => f.kind === 'fraction'))
    assert.doesNotThrow(() => watchSeries(series, once))
  })
  it('a series of one day is too short, and says so', () => {
    const { series, findings } = cleanSeries({ id: 'z', firstDay: DAY0, counts: [900] })
    assert.deepEqual(
      findings.map(f => f.kind),
      ['too-short'],
    )
    assert.deepEqual(watchSeries(series, once).raised, [])
  })
  it('all zeros are said', () => {
    const { findings } = cleanSeries({ id: 'z', firstDay: DAY0, counts: new Array(100).fill(0) })
    assert.deepEqual(
      findings.map(f => f.kind),
      ['all-zero'],
    )
  })
  it('a gap is not calm: the level is the same after it', () => {
    const before = new Monitor(once, DAY0)
    const after = new Monitor(once, DAY0)
    const counts = zone(120, 3)
    for (const c of counts) before.step(c)
    for (const c of [...counts, ...new Array<number>(60).fill(Number.NaN)]) after.step(c)
    assert.ok(Math.abs(before.watch.mean - after.watch.mean) < 0.3)
  })
  it('every finding speaks both languages', () => {
    const { findings } = cleanSeries({ id: 'z', firstDay: DAY0, counts: [0.5, -1, 2] })
    for (const f of findings) assert.ok(f.words.en && /[\u0600-\u06ff]/.test(f.words.ar))
  })
  it('any counts whatever leave the statistics finite or 0', () => {
    const any = fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        fc.constant(Number.NaN),
      ),
      { minLength: 50, maxLength: 200 },
    )
    fc.assert(
      fc.property(any, counts => {
        const m = new Monitor(once, DAY0)
        for (const c of counts) m.step(c)
        const w = m.watch
        return [w.surge, w.quiet, w.cusum, w.change, w.drop, w.mean].every(Number.isFinite)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a day', () => {
  it('is judged without any later day: cutting the series there changes nothing', () => {
    const counts = zone(300, t => (t < 220 ? 1 : 4))
    const whole = watched(counts).raised
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 300 }), cut => {
        assert.deepEqual(
          watched(counts.slice(0, cut)).raised,
          whole.filter(r => r.day < DAY0 + cut),
        )
      }),
      { numRuns: 25 },
    )
  })
})
