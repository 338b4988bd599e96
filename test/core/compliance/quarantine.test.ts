import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { activeAt } from '../../../src/core/compliance/act.ts'
import { Engine } from '../../../src/core/compliance/engine/engine.ts'
import { sumsNow } from '../../../src/core/compliance/engine/sums.ts'
import { prepare } from '../../../src/core/compliance/prepare.ts'
import { QUARANTINE_REASONS, type QuarantineReason } from '../../../src/core/compliance/quarantine.ts'
import type { Claim, EvidenceRecord } from '../../../src/core/evidence/record.ts'
import { ACCORD, at, claim, metres, square, twice, verdictOf, when } from './sochi.ts'

const PREPARED = prepare({ ...ACCORD, area: 'dmz' }, 'default')
const LATER = at('2019-06-01')
const GOOD = twice({ event: 'e', types: ['shelling'], actor: 'GOV', when: '2018-11-03' })
const bad = (change: Partial<Claim>): EvidenceRecord => ({
  ...claim({ id: 'bad', event: 'bad', types: ['shelling'], actor: 'GOV', when: '2018-11-03' }),
  ...change,
})

describe('a record that cannot be judged', () => {
  const rows: [QuarantineReason, string, EvidenceRecord][] = [
    ['end-before-start', 'that ends before it starts', bad({ when: { lo: 10, hi: 9 } })],
    ['not-a-time', 'whose time is no number', bad({ when: { lo: Number.NaN, hi: 9 } })],
    [
      'outside-the-world',
      'north of the pole',
      bad({ place: { kind: 'disc', at: [36, 91], radiusMetres: 0 } }),
    ],
    [
      'outside-the-world',
      'with an area beyond the date line',
      bad({
        place: {
          kind: 'area',
          polygons: [
            [
              [
                [190, 0],
                [191, 0],
                [190, 1],
              ],
            ],
          ],
        },
      }),
    ],
    [
      'swapped-coordinates',
      'with latitude and longitude swapped',
      bad({ place: { kind: 'disc', at: [31.7, 40.6], radiusMetres: 0 } }),
    ],
    [
      'self-crossing',
      'in an area whose line crosses itself',
      bad({
        place: { kind: 'area', polygons: [[[metres(0, 0), metres(9, 9), metres(9, 0), metres(0, 9)]]] },
      }),
    ],
    [
      'too-few-corners',
      'in an area of two corners',
      bad({ place: { kind: 'area', polygons: [[[metres(0, 0), metres(9, 9)]]] } }),
    ],
    [
      'bad-radius',
      'within minus one metre',
      bad({ place: { kind: 'disc', at: metres(0, 0), radiusMetres: -1 } }),
    ],
    ['unknown-party', 'by a party the accord does not know', bad({ actor: 'UTOPIA' })],
    ['unknown-party', 'said for a party the accord does not know', bad({ speaksFor: 'UTOPIA' })],
    ['unknown-type', 'of an unknown kind', bad({ types: ['picnic'] })],
    ['unknown-type', 'of no kind at all', bad({ types: [] })],
    [
      'bad-figure',
      'with a low figure above its high one',
      bad({ figures: [{ what: 'persons', low: 5, high: 3 }] }),
    ],
    ['bad-grade', 'graded G7', bad({ grade: { reliability: 'G' as 'A', credibility: 7 as 1 } })],
    [
      'unknown-zone',
      'of coverage in an unknown zone',
      {
        kind: 'coverage',
        id: 'bad',
        zone: 'nowhere',
        when: when('2018-11-03'),
        level: 'adequate',
        received: 0,
      },
    ],
    [
      'unknown-provision',
      'that releases from an unknown provision',
      { kind: 'discharge', id: 'bad', provision: 'none', when: when('2018-11-03'), received: 0, why: '' },
    ],
    [
      'unknown-party',
      'of suspension by an unknown party',
      { kind: 'suspension', id: 'bad', by: 'UTOPIA', when: when('2018-11-03'), received: 0 },
    ],
  ]
  const swappedArea = prepare(
    {
      ...ACCORD,
      area: 'far',
      zones: [
        ...ACCORD.zones,
        {
          ...ACCORD.zones[0]!,
          id: 'far',
          versions: [
            {
              from: '2018-01-01',
              inner: [
                [
                  [
                    [40, 31],
                    [41, 31],
                    [41, 32],
                    [40, 32],
                  ],
                ],
              ],
              outer: [
                [
                  [
                    [40, 31],
                    [41, 31],
                    [41, 32],
                    [40, 32],
                  ],
                ],
              ],
            },
          ],
        },
      ],
    },
    'default',
  )
  for (const [reason, name, record] of rows)
    it(`${name} is set aside (${reason}), counted, and the rest judged`, () => {
      const prepared = reason === 'swapped-coordinates' ? swappedArea : PREPARED
      const act = activeAt([...GOOD, record], prepared, LATER)
      assert.deepEqual(
        act.quarantined.map(q => [q.record, q.reason]),
        [['bad', reason]],
      )
      assert.equal(act.claims.length, 2)
      assert.equal(act.received, 3)
      const engine = new Engine(prepared, LATER)
      engine.addAll([...GOOD, record])
      assert.deepEqual(engine.records.quarantined, act.quarantined)
    })

  it('under the id of another record is set aside whichever came in first', () => {
    const other = { ...GOOD[0], actor: 'OPP', received: GOOD[0].received + 60 }
    for (const list of [
      [...GOOD, other],
      [other, ...GOOD],
    ]) {
      assert.deepEqual(
        activeAt(list, PREPARED, LATER).quarantined.map(q => q.reason),
        ['same-id'],
      )
      assert.equal(verdictOf(ACCORD, list, 'no-attack', 'GOV', { t: LATER }).verdict, 'BREACHED')
      const engine = new Engine(PREPARED, LATER)
      for (const r of list) engine.add(r)
      const p = PREPARED.byId.get('no-attack')!
      assert.equal(sumsNow(engine, p, p.bearers[0]!)?.verdict, 'BREACHED')
    }
  })

  it('has a reason in both languages', () => {
    for (const words of Object.values(QUARANTINE_REASONS)) {
      assert.ok(words.en.length > 5)
      assert.match(words.ar, /[\u0600-\u06ff]{2}/)
    }
  })

  it('in no way disturbs a self-crossing square drawn properly', () => {
    const area = bad({ id: 'fine', place: { kind: 'area', polygons: square(100) } })
    assert.deepEqual(activeAt([area], PREPARED, LATER).quarantined, [])
  })
})

