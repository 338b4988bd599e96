import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Claim } from '../../../src/core/evidence/record.ts'
import { claimsToAcled } from '../../../src/formats/exports/claims-acled.ts'
import { claimsFromCsv, claimsToCsv } from '../../../src/formats/exports/claims-csv.ts'
import { claimsToFtm } from '../../../src/formats/exports/claims-ftm.ts'
import { claimsFromGeojson, claimsToGeojson } from '../../../src/formats/exports/claims-geojson.ts'

const words = fc.constantFrom(
  'جرجناز',
  'خان شيخون',
  'Kafr Nabl',
  'a, "quoted" word',
  '=SUM(A1)',
  'سطر\nثانٍ',
  'M5',
)
const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
const ring = fc.array(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  { minLength: 3, maxLength: 5 },
)
const places = fc.oneof(
  fc.record({ kind: fc.constant('unknown' as const), name: words }, { requiredKeys: ['kind'] }),
  fc.record(
    {
      kind: fc.constant('disc' as const),
      at: fc
        .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
        .map(([x, y]) => [x + 0, y + 0] as const),
      radiusMetres: fc.nat(90_000),
      name: words,
      nameAr: words,
    },
    { requiredKeys: ['kind', 'at', 'radiusMetres'] },
  ),
  fc.record({ kind: fc.constant('area' as const), polygons: fc.tuple(fc.tuple(ring)) }),
)
const claim: fc.Arbitrary<Claim> = fc.record(
  {
    kind: fc.constant('claim' as const),
    id: fc.uuid(),
    event: fc.uuid(),
    types: fc.constantFrom(['shelling'], ['air_strike', 'drone_attack']),
    stance: fc.constantFrom('asserts' as const, 'denies' as const),
    actor: fc.constantFrom<string | string[]>('GOV', ['RU', 'GOV'], ['RU']),
    target: fc.constant('OPP'),
    when: fc.tuple(seconds, fc.nat(900_000)).map(([lo, n]) => ({ lo, hi: lo + n })),
    place: places as fc.Arbitrary<Claim['place']>,
    source: words,
    speaksFor: fc.constant('GOV'),
    root: words,
    grade: fc.record({
      reliability: fc.constantFrom('A', 'C', 'F'),
      credibility: fc.constantFrom(1, 3, 6),
    }) as fc.Arbitrary<Claim['grade']>,
    received: seconds,
    item: fc.constant('M5'),
    sector: fc.constant('S3'),
    figures: fc.array(
      fc.record(
        {
          what: fc.constantFrom('killed' as const, 'released' as const),
          low: fc.nat(9),
          high: fc.nat(99),
          asOf: seconds,
        },
        { requiredKeys: ['what', 'low', 'high'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    summary: fc.record({ en: words, ar: words }),
    provenance: fc.record({ url: fc.constant('https://example.org/خبر'), outlet: words }),
  },
  {
    requiredKeys: [
      'kind',
      'id',
      'event',
      'types',
      'stance',
      'when',
      'place',
      'source',
      'root',
      'grade',
      'received',
    ],
  },
)
/** -0 has no form in text, and no meaning on a map. */
const plain = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (_, v: unknown) => (Object.is(v, -0) ? 0 : v))) as T

describe('claims written out and read back are the same claims', () => {
  it('as GeoJSON', () =>
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 8 }), claims =>
        assert.deepEqual(claimsFromGeojson(claimsToGeojson(claims)), { ok: true, value: plain(claims) }),
      ),
    ))

  it('as CSV for programs', () =>
    fc.assert(
      fc.property(fc.array(claim, { minLength: 1, maxLength: 8 }).map(plain), claims =>
        assert.deepEqual(claimsFromCsv(claimsToCsv(claims, 'programs')), { ok: true, value: claims }),
      ),
    ))
})

const invented = {
  kind: 'claim',
  id: 'c1',
  event: 'e1',
  types: ['shelling'],
  stance: 'asserts',
  actor: 'GOV',
  when: { lo: 1_543_356_000, hi: 1_543_442_399 },
  place: { kind: 'unknown', name: 'ريف إدلب' },
  source: 'مرصد',
  root: 'مرصد',
  grade: { reliability: 'C', credibility: 3 },
  received: 1_543_442_400,
  figures: [{ what: 'killed', low: 7, high: 9 }],
  summary: { en: '=HYPERLINK("x")', ar: 'قصف' },
} as const satisfies Claim
const accord = {
  id: 'idlib',
  tz: 'Asia/Damascus',
  parties: [{ id: 'GOV', role: 'party', name: { en: 'Government', ar: 'الحكومة' } }],
} as const

describe('a table for people', () => {
  it('opens with a byte-order mark, so that spreadsheets read the Arabic', () =>
    assert.equal(claimsToCsv([invented], 'people').codePointAt(0), 0xfeff))
  it('runs no formula', () => assert.match(claimsToCsv([invented], 'people'), /'=HYPERLINK/))
  it('has none of that for programs', () => assert.match(claimsToCsv([invented], 'programs'), /^id,event,/))
})

describe('in the forms of others', () => {
  it('ACLED: a place known only as a region has no coordinates', () => {
    const [, row] = claimsToAcled([invented], accord, 'programs').split('\r\n')
    assert.equal(
      row,
      `e1,2018-11-28,1,Explosions/Remote violence,Shelling/artillery/missile attack,Government,,ريف إدلب,,,3,مرصد,"=HYPERLINK(""x"")",7`,
    )
  })
  it('FollowTheMoney: an event, and its party once', () => {
    const lines = claimsToFtm([invented, { ...invented, id: 'c2', stance: 'denies' }], accord)
      .trim()
      .split('\n')
      .map(l => JSON.parse(l) as { schema: string })
    assert.deepEqual(
      lines.map(l => l.schema),
      ['Event', 'Organization'],
    )
  })
})
