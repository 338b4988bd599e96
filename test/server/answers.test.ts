import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { LedgerRecord } from '../../src/core/ledger/entry.ts'
import { ROUTES } from '../../src/server/routes/all.ts'
import { claim, endOf, when } from '../core/view/small-accord.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'

const said = { when: when('2018-11-28'), received: endOf('2018-11-28') }
const RECORDS: readonly LedgerRecord[] = [
  { of: 'evidence', record: claim({ id: 'c1' }) },
  { of: 'evidence', record: claim({ id: 'c2', figures: [{ what: 'killed', low: 2, high: 3 }] }) },
  {
    of: 'statement',
    record: {
      id: 's1',
      speaker: { role: 'مسؤول', named: 'unnamed' },
      chain: [{ name: 'انترفاكس', language: 'ru' }],
      act: 'commit',
      quote: 'نريد إتمام تبادل 50 شخصًا من كل طرف',
      about: { provision: 'withdraw', agenda: 'ceasefire' },
      ...said,
    },
  },
  {
    of: 'undertaking',
    record: {
      id: 'u1',
      statement: 's1',
      party: 'GUARD',
      types: ['release'],
      mode: 'do',
      quantity: 50,
      each: 'side',
      deadline: '2018-12-31',
      words: { en: 'fifty from each side by the end of the year', ar: 'خمسون من كل طرف قبل نهاية العام' },
      ...said,
    },
  },
  {
    of: 'position',
    record: { id: 'p1', item: 'return', party: 'SOUTH', stance: 'defers', waitsFor: 'settlement', ...said },
  },
]

describe('every answer', () => {
  let t: AppUnderTest
  let report: string
  before(async () => {
    t = await appUnderTest(RECORDS)
    report = (await t.post('/reports', { text: 'FIRE NORTH 2018-11-03' })).body.report.id
  })
  after(() => t.close())

  // Routes that need more (a brief's period, an incident) are held to their shape beside their own tests.
  const names: Readonly<Record<string, string>> = {
    ':accord': 'test-accord',
    ':record': 'c1',
    ':provision': 'no-fire',
  }
  const plain = ROUTES.filter(
    r =>
      r.method === 'GET' &&
      !/stream|octet/.test(r.responseType ?? '') &&
      r.query.safeParse({}).success &&
      [...r.path.matchAll(/:\w+/g)].every(([p]) => p === ':report' || p in names),
  )
  for (const r of plain)
    it(`of GET ${r.path} has the shape that its description promises`, async () => {
      const url = `/api${r.path.replaceAll(/:\w+/g, p => names[p] ?? report)}`
      const answer = await t.app.inject({ method: 'GET', url })
      assert.equal(answer.statusCode, 200, answer.body)
      const parsed = r.response.safeParse(answer.json())
      assert.ok(parsed.success, parsed.error?.message ?? '')
    })

  it('of a POST has the shape that its description promises', async () => {
    const review = (await t.get(`/reports/${report}`)).body
    const asked: readonly (readonly [string, object])[] = [
      ['/reports', { text: 'خبر آخر' }],
      [`/reports/${report}/published`, { publishedAt: '2018-11-04' }],
      [`/reports/${report}/decisions`, { proposalId: review.open[0].id, decision: 'accepted' }],
    ]
    for (const [path, body] of asked) {
      const r = await t.post(path, body)
      const spec = ROUTES.find(
        s => s.method === 'POST' && s.path === `/accords/:accord${path.replace(report, ':report')}`,
      )
      assert.ok(r.status < 300, JSON.stringify(r.body))
      assert.ok(spec?.response.safeParse(r.body).success, `${path} ${JSON.stringify(r.body).slice(0, 300)}`)
    }
    const last = t.house.desk('test-accord')!.state.head.seq
    const undone = await t.post('/undo', { seq: last })
    const undo = ROUTES.find(s => s.path === '/accords/:accord/undo')
    assert.ok(undo?.response.safeParse(undone.body).success, JSON.stringify(undone.body))
  })

  it('says by whom and from which words a promise was made, and judges it for each side', async () => {
    const { body } = await t.get('/statements?asOf=2019-01-10')
    const [promise] = body.undertakings
    assert.equal(promise.undertaking.id, 'u1')
    assert.deepEqual(
      promise.verdicts.map((v: { bearer: string[]; quantity: { required: number } }) => [
        v.bearer,
        v.quantity.required,
      ]),
      [
        [['NORTH'], 50],
        [['SOUTH'], 50],
      ],
    )
  })

  it('forbids the page to load anything from elsewhere', async () => {
    const { headers } = await t.app.inject('/api/health')
    const csp = String(headers['content-security-policy'])
    assert.match(csp, /default-src 'self'/)
    assert.doesNotMatch(csp, /https?:|unsafe-eval|script-src[^;]*unsafe/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['referrer-policy'], 'no-referrer')
  })

  it('is described in OpenAPI', async () => {
    const r = await t.app.inject('/api/openapi.json')
    const { openapi, paths } = r.json()
    assert.equal(openapi, '3.1.0')
    for (const route of ROUTES)
      assert.ok(
        paths[`/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`][route.method.toLowerCase()],
        route.path,
      )
  })
})

describe('the page', () => {
  it('is one file for every address of its own, and none for the API', async () => {
    const webDir = await mkdtemp(join(tmpdir(), 'hudna-web-'))
    await writeFile(join(webDir, 'index.html'), '<!doctype html><title>هدنة</title>')
    const t = await appUnderTest([], { webDir })
    assert.match((await t.app.inject('/')).body, /هدنة/)
    assert.match((await t.app.inject('/ar/idlib/state')).body, /هدنة/)
    assert.equal((await t.app.inject('/missing.js')).statusCode, 404)
    assert.equal((await t.app.inject('/api/missing')).statusCode, 404)
    await t.close()
    await rm(webDir, { recursive: true })
  })
})

describe('the stream of events', () => {
  it('tells of every new entry while it is written', async () => {
    const t = await appUnderTest()
    await t.app.listen({ host: '127.0.0.1', port: 0 })
    const address = t.app.server.address()
    assert.ok(typeof address === 'object' && address)
    const answer = await fetch(`http://127.0.0.1:${address.port}/api/accords/test-accord/events`)
    assert.match(answer.headers.get('content-type') ?? '', /text\/event-stream/)
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const hear = async (what: RegExp) => {
      while (!what.test(heard)) {
        const { value, done } = await reader.read()
        if (done) break
        heard += value
      }
    }
    await hear(/event: hello\ndata: \{"entries":2\}/)
    await t.post('/reports', { text: 'FIRE NORTH 2018-11-03' })
    await hear(/report\.read/)
    assert.match(heard, /event: entry\ndata: \{"seq":3,"kind":"report\.received"\}/)
    await reader.cancel()
    await t.close()
  })
})
