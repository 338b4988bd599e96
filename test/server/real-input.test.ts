import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { StateBoard } from '../../src/core/view/board.ts'
import type { ReportReview } from '../../src/core/view/inbox.ts'
import type { TalksBoard } from '../../src/core/view/talks-board.ts'
import { packagedAccord } from '../../src/server/packaged-accord.ts'
import { readBytes } from '../../src/server/read-bytes.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'

const SEED = join(import.meta.dirname, '..', '..', '..', 'shared', 'seed', 'idlib-article-ar.txt')

async function idlib(): Promise<AppUnderTest> {
  const packaged = await packagedAccord('idlib')
  if (!packaged.ok) throw new Error(packaged.error[0]?.message)
  return appUnderTest(packaged.value.records, { accord: packaged.value.accord, readBytes })
}

describe('the Arabic article of November 2018, handed in as a file', {
  skip: existsSync(SEED) ? false : '../shared/seed not here',
}, () => {
  let t: AppUnderTest
  let review: ReportReview
  before(async () => {
    t = await idlib()
    const { status, body } = await t.upload(readFileSync(SEED), { publishedAt: '2018-11-28' })
    assert.equal(status, 201)
    review = (await t.get(`/reports/${body.report.id}`)).body
  })
  after(() => t.close())

  it('loses its eight repeated paragraphs and the "read also" line, and nothing else', () => {
    const left = review.reading.paragraphs.filter(p => !p.kept).map(p => p.why)
    assert.deepEqual(
      [left.filter(w => w === 'repeat').length, left.filter(w => w === 'boilerplate').length, left.length],
      [8, 1, 9],
    )
  })

  it('dates the agreement and the exchange’s deadline against the day of publication', () => {
    const dates = review.reading.proposals.flatMap(p =>
      p.draft.kind === 'date' && p.draft.iso ? [p.draft.iso] : [],
    )
    assert.ok(dates.includes('2018-09-17') && dates.includes('2018-12-31'), String(dates))
  })

  it('gives the official his relay', () => {
    const chains = review.open.flatMap(p =>
      p.draft.kind === 'statement' ? [p.draft.statement.chain.map(c => c.name)] : [],
    )
    assert.ok(
      chains.some(c => c.includes('انترفاكس')) && chains.some(c => c.includes('روسيا اليوم')),
      JSON.stringify(chains),
    )
  })

  it('every proposal stands on the words it came from', () => {
    for (const p of review.reading.proposals)
      assert.equal(review.reading.text.slice(p.span.start, p.span.end), p.surface)
  })

  it('accepted whole, gives the promise of fifty a side and five agenda items with their states', async () => {
    const decisions = review.open.map(p => ({ proposalId: p.id, decision: 'accepted' }))
    const { status, body } = await t.post(`/reports/${review.report.id}/decisions?asOf=2018-11-28`, {
      decisions,
    })
    assert.equal(status, 200, JSON.stringify(body))

    const said = (await t.get('/statements?asOf=2018-11-28')).body
    const exchange = said.undertakings.find(
      (u: { undertaking: { each?: string } }) => u.undertaking.each === 'side',
    )
    assert.deepEqual([exchange.undertaking.quantity, exchange.undertaking.deadline], [50, '2018-12-31'])
    assert.ok(
      said.statements.some((s: { id: string }) => s.id === exchange.undertaking.statement),
      'the promise names the statement it was made in',
    )

    const talks: TalksBoard = (await t.get('/talks?asOf=2018-11-28')).body
    const states = Object.fromEntries(
      talks.items.filter(i => i.current.some(p => p.provenance?.reportId)).map(i => [i.item, i.state]),
    )
    assert.deepEqual(states, {
      ceasefire: 'converging',
      detainees: 'converging',
      constitution: 'deferred',
      refugees: 'deferred',
      reconstruction: 'deferred',
    })
  })

  it('and the promise is pending before its deadline and not after', async () => {
    const verdicts = async (asOf: string) =>
      (await t.get(`/statements?asOf=${asOf}`)).body.undertakings
        .find((u: { undertaking: { each?: string } }) => u.undertaking.each === 'side')
        .verdicts.map((v: { verdict: string }) => v.verdict)
    assert.ok((await verdicts('2018-11-28')).every((v: string) => v === 'PENDING'))
    assert.ok((await verdicts('2019-01-10')).every((v: string) => v !== 'PENDING'))
  })

  it('leaves the accord as of 28 November and as of 1 January different where deadlines passed', async () => {
    const because = async (asOf: string) => {
      const board: StateBoard = (await t.get(`/state?asOf=${asOf}`)).body
      return board.rows.flatMap(r =>
        r.cells.filter(c => c.verdict.due).map(c => `${r.provision} ${c.verdict.codes.join()}`),
      )
    }
    assert.notDeepEqual(await because('2018-11-28'), await because('2019-01-01'))
  })
})

