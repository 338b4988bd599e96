import type { Accord, Exception, Provision, Reading, Zone } from '../../../src/core/accord/model.ts'
import { judge } from '../../../src/core/compliance/judge.ts'
import type { Verdict } from '../../../src/core/compliance/verdict.ts'
import type { Claim, Coverage, EvidenceRecord, Retraction } from '../../../src/core/evidence/record.ts'
import type { Place, Position } from '../../../src/core/place/place.ts'
import { positionOf, projectionAt } from '../../../src/core/place/projection.ts'
import { whenOf } from '../../../src/core/time/civil.ts'
import type { When } from '../../../src/core/time/when.ts'

/** An accord with the shape of the Sochi memorandum (compliance.md §3.1), for tests only. */

export const TZ = 'Asia/Damascus'
export const ORIGIN: Position = [36.6, 35.7]
const plane = projectionAt(ORIGIN)

/** Seconds of a civil date in Damascus: the first of the interval it names. */
export const at = (text: string): number => when(text).lo
/** Last second of a civil date. */
export const endOf = (text: string): number => when(text).hi
export function when(text: string): When {
  const r = whenOf(text, TZ)
  if (!r.ok) throw new Error(text)
  return r.value
}

/** Metres east and north of the origin, as a position. */
export const metres = (x: number, y: number): Position => positionOf(plane, x, y)
export const spot = (x: number, y: number, radiusMetres = 300): Place => ({
  kind: 'disc',
  at: metres(x, y),
  radiusMetres,
})

export const square = (half: number): Position[][][] => [
  [
    [
      metres(-half, -half),
      metres(half, -half),
      metres(half, half),
      metres(-half, half),
      metres(-half, -half),
    ],
  ],
]

export const words = (text: string, ar: string) => ({ en: text, ar })

const DMZ: Zone = {
  id: 'dmz',
  name: words('the demilitarised zone', 'المنطقة المنزوعة السلاح'),
  kind: 'demilitarised_zone',
  versions: [{ from: '2018-09-17', inner: square(15_000), outer: square(20_000) }],
}

export const RESPONSE: Exception = {
  id: 'response',
  kind: 'permitted-response',
  reading: 'ru',
  provocation: {
    types: ['shelling', 'ground_attack', 'drone_attack'],
    by: 'other-side',
    within: 'PT72H',
    distance: 10_000,
  },
  proportion: { ladder: 'weapon-class', maxStep: 1 },
}

const source = { document: 'memo', points: ['1'], urls: [] }
type Draft = Partial<Provision> & Pick<Provision, 'id' | 'kind' | 'bearer'>
const provision = (p: Draft): Provision => ({
  title: words(p.id, 'بند'),
  words: words(p.id, 'بند'),
  source,
  ...p,
})

export const NO_ATTACK = provision({
  id: 'no-attack',
  kind: 'prohibition',
  bearer: ['GOV', 'OPP'],
  action: { types: ['shelling', 'air_strike', 'ground_attack'], in: 'dmz' },
  exceptions: [RESPONSE],
})

/** The same ban with a duty to investigate and report after a breach. */
export const REPAIRED_BAN: Provision = {
  ...NO_ATTACK,
  reparation: {
    duty: 'investigate-and-report',
    words: words('investigate and report', 'التحقيق ورفع تقرير'),
    perform: { types: ['report_published'] },
    within: 'P7D',
  },
}

export const HEAVY_WEAPONS = provision({
  id: 'heavy-weapons',
  kind: 'obligation',
  bearer: ['GOV', 'OPP'],
  perform: { types: ['weapon_withdrawn'] },
  over: { items: { types: ['heavy_weapon_seen'], in: 'dmz' } },
  deadline: '2018-10-10',
})

export const RADICALS_OUT = provision({
  id: 'radicals-out',
  kind: 'obligation',
  bearer: ['TR'],
  perform: { types: ['group_withdrawn'], in: 'dmz' },
  deadline: '2018-10-15',
})

export const ANSWER_BY_PATROL = provision({
  id: 'answer-by-patrol',
  kind: 'obligation',
  bearer: [['RU', 'TR']],
  trigger: { types: ['violation_reported'], in: 'dmz' },
  perform: { types: ['joint_patrol'], same: 'sector' },
  within: 'P7D',
})

export const ROADS = provision({
  id: 'roads',
  kind: 'obligation',
  bearer: [['RU', 'TR']],
  perform: { types: ['road_opened'] },
  deadline: '2018-12-31',
})

