import { doubtful, type Finding, wrong } from './finding.ts'
import type { Accord, Geometry } from './model.ts'
import { type Box, boxOf, holds, selfCrossing } from './ring.ts'

/** Zones that cross themselves, lie outside the world, or whose certain part leaves their possible part. */
export function zoneFindings(accord: Accord): Finding[] {
  const found: Finding[] = []
  const area = accord.zones.find(z => z.id === accord.area)
  const box = area && boxOf(area.versions.flatMap(v => v.outer))
  accord.zones.forEach((z, i) => {
    z.versions.forEach((v, j) => {
      const at = `zones[${i}].versions[${j}]`
      for (const key of ['inner', 'outer'] as const) found.push(...shapeOf(v[key], `${at}.${key}`, z.id))
      if (!v.outer.length)
        found.push(
          wrong('zone-without-area', `${at}.outer`, `the zone '${z.id}' lies nowhere`, 'an outer shape'),
        )
      const stray = v.inner.flat(2).find(p => !holds(v.outer, p))
      if (stray)
        found.push(
          wrong(
            'inner-outside-outer',
            `${at}.inner`,
            `the certain part of '${z.id}' leaves its possible part at longitude ${stray[0]}, latitude ${stray[1]}`,
            'inner within outer',
            `${at}.outer`,
          ),
        )
      const own = boxOf(v.outer)
      if (box && own && z !== area && !meets(own, box) && meets([own[1], own[0], own[3], own[2]], box))
        found.push(
          doubtful(
            'coordinates-swapped',
            `${at}.outer`,
            `'${z.id}' lies far from the accord's area, and would lie in it with longitude and latitude swapped`,
            '[longitude, latitude]',
          ),
        )
    })
  })
  return found
}

const meets = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

function shapeOf(geometry: Geometry, field: string, id: string): Finding[] {
  for (const ring of geometry.flat()) {
    const out = ring.find(p => !(Math.abs(p[0]) <= 180 && Math.abs(p[1]) <= 90))
    if (out)
      return [
        wrong(
          'outside-the-world',
          field,
          `'${id}' has the position ${JSON.stringify(out)}`,
          '[longitude, latitude], -180 to 180 and -90 to 90',
        ),
      ]
    const crossed = selfCrossing(ring)
    if (crossed) {
      const [x, y] = crossed.at.map(c => Math.round(c * 1e5) / 1e5)
      return [
        wrong(
          'zone-crosses-itself',
          field,
          `'${id}' crosses itself at longitude ${x}, latitude ${y}`,
          'a ring whose sides meet only at their ends',
        ),
      ]
    }
  }
  return []
}
