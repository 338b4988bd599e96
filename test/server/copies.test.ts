import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Claim } from '../../src/core/evidence/record.ts'
import { packagedAccord } from '../../src/server/packaged-accord.ts'
import { readBytes } from '../../src/server/read-bytes.ts'
import { type AppUnderTest, appUnderTest } from './app-under-test.ts'

// Invented outlets and sentences.
const STORY = [
  'قصفت قوات النظام السوري بالمدفعية، أمس الثلاثاء، بلدة جرجناز في ريف إدلب الجنوبي الشرقي، ما أدى إلى إصابة ثلاثة مدنيين.',
  'وبقي الطريق بين البلدة وجوارها مغلقاً حتى ساعات المساء، ولم تعلن أي جهة عن حصيلة أخرى للقصف.',
  'وكانت البلدة قد شهدت هدوءاً خلال الأسبوعين الماضيين، بحسب سكانها.',
].join('\n')

describe('a report handed in by two outlets', () => {
  let t: AppUnderTest
  before(async () => {
    const packaged = await packagedAccord('idlib')
    assert.ok(packaged.ok)
    t = await appUnderTest([], { accord: packaged.value.accord, readBytes })
  })
  after(() => t.close())

  async function handIn(text: string, outlet: string) {
    const r = await t.post('/reports', { text, outlet, publishedAt: '2018-11-28' })
    assert.equal(r.status, 201, JSON.stringify(r.body))
    const review = (await t.get(`/reports/${r.body.report.id}`)).body
    const event = review.open.find((p: { kind: string }) => p.kind === 'event')
    assert.ok(event, 'an event is proposed')
    const decided = await t.post(`/reports/${r.body.report.id}/decisions`, {
      proposalId: event.id,
      decision: 'accepted',
    })
    assert.ok(decided.status < 300, JSON.stringify(decided.body))
    const claim = [...t.house.desk('idlib')!.state.evidence.values()].at(-1) as Claim
    return { report: review.report, claim }
  }

  it('is one source, though the second changed spelling and added its tag', async () => {
    const first = await handIn(STORY, 'وكالة سهيل')
    const copy = await handIn(`${STORY.replaceAll('أ', 'ا')} (وكالات)`, 'موقع المدى')
    assert.equal(copy.report.cluster, first.report.id)
    assert.equal(copy.claim.root, first.claim.root)
  })

  it('is two when a fact differs: another day, another place', async () => {
    const other = await handIn(
      STORY.replace('الثلاثاء', 'الاثنين').replaceAll('جرجناز', 'التح'),
      'موقع الندى',
    )
    assert.equal(other.report.cluster, undefined)
  })

  it('without an outlet is a source of its own, not one with every other unnamed report', async () => {
    const one = await t.post('/reports', {
      text: STORY.replaceAll('جرجناز', 'كفرنبل').replace('ثلاثة', 'سبعة'),
      publishedAt: '2018-11-28',
    })
    const review = (await t.get(`/reports/${one.body.report.id}`)).body
    const event = review.open.find((p: { kind: string }) => p.kind === 'event')
    await t.post(`/reports/${one.body.report.id}/decisions`, { proposalId: event.id, decision: 'accepted' })
    const claim = [...t.house.desk('idlib')!.state.evidence.values()].at(-1) as Claim
    assert.equal(claim.root, `report:${one.body.report.id}`)
  })
})
