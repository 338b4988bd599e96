import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { unzipSync } from 'fflate'
import { packagedAccord } from '../../../src/server/packaged-accord.ts'
import { type AppUnderTest, appUnderTest } from '../app-under-test.ts'

const WEEK = '2018-11-26/2018-12-02'

describe('the week of 26 November 2018 on Idlib', () => {
  let t: AppUnderTest
  before(async () => {
    const packaged = await packagedAccord('idlib')
    assert.ok(packaged.ok)
    t = await appUnderTest(packaged.value.records, { accord: packaged.value.accord })
  })
  after(() => t.close())
  const file = (query: string) => t.app.inject({ method: 'GET', url: `/api/accords/idlib/brief?${query}` })

  it('is composed in Arabic with every section, each table cell and sentence in its language', async () => {
    const { status, body } = await t.get(`/brief?period=${WEEK}&knownAt=2018-12-03`)
    assert.equal(status, 200)
    assert.deepEqual(
      body.brief.sections.map((s: { title: string }) => s.title),
      [
        'الخلاصة',
        'ما تغيّر، بنداً بنداً',
        'الحوادث بحسب المناطق',
        'أعداد يحصيها آخرون',
        'التصريحات والمواقف',
        'الدوريات والنقاط وإمكان الوصول',
        'المحتجزون',
        'المحادثات',
        'الإنذارات',
        'ما لا نستطيع قوله',
        'المصادر',
      ],
    )
    assert.ok(body.brief.sections.every((s: { blocks: unknown[] }) => s.blocks.length > 0))
    assert.deepEqual(body.brief.header[0], [
      'الفترة',
      'من 26 تشرين الثاني/نوفمبر 2018 إلى 2 كانون الأول/ديسمبر 2018',
    ])
  })

  it('is the same to the byte when asked again', async () => {
    const ask = () => t.get(`/brief?period=${WEEK}&knownAt=2018-12-03`)
    const [first, again] = [await ask(), await ask()]
    assert.equal(first.body.sha256, again.body.sha256)
    assert.match(first.body.sha256, /^[0-9a-f]{64}$/)
  })

  it('links every claimed fact of the inside edition to its record', async () => {
    const html = (await file(`period=${WEEK}&format=html&lang=en`)).body
    assert.match(html, /<a href="http:\/\/[^"]+\/idlib\/record\//)
    assert.match(html, /<html lang="en" dir="ltr">/)
  })

  it('leads nowhere inside the house from the public edition', async () => {
    const html = (await file(`period=${WEEK}&format=html&level=public`)).body
    assert.doesNotMatch(html, /\/idlib\/record\//)
    assert.match(html, /<html lang="ar" dir="rtl">/)
  })

  it('comes as a Word document marked right-to-left', async () => {
    const r = await file(`period=${WEEK}&format=docx`)
    assert.match(r.headers['content-disposition'] as string, /idlib-2018-11-26-2018-12-02-ar\.docx/)
    const xml = new TextDecoder().decode(unzipSync(new Uint8Array(r.rawPayload))['word/document.xml'])
    assert.match(xml, /<w:bidi\/>/)
    assert.match(xml, /<w:bidiVisual\/>/)
    assert.match(xml, /الخلاصة/)
  })

  it('comes as a PDF', async t2 => {
    const r = await file(`period=${WEEK}&format=pdf`)
    if (r.statusCode === 503) return t2.skip('no Chromium here')
    assert.equal(new TextDecoder('latin1').decode(r.rawPayload.subarray(0, 5)), '%PDF-')
  })

  for (const [period, message] of [
    ['2018-12-02/2018-11-26', /ends before it begins/],
    ['2018-02-30', /is no day/],
    ['2010/2018', /longer than 366/],
  ] as const)
    it(`refuses the period ${period}, naming the field`, async () => {
      const { status, body } = await t.get(`/brief?period=${period}`)
      assert.equal(status, 422)
      assert.match(body.message, message)
      assert.equal(body.where.field, 'period')
    })
})

describe('a released brief', () => {
  let t: AppUnderTest
  before(async () => {
    const packaged = await packagedAccord('idlib')
    assert.ok(packaged.ok)
    t = await appUnderTest(packaged.value.records, { accord: packaged.value.accord })
  })
  after(() => t.close())

  it('is frozen with its hash, can be made again to the byte, and a correction names it', async () => {
    const released = await t.post('/briefs', {
      period: WEEK,
      knownAt: '2018-12-03',
      level: 'parties',
      edits: { notes: { incidents: 'لم نتمكن من بلوغ جسر الشغور هذا الأسبوع.' }, omit: ['warnings'] },
    })
    assert.equal(released.status, 200, JSON.stringify(released.body))
    const { id, sha256 } = released.body

    // Something becomes known later; what went out stays what it was.
    await t.post('/briefs', { period: '2018-11', knownAt: '2018-12-05' })
    const again = await t.get(`/briefs/${id}/recomputed`)
    assert.deepEqual(again.body, { same: true, sha256, released: sha256 })

    const html = (await t.app.inject({ method: 'GET', url: `/api/accords/idlib/briefs/${id}?format=html` }))
      .body
    assert.match(html, /ملاحظة المحرّر/)
    assert.match(html, /لم نتمكن من بلوغ جسر الشغور/)
    assert.match(html, /حذف المحرّر هذا القسم قبل النشر/)

    const correction = await t.post('/briefs', {
      period: WEEK,
      corrects: { id, changed: 'صُحّح عدد الحوادث.' },
    })
    assert.equal(correction.body.corrects.id, id)
    assert.deepEqual((await t.get('/briefs')).body.briefs.map((b: { id: string }) => b.id).includes(id), true)
  })

  it('that corrects one never released is refused', async () => {
    const { status, body } = await t.post('/briefs', {
      period: WEEK,
      corrects: { id: 'لا-شيء', changed: 'x' },
    })
    assert.equal(status, 404)
    assert.equal(body.where.field, 'corrects.id')
  })
})
