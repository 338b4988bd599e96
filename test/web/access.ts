import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = {
  run(
    context: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>
}

/** What axe-core holds against the page as it stands, as "rule: where"; empty is what we want. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  // Evaluated by the test's own channel: the page's policy rightly refuses an injected script element.
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    const result = await axe.run(document, { resultTypes: ['violations'] })
    return result.violations.flatMap(v =>
      v.nodes.map(n => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`),
    )
  })
}
