import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Accord, Geometry, Zone } from '../../../src/core/accord/model.ts'
import type { Entry } from '../../../src/core/ledger/entry.ts'
import { fold } from '../../../src/core/ledger/fold.ts'
import { accordWithZones } from '../../../src/core/zone/accord-with-zones.ts'
import { zoneFaults } from '../../../src/core/zone/zone-faults.ts'
import { zoneReason } from '../../../src/core/zone/zone-reason.ts'
import {
  withZoneVersions,
  type ZoneVersioned,
  zoneVersionedOf,
} from '../../../src/core/zone/zone-versioned.ts'

const square = (w: number, s: number, e: number, n: number): Geometry => [
  [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
]
const strip = square(36, 35, 37, 36)
const zone: Zone = {
  id: 'strip',
  name: { en: 'The strip', ar: 'الشريط' },
  kind: 'demilitarised',
  versions: [{ from: '2018-09-17', inner: strip, outer: strip }],
}
const drawn = (more: Partial<ZoneVersioned> = {}): ZoneVersioned => ({
  zone: 'strip',
  from: '2019-05-01',
  inner: square(36, 35, 36.5, 36),
  outer: square(36, 35, 36.6, 36),
  source: 'drawn by hand / رُسم باليد',
  received: 1_556_700_000,
  ...more,
})
const accord = {
  id: 'wadi',
  tz: 'Asia/Damascus',
  zones: [zone],
  projection: { kind: 'local-metres', origin: [36.5, 35.5] },
} as unknown as Accord
const periods = (zones: readonly Zone[]) => zones[0]!.versions.map(v => [v.from, v.to])

describe('a version of a zone drawn on the map', () => {
  it('takes the place of the line from its first day on', () => {
    assert.deepEqual(periods(withZoneVersions([zone], [drawn()])), [
      ['2018-09-17', '2019-04-30'],
      ['2019-05-01', undefined],
    ])
  })

  it('with a last day leaves the line before it to go on after it', () => {
    assert.deepEqual(periods(withZoneVersions([zone], [drawn({ to: '2019-05-31' })])), [
      ['2018-09-17', '2019-04-30'],
      ['2019-05-01', '2019-05-31'],
      ['2019-06-01', undefined],
    ])
  })

  it('drawn over the whole time of another leaves nothing of it', () => {
    assert.deepEqual(periods(withZoneVersions([zone], [drawn({ from: '2018-09-01' })])), [
      ['2018-09-01', undefined],
    ])
  })

  it('may be of a zone the accord does not have', () => {
    const [, road] = withZoneVersions(
      [zone],
      [drawn({ zone: 'm4', name: { en: 'M4', ar: 'الطريق M4' }, kind: 'road' })],
    )
    assert.deepEqual([road!.id, road!.name.ar, road!.versions.length], ['m4', 'الطريق M4', 1])
  })

  it('cuts a version whose end is a month at its last day', () => {
    const months = { ...zone, versions: [{ from: '2018-09', to: '2019-02', inner: strip, outer: strip }] }
    assert.deepEqual(periods(withZoneVersions([months], [drawn({ from: '2019-03-01' })])), [
      ['2018-09', '2019-02'],
      ['2019-03-01', undefined],
    ])
  })
})

describe('the accord with its drawn zones', () => {
  const entry = (seq: number, body: unknown): Entry => ({
    accord: 'wadi',
    seq,
    recordedAt: seq,
    by: 'local',
    body: body as Entry['body'],
    prev: '',
    hash: String(seq),
  })
  const adopted = entry(1, { kind: 'accord.adopted', sha256: '', document: accord })
  const versioned = entry(2, { kind: 'zone.versioned', data: drawn() })

  it('holds a version from the moment it could be known, and not before', () => {
    const state = fold([adopted, versioned])
    assert.equal(accordWithZones(state, drawn().received)!.zones[0]!.versions.length, 2)
    assert.equal(accordWithZones(state, drawn().received - 1)!.zones[0]!.versions.length, 1)
  })

  it('is the same value for the same entries, so that it is prepared once', () => {
    const state = fold([adopted, versioned])
    assert.equal(accordWithZones(state), accordWithZones(state))
  })

  it('is as it was when the entry is undone', () => {
    const state = fold([adopted, versioned, entry(3, { kind: 'entry.undone', seq: 2 })])
    assert.equal(accordWithZones(state)!.zones[0]!.versions.length, 1)
  })
})

describe('a drawn version is refused, with the place of the fault,', () => {
  const codes = (v: ZoneVersioned) => zoneFaults(v, accord).map(f => f.problem.code)

  it('when its line crosses itself', () => {
    const bow: Geometry = [
      [
        [
          [36, 35],
          [37, 36],
          [37, 35],
          [36, 36],
          [36, 35],
        ],
      ],
    ]
    const [fault] = zoneFaults(drawn({ outer: bow, inner: [] }), accord)
    assert.equal(fault!.problem.code, 'zone-crosses-itself')
    assert.deepEqual(fault!.at, [36.5, 35.5])
  })

  it('when its certain part leaves its possible part', () => {
    const [fault] = zoneFaults(drawn({ inner: square(35.9, 35, 36.5, 36) }), accord)
    assert.deepEqual([fault!.problem.code, fault!.at], ['inner-outside-outer', [35.9, 35]])
  })

  it('when it is in metres of some grid', () => {
    assert.deepEqual(codes(drawn({ outer: square(500_000, 3_900_000, 510_000, 3_910_000), inner: [] })), [
      'outside-the-world',
    ])
  })

  it('when it ends before it begins', () => {
    assert.deepEqual(codes(drawn({ to: '2019-04-01' })), ['ends-before-it-begins'])
  })

  it('when its day is no day', () => {
    assert.deepEqual(codes(drawn({ from: '2019-02-30' })), ['no-such-day'])
  })

  it('when the zone is new and has no name', () => {
    assert.deepEqual(codes(drawn({ zone: 'm5' })), ['zone-without-name'])
  })

  it('when the entry lacks its source', () => {
    const { source: _, ...rest } = drawn()
    const read = zoneVersionedOf(rest)
    assert.equal(!read.ok && read.error.where?.field, 'source')
  })
})

describe('the reason for an answer about a zone', () => {
  const day = { lo: 1_543_000_000, hi: 1_543_000_000 }
  const why = (place: unknown, answer: 'inside' | 'outside' | 'cannot-tell', conflicts: string[] = []) =>
    zoneReason(accord, { place: place as never, when: day, conflicts }, 'strip', answer).because.en

  it('inside: how far from the line, how exact the point', () => {
    assert.equal(
      why({ kind: 'disc', at: [36.5, 35.5], radiusMetres: 2000 }, 'inside'),
      'The point given lies inside, 45 km from the line, and is right to 2 km.',
    )
  })

  it('cannot tell: the point is less exact than the line is near', () => {
    assert.match(
      why({ kind: 'disc', at: [36.99, 35.5], radiusMetres: 2000 }, 'cannot-tell'),
      /right to 2 km only, and the line is 0\.9 km away/,
    )
  })

  it('cannot tell: no place at all', () => {
    assert.match(why({ kind: 'unknown' }, 'cannot-tell'), /may have been anywhere/)
  })

  it('cannot tell: the sources contradict each other about the place', () => {
    assert.match(
      why({ kind: 'disc', at: [36.5, 35.5], radiusMetres: 0 }, 'cannot-tell', ['place']),
      /exclude each other/,
    )
  })

  it('outside: the zone had no line yet', () => {
    const early = {
      place: { kind: 'disc', at: [36.5, 35.5], radiusMetres: 0 } as const,
      when: { lo: 0, hi: 0 },
      conflicts: [],
    }
    assert.match(zoneReason(accord, early, 'strip', 'outside').because.en, /no line at that time/)
  })
})
