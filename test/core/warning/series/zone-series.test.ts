import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Coverage, EvidenceRecord } from '../../../../src/core/evidence/record.ts'
import { coverageByDay } from '../../../../src/core/warning/series/coverage-days.ts'
import { dateOfDay } from '../../../../src/core/warning/series/daily-series.ts'
import { occurrencesOf } from '../../../../src/core/warning/series/occurrences.ts'
import { seriesId, type ZoneSeries, zoneSeries } from '../../../../src/core/warning/series/zone-series.ts'
import { at, claim, spot } from '../../compliance/sochi.ts'
import { day, docketAt, endOf, OLD_ACCORD, shelling } from '../world.ts'

const D = day('2018-11-10')
const K = endOf('2018-12-31')

function seriesOf(records: readonly EvidenceRecord[], k = K): Map<string, ZoneSeries> {
  const docket = docketAt(records, k)
  const range = { from: day('2018-11-01'), until: day('2018-11-30') }
  const all = zoneSeries(occurrencesOf(OLD_ACCORD, docket), [...docket.prepared.zones.keys()], {
    ...range,
    coverage: zone => coverageByDay(docket.act.coverage, zone, docket.prepared, range),
  })
  return new Map(all.map(s => [s.id, s]))
}
const on = (s: ZoneSeries | undefined, d: number) => s?.counts[d - s.firstDay]

describe('series from incidents', () => {
  it('count an event in its zone, by its party and kind, and in every total above', () => {
    const s = seriesOf([shelling(D, 1)])
    for (const id of ['dmz/GOV/remote_violence', 'dmz/*/hostile', '*/GOV/hostile', '*/*/remote_violence'])
      assert.equal(on(s.get(id), D), 1, id)
  })
  it('count two reports of one event once, and two linked versions once', () => {
    const s = seriesOf([
      shelling(D, 1),
      shelling(D, 1, { id: 'again', source: 'outlet' }),
      shelling(D, 2, { event: 'other-version', id: 'v2' }),
      {
        kind: 'link',
        id: 'l',
        events: [`e-${D}-1`, 'other-version'],
        relation: 'versions-of',
        received: at('2018-11-10'),
        by: 'x',
      },
    ])
    assert.equal(on(s.get('dmz/*/hostile'), D), 1)
  })
  it('count an act of two parties once in the total and once for each', () => {
    const s = seriesOf([shelling(D, 1, { actor: ['GOV', 'RU'] })])
    assert.deepEqual(
      ['dmz/*/hostile', 'dmz/GOV/hostile', 'dmz/RU/hostile'].map(id => on(s.get(id), D)),
      [1, 1, 1],
    )
  })
  it('put an act whose versions name different parties under "unknown or disputed"', () => {
    const s = seriesOf([shelling(D, 1), shelling(D, 1, { id: 'other', actor: 'OPP' })])
    assert.equal(on(s.get('dmz/?/hostile'), D), 1)
    assert.equal(s.get('dmz/GOV/hostile'), undefined)
  })
  it('take the civil day of the accord, not of UTC', () => {
    // 22:30 UTC on the 9th is half past midnight in Damascus.
    const late = Date.UTC(2018, 10, 9, 22, 30) / 1000
    const s = seriesOf([shelling(D, 1, { when: { lo: late, hi: late } })])
    assert.equal(on(s.get('dmz/*/hostile'), D), 1)
  })
  it('spread an event dated within three days over them, and leave a month out', () => {
    const s = seriesOf([
      shelling(D, 1, { when: { lo: at('2018-11-10'), hi: endOf('2018-11-12') } }),
      shelling(D, 2, { when: { lo: at('2018-11-01'), hi: endOf('2018-11-30') } }),
    ]).get('dmz/*/hostile')!
    assert.ok(Math.abs(on(s, D)! - 1 / 3) < 1e-12)
    assert.equal(s.undated, 1)
  })
  it('do not count what may lie in the zone or not, and say how many there are', () => {
    const s = seriesOf([shelling(D, 1, { place: spot(18_000, 0, 5000) })])
    assert.equal(on(s.get('dmz/*/hostile'), D), 0)
    assert.equal(s.get('dmz/*/hostile')!.perhaps, 1)
    assert.equal(on(s.get('*/*/hostile'), D), 1)
  })
  it('do not know what was reported later', () => {
    const s = seriesOf([shelling(D, 1, { received: endOf('2018-11-20') })], endOf('2018-11-15'))
    assert.equal(on(s.get('dmz/*/hostile'), D), 0)
  })
  it('ignore events that are no acts of violence or obstruction', () => {
    const s = seriesOf([claim({ event: 'p', types: ['joint_patrol'], when: '2018-11-10' })])
    assert.deepEqual([...s.keys()].sort(), ['*/*/hostile', 'dmz/*/hostile'])
  })
  it('have ids that name zone, party and kind', () => {
    assert.equal(seriesId({ zone: 'dmz', party: '?', kind: 'hostile' }), 'dmz/?/hostile')
  })
})

