import fc from 'fast-check'
import type { Accord, Provision } from '../../../src/core/accord/model.ts'
import type { Claim, EvidenceRecord } from '../../../src/core/evidence/record.ts'
import type { Place } from '../../../src/core/place/place.ts'
import type { When } from '../../../src/core/time/when.ts'
import {
  ACCORD,
  ANSWER_BY_PATROL,
  at,
  DETAINEES,
  HEAVY_WEAPONS,
  NO_ATTACK,
  RADICALS_OUT,
  REPAIRED_BAN,
  RESPONSE,
  ROADS,
  spot,
  square,
  words,
} from './sochi.ts'

/** Small random worlds in which everything meets everything: for properties. */

/** Cases a property tries; `HUDNA_RUNS=10000` for the long run (docs/compliance.md). */
export const RUNS = { numRuns: Number(process.env.HUDNA_RUNS ?? 150) }

const DAY = 86_400
export const START = at('2018-11-01')

/** One report of some weight is enough, so that certain states are common. */
const ONE = { independent: 1, reliability: 'D', credibility: 4 } as const

/** Every kind of clause the language has, so that properties meet each. */
export const EVERY_KIND: Provision[] = [
  { ...NO_ATTACK, exceptions: [{ ...RESPONSE, reading: 'default' }] },
  { ...REPAIRED_BAN, id: 'repaired-ban', exceptions: [] },
  {
    ...NO_ATTACK,
    id: 'unlawful-only',
    exceptions: [
      {
        ...RESPONSE,
        reading: 'default',
        provocation: { ...RESPONSE.provocation!, unlawfulOnly: true, within: 'P2D' },
        proportion: { ladder: 'weapon-class', maxStep: 0 },
      },
    ],
  },
  {
    ...NO_ATTACK,
    id: 'with-carve-out',
    suspendable: true,
    exceptions: [{ id: 'listed', kind: 'carve-out', reading: 'default', target: ['HTS'] }],
  },
  {
    ...NO_ATTACK,
    id: 'reciprocal-ban',
    exceptions: [],
    reciprocity: { with: 'reciprocal-ban', by: 'other-side', mode: 'suspends' },
  },
  {
    ...NO_ATTACK,
    id: 'keep-open',
    kind: 'maintain',
    exceptions: [],
    action: { types: ['road_closed'] },
    perform: { types: ['road_opened'] },
  },
  HEAVY_WEAPONS,
  { ...HEAVY_WEAPONS, id: 'weapons-by-the-third', deadline: '2018-11-03', evidence: ONE },
  {
    ...HEAVY_WEAPONS,
    evidence: ONE,
    id: 'weapons-each-week',
    deadline: undefined,
    recurring: { every: 'P3D', from: '2018-11-01' },
  },
  RADICALS_OUT,
  { ...ANSWER_BY_PATROL, within: 'P2D', evidence: ONE },
  {
    ...ANSWER_BY_PATROL,
    id: 'answer-anywhere',
    trigger: { types: ['shelling'], by: 'other-side' },
    bearer: ['GOV', 'OPP'],
    perform: { types: ['patrol'] },
    within: 'P1D',
  },
  { ...ROADS, deadline: '2018-11-03', evidence: ONE },
  { ...DETAINEES, deadline: '2018-11-07', quantity: 5 },
  {
    ...DETAINEES,
    id: 'exchange',
    deadline: '2018-11-07',
    quantity: 3,
    reciprocity: { with: 'exchange', by: 'other-side', mode: 'condition' },
  },
  {
    ...DETAINEES,
    id: 'weekly',
    deadline: undefined,
    quantity: 2,
    recurring: { every: 'P2D', from: '2018-11-01' },
  },
  {
    ...ROADS,
    id: 'posts',
    kind: 'permission',
    deadline: undefined,
    bearer: ['TR'],
    action: { types: ['post_or_patrol'], in: 'dmz' },
    perform: undefined,
    quantity: 2,
    obstruction: { types: ['access_denied'] },
  },
]

