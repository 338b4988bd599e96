import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type AppUnderTest, appUnderTest } from '../app-under-test.ts'

const TABLE = `id,date,type,lat,lon,place,place_ar,actor,killed,source
1,2019-05-01,shelling,35.70,36.60,Wadi,الوادي,the North,3,River Agency
2,2019-05-02,air_strike,35.71,36.61,Tell,التل,the South,,وكالة النهر
3,2019-05-03,shelling,,,,,,,River Agency
`
const changed = TABLE.replace(',3,River', ',4,River')
const shorter = TABLE.split('\n').slice(0, 3).join('\n')
const faulty = `${TABLE}4,2019-02-30,shelling,35.70,36.60,Wadi,,,,River Agency\n5,2019-05-05,shelling,36.60,35.70,Wadi,,,,River Agency\n`

describe('importing a table of events', () => {
  let app: AppUnderTest
  beforeEach(async () => {
    app = await appUnderTest()
  })
  const close = () => app.close()

  const send = async (
    text: string | Uint8Array,
    fields: Record<string, string> = {},
    name = 'events.csv',
  ) => {
    const form = new FormData()
    for (const [k, v] of Object.entries({ origin: 'river', ...fields })) form.set(k, v)
    form.set('file', new Blob([typeof text === 'string' ? text : Uint8Array.from(text)]), name)
    const encoded = new Response(form)
    const r = await app.app.inject({
      method: 'POST',
      url: '/api/accords/test-accord/import',
      headers: { 'content-type': encoded.headers.get('content-type')! },
      payload: Buffer.from(await encoded.arrayBuffer()),
    })
    return { status: r.statusCode, body: r.json() }
  }
  const really = (text: string, fields: Record<string, string> = {}) =>
    send(text, { dryRun: 'false', ...fields })

  it('writes nothing while it is dry, and says what it would do', async () => {
    const { body } = await send(TABLE)
    assert.deepEqual([body.count, body.plan.added], [{ read: 3, kept: 3, rejected: 0 }, 3])
    assert.equal((await app.get('/incidents')).body.total, 0)
    await close()
  })

  it('puts every row in at once, Arabic whole, a row without a place without one', async () => {
    assert.equal((await really(TABLE)).status, 200)
    const { body } = await app.get('/incidents')
    assert.deepEqual(
      body.incidents.map((i: { place: { kind: string; nameAr?: string } }) => [i.place.kind, i.place.nameAr]),
      [
        ['unknown', undefined],
        ['disc', 'التل'],
        ['disc', 'الوادي'],
      ],
    )
    await close()
  })

  it('changes nothing the second time', async () => {
    await really(TABLE)
    const before = app.house.desk('test-accord')!.state.head.seq
    const { body } = await really(TABLE)
    assert.deepEqual(body.plan, { added: 0, corrected: 0, same: 3, leftAlone: 0, gone: 0 })
    assert.equal(app.house.desk('test-accord')!.state.head.seq, before)
    await close()
  })

  it('corrects a row that the source changed, there and back again', async () => {
    await really(TABLE)
    assert.equal((await really(changed)).body.plan.corrected, 1)
    assert.equal((await app.get('/incidents?text=wadi')).body.incidents[0].figures[0].low, 4)
    assert.equal((await really(TABLE)).body.plan.corrected, 1)
    assert.equal((await app.get('/incidents?text=wadi')).body.incidents[0].figures[0].low, 3)
    assert.equal((await really(TABLE)).body.plan.same, 3)
    await close()
  })

  it('takes a missing row for deleted only when the file is said to be complete', async () => {
    await really(TABLE)
    assert.equal((await really(shorter)).body.plan.gone, 0)
    assert.equal((await really(shorter, { complete: 'true' })).body.plan.gone, 1)
    assert.equal((await app.get('/incidents')).body.total, 2)
    // And a row that comes back in the source comes back here.
    assert.equal((await really(TABLE, { complete: 'true' })).body.plan.added, 1)
    assert.equal((await app.get('/incidents')).body.total, 3)
    await close()
  })

  it('leaves alone what a person took back, however often the source repeats it', async () => {
    await really(TABLE)
    await app.post('/records/river%3A1/retraction', { why: 'not what happened' })
    assert.deepEqual((await really(TABLE)).body.plan.leftAlone, 1)
    assert.equal((await app.get('/incidents')).body.total, 2)
    await close()
  })

  it('refuses to call a file complete of which a row cannot be read', async () => {
    const { status, body } = await really(faulty, { complete: 'true' })
    assert.deepEqual([status, body.code], [422, 'incomplete-file'])
    await close()
  })

  it('names row, column, value and way out of each row it does not take, and the counts add up', async () => {
    const { body } = await send(faulty)
    assert.deepEqual(body.count, { read: 5, kept: 4, rejected: 1 })
    assert.deepEqual(
      body.rejected.map((r: { row: number; column: string; value: string }) => [r.row, r.column, r.value]),
      [[5, 'date', '2019-02-30']],
    )
    await close()
  })

  it('takes one row that may be swapped with a note, and none when most of them are', async () => {
    assert.deepEqual(
      (await send(faulty)).body.notes.map((n: { row: number; value: string }) => [n.row, n.value]),
      [[6, '36.60, 35.70']],
    )
    const turned = TABLE.replace('id,date,type,lat,lon', 'id,date,type,lon,lat')
    const { body } = await send(turned)
    assert.deepEqual(body.count, { read: 3, kept: 1, rejected: 2 })
    assert.match(body.rejected[0].reason, /swapped/)
    await close()
  })

  it('asks where a date reads two ways, then takes the answer and remembers it', async () => {
    const table = 'id,date,type\n1,03/04/2019,shelling\n2,05/06/2019,shelling\n'
    const asked = await send(table)
    assert.deepEqual(
      asked.body.questions.map((q: { about: string }) => q.about),
      ['dateOrder'],
    )
    const mapping = JSON.stringify({ id: 'id', date: 'date', dateOrder: 'dmy', type: 'type' })
    assert.equal((await really(table, { mapping })).body.plan.added, 2)
    const again = await send(table.replaceAll('2019', '2020'))
    assert.equal(again.body.remembered, true)
    await close()
  })

  it('can be taken back whole', async () => {
    const { body } = await really(TABLE)
    assert.equal((await app.post(`/imports/${body.seq}/undo`, {})).status, 200)
    assert.equal((await app.get('/incidents')).body.total, 0)
    await close()
  })

  it('reads points of GeoJSON, and submissions of a form', async () => {
    const geojson = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { id: 'g1', date: '2019-05-01', type: 'shelling' },
          geometry: { type: 'Point', coordinates: [36.6, 35.7] },
        },
        { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [] } },
      ],
    })
    assert.deepEqual((await send(geojson)).body.count, { read: 2, kept: 1, rejected: 1 })
    const kobo = JSON.stringify({
      results: [
        {
          _uuid: 'a-1',
          التاريخ: '2019-05-01',
          النوع: 'shelling',
          _geolocation: [35.7, 36.6],
          _attachments: [{ filename: 'صورة.jpg' }],
        },
      ],
    })
    const { body } = await send(kobo)
    assert.deepEqual(
      [body.count, body.samples[0].place.at],
      [{ read: 1, kept: 1, rejected: 0 }, [36.6, 35.7]],
    )
    await close()
  })

  it('reads back the workbook it writes', async () => {
    await really(TABLE)
    const sheet = await app.app.inject({ url: '/api/accords/test-accord/export?format=xlsx&lang=ar' })
    const mapping = JSON.stringify({ id: 'id', date: 'from', dateOrder: 'ymd', type: 'types' })
    const { body } = await send(sheet.rawPayload, { mapping, origin: 'back' }, 'back.xlsx')
    assert.deepEqual(body.count, { read: 3, kept: 3, rejected: 0 })
    await close()
  })
})