describe('coverage as exposure', () => {
  const note = (
    level: Coverage['level'],
    from: string,
    to: string,
    more: Partial<Coverage> = {},
  ): Coverage => ({
    kind: 'coverage',
    id: `${level}-${from}`,
    zone: 'dmz',
    when: { lo: at(from), hi: endOf(to) },
    level,
    received: at('2018-01-02'),
    ...more,
  })
  const exposure = (notes: Coverage[], date: string) => {
    const s = seriesOf([shelling(D, 1), ...notes]).get('dmz/*/hostile')!
    // To a hundredth: what is not yet reported takes a little off every young day.
    return [Math.round(100 * s.exposure![day(date) - s.firstDay]!) / 100, s.counts[day(date) - s.firstDay]]
  }

  it('is full, with a caveat, where nobody wrote coverage down', () => {
    const s = seriesOf([shelling(D, 1)]).get('dmz/*/hostile')!
    assert.equal(s.coverageKept, false)
    assert.ok(s.exposure![5]! > 0.999)
  })
  it('is half on days of partial coverage', () => {
    assert.deepEqual(exposure([note('partial', '2018-11-01', '2018-11-30')], '2018-11-20'), [0.5, 0])
  })
  it('makes a day that nobody could look a gap, not a calm day', () => {
    const [share, count] = exposure(
      [note('adequate', '2018-11-01', '2018-11-30'), note('none', '2018-11-20', '2018-11-22')],
      '2018-11-21',
    )
    assert.equal(share, 0)
    assert.ok(Number.isNaN(count))
  })
  it('is not 0 on a day on which somebody did report', () => {
    const [share, count] = exposure([note('none', '2018-11-01', '2018-11-30')], '2018-11-10')
    assert.deepEqual([share, count], [0.25, 1])
  })
})

describe('reporting delay', () => {
  it('lowers the exposure of young days by the share that is not in yet', () => {
    // Each event is known two days after it happened.
    const records = Array.from({ length: 25 }, (_, i) => day('2018-11-01') + i).flatMap(d =>
      [0, 1].map(n => shelling(d, n, { received: endOf(dateOfDay(d + 2)) })),
    )
    const s = seriesOf(records, endOf('2018-11-30')).get('dmz/*/hostile')!
    assert.ok(s.missing.at(-1)! > 0.9 && s.exposure!.at(-1)! < 0.1)
    assert.ok(s.missing.at(-4)! < 0.1)
  })
  it('is nothing where reports come the same day', () => {
    const records = Array.from({ length: 25 }, (_, i) => shelling(day('2018-11-01') + i, 0))
    const s = seriesOf(records, endOf('2018-11-30')).get('dmz/*/hostile')!
    assert.ok(s.missing.at(-1)! < 0.05)
  })
})
