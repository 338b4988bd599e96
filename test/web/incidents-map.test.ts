import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { WEB_DIR } from '../../src/server/installed.ts'
import { packagedAccord } from '../../src/server/packaged-accord.ts'
import { type AppUnderTest, appUnderTest } from '../server/app-under-test.ts'
import { accessFaults } from './access.ts'
import { visitor } from './browser.ts'

const webDir = process.env.HUDNA_WEB ?? WEB_DIR
const built = existsSync(join(webDir, 'index.html'))

/** As `openBrowser`, with WebGL drawn in software: a map needs it. */
const openWithGl = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: process.env.HUDNA_CHROMIUM ?? (await chromium.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-setuid-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-dev-shm-usage',
    ],
    headless: true,
  })

describe('the Idlib timeline on the map', {
  skip: built ? false : 'the page is not built; npm run build',
}, () => {
  let app: AppUnderTest
  let browser: Browser
  let url: string
  before(async () => {
    const idlib = await packagedAccord('idlib')
    if (!idlib.ok) throw new Error(idlib.error[0]!.message)
    app = await appUnderTest(idlib.value.records, { accord: idlib.value.accord, webDir })
    url = await app.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await openWithGl()
  })
  after(async () => {
    await browser?.close()
    await app?.close()
  })

  const drawn = (page: Page) => page.waitForSelector('.hudna-map-canvas[data-drawn]', { timeout: 60_000 })
  const shownCount = async (page: Page) =>
    Number(/\d+/.exec((await page.textContent('.incidents-bar')) ?? '')?.[0])

  for (const language of ['en', 'ar'] as const)
    for (const theme of ['light', 'dark'] as const)
      it(`is drawn in ${language}, ${theme}, shuts nobody out and asks nothing of another host`, async () => {
        const { page, context, watch } = await visitor(browser, { language, theme })
        await page.goto(`${url}/idlib/incidents?asOf=2019-06-01`)
        await drawn(page)
        assert.deepEqual(await accessFaults(page), [])
        assert.deepEqual(watch, { faults: [], strayed: [] })
        await context.close()
      })

  it('moves with the slider: map, table and count together, and the address keeps it', async () => {
    const { page, context } = await visitor(browser, { language: 'en', theme: 'light' })
    await page.goto(`${url}/idlib/incidents?asOf=2020-04-01`)
    await drawn(page)
    const before = await shownCount(page)
    const tiles = page.waitForRequest(r => r.url().includes('/tiles/') && r.url().includes('from='))
    await page.focus('.time-thumb >> nth=0 >> input')
    for (let i = 0; i < 8; i++) await page.keyboard.press('PageUp')
    await tiles
    await page.waitForFunction(
      n => Number(/\d+/.exec(document.querySelector('.incidents-bar')!.textContent!)![0]) < n,
      before,
    )
    assert.match(page.url(), /from=20\d\d-\d\d-\d\d/)
    await context.close()
  })

  it('narrows by words in Arabic, and opens two versions of one event side by side', async () => {
    const { page, context } = await visitor(browser, { language: 'ar', theme: 'light' })
    await page.goto(`${url}/idlib/incidents?asOf=2020-04-01`)
    await drawn(page)
    const before = await shownCount(page)
    await page.fill('.incidents-search', 'الزلاقيات')
    await page.waitForFunction(
      n => Number(/\d+/.exec(document.querySelector('.incidents-bar')!.textContent!)?.[0] ?? 2) < n,
      before,
    )
    await page.click('.incident-open')
    await page.waitForSelector('.incident-versions .incident-version >> nth=1')
    assert.equal(await page.locator('.incident-reasons li').count(), 5)
    await context.close()
  })

  it('keeps a zone that was drawn on it, and shows it among the versions', async () => {
    const { page, context, watch } = await visitor(browser, { language: 'en', theme: 'light' })
    await page.goto(`${url}/idlib/incidents/zones?asOf=2019-06-01`)
    await drawn(page)
    await page.click('.zone-list .card:nth-child(2) button:has-text("New line")')
    await drawn(page)
    const box = (await page.locator('.hudna-map-canvas').boundingBox())!
    const corner = async (x: number, y: number) => {
      await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 3 })
      await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
      await page.waitForTimeout(250)
    }
    for (const [x, y] of [
      [0.4, 0.4],
      [0.6, 0.4],
      [0.6, 0.6],
      [0.4, 0.6],
      [0.4, 0.4],
    ] as const)
      await corner(x, y)
    await page.waitForFunction(() =>
      /\d+ corners/.test(document.querySelector('.zone-editor')?.textContent ?? ''),
    )
    await page.getByLabel('From', { exact: true }).fill('2019-05-01')
    await page.getByLabel('Source', { exact: true }).fill('drawn by hand')
    await page.click('button:has-text("Keep this line")')
    await page.waitForSelector('.zone-list :text("drawn here")')
    assert.ok(app.house.desk('idlib')!.accord.zones[1]!.versions.some(v => v.source === 'drawn by hand'))
    assert.deepEqual(watch.strayed, [])
    await context.close()
  })
})