export const WHOLE: Accord = {
  ...ACCORD,
  provisions: EVERY_KIND,
  zones: [
    ...ACCORD.zones,
    {
      id: 'town',
      name: words('the town', 'البلدة'),
      kind: 'town',
      versions: [{ from: '2018-09-17', to: '2018-11-04', inner: square(3000), outer: square(5000) }],
    },
  ],
}

const TYPES = [
  ['shelling'],
  ['shelling'],
  ['ground_attack'],
  ['air_strike'],
  ['remote_violence'],
  ['shelling', 'road_closed'],
  ['heavy_weapon_seen'],
  ['weapon_withdrawn'],
  ['violation_reported'],
  ['joint_patrol'],
  ['patrol'],
  ['release'],
  ['report_published'],
  ['road_closed'],
  ['road_opened'],
  ['access_denied'],
  ['group_withdrawn'],
]

export const arbitraryWhen: fc.Arbitrary<When> = fc.oneof(
  fc.integer({ min: 0, max: 9 * 24 }).map(h => ({ lo: START + h * 3600, hi: START + h * 3600 })),
  fc.integer({ min: 0, max: 8 }).map(d => ({ lo: START + d * DAY, hi: START + (d + 1) * DAY - 1 })),
  fc.integer({ min: 0, max: 6 }).map(d => ({ lo: START + d * DAY, hi: START + (d + 3) * DAY - 1 })),
)

