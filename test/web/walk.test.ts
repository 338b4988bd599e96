import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { accessFaults } from './access.ts'
import { openBrowser, settled, visitor, type Watch } from './browser.ts'
import { realHouse } from './real-house.ts'

/**
 * The walk of the first issue, on the real server with the real accord: a report goes in, its event is accepted
 * by keys, the State changes, and the evidence opens down to the words of the report.
 *
 * The report is ours, of the kind that comes: a dateline, a repeated paragraph, a "read also" line, a quotation.
 */
const REPORTS = {
  ar: [
    'قصف مدفعي على ريف إدلب الجنوبي رغم اتفاق سوتشي',
    'قصفت قوات النظام السوري بالمدفعية الثقيلة، اليوم الثلاثاء، بلدة جرجناز جنوب شرقي إدلب، ما أدى إلى إصابة ثلاثة مدنيين.',
    'وقال مصدر محلي إن القصف "هو الأول منذ توقيع الاتفاق بين روسيا وتركيا".',
    'اقــرأ أيضاً',
    'وقال مصدر محلي إن القصف "هو الأول منذ توقيع الاتفاق بين روسيا وتركيا".',
  ].join('\n'),
  en: [
    'Shelling reported in southern Idlib countryside',
    'Syrian government forces shelled the town of Jarjanaz in southeast Idlib with heavy artillery on Tuesday, wounding three civilians.',
    'A local source said the shelling "was the first since the agreement between Russia and Turkey was signed".',
  ].join('\n\n'),
} as const

let served: Awaited<ReturnType<typeof realHouse>>
let url: string
let browser: Browser
before(async () => {
  served = await realHouse()
  url = served.url
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await served?.close()
})

/** Every verdict on the State page, as "provision party: word". */
const verdicts = (page: Page) => page.$$eval('.cell', cells => cells.map(c => c.textContent))

async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content!], fileName!, { type: 'text/plain' }))
      return transfer
    },
    [name, text],
  )
  await page.dispatchEvent('.intake', 'drop', { dataTransfer: data })
}

for (const language of ['ar', 'en'] as const)
  describe(`the walk in ${language}`, () => {
    // The English walk looks at an earlier Tuesday, which what the Arabic one records cannot have changed.
    const day = language === 'ar' ? '2018-10-02' : '2018-09-25'
    let page: Page
    let watch: Watch
    let before_: readonly (string | null)[]
    before(async () => {
      ;({ page, watch } = await visitor(browser, { language, theme: language === 'ar' ? 'light' : 'dark' }))
    })
    after(() => page?.context().close())

    it('shows how the accord stood that day', async () => {
      await page.goto(`${url}/idlib/state?asOf=${day}`)
      await settled(page)
      before_ = await verdicts(page)
      assert.ok(before_.length > 10)
      assert.deepEqual(await accessFaults(page), [])
    })

    it('takes a dropped report and asks for its day of publication', async () => {
      await page.keyboard.press('g')
      await page.keyboard.press('i')
      await page.waitForSelector('.intake')
      await drop(page, `report-${language}.txt`, REPORTS[language])
      await page.waitForSelector('.intake-form')
      await page.click('.intake-form button[type="submit"]')
      await page.waitForSelector('.intake-form [role="alert"]')
      await page.check('.intake-choices label:first-child input')
      await page.click('.intake-day .day-segment[data-type="day"]')
      const [y, m, d] = day.split('-')
      await page.keyboard.type(`${d}${m}${y}`)
      await page.click('.intake-form button[type="submit"]')
      await page.waitForSelector('.report-text')
      await settled(page)
      assert.match(page.url(), /\/idlib\/inbox\/[^?]+\?asOf=/)
      assert.deepEqual(await accessFaults(page), [])
    })

    it('proposes the shelling on the words it came from', async () => {
      const government = language === 'ar' ? 'الحكومة السورية' : 'Government of Syria'
      const event = page.locator('.proposal[data-kind="event"]', { hasText: government }).first()
      await event.locator('.proposal-body').click()
      const lit = (await page.$$eval('.span[data-lit]', all => all.map(e => e.textContent))).join('')
      assert.match(lit, language === 'ar' ? /^قصفت قوات النظام/ : /^Syrian government/)
      if (language === 'ar') assert.ok((await page.locator('.removed').count()) > 0)
    })

    it('records what is accepted by one key, and says which verdicts changed', async () => {
      await page.keyboard.press('a')
      await page.waitForSelector('.outcome[data-changed] .outcome-line')
      for (let i = 0; i < 40 && (await page.locator('.finished').count()) === 0; i++) {
        await page.keyboard.press('a')
        await page.waitForTimeout(50)
      }
      await page.waitForSelector('.finished')
    })

    it('changes the State, one press from the evidence and the report’s own words', async () => {
      await page.keyboard.press('g')
      await page.keyboard.press('s')
      await page.waitForSelector('.matrix')
      await settled(page)
      const now = await verdicts(page)
      const changed = now.findIndex((v, i) => v !== before_[i])
      assert.ok(changed >= 0, 'no verdict on the State page changed')
      await page.locator('.cell').nth(changed).click()
      await page.waitForSelector('.drawer .record-line')
      assert.deepEqual(await accessFaults(page), [])
      await page.locator('.drawer .record-facts a[href*="/inbox/"]').first().click()
      await page.waitForSelector('.report-text [data-lit]')
    })

    it('takes the last decision back with u', async () => {
      await page.waitForSelector('.proposal[data-decided]')
      const before = await page.locator('.proposal[data-decided]').count()
      await page.keyboard.press('u')
      await page.waitForFunction(
        n => document.querySelectorAll('.proposal[data-decided]').length === n,
        before - 1,
      )
    })

    for (const place of [
      'incidents',
      'statements',
      'talks',
      'accord',
      'accord/zones',
      'provision/SOC18-2',
      'settings',
    ])
      it(`${place}: nothing that keeps anybody out`, async () => {
        await page.goto(`${url}/idlib/${place}?asOf=2019-01-01`)
        await settled(page)
        assert.deepEqual(await accessFaults(page), [])
      })

    it('met no fault on the way and asked nothing from outside', () => {
      assert.deepEqual(watch.faults, [])
      assert.deepEqual(watch.strayed, [])
    })
  })
