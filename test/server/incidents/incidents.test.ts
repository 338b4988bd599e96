import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { LedgerRecord } from '../../../src/core/ledger/entry.ts'
import { when } from '../../core/view/small-accord.ts'
import { type AppUnderTest, appUnderTest } from '../app-under-test.ts'

const claim = (id: string, more: object = {}): LedgerRecord => ({
  of: 'evidence',
  record: {
    kind: 'claim',
    id,
    event: `e-${id}`,
    types: ['shelling'],
    actor: 'NORTH',
    when: when('2018-11-24'),
    place: { kind: 'disc', at: [36.6, 35.7], radiusMetres: 1000, name: 'Wadi', nameAr: 'الوادي' },
    source: 'river-agency',
    root: 'river-agency',
    grade: { reliability: 'C', credibility: 3 },
    stance: 'asserts',
    received: when('2018-11-24').hi,
    summary: { en: 'Shells fall on Wadi', ar: 'القصف على الوادي' },
    ...more,
  } as never,
})

const RECORDS = [
  claim('a'),
  claim('b', {
    types: ['air_strike'],
    actor: 'SOUTH',
    when: when('2018-11-25'),
    summary: { en: 'A raid', ar: 'غارة' },
  }),
  claim('c', { when: when('2018-12'), place: { kind: 'unknown' } }),
  claim('far', { place: { kind: 'disc', at: [40, 33], radiusMetres: 100 } }),
]

describe('incidents through the API', () => {
  let app: AppUnderTest
  before(async () => {
    app = await appUnderTest(RECORDS)
  })
  after(() => app.close())
  const events = async (query: string) =>
    (await app.get(`/incidents?${query}`)).body.incidents.map((i: { event: string }) => i.event).sort()

  it('are narrowed by kind, party, time, place and words, Arabic folded', async () => {
    assert.deepEqual(await events('type=air_strike'), ['e-b'])
    assert.deepEqual(await events('type=hostile&actor=SOUTH'), ['e-b'])
    assert.deepEqual(await events('from=2018-12-01'), ['e-c'])
    assert.deepEqual(await events('to=2018-11-24'), ['e-a', 'e-far'])
    assert.deepEqual(await events('box=36,35,37,36'), ['e-a', 'e-b'])
    assert.deepEqual(await events(`text=${encodeURIComponent('غارة')}`), ['e-b'])
    assert.deepEqual(await events(`text=${encodeURIComponent('الغاره')}`), ['e-b'])
    assert.deepEqual(await events('placed=unknown'), ['e-c'])
  })

  it('that may lie in a zone are kept by its filter, and only those that certainly do by "inside"', async () => {
    const perhaps = await events('zone=dmz')
    assert.ok(perhaps.includes('e-c'), 'a place unknown may be inside')
    assert.ok(!(await events('zone=dmz&answer=inside')).includes('e-c'))
    assert.ok((await events('zone=dmz&answer=outside')).includes('e-far'))
  })

  it('say why they are in or out of a zone', async () => {
    const { body } = await app.get('/incidents/e-c')
    const [reason] = body.reasons
    assert.equal(reason.answer, 'cannot-tell')
    assert.match(reason.because.en, /anywhere/)
  })

  it('without a place are counted and on no tile', async () => {
    const { body } = await app.get('/incidents/counts')
    assert.deepEqual([body.total, body.withoutPlace], [4, 1])
    const tile = await app.app.inject({
      url: '/api/accords/test-accord/incidents/tiles/0/0/0?placed=unknown',
    })
    assert.deepEqual([tile.statusCode, tile.rawPayload.length], [200, 0])
  })

  it('in one cluster are told apart by its number', async () => {
    const { tileSet } = await import('../../../src/server/incidents/incident-tiles.ts')
    const { body } = await app.get('/incidents')
    const cluster = tileSet(body.incidents)
      .points.getClusters([-180, -85, 180, 85], 14)
      .map(f => (f.properties as { cluster_id?: number }).cluster_id)
      .find(id => id !== undefined)
    assert.deepEqual(await events(`cluster=${cluster}`), ['e-a', 'e-b'])
    assert.equal((await app.get('/incidents?cluster=999999')).status, 404)
  })

  it('refuse a zone the accord does not have', async () => {
    const { status, body } = await app.get('/incidents?zone=nowhere')
    assert.deepEqual([status, body.where.field], [404, 'zone'])
  })

  it('entered by hand are offered what may be the same, then kept, linked, corrected and taken back', async () => {
    const sketch = {
      types: ['hostile'],
      when: when('2018-11-24'),
      place: { kind: 'disc', at: [36.61, 35.7], radiusMetres: 2000 },
    }
    const likely = await app.post('/incidents/likely-same', sketch)
    assert.equal(likely.body.likely[0].event, 'e-a')
    const entered = await app.post('/incidents', {
      claim: {
        ...sketch,
        source: 'وكالة الجبل',
        root: 'وكالة الجبل',
        grade: { reliability: 'F', credibility: 6 },
        stance: 'denies',
        event: 'e-a',
      },
    })
    assert.equal(entered.status, 200)
    assert.equal((await app.get('/incidents/e-a')).body.incident.denied, 1)
    const linked = await app.post('/links', { events: ['e-a', 'e-b'], relation: 'versions-of' })
    assert.equal((await app.get('/incidents/e-a')).body.versions[0].event, 'e-b')
    assert.equal((await app.post('/undo', { seq: linked.body.seq })).status, 200)
    assert.deepEqual((await app.get('/incidents/e-a')).body.versions, [])
    const {
      kind: _k,
      id: _i,
      event: _e,
      received: _r,
      ...draft
    } = RECORDS[0]!.record as unknown as Record<string, unknown>
    const corrected = await app.post('/records/a/correction', {
      claim: { ...draft, types: ['sniper_fire'] },
      why: 'it was rifles',
    })
    assert.equal(corrected.status, 200)
    assert.ok((await events('type=sniper_fire')).includes('e-a'))
    assert.equal((await app.post('/records/a/correction', { claim: draft, why: 'again' })).status, 404)
  })

  it('refuse a record known before its time', async () => {
    const { status, body } = await app.post('/coverage', {
      level: 'none',
      when: when('2018-11-24'),
      why: 'roads shut',
      received: 4_000_000_000,
    })
    assert.deepEqual([status, body.code], [422, 'in-the-future'])
  })
})