export const arbitraryPlace: fc.Arbitrary<Place> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.integer({ min: -24, max: 24 }),
        fc.integer({ min: -3, max: 3 }),
        fc.constantFrom(0, 300, 2500, 14_000),
      )
      .map(([x, y, r]) => spot(x * 1000, y * 1000, r)),
  },
  { weight: 1, arbitrary: fc.constant<Place>({ kind: 'unknown' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<number>(4000, 17_000)
      .map(half => ({ kind: 'area' as const, polygons: square(half) })),
  },
)

export const EVENTS = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5']

const draft = fc.record({
  event: fc.constantFrom(...EVENTS),
  types: fc.constantFrom(...TYPES),
  actor: fc.constantFrom<string | string[] | undefined>(
    'GOV',
    'OPP',
    'OPP',
    'GOV',
    undefined,
    'TR',
    ['RU', 'TR'],
    ['GOV', 'OPP'],
  ),
  when: arbitraryWhen,
  place: arbitraryPlace,
  weapons: fc.constantFrom<Claim['weapons']>(
    undefined,
    ['mortar'],
    ['mortar', 'artillery'],
    ['tank'],
    ['fixed_wing'],
  ),
  target: fc.constantFrom<string | undefined>(undefined, 'HTS', 'OPP'),
  root: fc.constantFrom('r1', 'r2', 'r3'),
  speaksFor: fc.constantFrom<string | undefined>(undefined, undefined, undefined, 'GOV', 'OPP', 'TR'),
  grade: fc.constantFrom('A1', 'B2', 'C3', 'D4', 'F6'),
  stance: fc.constantFrom<Claim['stance']>('asserts', 'asserts', 'asserts', 'denies'),
  received: fc.integer({ min: 0, max: 40 }).map(h => START + h * 21_600),
  item: fc.constantFrom<string | undefined>(undefined, 'W1', 'W2'),
  sector: fc.constantFrom<string | undefined>('s1', 's2', undefined),
  count: fc.constantFrom<number | undefined>(undefined, 1, 2, 4),
})

/** A report; the id is given by the sequence it is put in. */
export const arbitraryClaim: fc.Arbitrary<Omit<Claim, 'id'>> = draft.map(d => {
  const { grade, count, actor, weapons, target, speaksFor, item, sector, ...rest } = d
  return {
    kind: 'claim' as const,
    source: d.root,
    ...rest,
    ...(actor !== undefined && { actor }),
    ...(weapons && { weapons }),
    ...(target !== undefined && { target }),
    ...(speaksFor !== undefined && { speaksFor }),
    ...(item !== undefined && { item }),
    ...(sector !== undefined && { sector }),
    ...(count !== undefined && {
      figures: [{ what: 'persons' as const, low: count, high: count + (count % 2) }],
    }),
    grade: {
      reliability: grade[0] as Claim['grade']['reliability'],
      credibility: Number(grade[1]) as Claim['grade']['credibility'],
    },
  }
})

const received = fc.integer({ min: 0, max: 44 }).map(h => START + h * 21_600)
const event = fc.constantFrom(...EVENTS)
const index = fc.integer({ min: 0, max: 11 })

type Draft = (n: number) => EvidenceRecord

const other: fc.Arbitrary<Draft> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ of: index, received }).map(
      (r): Draft =>
        n => ({ kind: 'retraction', id: `x${n}`, of: `x${r.of}`, received: r.received }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ of: index, claim: arbitraryClaim, received }).map(
      (r): Draft =>
        n => ({
          kind: 'correction',
          id: `x${n}`,
          supersedes: `x${r.of}`,
          claim: { ...r.claim, id: `x${n}-new`, received: r.received },
          received: r.received,
        }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        event,
        after: event,
        when: fc.option(arbitraryWhen, { nil: undefined }),
        place: fc.option(arbitraryPlace, { nil: undefined }),
        actor: fc.constantFrom<string | null | undefined>('GOV', null, undefined, undefined),
        order: fc.boolean(),
        received,
      })
      .map(
        (r): Draft =>
          n => ({
            kind: 'ruling',
            id: `x${n}`,
            event: r.event,
            set: {
              ...(r.when && { when: r.when }),
              ...(r.place && { place: r.place }),
              ...(r.actor !== undefined && { actor: r.actor }),
              ...(r.order && r.event !== r.after && { after: r.after }),
              correspondence: 'partial' as const,
            },
            by: 'reviewer',
            why: 'seen',
            received: r.received,
          }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        a: event,
        b: event,
        relation: fc.constantFrom('same-event' as const, 'versions-of' as const),
        received,
      })
      .map(
        (r): Draft =>
          n => ({
            kind: 'link',
            id: `x${n}`,
            events: [r.a, r.b],
            relation: r.relation,
            received: r.received,
            by: 'reviewer',
          }),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        when: arbitraryWhen,
        level: fc.constantFrom('adequate' as const, 'adequate' as const, 'partial' as const, 'none' as const),
        zone: fc.constantFrom<string | undefined>('dmz', undefined),
        wide: fc.boolean(),
        received,
      })
      .map(
        (r): Draft =>
          n => ({
            kind: 'coverage',
            id: `x${n}`,
            when: r.wide ? { lo: at('2018-09-01'), hi: at('2019-09-01') } : r.when,
            level: r.level,
            ...(r.zone && { zone: r.zone }),
            received: r.received,
          }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        when: arbitraryWhen,
        by: fc.constantFrom('GOV', 'OPP'),
        until: fc.option(arbitraryWhen, { nil: undefined }),
        received,
      })
      .map(
        (r): Draft =>
          n => ({
            kind: 'suspension',
            id: `x${n}`,
            by: r.by,
            when: r.when,
            ...(r.until && r.until.lo >= r.when.lo && { until: r.until }),
            received: r.received,
          }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ when: arbitraryWhen, provision: fc.constantFrom('roads', 'heavy-weapons'), received })
      .map(
        (r): Draft =>
          n => ({
            kind: 'discharge',
            id: `x${n}`,
            provision: r.provision,
            when: r.when,
            received: r.received,
            why: 'agreed',
          }),
      ),
  },
)

const anyDraft: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 3, arbitrary: arbitraryClaim.map(c => (n: number) => ({ ...c, id: `x${n}` })) },
  { weight: 2, arbitrary: other },
)

/** Up to `max` records with ids x0, x1, … that retract, correct, rule on and link one another. */
export const arbitraryRecords = (max = 16): fc.Arbitrary<EvidenceRecord[]> =>
  fc.array(anyDraft, { maxLength: max }).map(list => list.map((make, n) => make(n)))

/** Only reports and coverage: for properties that speak of evidence and geometry alone. */
export const arbitraryReports = (max = 12): fc.Arbitrary<Claim[]> =>
  fc.array(arbitraryClaim, { maxLength: max }).map(list => list.map((c, n) => ({ ...c, id: `x${n}` })))

export const arbitraryInstant = fc.integer({ min: -24, max: 20 * 24 }).map(h => START + h * 3600)
export const FOREVER = at('2030-01-01')
