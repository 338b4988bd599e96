import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, settled, visitor } from './browser.ts'
import { type FixtureServer, fixtureServer } from './fixtures/server.ts'

let browser: Browser
let house: FixtureServer
let page: Page
before(async () => {
  house = await fixtureServer()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  house?.server.closeAllConnections()
  house?.server.close()
})
beforeEach(async () => {
  ;({ page } = await visitor(browser, { language: 'en', theme: 'light' }))
  await page.goto(`${house.url}/`)
  await settled(page)
})
afterEach(() => page.context().close())

const query = () => new URL(page.url()).searchParams
const path = () => new URL(page.url()).pathname

describe('the frame', () => {
  it('opens on the State of the first accord', () => assert.equal(path(), '/wadi/state'))

  it('switches language in place and mirrors, and remembers it', async () => {
    await page.click('.language')
    assert.equal(await page.getAttribute('html', 'dir'), 'rtl')
    assert.equal(path(), '/wadi/state')
    assert.match((await page.textContent('.rail')) ?? '', /الحال/)
    await page.reload()
    await settled(page)
    assert.equal(await page.getAttribute('html', 'lang'), 'ar')
  })

  it('goes to pages by g and a letter', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.waitForSelector('.intake')
    assert.equal(path(), '/wadi/inbox')
  })

  it('lists its keys on ?, and Escape closes the list', async () => {
    await page.keyboard.press('?')
    await page.waitForSelector('.keys')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.keys', { state: 'detached' })
  })

  it('begins with a link past the navigation', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content')
  })
})

describe('the moment in the header', () => {
  it('moves by days with the keys, stands in the address, and travels with links', async () => {
    await page.goto(`${house.url}/wadi/state?asOf=2018-11-28`)
    await settled(page)
    await page.keyboard.press(',')
    assert.equal(query().get('asOf'), '2018-11-27')
    await page.click('.rail a[href*="/statements"]')
    assert.equal(query().get('asOf'), '2018-11-27')
  })

  it('says so when it is not now, with a way back', async () => {
    await page.goto(`${house.url}/wadi/state?asOf=2018-11-28`)
    await settled(page)
    assert.match((await page.textContent('.banner-past')) ?? '', /28 Nov 2018/)
    await page.click('.banner-past button')
    assert.equal(query().has('asOf'), false)
  })

  it('is chosen in a dialog, with what was known by another day', async () => {
    await page.click('.moment-button')
    await page.waitForSelector('.as-of')
    await page.click('.day-segment[data-type="day"]')
    await page.keyboard.type('09112018')
    await page.click('.as-of .check input')
    await page.click('.as-of button[type="submit"]')
    assert.equal(query().get('asOf'), '2018-11-09')
    assert.equal(query().get('knownAt'), '2018-11-09')
  })

  it('in an address that is no date shows the fault and the way out, not a broken page', async () => {
    await page.goto(`${house.url}/wadi/state?asOf=yesterday`)
    await settled(page)
    await page.click('.moment-button')
    await page.waitForSelector('.as-of')
  })
})

describe('evidence', () => {
  it('opens in one press, stands in the address, and Escape gives the focus back', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.drawer .drawer-because')
    assert.match(query().get('evidence') ?? '', /^WAD-1~/)
    await page.keyboard.press('Escape')
    await page.waitForSelector('.drawer', { state: 'detached' })
    assert.ok(await page.evaluate(() => document.activeElement?.classList.contains('cell')))
  })

  it('leads to the record and the provision', async () => {
    await page.click('.cell')
    await page.waitForSelector('.drawer .record-line a')
    await page.click('.drawer .record-line a')
    await page.waitForSelector('.record')
    assert.equal(path(), '/wadi/record/rec-1')
  })
})

describe('the matrix', () => {
  it('narrows to one standing, in the address', async () => {
    await page.click('.standing[data-standing="broken"]')
    assert.equal(query().get('only'), 'broken')
    assert.equal(await page.locator('.matrix th[scope="row"]').count(), 3)
  })

  it('is walked with the arrow keys, sideways as the page reads', async () => {
    await page.click('.language')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowLeft')
    const column = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.column)
    assert.notEqual(column, undefined)
    const before = await page.evaluate(() => document.activeElement!.getBoundingClientRect().left)
    await page.keyboard.press('ArrowRight')
    const afterwards = await page.evaluate(() => document.activeElement!.getBoundingClientRect().left)
    assert.ok(afterwards > before)
  })
})

describe('when the server fails', () => {
  it('the page says so with a way out, and comes back on trying again', async () => {
    house.broken = true
    await page.goto(`${house.url}/wadi/state`)
    await page.waitForSelector('[role="alert"] button')
    house.broken = false
    await page.click('[role="alert"] button')
    await page.waitForSelector('.matrix')
  })

  it('an accord that does not exist is not shown as an empty one', async () => {
    await page.goto(`${house.url}/nowhere/state`)
    await page.waitForSelector('[role="alert"]')
    assert.equal(await page.locator('.matrix').count(), 0)
  })
})

describe('in print', () => {
  it('there is the content and no navigation', async () => {
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.isVisible('.rail'), false)
    assert.equal(await page.isVisible('.matrix'), true)
  })
})
