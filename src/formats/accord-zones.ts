import type { Geometry } from '../core/accord/model.ts'
import { selfCrossing } from '../core/accord/ring.ts'
import type { Position } from '../core/place/place.ts'
import type { Problem } from '../core/problem.ts'
import { fieldOf, linedOf, type Path } from './accord-lines.ts'

/** The areas of a zones.geojson by their `properties.id`; features of other shapes are known but have no area. */
export type ZoneShapes = {
  readonly areas: ReadonlyMap<string, Geometry>
  /** Ids of points and lines: drawn on maps, of no use as a zone's edge. */
  readonly others: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

/**
 * Reads zones.geojson (RFC 7946). A feature that is broken is left out and named: an open ring, fewer
 * than four positions, a position outside the world, a ring that crosses itself (with the point), an id twice.
 */
export function zoneShapesOf(text: string, file: string): ZoneShapes {
  const areas = new Map<string, Geometry>()
  const others = new Set<string>()
  const lined = linedOf(text, file)
  if (!lined.ok) return { areas, others, problems: lined.error }
  const problems: Problem[] = []
  const say = (path: Path, code: string, message: string, expected?: string) => {
    const { line, column } = lined.value.spot(path)
    problems.push({
      code,
      message,
      ...(expected ? { expected } : {}),
      where: { file, line, column, field: fieldOf(path) || '(the whole file)' },
      severity: 'error',
    })
  }
  const root = lined.value.value as { type?: unknown; features?: unknown } | null
  if (root?.type !== 'FeatureCollection' || !Array.isArray(root.features)) {
    say(
      [],
      'not-geojson',
      "this is no GeoJSON 'FeatureCollection'",
      "{type: 'FeatureCollection', features: […]}",
    )
    return { areas, others, problems }
  }
  root.features.forEach(
    (feature: unknown, i) => void readFeature(feature, ['features', i], areas, others, say),
  )
  return { areas, others, problems }
}

function readFeature(
  feature: unknown,
  path: Path,
  areas: Map<string, Geometry>,
  others: Set<string>,
  say: Say,
): void {
  const f = feature as {
    properties?: { id?: unknown }
    geometry?: { type?: unknown; coordinates?: unknown }
  } | null
  const id = f?.properties?.id
  const type = f?.geometry?.type
  if (typeof id !== 'string' || !id)
    say(path, 'zone-without-id', 'this feature has no properties.id', 'a text')
  else if (areas.has(id) || others.has(id))
    say([...path, 'properties', 'id'], 'id-twice', `the feature '${id}' is here twice`, 'each id once')
  else if (type !== 'Polygon' && type !== 'MultiPolygon') others.add(id)
  else {
    const at = [...path, 'geometry', 'coordinates']
    const coordinates = f!.geometry!.coordinates
    const polygons = type === 'Polygon' ? [coordinates] : coordinates
    const read = polygonsOf(polygons, type === 'Polygon' ? at : undefined, at, id, say)
    if (read) areas.set(id, read)
  }
}

type Say = (path: Path, code: string, message: string, expected?: string) => void

function polygonsOf(
  polygons: unknown,
  single: Path | undefined,
  at: Path,
  id: string,
  say: Say,
): Geometry | undefined {
  if (!Array.isArray(polygons) || !polygons.length) {
    say(at, 'not-geojson', `the zone '${id}' has no rings`, 'a list of rings')
    return undefined
  }
  let good = true
  polygons.forEach((rings: unknown, p) => {
    const ringsAt = single ?? [...at, p]
    if (!Array.isArray(rings) || !rings.length) {
      say(ringsAt, 'not-geojson', `the zone '${id}' has no rings`, 'a list of rings')
      good = false
      return
    }
    rings.forEach((ring: unknown, r) => {
      good = soundRing(ring, [...ringsAt, r], id, say) && good
    })
  })
  return good ? (polygons as unknown as Geometry) : undefined
}

function soundRing(ring: unknown, at: Path, id: string, say: Say): boolean {
  if (!Array.isArray(ring) || ring.length < 4) {
    say(
      at,
      'ring-too-short',
      `a ring of the zone '${id}' has fewer than four positions`,
      'four or more, the last equal to the first',
    )
    return false
  }
  for (let i = 0; i < ring.length; i++) {
    const p = ring[i] as unknown
    if (
      !Array.isArray(p) ||
      typeof p[0] !== 'number' ||
      typeof p[1] !== 'number' ||
      Math.abs(p[0]) > 180 ||
      Math.abs(p[1]) > 90
    ) {
      say(
        [...at, i],
        'outside-the-world',
        `${JSON.stringify(p)} is no position on Earth (zone '${id}')`,
        '[longitude, latitude], -180 to 180 and -90 to 90',
      )
      return false
    }
  }
  const [first, last] = [ring[0] as number[], ring.at(-1) as number[]]
  if (first[0] !== last[0] || first[1] !== last[1]) {
    say(
      [...at, ring.length - 1],
      'ring-open',
      `a ring of the zone '${id}' does not end where it begins`,
      JSON.stringify(first),
    )
    return false
  }
  const crossed = selfCrossing(ring as Position[])
  if (crossed) {
    const [x, y] = crossed.at
    say(
      [...at, crossed.segments[0]],
      'zone-crosses-itself',
      `the zone '${id}' crosses itself at longitude ${round(x)}, latitude ${round(y)} (sides ${crossed.segments[0] + 1} and ${crossed.segments[1] + 1} of its ring)`,
      'a ring whose sides meet only at their ends',
    )
    return false
  }
  return true
}

const round = (x: number) => Math.round(x * 1e5) / 1e5
