import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that holds Hudna's own package.json, whether run from source or from dist/js. */
export const ROOT: string = (() => {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at
    if (at === dirname(at)) throw new Error('package.json of hudna not found above src/server')
  }
})()

/** The built page; absent until `npm run build`. */
export const WEB_DIR: string = join(ROOT, 'dist', 'web')

/** Accords that come with Hudna, a folder each. */
export const ACCORDS_DIR: string = join(ROOT, 'accords')

export const VERSION: string = (() => {
  const parsed: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return typeof parsed === 'object' && parsed && 'version' in parsed ? String(parsed.version) : '0.0.0'
})()

/** Ids of the accords that come with Hudna. */
export function packagedAccords(): readonly string[] {
  if (!existsSync(ACCORDS_DIR)) return []
  return readdirSync(ACCORDS_DIR, { withFileTypes: true })
    .filter(e => e.isDirectory() && existsSync(join(ACCORDS_DIR, e.name, 'accord.yaml')))
    .map(e => e.name)
    .sort()
}