describe('very many records at one instant', () => {
  const INSTANT = { lo: at('2018-11-03'), hi: at('2018-11-03') }
  const many = (n: number, weapons?: Claim['weapons']): Claim[] =>
    Array.from({ length: n }, (_, i) =>
      claim({
        id: `m${i}`,
        event: `m${i}`,
        types: ['shelling'],
        ...(weapons && { weapons }),
        actor: i % 2 ? 'GOV' : 'OPP',
        when: INSTANT,
        place: { kind: 'disc', at: metres(0, 0), radiusMetres: 0 },
      }),
    )
  const once = prepare({ ...ACCORD, evidence: { ...ACCORD.evidence, independent: 1 } }, 'ru')
  it('are judged, each the response to another, and taken back one by one', () => {
    const list = many(20_000, ['mortar'])
    const engine = new Engine(once, LATER)
    engine.addAll(list)
    const p = once.byId.get('no-attack')!
    assert.deepEqual(sumsNow(engine, p, p.bearers[0]!)?.counts, { PERMITTED: 10_000 })
    for (const c of list.slice(0, 200))
      engine.add({ kind: 'retraction', id: `r${c.id}`, of: c.id, received: LATER })
    assert.deepEqual(sumsNow(engine, p, p.bearers[0]!)?.counts, { PERMITTED: 9900 })
  })

  it('whose weapons nobody names are all possible, and that takes no longer', () => {
    const engine = new Engine(once, LATER)
    engine.addAll(many(100_000))
    const p = once.byId.get('no-attack')!
    assert.deepEqual(sumsNow(engine, p, p.bearers[0]!)?.counts, { POSSIBLE: 50_000 })
  })
})
