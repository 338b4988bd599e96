import type { Accord, Provision } from '../../src/core/accord/model.ts'
import type { Position } from '../../src/core/place/place.ts'
import { positionOf, projectionAt } from '../../src/core/place/projection.ts'

/** First second of the traces of trace-gen.mjs: 2018-09-17T00:00:00Z. */
export const TRACE_START = 1_537_142_400
/** Seconds between the deadlines of a trace: 91.25 days, for 8 in 730 days and for 80 in 7,300. */
export const DEADLINE_EVERY = 7_884_000

const ORIGIN: Position = [38, 34]
const plane = projectionAt(ORIGIN)
export const PLANE = plane
export const at = (x: number, y: number): Position => positionOf(plane, x, y)

/**
 * The generator's zone, a band of 20 km with a wavy edge over a box of 400 km, as a polygon with a corner
 * every 100 m, where the generator's points lie. Edges are rounded inward: a point on whole metres is
 * within iff it is within the exact curve.
 */
function band(): Position[][][] {
  const ring: Position[] = []
  const middle = (x: number) => 150 + 12 * Math.sin(x / 40)
  for (let i = 0; i <= 4000; i++) ring.push(at(i * 100, Math.ceil((middle(i / 10) - 10) * 1000)))
  for (let i = 4000; i >= 0; i--) ring.push(at(i * 100, Math.floor((middle(i / 10) + 10) * 1000)))
  ring.push(ring[0]!)
  return [[ring]]
}

const words = (en: string, ar: string) => ({ en, ar })
const source = { document: 'text', urls: [] }

/** The three properties of the traces as provisions: P1 with its response clause, P2, P3. */
export const PROVISIONS: readonly Provision[] = [
  {
    id: 'no-shelling',
    kind: 'prohibition',
    title: words('No shelling in the zone', 'حظر القصف في المنطقة'),
    words: words('', ''),
    source,
    bearer: ['A', 'B'],
    action: { types: ['shelling'], in: 'band' },
    exceptions: [
      {
        id: 'response',
        kind: 'permitted-response',
        reading: 'default',
        provocation: {
          types: ['shelling', 'ground_attack'],
          by: 'other-side',
          within: 'PT72H',
          distance: 10_000,
        },
      },
    ],
  },
  {
    id: 'heavy-weapons',
    kind: 'obligation',
    title: words('Heavy weapons out by each date', 'سحب السلاح الثقيل عند كل أجل'),
    words: words('', ''),
    source,
    bearer: ['A', 'B'],
    perform: { types: ['weapon_withdrawn'] },
    over: { items: { types: ['heavy_weapon_seen'], in: 'band' } },
    recurring: { every: `PT${DEADLINE_EVERY}S`, from: '2018-09-17' },
  },
  {
    id: 'answer-by-patrol',
    kind: 'obligation',
    title: words('A patrol within seven days', 'دورية خلال سبعة أيام'),
    words: words('', ''),
    source,
    bearer: ['J'],
    trigger: { types: ['violation_reported'] },
    perform: { types: ['patrol'], same: 'sector' },
    within: 'P7D',
  },
]

/** @param exact one source establishes (the exact traces); otherwise two independent ones of C3 or better. */
export const traceAccord = (exact: boolean): Accord => ({
  accord: 'hudna/1',
  id: 'trace',
  title: words('Trace', 'أثر'),
  tz: 'UTC',
  projection: { kind: 'local-metres', origin: ORIGIN },
  parties: [
    { id: 'A', name: words('A', 'أ'), role: 'party', side: 'A' },
    { id: 'B', name: words('B', 'ب'), role: 'party', side: 'B' },
    { id: 'J', name: words('Joint monitors', 'المراقبون المشتركون'), role: 'monitor' },
  ],
  documents: [
    {
      id: 'text',
      title: words('Text', 'نص'),
      signatories: ['A', 'B'],
      starts: [{ id: 'start', at: '2018-09-17', source: 'trace' }],
      sources: [],
    },
  ],
  zones: [
    {
      id: 'band',
      name: words('the band', 'الشريط'),
      kind: 'zone',
      versions: [{ from: '2018-09-17', inner: band(), outer: band() }],
    },
  ],
  readings: [{ id: 'default', author: 'bench', name: words('default', 'الافتراضية') }],
  evidence: {
    independent: exact ? 1 : 2,
    reliability: 'C',
    credibility: 3,
    selfServingCap: 1,
    admission: 'sufficient',
    lag: exact ? 'PT0S' : 'P3D',
  },
  provisions: PROVISIONS,
})
