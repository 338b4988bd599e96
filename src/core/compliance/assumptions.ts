import type { Observed } from './coverage.ts'
import type { Docket } from './docket.ts'
import { ALWAYS, type PreparedProvision, type PreparedZone } from './prepared.ts'
import { fill, instantWords, zoneWords } from './say.ts'
import { TEMPLATES } from './templates.ts'
import type { Verdict } from './verdict.ts'

/** What a verdict takes for granted: which start, which line on the map, which reading, which coverage. */
export function assumptionsOf(
  d: Docket,
  p: PreparedProvision,
  zones: readonly (PreparedZone | undefined)[],
  t: number,
  observed: Observed,
): Verdict['assumptions'] {
  const { accord, reading } = d.prepared
  const out: Verdict['assumptions'][number][] = []
  const document = p.document
  if (document && p.force.startIds.length > 0) {
    const title = document.title
    if (p.force.disputed)
      out.push({
        kind: 'start',
        id: p.force.startIds.join('|'),
        words: fill(TEMPLATES['assume.starts'], {
          document: title,
          date: instantWords(p.force.start.lo, accord.tz),
          last: instantWords(p.force.start.hi, accord.tz),
        }),
      })
    else {
      const id = p.force.startIds[0]!
      const start = document.starts.find(s => s.id === id)
      out.push({
        kind: 'start',
        id,
        words: fill(TEMPLATES['assume.start'], {
          document: title,
          date: instantWords(p.force.start.lo, accord.tz),
          claimant: start?.claimant ?? id,
        }),
      })
    }
  }
  const named = accord.readings.find(r => r.id === reading)
  out.push({
    kind: 'reading',
    id: reading,
    words: fill(TEMPLATES['assume.reading'], { reading: named?.name ?? reading }),
  })
  for (const zone of new Set(zones)) {
    if (!zone) continue
    const version = versionAt(zone, t)
    if (version)
      out.push({
        kind: 'zone-version',
        id: `${zone.id}@${version.id}`,
        words: fill(TEMPLATES['assume.zone'], { zone: zoneWords(accord, zone.id), date: version.id }),
      })
  }
  out.push({
    kind: 'coverage',
    id: observed,
    words: fill(TEMPLATES['assume.coverage'], { observed: TEMPLATES[`observed.${observed}`] }),
  })
  return out
}

/** The version of a zone that holds at t; the last one before it when none does. */
export function versionAt(zone: PreparedZone, t: number): PreparedZone['versions'][number] | undefined {
  return (
    zone.versions.find(v => v.window.lo <= t && t <= v.window.hi) ??
    zone.versions.filter(v => v.window.lo <= t).at(-1) ??
    zone.versions[0]
  )
}

/** The window a period's coverage is asked for: from the start of force, or of the period, to t. */
export const windowOf = (p: PreparedProvision, from: number | undefined, t: number) => ({
  lo: Math.max(p.force.start.lo, from ?? ALWAYS.lo),
  hi: Math.min(t, p.force.to),
})
