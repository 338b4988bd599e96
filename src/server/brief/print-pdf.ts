import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium as browserType } from 'playwright-core'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** Chromium's own places on a system; asked before the one inside npm, which is for Linux on x64 only. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A page printed to PDF (A4) by Chromium, whose shaping of Arabic is right in all points tried
 * (shared/platform.md §5). The page is given as text and may load nothing: every request is refused.
 *
 * @returns 'no-browser' with what to do about it where there is none.
 */
export async function printPdf(html: string): Promise<Result<Uint8Array, Problem>> {
  const found = await browser()
  if (!found)
    return fail({
      code: 'no-browser',
      message: 'there is no Chromium to print with',
      expected: 'Chromium or Chrome installed, or HUDNA_CHROMIUM set to its path; HTML and DOCX need none',
      severity: 'error',
    })
  const running = await browserType.launch({
    executablePath: found.path,
    args: [...found.args, '--no-sandbox'],
  })
  try {
    const page = await running.newPage({ javaScriptEnabled: false })
    await page.route('**/*', route => route.abort())
    await page.setContent(html, { waitUntil: 'load' })
    return ok(
      new Uint8Array(
        await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true }),
      ),
    )
  } finally {
    await running.close()
  }
}

async function browser(): Promise<{ path: string; args: readonly string[] } | undefined> {
  const named = process.env.HUDNA_CHROMIUM
  const installed = [...(named ? [named] : []), ...INSTALLED].find(existsSync)
  if (installed) return { path: installed, args: [] }
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: packed } = await import('@sparticuz/chromium')
  // Its own arguments are for a cloud function: one process for everything, web security off.
  return { path: await packed.executablePath(), args: ['--disable-gpu', '--disable-dev-shm-usage'] }
}

/**
 * @font-face rules with the fonts inside, so that a printed page needs nothing from outside. IBM Plex Sans
 * Arabic: of the fonts tried, its Arabic is found again best by a search in the PDF (shared/platform.md §5).
 */
export async function fontCss(): Promise<string> {
  const at = createRequire(import.meta.url).resolve('@fontsource/ibm-plex-sans-arabic/package.json')
  const rules = await Promise.all(
    (['400', '600'] as const).flatMap(weight =>
      (['arabic', 'latin'] as const).map(async subset => {
        const file = join(dirname(at), 'files', `ibm-plex-sans-arabic-${subset}-${weight}-normal.woff2`)
        const range =
          subset === 'arabic'
            ? 'unicode-range:U+0600-06FF,U+0750-077F,U+200C-200F,U+FB50-FDFF,U+FE70-FEFC;'
            : ''
        return `@font-face{font-family:"IBM Plex Sans Arabic";font-weight:${weight};src:url(data:font/woff2;base64,${(await readFile(file)).toString('base64')}) format("woff2");${range}}`
      }),
    ),
  )
  return rules.join('\n')
}
