import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, settled, visitor } from './browser.ts'
import { type FixtureServer, fixtureServer } from './fixtures/server.ts'

let browser: Browser
let house: FixtureServer
let page: Page
before(async () => {
  browser = await openBrowser()
})
after(() => browser?.close())
beforeEach(async () => {
  house = await fixtureServer()
  ;({ page } = await visitor(browser, { language: 'ar', theme: 'light' }))
  await page.goto(`${house.url}/wadi/inbox/rep-1`)
  await settled(page)
})
afterEach(async () => {
  await page.context().close()
  house.server.closeAllConnections()
  house.server.close()
})

type Sent = {
  decisions: { proposalId: string; decision: string; draft?: { undertaking?: { quantity?: number } } }[]
}
const sent = () =>
  house.posted.filter(p => p.path.endsWith('/decisions')).map(p => (p.body as Sent).decisions)
const selected = () => page.getAttribute('.proposal[data-selected]', 'data-kind')
const posts = async (n: number) => {
  // Decisions leave one after another; the fixture remembers each before it answers.
  for (let i = 0; i < 100 && house.posted.length < n; i++) await page.waitForTimeout(20)
  assert.equal(house.posted.length, n)
}

describe('reviewing by keys', () => {
  it('j and k walk the proposals, and the text lights up the words of the one looked at', async () => {
    assert.equal(await selected(), 'undertaking')
    await page.keyboard.press('j')
    assert.equal(await selected(), 'statement')
    assert.match((await page.textContent('.span[data-lit]')) ?? '', /^قال متحدث/)
    await page.keyboard.press('k')
    assert.equal(await selected(), 'undertaking')
  })

  it('a accepts and goes on to the next open one', async () => {
    await page.keyboard.press('a')
    await posts(1)
    assert.deepEqual(sent()[0], [{ proposalId: 'p-promise', decision: 'accepted' }])
    assert.equal(await selected(), 'statement')
    await page.waitForSelector('.proposal[data-kind="undertaking"][data-decided="accepted"]')
  })

  it('works by the place of the key when the keyboard writes Arabic', async () => {
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ش', code: 'KeyA', bubbles: true })),
    )
    await posts(1)
    assert.equal(sent()[0]?.[0]?.decision, 'accepted')
  })

  it('x rejects', async () => {
    await page.keyboard.press('x')
    await posts(1)
    assert.deepEqual(sent()[0], [{ proposalId: 'p-promise', decision: 'rejected' }])
  })

  it('u takes the last decision back', async () => {
    await page.keyboard.press('a')
    await posts(1)
    await page.waitForSelector('.proposal[data-decided]')
    await page.keyboard.press('u')
    await posts(2)
    assert.deepEqual(house.posted[1], { path: '/api/accords/wadi/undo', body: { seq: 30 } })
    await page.waitForSelector('.proposal[data-decided]', { state: 'detached' })
  })

  it('u takes a batch back whole, newest first', async () => {
    await page.keyboard.press('A')
    await posts(1)
    await page.waitForSelector('.proposal[data-decided]')
    await page.keyboard.press('a')
    await posts(2)
    await page.keyboard.press('u')
    await page.keyboard.press('u')
    await posts(4)
    assert.deepEqual(
      house.posted.slice(2).map(p => (p.body as { seq: number }).seq),
      [31, 30],
    )
  })

  it('e opens plain fields; what was changed goes with the acceptance', async () => {
    await page.keyboard.press('e')
    await page.fill('.edit [name="quantity"]', '40')
    await page.keyboard.press('Control+Enter')
    await posts(1)
    assert.equal(sent()[0]?.[0]?.draft?.undertaking?.quantity, 40)
  })

  it('e, then Escape, decides nothing', async () => {
    await page.keyboard.press('e')
    await page.waitForSelector('.edit')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.edit', { state: 'detached' })
    assert.equal(house.posted.length, 0)
  })

  it('a date that does not exist is refused in the field itself, and nothing is sent', async () => {
    await page.keyboard.press('e')
    await page.fill('.edit [name="deadline"]', '2018-02-30')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.edit [name="deadline"][aria-invalid="true"]')
    assert.equal(house.posted.length, 0)
  })

  it('letters typed into a field decide nothing', async () => {
    await page.keyboard.press('e')
    await page.focus('.edit [name="condition"]')
    await page.keyboard.type('axu')
    assert.equal(await page.inputValue('.edit [name="condition"]'), 'axu')
    assert.equal(house.posted.length, 0)
  })

  it('says which verdicts an acceptance changed, each with its evidence', async () => {
    await page.click('.proposal[data-kind="event"] .proposal-body')
    await page.keyboard.press('a')
    await page.waitForSelector('.outcome[data-changed] .outcome-line')
    await page.click('.outcome-line')
    await page.waitForSelector('.drawer .drawer-because')
  })
})

describe('the text under review', () => {
  it('folds removed paragraphs where they stood and says why', async () => {
    const folds = await page.$$eval('.removed summary', all => all.map(s => s.textContent))
    assert.deepEqual(folds, ['نُحّيت فقرة واحدة (ليست من التقرير)', 'نُحّيت فقرتان (مكررة)'])
  })

  it('lights the words a record came from when a link points at them', async () => {
    await page.goto(`${house.url}/wadi/inbox/rep-1?span=0-20`)
    await settled(page)
    assert.match((await page.textContent('[data-lit]')) ?? '', /^قال متحدث/)
  })
})