describe('zones drawn through the API', () => {
  let app: AppUnderTest
  before(async () => {
    app = await appUnderTest(RECORDS)
  })
  after(() => app.close())
  const square = (w: number, s: number, e: number, n: number) => [
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
  const version = {
    zone: 'dmz',
    from: '2018-11-01',
    inner: [],
    outer: square(39.9, 32.9, 40.1, 33.1),
    source: 'by hand',
  }
  const inDmz = async (query = '') =>
    (await app.get(`/incidents?zone=dmz&placed=disc${query}`)).body.incidents.map(
      (i: { event: string }) => i.event,
    )

  it('move incidents in and out, for questions that know of the line, and back when undone', async () => {
    assert.ok((await inDmz()).includes('e-a'))
    const kept = await app.post('/zone-versions', version)
    assert.equal(kept.status, 200)
    assert.deepEqual(await inDmz(), ['e-far'])
    assert.ok((await inDmz('&knownAt=2019-01-01')).includes('e-a'))
    const { body } = await app.get('/zone-versions')
    assert.equal(body.zones[0].versions.at(-1).drawn.seq, kept.body.seq)
    assert.equal((await app.post('/undo', { seq: kept.body.seq })).status, 200)
    assert.ok((await inDmz()).includes('e-a'))
  })

  it('are refused where they cross themselves, with the point', async () => {
    const bow = [
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
    const { body } = await app.post('/zone-versions/check', { ...version, outer: bow })
    assert.deepEqual(body.faults[0].at, [36.5, 35.5])
    assert.equal((await app.post('/zone-versions', { ...version, outer: bow })).status, 422)
  })

  it('come from KML and GeoJSON, and from a strip along a line', async () => {
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>الطريق</name>
      <LineString><coordinates>36.5,35.6,0 36.7,35.8,0</coordinates></LineString></Placemark></Document></kml>`
    const { body } = await app.post('/zone-shapes', { name: 'road.kml', text: kml })
    assert.deepEqual([body.shapes[0].name, body.shapes[0].geometry.line.length], ['الطريق', 2])
    const strip = await app.post('/zone-strips', { line: body.shapes[0].geometry.line, metres: 6000 })
    assert.equal(strip.body.polygons.length, 1)
  })
})
