import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'

const AFP = {
  text: 'FIRE NORTH 2018-11-03\nقال مسؤول إن الاتفاق قائم',
  publishedAt: '2018-11-04',
  outlet: 'AFP',
}
const RTR = { text: 'FIRE NORTH 2018-11-03', publishedAt: '2018-11-05', outlet: 'RTR' }

type Cell = { bearer: string[]; verdict: { verdict: string } }
type Row = { provision: string; cells: Cell[] }
const verdictOf = (board: { rows: Row[] }, provision: string, party: string) =>
  board.rows.find(r => r.provision === provision)?.cells.find(c => c.bearer[0] === party)?.verdict.verdict

describe('the walk from a report to a verdict', () => {
  let t: AppUnderTest
  before(async () => {
    t = await appUnderTest()
  })
  after(() => t.close())
  const state = async (query = '?asOf=2018-11-28') => (await t.get(`/state${query}`)).body

  const ids: string[] = []
  let firstDecision = 0

  it('takes a report in, keeps its bytes and reads it at once', async () => {
    const { status, body } = await t.post('/reports', AFP)
    assert.equal(status, 201)
    assert.deepEqual(
      [body.same, body.proposals, body.report.publishedAt, body.report.outlet],
      [false, 2, '2018-11-04', 'AFP'],
    )
    ids.push(body.report.id)
    const original = await t.app.inject(`/api/accords/test-accord/reports/${body.report.id}/original`)
    assert.equal(original.body, AFP.text)
    assert.match(String(original.headers['content-disposition']), /^attachment/)
  })

  it('knows the same bytes again, and writes nothing', async () => {
    const entries = t.house.desk('test-accord')!.state.head.seq
    const { status, body } = await t.post('/reports', AFP)
    assert.deepEqual([status, body.same, body.report.id], [200, true, ids[0]])
    assert.equal(t.house.desk('test-accord')!.state.head.seq, entries)
  })

  it('changes no verdict by reading alone', async () => {
    assert.equal(verdictOf(await state(), 'no-fire', 'NORTH'), 'HOLDING')
  })

  it('enters a proposal when a person accepts it, known from the day of publication', async () => {
    const review = (await t.get(`/reports/${ids[0]}`)).body
    assert.equal(review.open.length, 2)
    const { status, body } = await t.post(`/reports/${ids[0]}/decisions?asOf=2018-11-28`, {
      proposalId: review.open[0].id,
      decision: 'accepted',
    })
    assert.equal(status, 200)
    const [decided] = body.decided
    firstDecision = decided.seq
    assert.deepEqual([decided.decision, decided.receivedFrom], ['accepted', 'publication'])
    assert.match(decided.records[0].record.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    assert.deepEqual(decided.records[0].record.provenance.span, review.open[0].span)
    assert.deepEqual(
      body.changed.map((c: { provision: string; from: string; to: string }) => [c.provision, c.from, c.to]),
      [['no-fire', 'HOLDING', 'ALLEGED']],
    )
    assert.equal((await t.get(`/reports/${ids[0]}`)).body.open.length, 1)
  })

  it('refuses to decide the same proposal twice', async () => {
    const review = (await t.get(`/reports/${ids[0]}`)).body
    const again = await t.post(`/reports/${ids[0]}/decisions`, {
      proposalId: review.decisions[0].proposalId,
      decision: 'rejected',
    })
    assert.deepEqual([again.status, again.body.code], [409, 'already-decided'])
  })

  it('turns the verdict when a second independent report is accepted', async () => {
    const { body } = await t.post('/reports', RTR)
    ids.push(body.report.id)
    const review = (await t.get(`/reports/${ids[1]}`)).body
    await t.post(`/reports/${ids[1]}/decisions`, { proposalId: review.open[0].id, decision: 'accepted' })
    assert.equal(verdictOf(await state(), 'no-fire', 'NORTH'), 'BREACHED')
    assert.equal(verdictOf(await state(), 'no-fire', 'SOUTH'), 'HOLDING')
  })

  it('still shows what could be known the day before the second report', async () => {
    assert.equal(verdictOf(await state('?asOf=2018-11-28&knownAt=2018-11-04'), 'no-fire', 'NORTH'), 'ALLEGED')
  })

  it('still shows that nothing was the matter before it happened', async () => {
    assert.equal(verdictOf(await state('?asOf=2018-11-02'), 'no-fire', 'NORTH'), 'HOLDING')
  })

  it('opens the provision down to the records and their words', async () => {
    const { body } = await t.get('/provisions/no-fire?asOf=2018-11-28')
    const north = body.verdicts.find(
      (v: { verdict: { bearer: string[] } }) => v.verdict.bearer[0] === 'NORTH',
    )
    assert.equal(north.verdict.verdict, 'BREACHED')
    assert.equal(north.verdict.evidenceFor.length, 2)
    for (const id of north.verdict.evidenceFor) {
      const { record } = body.records[id]
      assert.ok(ids.includes(record.record.provenance.reportId))
      assert.equal((await t.get(`/records/${id}`)).body.status, 'active')
    }
    assert.ok(north.explanation.because.length > 0)
    assert.ok(north.verdict.because.en && north.verdict.because.ar)
  })

  it('takes the decision back whole by an undo, and the undo by another', async () => {
    const undone = await t.post('/undo', { seq: firstDecision })
    assert.equal(undone.status, 200)
    assert.equal(verdictOf(await state(), 'no-fire', 'NORTH'), 'ALLEGED')
    const twice = await t.post('/undo', { seq: firstDecision })
    assert.deepEqual([twice.status, twice.body.code], [409, 'already-undone'])
    await t.post('/undo', { seq: undone.body.seq })
    assert.equal(verdictOf(await state(), 'no-fire', 'NORTH'), 'BREACHED')
  })

  it('lets a record be taken back with a reason, and the past still be shown', async () => {
    const { body: view } = await t.get('/provisions/no-fire?asOf=2018-11-28')
    const [id] = view.verdicts[0].verdict.evidenceFor
    const { status, body } = await t.post(`/records/${id}/retraction`, { why: 'الوكالة سحبت الخبر' })
    assert.equal(status, 200)
    assert.equal((await t.get(`/records/${id}`)).body.status, 'retracted')
    assert.equal(verdictOf(await state(), 'no-fire', 'NORTH'), 'ALLEGED')
    assert.equal(
      verdictOf(await state('?asOf=2018-11-28&knownAt=2018-11-28'), 'no-fire', 'NORTH'),
      'BREACHED',
    )
    assert.equal((await t.post(`/records/${id}/retraction`, { why: 'مرة أخرى' })).status, 409)
    await t.post('/undo', { seq: body.seq })
    assert.equal(verdictOf(await state(), 'no-fire', 'NORTH'), 'BREACHED')
  })

  it('leaves a ledger that is whole', async () => {
    const { body } = await t.get('/verify')
    assert.deepEqual([body.whole, body.problems], [true, []])
    const ledger = (await t.get('/ledger?from=2&limit=2')).body
    assert.deepEqual(
      ledger.entries.map((e: { seq: number }) => e.seq),
      [2, 3],
    )
    assert.equal(ledger.next, 4)
  })
})

describe('a decision', () => {
  let t: AppUnderTest
  let report: string
  let open: { id: string; draft: { claim: Record<string, unknown> } }[]
  before(async () => {
    t = await appUnderTest()
    report = (
      await t.post('/reports', {
        text: 'FIRE NORTH 2018-11-03\nFIRE SOUTH 2018-11-03\nFIRE NORTH 2018-11-09',
      })
    ).body.report.id
    open = (await t.get(`/reports/${report}`)).body.open
  })
  after(() => t.close())

  it('with a draft is entered as corrected', async () => {
    const draft = { kind: 'event', claim: { ...open[0]!.draft.claim, types: ['small_arms_fire'] } }
    const { body } = await t.post(`/reports/${report}/decisions`, {
      proposalId: open[0]!.id,
      decision: 'accepted',
      draft,
    })
    assert.equal(body.decided[0].decision, 'corrected')
    assert.deepEqual(body.decided[0].records[0].record.types, ['small_arms_fire'])
  })

  it('counts as known from now where the day of publication is unknown, and says so', async () => {
    const { body } = await t.post(`/reports/${report}/decisions`, {
      proposalId: open[1]!.id,
      decision: 'accepted',
    })
    assert.equal(body.decided[0].receivedFrom, 'now')
    assert.equal(body.decided[0].records[0].record.received, Math.floor(t.time.now / 1000))
  })

  it('with a fault in the draft names the field, and writes nothing', async () => {
    const before = t.house.desk('test-accord')!.state.head.seq
    const draft = { kind: 'event', claim: { ...open[2]!.draft.claim, when: { lo: 9, hi: 1 } } }
    const { status, body } = await t.post(`/reports/${report}/decisions`, {
      proposalId: open[2]!.id,
      decision: 'accepted',
      draft,
    })
    assert.deepEqual([status, body.code], [400, 'bad-request'])
    assert.match(body.where.field, /claim\.when$/)
    assert.equal(t.house.desk('test-accord')!.state.head.seq, before)
  })

  it('made on an old view of the ledger is refused', async () => {
    const { status, body } = await t.post(`/reports/${report}/decisions`, {
      proposalId: open[2]!.id,
      decision: 'accepted',
      expectedSeq: 1,
    })
    assert.deepEqual([status, body.code], [409, 'stale'])
  })

  it('on a proposal that does not exist takes none of its companions along', async () => {
    const before = t.house.desk('test-accord')!.state.head.seq
    const { status } = await t.post(`/reports/${report}/decisions`, {
      decisions: [
        { proposalId: open[2]!.id, decision: 'accepted' },
        { proposalId: 'nothing', decision: 'rejected' },
      ],
    })
    assert.equal(status, 404)
    assert.equal(t.house.desk('test-accord')!.state.head.seq, before)
  })

  it('to reject writes no record, and closes the proposal', async () => {
    const { body } = await t.post(`/reports/${report}/decisions`, {
      proposalId: open[2]!.id,
      decision: 'rejected',
    })
    assert.deepEqual([body.decided[0].records, body.changed], [[], []])
    assert.equal((await t.get('/reports')).body.reports[0].rejected, 1)
  })
})

describe('the day of publication', () => {
  let t: AppUnderTest
  before(async () => {
    t = await appUnderTest()
  })
  after(() => t.close())

  it('can be set later, and the report is read again with it', async () => {
    const { report } = (await t.post('/reports', { text: 'قال مصدر إن التهدئة مستمرة' })).body
    assert.equal(report.publishedAt, undefined)
    const { status, body } = await t.post(`/reports/${report.id}/published`, { publishedAt: '2018-11-28' })
    assert.equal(status, 200)
    assert.deepEqual(
      [body.report.publishedAt, body.report.publishedHow, body.reading.publishedHow],
      ['2018-11-28', 'given', 'given'],
    )
  })

  it('is refused when there is no such day, naming the field', async () => {
    const { status, body } = await t.post('/reports', { text: 'خبر', publishedAt: '2018-02-30' })
    assert.deepEqual([status, body.code, body.where.field], [422, 'no-such-day', 'publishedAt'])
    assert.match(body.expected, /YYYY-MM-DD/)
  })

  it('is refused when it has not come yet', async () => {
    const { status, body } = await t.post('/reports', { text: 'خبر', publishedAt: '2031-01-01' })
    assert.deepEqual([status, body.code], [422, 'in-the-future'])
  })
})
