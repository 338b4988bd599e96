import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { accessFaults } from './access.ts'
import { openBrowser, settled, visitor } from './browser.ts'
import { realHouse } from './real-house.ts'

let served: Awaited<ReturnType<typeof realHouse>>
let browser: Browser
before(async () => {
  served = await realHouse()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await served?.close()
})

for (const language of ['ar', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    describe(`the rooms on the real accord, in ${language}, ${theme}`, () => {
      let guest: Awaited<ReturnType<typeof visitor>>
      before(async () => {
        guest = await visitor(browser, { language, theme })
      })
      after(() => guest?.context.close())
      const open = async (path: string) => {
        guest.watch.faults.length = 0
        await guest.page.goto(`${served.url}/idlib/${path}`)
        await settled(guest.page)
      }
      const isClean = async () => {
        assert.deepEqual(await accessFaults(guest.page), [])
        assert.deepEqual(guest.watch.faults, [])
        assert.deepEqual(guest.watch.strayed, [])
      }

      it('Warning: the rise of 24 November 2018 is an alert on the 28th, and keeps nobody out', async () => {
        await open('warning?asOf=2018-11-28')
        const { page } = guest
        await page.waitForSelector('.alert')
        assert.match(
          (await page.textContent('.warning'))!,
          language === 'ar' ? /منطقة خفض التصعيد/ : /de-escalation area/,
        )
        await isClean()
      })

      it('Briefs: the week of 26 November 2018 is composed in the reader’s language, and keeps nobody out', async () => {
        await open('briefs?asOf=2018-12-02')
        const { page } = guest
        await page.waitForSelector('.brief')
        assert.equal(await page.getAttribute('.brief', 'dir'), language === 'ar' ? 'rtl' : 'ltr')
        assert.equal(await page.$$eval('.brief section', s => s.length), 11)
        await isClean()
      })
    })

describe('what is done in the rooms', () => {
  it('an alert marked as seen stays seen; a brief with a note is released and made again to the byte', async () => {
    const { page, context, watch } = await visitor(browser, { language: 'ar', theme: 'light' })
    await page.goto(`${served.url}/idlib/warning?asOf=2018-11-28`)
    await page.getByRole('button', { name: 'اطّلعت' }).first().click()
    await page.getByText('اطُّلع عليه').first().waitFor()

    await page.goto(`${served.url}/idlib/briefs?asOf=2018-12-02&knownAt=2018-12-03`)
    await page.getByRole('button', { name: 'إضافة ملاحظات أو حذف أقسام ثم النشر' }).click()
    await page.getByLabel(/ملاحظتك في صدر «الخلاصة»/).fill('زارت البعثة نقطتين فقط هذا الأسبوع.')
    await page.getByRole('button', { name: 'نشر هذه الإحاطة' }).click()
    await page.getByRole('button', { name: 'إعادة الإعداد' }).click()
    await page.getByText('مطابقة حرفاً بحرف').waitFor()
    assert.deepEqual(watch.faults, [])
    await context.close()
  })
})
