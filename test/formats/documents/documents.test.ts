import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { readZip } from '../../../src/formats/documents/archive.ts'
import { isoFrom } from '../../../src/formats/documents/article.ts'
import { documentKind } from '../../../src/formats/documents/document-kind.ts'
import { readDocx } from '../../../src/formats/documents/docx.ts'
import { readFeed } from '../../../src/formats/documents/feed.ts'
import { declaredCharset, readHtml } from '../../../src/formats/documents/html.ts'
import { readMail } from '../../../src/formats/documents/mail.ts'
import { readPdf } from '../../../src/formats/documents/pdf.ts'

// Outlets, persons and sentences are invented.
const FIRST = 'قال مصدر في غرفة الرصد إن الهدوء ساد الليل على طول خط التماس، وإن الدوريات لم تسجّل إطلاق نار.'
const SECOND = 'وأضاف المصدر أن لجنة المتابعة ستعقد اجتماعها المقبل في الموعد المحدد، من دون أن يذكر مكانه.'
const page = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>هدوء على خط التماس</title>
<meta property="og:site_name" content="وكالة سهيل"><meta property="article:published_time" content="2018-11-28T14:05:00+0300">
<link rel="canonical" href="https://example.org/a/1"></head><body><nav><a href="/">الرئيسية</a><a href="/x">رياضة</a></nav>
<article><h1>هدوء على خط التماس</h1>${[FIRST, SECOND, FIRST.replace('الليل', 'النهار'), SECOND.replace('المقبل', 'التالي')].map(p => `<p>${p}</p>`).join('')}</article>
<script>var x = "لا يُقرأ"</script></body></html>`

describe('a saved page', () => {
  it('gives its paragraphs, title, outlet, address, language and publication time', () => {
    const r = readHtml(page)
    assert.ok(r.ok)
    const { text, ...about } = r.value
    assert.deepEqual(about, {
      title: 'هدوء على خط التماس',
      outlet: 'وكالة سهيل',
      url: 'https://example.org/a/1',
      publishedAt: '2018-11-28T14:05+03:00',
      language: 'ar',
    })
    const lines = text.split('\n')
    assert.ok(lines.includes(FIRST) && lines.includes(SECOND))
    assert.ok(!text.includes('لا يُقرأ'))
  })

  it('without metadata has no date: none is made up', () => {
    const r = readHtml('<html><body><p>نص قصير بلا تاريخ.</p></body></html>')
    assert.ok(r.ok)
    assert.equal(r.value.publishedAt, undefined)
    assert.equal(r.value.text, 'نص قصير بلا تاريخ.')
  })

  it('nested a hundred thousand deep is refused, not recursed into', () => {
    const r = readHtml(`${'<div>'.repeat(100_000)}نص${'</div>'.repeat(100_000)}`, 'عميق.html')
    assert.ok(!r.ok)
    assert.equal(r.error.code, 'html-too-deep')
    assert.equal(r.error.where?.file, 'عميق.html')
  })

  it('tells the charset it declares', () =>
    assert.equal(
      declaredCharset(
        strToU8('<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'),
      ),
      'windows-1256',
    ))
})

describe('a Word document', () => {
  const document = (body: string) =>
    zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) })
  it('gives its paragraphs, and leaves out what tracked changes deleted', () => {
    const r = readDocx(
      document(
        `<w:p><w:r><w:t>الفقرة &amp; الأولى</w:t></w:r></w:p><w:p><w:del w:id="1"><w:r><w:t>محذوف</w:t></w:r></w:del><w:r><w:t xml:space="preserve">الثانية </w:t></w:r><w:r><w:t>تتمتها</w:t></w:r></w:p>`,
      ),
    )
    assert.deepEqual(r, { ok: true, value: { text: 'الفقرة & الأولى\nالثانية تتمتها' } })
  })
  it('that is another zip says so', () => {
    const r = readDocx(zipSync({ 'a.txt': strToU8('x') }), 'تقرير.docx')
    assert.equal(!r.ok && r.error.code, 'no-document')
  })
})

describe('a mail file', () => {
  it('gives subject, date and text, and keeps no address of the sender', async () => {
    const r = await readMail(
      strToU8(
        `From: a@example.org\r\nTo: b@example.org\r\nSubject: =?UTF-8?B?${Buffer.from('تقرير الرصد').toString('base64')}?=\r\nDate: Wed, 28 Nov 2018 14:05:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(FIRST).toString('base64')}\r\n`,
      ),
    )
    assert.ok(r.ok)
    assert.equal(r.value.title, 'تقرير الرصد')
    assert.equal(r.value.text, FIRST)
    assert.match(r.value.publishedAt!, /^2018-11-28T/)
    assert.equal(JSON.stringify(r).includes('example.org'), false)
  })
})

describe('a feed', () => {
  const item = (n: number) =>
    `<item><title>خبر ${n}</title><link>https://example.org/${n}</link><pubDate>Wed, 28 Nov 2018 14:05:00 GMT</pubDate><description><![CDATA[<p>${FIRST}</p>]]></description></item>`
  it('gives its articles with outlet, address and date', () => {
    const r = readFeed(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة سهيل</title>${item(1)}${item(2)}</channel></rss>`,
    )
    assert.ok(r.ok)
    assert.deepEqual(r.value.articles[0], {
      title: 'خبر 1',
      outlet: 'وكالة سهيل',
      url: 'https://example.org/1',
      publishedAt: '2018-11-28T14:05Z',
      text: FIRST,
    })
    assert.equal(r.value.cut, false)
  })
  it('that never ends is cut at 2,000 items, and says so', () => {
    const r = readFeed(`<rss><channel>${item(1).repeat(2_500)}`)
    assert.ok(r.ok)
    assert.deepEqual([r.value.articles.length, r.value.cut], [2_000, true])
  })
  it('that breaks in the middle keeps what stood whole', () => {
    const r = readFeed(`<rss><channel>${item(1)}<item><title>ناقص`)
    assert.ok(r.ok)
    assert.deepEqual([r.value.articles.length, r.value.cut], [1, true])
  })
})

describe('an archive', () => {
  it('gives its files by name', () => {
    const r = readZip(zipSync({ 'تقارير/أ.txt': strToU8('نص'), 'b/': new Uint8Array() }))
    assert.ok(r.ok)
    assert.deepEqual([...r.value.keys()], ['تقارير/أ.txt'])
  })
  it('that unpacks to more than allowed is refused before it fills the memory', () => {
    const r = readZip(zipSync({ 'bomb.txt': new Uint8Array(5_000_000) }), 'bomb.zip', {
      files: 10,
      bytesEach: 1_000_000,
      bytesAll: 2_000_000,
    })
    assert.equal(!r.ok && r.error.code, 'zip-too-large')
  })
  it('that is broken is refused with its name', () => {
    const r = readZip(zipSync({ 'a.txt': strToU8('نص طويل '.repeat(99)) }).slice(0, 60), 'مكسور.zip')
    assert.ok(!r.ok)
    assert.equal(r.error.where?.file, 'مكسور.zip')
  })
})

describe('a PDF', () => {
  it('that is none is refused with its name', async () => {
    const r = await readPdf(strToU8('%PDF-1.4 ليس ملفاً'), 'وثيقة.pdf')
    assert.ok(!r.ok)
    assert.equal(r.error.where?.file, 'وثيقة.pdf')
  })
})

describe('what a file is', () => {
  for (const [kind, bytes, name] of [
    ['pdf', '%PDF-1.7', 'a.txt'],
    ['html', page, 'a.txt'],
    ['feed', '<?xml version="1.0"?>\n<rss version="2.0">', 'a.xml'],
    ['mail', 'From: x\r\nSubject: y\r\nDate: z\r\n\r\nنص', 'a'],
    ['text', FIRST, 'a.txt'],
    ['csv', 'التاريخ,النص', 'a.csv'],
  ] as const)
    it(`is ${kind} by its first bytes, whatever it is called`, () =>
      assert.equal(documentKind(strToU8(bytes), name), kind))
})

describe('a date in a document’s own data', () => {
  for (const [text, iso] of [
    ['2018-11-28', '2018-11-28'],
    ['2018-11-28T14:05:00+0300', '2018-11-28T14:05+03:00'],
    ['2018-11-28T14:05:00', '2018-11-28'],
    ['Wed, 28 Nov 2018 14:05:00 +0300', '2018-11-28T14:05+03:00'],
    ['soon', undefined],
    ['', undefined],
  ] as const)
    it(`'${text}' is ${iso}`, () => assert.equal(isoFrom(text), iso))
})

describe('broken input', () => {
  it('never throws, whatever the bytes', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), noise => {
        readHtml(`<div>${noise}`)
        readFeed(`<rss>${noise}`)
        readZip(strToU8(`PK\u0003\u0004${noise}`))
        readDocx(strToU8(noise))
        documentKind(strToU8(noise))
      }),
      { numRuns: 300 },
    ))
})