describe('the export', () => {
  let app: AppUnderTest
  before(async () => {
    app = await appUnderTest()
  })
  after(() => app.close())

  it('obeys the filter of the list', async () => {
    const form = new FormData()
    form.set('origin', 'river')
    form.set('dryRun', 'false')
    form.set('file', new Blob([TABLE]), 'events.csv')
    const encoded = new Response(form)
    await app.app.inject({
      method: 'POST',
      url: '/api/accords/test-accord/import',
      headers: { 'content-type': encoded.headers.get('content-type')! },
      payload: Buffer.from(await encoded.arrayBuffer()),
    })
    for (const format of ['csv', 'hxl', 'acled', 'geojson', 'ftm']) {
      const file = await app.app.inject({
        url: `/api/accords/test-accord/export?format=${format}&type=air_strike`,
      })
      assert.match(file.body, /وكالة النهر/, format)
      assert.doesNotMatch(file.body, /Wadi/, format)
    }
  })

  it('has a byte-order mark for people and none for programs', async () => {
    const get = async (reader: string) =>
      (await app.app.inject({ url: `/api/accords/test-accord/export?for=${reader}` })).body.startsWith(
        '\uFEFF',
      )
    assert.deepEqual([await get('people'), await get('programs')], [true, false])
  })
})
