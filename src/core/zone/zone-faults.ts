import type { Accord, Geometry } from '../accord/model.ts'
import { boxOf, holds, selfCrossing } from '../accord/ring.ts'
import type { Position } from '../place/place.ts'
import type { Problem } from '../problem.ts'
import { whenOf } from '../time/civil.ts'
import type { ZoneVersioned } from './zone-versioned.ts'

/** What is wrong with a drawn version; `at` is the place of the fault, for the map to show. */
export type ZoneFault = { readonly problem: Problem; readonly at?: Position }

/** Every fault of a drawn version, the gravest kind first; none = it may be kept. */
export function zoneFaults(
  v: ZoneVersioned,
  accord: Pick<Accord, 'tz' | 'zones' | 'area'>,
): readonly ZoneFault[] {
  return [...dateFaults(v, accord.tz), ...nameFaults(v, accord), ...shapeFaults(v), ...farFaults(v, accord)]
}

const fault = (code: string, field: string, message: string, expected: string, at?: Position): ZoneFault => ({
  problem: { code, message, where: { field }, expected, severity: 'error' },
  ...(at && { at }),
})

function dateFaults(v: ZoneVersioned, tz: string): ZoneFault[] {
  for (const field of ['from', 'to'] as const) {
    const text = v[field]
    if (text !== undefined && !whenOf(text, tz).ok)
      return [fault('no-such-day', field, `'${text}' is no day of the calendar`, 'YYYY-MM-DD')]
  }
  return v.to !== undefined && v.to < v.from
    ? [
        fault(
          'ends-before-it-begins',
          'to',
          `it ends on ${v.to} and begins on ${v.from}`,
          `${v.from} or later`,
        ),
      ]
    : []
}

function nameFaults(v: ZoneVersioned, accord: Pick<Accord, 'zones'>): ZoneFault[] {
  if (v.name || accord.zones.some(z => z.id === v.zone)) return []
  return [
    fault(
      'zone-without-name',
      'name',
      `the zone '${v.zone}' is new and has no name`,
      'a name in English and Arabic',
    ),
  ]
}

function shapeFaults(v: ZoneVersioned): ZoneFault[] {
  for (const field of ['outer', 'inner'] as const) {
    const found = geometryFault(v[field], field)
    if (found) return [found]
  }
  const stray = v.inner.flat(2).find(p => !holds(v.outer, p))
  return stray
    ? [
        fault(
          'inner-outside-outer',
          'inner',
          `the certain part leaves the possible part at ${spot(stray)}`,
          'the inner line within the outer one',
          stray,
        ),
      ]
    : []
}

/** The first fault of a shape by itself: open, off the Earth, crossing itself. */
export function geometryFault(geometry: Geometry, field: string): ZoneFault | undefined {
  for (const ring of geometry.flat()) {
    const off = ring.find(p => !(Math.abs(p[0]) <= 180 && Math.abs(p[1]) <= 90))
    if (off)
      return fault(
        'outside-the-world',
        field,
        `the position ${off.join(', ')} is not on Earth; a file in metres has to be turned into degrees first`,
        'longitude -180 to 180 and latitude -90 to 90 (WGS 84)',
      )
    const [first, last] = [ring[0], ring.at(-1)]
    if (!first || !last || ring.length < 4)
      return fault(
        'ring-too-short',
        field,
        'a line has fewer than three corners',
        'three corners or more',
        first,
      )
    if (first[0] !== last[0] || first[1] !== last[1])
      return fault(
        'ring-open',
        field,
        `the line does not end where it begins, at ${spot(first)}`,
        'a closed line',
        last,
      )
    const crossed = selfCrossing(ring)
    if (crossed)
      return fault(
        'zone-crosses-itself',
        field,
        `the line crosses itself at ${spot(crossed.at)}`,
        'a line whose sides meet only at their ends',
        crossed.at,
      )
  }
  return undefined
}

function farFaults(v: ZoneVersioned, accord: Pick<Accord, 'zones' | 'area'>): ZoneFault[] {
  const area = accord.zones.find(z => z.id === accord.area)
  const box = area && boxOf(area.versions.flatMap(a => a.outer))
  const own = boxOf(v.outer)
  if (!box || !own || v.zone === accord.area) return []
  const meets = (b: readonly number[]) =>
    b[0]! <= box[2] && box[0] <= b[2]! && b[1]! <= box[3] && box[1] <= b[3]!
  if (meets(own) || !meets([own[1], own[0], own[3], own[2]])) return []
  return [
    fault(
      'coordinates-swapped',
      'outer',
      'it lies far from the area of the accord, and would lie in it with longitude and latitude swapped',
      'longitude first',
      [own[0], own[1]],
    ),
  ]
}

const spot = (p: Position) => `longitude ${round(p[0])}, latitude ${round(p[1])}`
const round = (x: number) => Math.round(x * 1e5) / 1e5
