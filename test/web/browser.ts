import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'

/**
 * The Chromium that comes inside npm; nothing to install. Its own list of arguments is for a cloud function:
 * one process for everything (closing a context then hangs) and web security off (which would hide what our
 * policy forbids), so we pass our own.
 */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env.HUDNA_CHROMIUM ?? (await chromium.executablePath()),
    args: [
      '--no-sandbox',
      '--disable-setuid-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-dev-shm-usage',
    ],
    headless: true,
  })
}

export type Look = {
  readonly language: 'ar' | 'en'
  readonly theme: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  readonly numerals?: 'latn' | 'arab'
}

/** What went wrong on a page besides what a test looks for: errors, refused content, requests that left loopback. */
export type Watch = { readonly faults: string[]; readonly strayed: string[] }

/** A fresh visitor with that language, theme and window. */
export async function visitor(
  browser: Browser,
  look: Look,
): Promise<{ page: Page; context: BrowserContext; watch: Watch }> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    locale: look.language === 'ar' ? 'ar-SY' : 'en-GB',
    colorScheme: look.theme,
    reducedMotion: 'reduce',
  })
  await context.addInitScript(
    preferences => {
      if (!localStorage.getItem('hudna.preferences')) localStorage.setItem('hudna.preferences', preferences)
    },
    JSON.stringify({ language: look.language, numerals: look.numerals ?? 'latn', theme: look.theme }),
  )
  const watch: Watch = { faults: [], strayed: [] }
  context.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') watch.strayed.push(request.url())
  })
  const page = await context.newPage()
  page.on('pageerror', error => watch.faults.push(String(error.stack ?? error)))
  page.on('console', message => {
    if (message.type() === 'error') watch.faults.push(message.text())
  })
  return { page, context, watch }
}

/** Waits until the page has its content and its fonts. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1, main h2, main table, main .empty', { timeout: 20_000 })
  await page.waitForFunction(() => !document.querySelector('.skeleton, .stale'), undefined, {
    timeout: 20_000,
  })
  await page.evaluate(() => document.fonts.ready)
}
