/** A small sound accord as its files, for tests to break in one place. */
export const ACCORD_TEXT = `accord: hudna/1
id: river
title: {en: River truce, ar: هدنة النهر}
tz: Asia/Damascus
projection: {kind: local-metres, origin: [36.6, 35.7]}
area: valley
form: written
purpose: [peace_process]
coverage: area
parties:
  - {id: GA, name: {en: Guarantor A, ar: الضامن أ}, role: guarantor}
  - {id: GB, name: {en: Guarantor B, ar: الضامن ب}, role: guarantor}
  - {id: NORTH, name: {en: North, ar: الشمال}, role: party, side: A, answersTo: GA}
  - {id: SOUTH, name: {en: South, ar: الجنوب}, role: party, side: B, answersTo: GB}
documents:
  - id: M1
    title: {en: Memorandum, ar: المذكرة}
    signed: 2018-09-17
    signatories: [NORTH, SOUTH]
    starts: [{id: signing, at: 2018-09-17, source: 'https://example.org/m1'}]
    sources: ['https://example.org/m1']
zones:
  - id: valley
    name: {en: The valley, ar: الوادي}
    kind: area
    versions: [{from: 2018-09-17, inner: valley-inner, outer: valley-outer}]
readings:
  - {id: default, author: cell, name: {en: The desk, ar: المكتب}}
  - {id: na, author: NORTH, name: {en: North's, ar: قراءة الشمال}}
evidence: {independent: 2, reliability: C, credibility: 3, selfServingCap: 1, admission: sufficient, lag: P3D}
provisions:
  - id: no-attack
    kind: prohibition
    act: cease_fire
    title: {en: No attacks, ar: لا هجمات}
    words: {en: Neither side attacks in the valley., ar: لا يهاجم أي طرف في الوادي.}
    bearer: [NORTH, SOUTH]
    source: {document: M1, points: [1], urls: ['https://example.org/m1']}
    action: {types: [hostile], in: valley}
    exceptions:
      - id: response
        kind: permitted-response
        reading: na
        provocation: {types: [hostile], by: other-side, within: PT72H, distance: 10000}
    reparation:
      duty: investigate
      words: {en: Investigate and report., ar: التحقيق ورفع تقرير.}
      perform: {types: [report_published]}
      within: P7D
  - id: guns-out
    kind: obligation
    act: withdraw_heavy_weapons
    title: {en: Guns out, ar: سحب المدافع}
    words: {en: Both sides pull their guns out., ar: يسحب الطرفان مدافعهما.}
    bearer: [NORTH, SOUTH]
    source: {document: M1, points: [2], urls: ['https://example.org/m1']}
    perform: {types: [weapon_withdrawn], in: valley}
    deadline: 2018-10-10
  - id: patrols
    kind: permission
    act: patrol_joint
    title: {en: Patrols, ar: الدوريات}
    words: {en: The guarantors may patrol., ar: للضامنين أن يسيّروا دوريات.}
    bearer: [[GA, GB]]
    source: {document: M1, points: [3], urls: ['https://example.org/m1']}
    action: {types: [joint_patrol], in: valley}
  - id: term
    kind: time_limit
    title: {en: Six months, ar: ستة أشهر}
    words: {en: It runs six months., ar: مدتها ستة أشهر.}
    bearer: []
    source: {document: M1, points: [4], urls: ['https://example.org/m1']}
`

const ring = (w: number, s: number, e: number, n: number) => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
]

export const zone = (id: string, rings: readonly unknown[]) => ({
  type: 'Feature',
  properties: { id },
  geometry: { type: 'Polygon', coordinates: rings },
})

export const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features }, null, 1)

export const ZONES_TEXT = collection(
  zone('valley-inner', [ring(36.2, 35.2, 36.8, 35.8)]),
  zone('valley-outer', [ring(36.1, 35.1, 36.9, 35.9)]),
)

export const NAMES = { accord: 'accord.yaml', zones: 'zones.geojson' }

/** The fixture with one text replaced; throws when the text is not there, so that no test tests nothing. */
export function accordWith(from: string, to: string): { accord: string; zones: string; names: typeof NAMES } {
  if (!ACCORD_TEXT.includes(from)) throw new Error(`the fixture does not hold: ${from}`)
  return { accord: ACCORD_TEXT.replace(from, to), zones: ZONES_TEXT, names: NAMES }
}
