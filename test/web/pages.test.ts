import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { accessFaults } from './access.ts'
import { openBrowser, settled, visitor } from './browser.ts'
import { type FixtureServer, fixtureServer } from './fixtures/server.ts'

/** Every page and every state of a page that looks different. */
const PLACES: Readonly<Record<string, string>> = {
  state: '/wadi/state',
  'state in the past': '/wadi/state?asOf=2018-11-28&knownAt=2018-12-01',
  'state with its evidence open': '/wadi/state?evidence=WAD-1~SOUTH',
  inbox: '/wadi/inbox',
  'report under review': '/wadi/inbox/rep-1',
  incidents: '/wadi/incidents',
  'incidents, zones in time': '/wadi/incidents/zones',
  'incidents, coverage': '/wadi/incidents/coverage',
  import: '/wadi/import',
  statements: '/wadi/statements',
  talks: '/wadi/talks',
  'accord, its text': '/wadi/accord',
  'accord, its parties': '/wadi/accord/parties',
  'accord, its zones': '/wadi/accord/zones',
  'accord, its readings': '/wadi/accord/readings',
  'accord, its gaps': '/wadi/accord/gaps',
  provision: '/wadi/provision/WAD-1',
  'provision that binds nobody': '/wadi/provision/WAD-5',
  record: '/wadi/record/rec-1',
  settings: '/wadi/settings',
  'address with nothing at it': '/wadi/provision/NONE',
}
/** The browser itself reports a 404 as an error; here the page asked on purpose. */
const EXPECTED = /status of 404/

let browser: Browser
let house: FixtureServer
before(async () => {
  house = await fixtureServer()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  house?.server.closeAllConnections()
  house?.server.close()
})

for (const language of ['en', 'ar'] as const)
  for (const theme of ['light', 'dark'] as const)
    describe(`pages in ${language}, ${theme}`, () => {
      let guest: Awaited<ReturnType<typeof visitor>>
      before(async () => {
        guest = await visitor(browser, { language, theme })
      })
      after(() => guest?.context.close())

      for (const [name, path] of Object.entries(PLACES))
        it(`${name}: nothing that keeps anybody out, nothing refused, nothing asked from outside`, async () => {
          const { page, watch } = guest
          watch.faults.length = 0
          await page.goto(house.url + path)
          await settled(page)
          assert.equal(await page.getAttribute('html', 'dir'), language === 'ar' ? 'rtl' : 'ltr')
          assert.deepEqual(await accessFaults(page), [])
          assert.deepEqual(
            watch.faults.filter(f => !EXPECTED.test(f)),
            [],
          )
          assert.deepEqual(watch.strayed, [])
        })
    })

describe('a phone', () => {
  for (const language of ['en', 'ar'] as const)
    for (const path of ['/wadi/state', '/wadi/inbox', '/wadi/inbox/rep-1', '/wadi/provision/WAD-1'])
      it(`${language} ${path}: nothing is wider than the screen`, async () => {
        const { page, context } = await visitor(browser, {
          language,
          theme: 'light',
          width: 390,
          height: 844,
        })
        await page.goto(house.url + path)
        await settled(page)
        assert.deepEqual(await accessFaults(page), [])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        assert.ok(wide <= 0, `${wide} px too wide`)
        await context.close()
      })
})

describe('numerals', () => {
  it('are one system on the State page: no European digit but in codes, when Arabic-Indic was chosen', async () => {
    const { page, context } = await visitor(browser, { language: 'ar', theme: 'light', numerals: 'arab' })
    await page.goto(`${house.url}/wadi/state`)
    await settled(page)
    const left = await page.evaluate(() => {
      const copy = document.querySelector('main')!.cloneNode(true) as HTMLElement
      for (const code of copy.querySelectorAll('.code, bdi[dir="ltr"]')) code.remove()
      return copy.textContent!.match(/[0-9]+/g) ?? []
    })
    assert.deepEqual(left, [])
    await context.close()
  })
})
