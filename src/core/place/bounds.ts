import type { Place, Position } from './place.ts'

/** Degrees, WGS 84. Places that cross the antimeridian are not told apart: none of our accords lies there. */
export type Bounds = {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** A degree of latitude is 110,574 m at the equator and longer elsewhere (WGS 84): less here, so that no box is too small. */
const METRES_A_DEGREE = 110_500

/** The box of everywhere a place may have been; undefined when it may be anywhere. Never smaller than the place. */
export function boundsOf(place: Place): Bounds | undefined {
  if (place.kind === 'unknown') return undefined
  if (place.kind === 'area') {
    const points = place.polygons.flat(2)
    return points.length ? around(points, 0, 0) : undefined
  }
  const [, latitude] = place.at
  const tall = place.radiusMetres / METRES_A_DEGREE
  // Towards the poles a degree of longitude shrinks: measured at the edge nearest to one.
  const shrink = Math.cos((Math.min(89, Math.abs(latitude) + tall) * Math.PI) / 180)
  return around([place.at], tall / shrink, tall)
}

function around(points: readonly Position[], wide: number, tall: number): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [x, y] of points) {
    west = Math.min(west, x - wide)
    east = Math.max(east, x + wide)
    south = Math.min(south, y - tall)
    north = Math.max(north, y + tall)
  }
  return {
    west: Math.max(west, -180),
    south: Math.max(south, -90),
    east: Math.min(east, 180),
    north: Math.min(north, 90),
  }
}