describe('a file that is no plain report, through the real reader', () => {
  let t: AppUnderTest
  before(async () => {
    t = await idlib()
  })
  after(() => t.close())
  const entries = () => t.house.desk('idlib')!.state.head.seq

  const refused: readonly (readonly [string, Uint8Array, string])[] = [
    ['an empty file', new Uint8Array(0), 'empty'],
    ['a file of blanks', new TextEncoder().encode(' \n\t\n '), 'empty'],
    ['a binary', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256), 'binary'],
    ['a table', new TextEncoder().encode('date,place\n2018-11-24,Jarjanaz\n'), 'not-one-report'],
  ]
  for (const [name, bytes, code] of refused)
    it(`refuses ${name} with what was expected, and keeps nothing`, async () => {
      const before = entries()
      const { status, body } = await t.upload(bytes, {}, code === 'not-one-report' ? 'events.csv' : 'x.txt')
      assert.deepEqual([status, body.code], [422, code])
      assert.ok(body.expected)
      assert.equal(entries(), before)
    })

  it('reads Windows-1256 and says so; the bytes are kept as they came', async () => {
    // "قال مسؤول تركي إن الاتفاق قائم" as a Windows program of the region saves it.
    const bytes = Uint8Array.from([
      0xde, 0xc7, 0xe1, 0x20, 0xe3, 0xd3, 0xc4, 0xe6, 0xe1, 0x20, 0xca, 0xd1, 0xdf, 0xed, 0x20, 0xc5, 0xe4,
      0x20, 0xc7, 0xe1, 0xc7, 0xca, 0xdd, 0xc7, 0xde, 0x20, 0xde, 0xc7, 0xc6, 0xe3,
    ])
    const { status, body } = await t.upload(bytes)
    assert.deepEqual([status, body.report.encoding], [201, 'windows-1256'])
    const review: ReportReview = (await t.get(`/reports/${body.report.id}`)).body
    assert.equal(review.reading.text, 'قال مسؤول تركي إن الاتفاق قائم')
    const original = await t.app.inject(`/api/accords/idlib/reports/${body.report.id}/original`)
    assert.deepEqual(Uint8Array.from(original.rawPayload), bytes)
  })

  it('takes a saved page by its article, with the day and the outlet it states', async () => {
    const page = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>خبر</title>
<meta property="article:published_time" content="2018-11-28T10:00:00+03:00"><meta property="og:site_name" content="منبر الشمال"></head>
<body><nav>الرئيسية</nav><article><h1>الاتفاق قائم</h1><p>قال مسؤول تركي إن الاتفاق قائم وإن نقاط المراقبة باقية في أماكنها كلها.</p>
<p>وأضاف أن الدوريات مستمرة على الطريق وأن الطرفين على اتصال دائم بشأنها.</p></article></body></html>`
    const { body } = await t.upload(new TextEncoder().encode(page), {}, 'page.html')
    assert.match(String(body.report?.publishedAt), /^2018-11-28/)
    assert.equal(body.report.outlet, 'منبر الشمال')
    const review: ReportReview = (await t.get(`/reports/${body.report.id}`)).body
    assert.match(review.reading.text, /نقاط المراقبة/)
    assert.doesNotMatch(review.reading.text, /الرئيسية/)
  })
})