export const DETAINEES = provision({
  id: 'detainees',
  kind: 'obligation',
  bearer: ['GOV', 'OPP'],
  perform: { types: ['release'] },
  quantity: 50,
  deadline: '2018-12-31',
})

const READINGS: Reading[] = [
  { id: 'default', author: 'cell', name: words('the cell', 'الخلية') },
  { id: 'ru', author: 'RU', name: words('Russia', 'روسيا') },
]

export const ACCORD: Accord = {
  accord: 'hudna/1',
  id: 'sochi-like',
  title: words('A memorandum', 'مذكرة'),
  tz: TZ,
  projection: { kind: 'local-metres', origin: ORIGIN },
  parties: [
    { id: 'RU', name: words('Russia', 'روسيا'), role: 'guarantor' },
    { id: 'TR', name: words('Türkiye', 'تركيا'), role: 'guarantor' },
    { id: 'GOV', name: words('the government', 'الحكومة'), role: 'party', side: 'A', answersTo: 'RU' },
    { id: 'OPP', name: words('the opposition', 'المعارضة'), role: 'party', side: 'B', answersTo: 'TR' },
  ],
  documents: [
    {
      id: 'memo',
      title: words('The memorandum', 'المذكرة'),
      signed: '2018-09-17',
      signatories: ['RU', 'TR'],
      starts: [{ id: 'signed', at: '2018-09-17', source: 'text' }],
      sources: [],
    },
  ],
  zones: [DMZ],
  readings: READINGS,
  evidence: {
    independent: 2,
    reliability: 'C',
    credibility: 3,
    selfServingCap: 1,
    admission: 'sufficient',
    lag: 'P3D',
  },
  provisions: [NO_ATTACK, HEAVY_WEAPONS, RADICALS_OUT, ANSWER_BY_PATROL, ROADS, DETAINEES],
}

export const accordWith = (...provisions: Provision[]): Accord => ({ ...ACCORD, provisions })

type ClaimDraft = Partial<Omit<Claim, 'when' | 'grade'>> & {
  event: string
  types: readonly string[]
  when: When | string
  grade?: string
}
let serial = 0
/** A report: B2 by a source and root of its own, inside the zone, received on the day it speaks of, unless said otherwise. */
export function claim(c: ClaimDraft): Claim {
  const id = c.id ?? `c${++serial}`
  const w = typeof c.when === 'string' ? when(c.when) : c.when
  const grade = c.grade ?? 'B2'
  return {
    kind: 'claim',
    id,
    source: c.root ?? id,
    root: id,
    place: spot(0, 0),
    stance: 'asserts',
    received: w.hi,
    ...c,
    when: w,
    grade: {
      reliability: grade[0] as Claim['grade']['reliability'],
      credibility: Number(grade[1]) as Claim['grade']['credibility'],
    },
  }
}

/** The same thing told by two qualified sources of different origin. */
export const twice = (c: ClaimDraft): [Claim, Claim] => [
  claim({ ...c, id: `${c.event}-a`, root: `${c.event}-root-a`, grade: 'B2' }),
  claim({ ...c, id: `${c.event}-b`, root: `${c.event}-root-b`, grade: 'C2' }),
]

export const retract = (of: string, received: number): Retraction => ({
  kind: 'retraction',
  id: `retract-${of}`,
  of,
  received,
})

/** Somebody could look everywhere, from the signature to the end of March 2019. */
export const WATCHED: Coverage = {
  kind: 'coverage',
  id: 'watched',
  when: { lo: at('2018-09-01'), hi: endOf('2019-03-31') },
  level: 'adequate',
  received: at('2018-09-01'),
}

export type Ask = { t: number; k?: number; from?: number; reading?: string }

/** The verdict on one provision for one bearer; k is t unless given. */
export function verdictOf(
  accord: Accord,
  records: readonly EvidenceRecord[],
  provision: string,
  bearer: string,
  ask: Ask,
): Verdict {
  const asked = { t: ask.t, k: ask.k ?? ask.t, ...(ask.from !== undefined && { from: ask.from }) }
  const v = judge(accord, records, asked, ask.reading ?? 'default').find(
    x => x.provision === provision && x.bearer.join('+') === bearer,
  )
  if (!v) throw new Error(`no verdict on ${provision} for ${bearer}`)
  return v
}
