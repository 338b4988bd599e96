import { existsSync, readFileSync } from 'node:fs'

const root = new URL('../../../../shared/series/', import.meta.url)

/** Why a test on the shared series cannot run here, or false when it can: for `{ skip }`. */
export const notHere = existsSync(new URL('README.md', root)) ? false : '../shared/series not here'

/** A file of ../shared/series as text. */
export const sharedText = (path: string): string => readFileSync(new URL(path, root), 'utf8')

/** A JSON file of ../shared/series/reference. */
// biome-ignore lint/suspicious/noExplicitAny: fixtures of many shapes, checked by the tests that read them
export const reference = (name: string): any => JSON.parse(sharedText(`reference/${name}`))

/** Largest |got - expected| / max(|expected|, floor); Infinity where one is a number and the other is not. */
export function worst(
  got: readonly (number | null)[],
  expected: readonly (number | null)[],
  floor = 1e-300,
): number {
  if (got.length !== expected.length) return Infinity
  let most = 0
  for (let i = 0; i < got.length; i++) {
    const g = got[i]!
    const e = expected[i]!
    const gNone = g === null || Number.isNaN(g)
    const eNone = e === null
    if (gNone || eNone) {
      if (gNone !== eNone) return Infinity
      continue
    }
    if (g === e) continue
    most = Math.max(most, Math.abs(g - e) / Math.max(Math.abs(e), floor))
  }
  return most
}
