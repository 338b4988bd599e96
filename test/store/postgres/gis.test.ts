import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { LOCAL_USER } from '../../../src/core/access/viewer.ts'
import type { Accord } from '../../../src/core/accord/model.ts'
import { applyEntry } from '../../../src/core/ledger/fold.ts'
import { emptyLedger } from '../../../src/core/ledger/state.ts'
import type { Place } from '../../../src/core/place/place.ts'
import { openStore } from '../../../src/store/open.ts'
import { project } from '../../../src/store/project.ts'
import type { Store } from '../../../src/store/store.ts'
import { aClaim, added } from '../../core/ledger/a-ledger.ts'
import { postgresForTests } from '../postgres-server.ts'

const server = await postgresForTests()
const client = server && new pg.Client({ connectionString: server.url })
await client?.connect()
const hasPostgis =
  ((await client?.query(`select 1 from pg_available_extensions where name = 'postgis'`))?.rowCount ?? 0) > 0
const skip = !server ? 'PostgreSQL: not found' : !hasPostgis && 'PostGIS: not installed on this server'
if (skip) {
  console.log(`${skip}, 6 tests skipped`)
  await client?.end()
  await server?.stop()
}

const square = (x: number, y: number, size: number) =>
  [
    [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  ] as const
const accord = {
  id: 'idlib',
  tz: 'Asia/Damascus',
  parties: [],
  zones: [
    {
      id: 'belt',
      name: { en: 'The belt', ar: 'الشريط' },
      kind: 'demilitarised',
      versions: [{ from: '2018-09-17', to: '2020-03-05', inner: [], outer: square(36, 35, 1) }],
    },
  ],
  provisions: [],
  readings: [{ id: 'default' }],
  documents: [],
  evidence: { reliability: 'C', credibility: 3, independent: 2, selfServingCap: 1 },
  projection: { kind: 'local-metres', origin: [36.6, 35.8] },
} as unknown as Accord

describe('what QGIS sees', { skip }, () => {
  let store: Store

  before(async () => {
    await client!.query('create extension postgis')
    store = await openStore({ kind: 'postgres', url: server!.url })
    const state = emptyLedger('idlib')
    const place = (id: string, p: Place) => aClaim(id, { event: id, place: p })
    const made = await store.appendEntries(LOCAL_USER, 'idlib', [
      added(
        place('dot', { kind: 'disc', at: [36.5, 35.5], radiusMetres: 1000 }),
        place('exact', { kind: 'disc', at: [38, 36], radiusMetres: 0 }),
        place('province', { kind: 'area', polygons: square(36, 35, 1) }),
        place('nowhere', { kind: 'unknown' }),
      ),
    ])
    assert.ok(made.ok)
    for (const entry of made.value) applyEntry(state, entry)
    await project(store, accord, state)
  })
  after(async () => {
    await client?.end()
    await store.close()
    await server?.stop()
  })
  const query = async (sql: string) => (await client!.query(sql)).rows

  it('finds the layers with their geometry types and WGS 84, as its dialog lists them', async () => {
    const layers = await query(
      `select f_table_name as view, type, srid from geometry_columns where f_table_name like 'gis_%' order by 1`,
    )
    assert.deepEqual(layers, [
      { view: 'gis_incident_extent', type: 'MULTIPOLYGON', srid: 4326 },
      { view: 'gis_incident_point', type: 'POINT', srid: 4326 },
      { view: 'gis_zone', type: 'MULTIPOLYGON', srid: 4326 },
    ])
  })

  it('draws points for discs alone, with time, words and radius', async () => {
    const rows = await query(
      `select event, st_x(geom) as x, st_y(geom) as y, radius_metres, earliest, summary_ar from gis_incident_point order by event`,
    )
    assert.deepEqual(rows, [
      {
        event: 'dot',
        x: 36.5,
        y: 35.5,
        radius_metres: 1000,
        earliest: new Date('2018-11-26T00:00:00Z'),
        summary_ar: 'سقطت قذائف على أطراف البلدة',
      },
      {
        event: 'exact',
        x: 38,
        y: 36,
        radius_metres: 0,
        earliest: new Date('2018-11-26T00:00:00Z'),
        summary_ar: 'سقطت قذائف على أطراف البلدة',
      },
    ])
  })

  it('draws everywhere an incident may have been: a disc by its radius, an area as it is', async () => {
    const rows = await query(
      `select event, round((st_area(geom::geography) / 1e6)::numeric, 1)::float as km2, st_isvalid(geom) as valid from gis_incident_extent order by event`,
    )
    assert.deepEqual(
      rows.map(r => r.event),
      ['dot', 'exact', 'province'],
    )
    assert.ok(rows.every(r => r.valid))
    // A circle of 1 km radius; PostGIS draws it with 32 corners, a little inside.
    assert.ok(rows[0].km2 > 3.0 && rows[0].km2 < 3.2, `${rows[0].km2}`)
    assert.ok(rows[2].km2 > 9000 && rows[2].km2 < 11000, `${rows[2].km2}`)
  })

  it('draws the zones of the accord in force on a day, without an inner edge where there is none', async () => {
    const on = (day: string) =>
      query(
        `select zone, edge, name_ar from gis_zone where extract(epoch from timestamptz '${day}') between from_seconds and to_seconds`,
      )
    assert.deepEqual(await on('2018-12-01'), [{ zone: 'belt', edge: 'outer', name_ar: 'الشريط' }])
    assert.deepEqual(await on('2021-01-01'), [])
  })

  it('answers "which incidents may lie in the zone" by its geometry', async () => {
    const rows = await query(
      `select distinct i.event from gis_incident_extent i join gis_zone z on z.accord = i.accord and st_intersects(i.geom, z.geom) order by 1`,
    )
    assert.deepEqual(
      rows.map(r => r.event),
      ['dot', 'province'],
    )
  })

  it('finds the points of a map window by an index', async () => {
    await query('set enable_seqscan = off')
    const plan = await query(
      `explain select * from gis_incident_point where geom && st_makeenvelope(36, 35, 37, 36, 4326)`,
    )
    assert.match(plan.map(r => r['QUERY PLAN']).join('\n'), /incident_by_point/)
  })
})
