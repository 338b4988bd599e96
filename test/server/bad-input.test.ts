import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { buildApp } from '../../src/server/app.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'

describe('what the server is given and cannot take', () => {
  let t: AppUnderTest
  before(async () => {
    t = await appUnderTest()
  })
  after(() => t.close())
  const entries = () => t.house.desk('test-accord')!.state.head.seq

  it('names an unknown accord, as if it had never been', async () => {
    const r = await t.app.inject('/api/accords/other/state')
    assert.deepEqual([r.statusCode, r.json().code], [404, 'not-found'])
  })

  it('names an unknown report, record, provision and entry', async () => {
    for (const path of ['/reports/x', '/records/x', '/provisions/x'])
      assert.deepEqual([path, (await t.get(path)).status], [path, 404])
    assert.equal((await t.post('/undo', { seq: 999 })).status, 404)
  })

  it('names a misspelt parameter instead of ignoring it', async () => {
    const { status, body } = await t.get('/state?asof=2018-11-28')
    assert.deepEqual([status, body.where.field], [400, 'asof'])
  })

  it('names a date that does not exist', async () => {
    const { status, body } = await t.get('/state?asOf=2018-02-30')
    assert.deepEqual([status, body.code, body.where.field], [422, 'no-such-day', 'asOf'])
  })

  it('names a reading that the accord does not have, and those it has', async () => {
    const { status, body } = await t.get('/state?reading=mars')
    assert.deepEqual([status, body.code, body.expected], [422, 'no-such-reading', 'one of default'])
  })

  it('says that a body is no JSON', async () => {
    const r = await t.app.inject({
      method: 'POST',
      url: '/api/accords/test-accord/reports',
      headers: { 'content-type': 'application/json' },
      payload: '{"text":',
    })
    assert.deepEqual([r.statusCode, r.json().code], [400, 'bad-request'])
  })

  it('says which kinds of body it reads', async () => {
    const r = await t.app.inject({
      method: 'POST',
      url: '/api/accords/test-accord/reports',
      headers: { 'content-type': 'text/csv' },
      payload: 'a,b',
    })
    assert.deepEqual([r.statusCode, r.json().code], [415, 'unsupported-media-type'])
  })

  it('refuses a file of 50 MB, says how large one may be, and keeps nothing of it', async () => {
    const before = entries()
    const { status, body } = await t.upload(new Uint8Array(50 * 1024 * 1024).fill(0x61))
    assert.deepEqual([status, body.code, body.expected], [413, 'too-large', 'at most 16 MB'])
    assert.equal(entries(), before)
    assert.deepEqual(
      await t.house.store.blobs({ id: 'x', roles: { '*': ['viewer'] }, release: 'internal' }, 'test-accord'),
      [],
    )
  })

  it('refuses 50 MB of JSON text likewise', async () => {
    const { status, body } = await t.post('/reports', { text: 'ع'.repeat(25 * 1024 * 1024) })
    assert.deepEqual([status, body.code], [413, 'too-large'])
  })

  it('keeps nothing of a report that cannot be read', async () => {
    const before = entries()
    const { status, body } = await t.post('/reports', { text: '  \n ' })
    assert.deepEqual([status, body.code], [422, 'empty'])
    assert.equal(entries(), before)
  })

  it('asks for the file when a form has none, and names a field it does not know', async () => {
    const form = new FormData()
    form.set('publishdAt', '2018-11-28')
    const encoded = new Response(form)
    const r = await t.app.inject({
      method: 'POST',
      url: '/api/accords/test-accord/reports',
      headers: { 'content-type': encoded.headers.get('content-type')! },
      payload: Buffer.from(await encoded.arrayBuffer()),
    })
    assert.deepEqual([r.statusCode, r.json().where.field], [400, 'publishdAt'])
  })

  it('answers 507 on a full disk, loses nothing, and goes on when there is space', async () => {
    const before = entries()
    t.fill(true)
    const { status, body } = await t.post('/reports', { text: 'FIRE NORTH 2018-11-03' })
    assert.deepEqual([status, body.code], [507, 'disk-full'])
    assert.equal(entries(), before)
    assert.equal((await t.get('/state')).status, 200)
    t.fill(false)
    assert.equal((await t.post('/reports', { text: 'FIRE NORTH 2018-11-03' })).status, 201)
    assert.equal((await t.get('/verify')).body.whole, true)
  })

  it('answers an address of the API that does not exist with a problem, not a page', async () => {
    const r = await t.app.inject('/api/nothing')
    assert.deepEqual([r.statusCode, r.json().code], [404, 'no-such-route'])
  })
})

describe('a fault of ours', () => {
  it('is answered with an id, told to the log with its stack, and shows nothing inside', async () => {
    const t = await appUnderTest()
    const logged: string[] = []
    const app = await buildApp({
      house: {
        ...t.house,
        desk: () => {
          throw new Error('secret inside')
        },
      },
      version: '0',
      log: line => logged.push(line),
    })
    const r = await app.inject('/api/accords/test-accord/state')
    assert.equal(r.statusCode, 500)
    assert.equal(r.json().code, 'internal')
    assert.doesNotMatch(r.body, /secret/)
    const id = /noted as (\S+)/.exec(r.json().message)?.[1]
    assert.ok(id && logged[0]?.startsWith(id))
    assert.match(logged[0] ?? '', /secret inside/)
    await app.close()
    await t.close()
  })
})
