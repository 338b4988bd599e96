// Any ledger over few names, so that things are said, linked, corrected, taken back, undone and said again.
import fc from 'fast-check'
import type { Accord } from '../../../src/core/accord/model.ts'
import type { Claim, EvidenceRecord } from '../../../src/core/evidence/record.ts'
import type { EntryBody } from '../../../src/core/ledger/entry.ts'
import type { LedgerState } from '../../../src/core/ledger/state.ts'
import type { Place } from '../../../src/core/place/place.ts'
import { aClaim, added, aReport, retraction, undone } from './a-ledger.ts'

/** The smallest accord the engine takes. */
export const accordNamed = (id: string) =>
  ({
    id,
    tz: 'Asia/Damascus',
    parties: [
      { id: 'government', name: { en: 'Government forces', ar: 'القوات الحكومية' }, role: 'party' },
      { id: 'opposition', name: { en: 'Opposition factions', ar: 'فصائل المعارضة' }, role: 'party' },
    ],
    zones: [],
    provisions: [],
    readings: [{ id: 'default' }],
    documents: [],
    evidence: { reliability: 'C', credibility: 3, independent: 2, selfServingCap: 1 },
    projection: { kind: 'local-metres', origin: [36.6, 35.8] },
  }) as unknown as Accord

export const disc = (x: number, y: number, radiusMetres = 0): Place => ({
  kind: 'disc',
  at: [x, y],
  radiusMetres,
})
export const at = (lo: number, hi = lo) => ({ when: { lo, hi } })

const someClaim: fc.Arbitrary<Claim> = fc
  .record({
    id: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
    event: fc.constantFrom('e1', 'e2', 'e3'),
    type: fc.constantFrom('shelling', 'patrol', 'raid'),
    lo: fc.nat(10),
    long: fc.nat(5),
    place: fc.constantFrom<Place>(disc(1, 1, 1000), disc(3, 3), { kind: 'unknown' }),
    stance: fc.constantFrom('asserts' as const, 'denies' as const),
  })
  .map(({ id, event, type, lo, long, place, stance }) =>
    aClaim(id, {
      event,
      types: [type],
      ...at(lo, lo + long),
      place,
      stance,
      summary: { ar: `خبر عن القرية ${id}` },
    }),
  )

const someEvidence: fc.Arbitrary<EvidenceRecord> = fc.oneof(
  { weight: 4, arbitrary: someClaim },
  fc
    .tuple(fc.constantFrom('x1', 'x2'), fc.constantFrom('c1', 'c2', 'x1', 'l1', 'k1'))
    .map(([x, of]) => retraction(x, of)),
  fc.tuple(fc.constantFrom('l1', 'l2'), fc.constantFrom('e2', 'e3')).map(
    ([id, other]): EvidenceRecord => ({
      kind: 'link',
      id,
      events: ['e1', other],
      relation: 'same-event',
      received: 1,
      by: 'u',
    }),
  ),
  fc.tuple(fc.constantFrom('c1', 'c2', 'k1'), fc.constantFrom('e1', 'e3')).map(
    ([supersedes, event]): EvidenceRecord => ({
      kind: 'correction',
      id: 'k1',
      supersedes,
      claim: aClaim('k1-claim', { event, ...at(20) }),
      received: 1543290000,
    }),
  ),
  fc.constantFrom('e1', 'e2').map(
    (event): EvidenceRecord => ({
      kind: 'ruling',
      id: `ruling on ${event}`,
      event,
      set: { types: ['raid'] },
      by: 'u',
      why: 'seen',
      received: 5,
    }),
  ),
)

export const someBody: fc.Arbitrary<EntryBody> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(someEvidence, { minLength: 1, maxLength: 3 }).map(records => added(...records)),
  },
  fc
    .constantFrom('r1', 'r2')
    .map((id): EntryBody => ({ kind: 'report.received', report: aReport(id, { title: `القرية ${id}` }) })),
  { weight: 2, arbitrary: fc.nat(20).map(undone) },
)

/** An undoing of one of the entries there are; of none when there is none. */
export function reaching(n: number, state: LedgerState): EntryBody {
  return state.head.seq ? undone(1 + (n % state.head.seq)) : added()
}
