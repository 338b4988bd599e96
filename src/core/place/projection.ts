import type { Position } from './place.ts'

/** Mean radius of the Earth in metres (IUGG R1). */
const EARTH_RADIUS = 6_371_008.8
const RADIANS = Math.PI / 180

/** Turns a position into whole metres east and north of an accord's origin, and back. */
export type Projection = {
  readonly origin: Position
  readonly metresPerDegreeEast: number
  readonly metresPerDegreeNorth: number
}

/**
 * A plane through `origin` on which distances are Pythagoras: east scaled by the cosine of the
 * origin's latitude. Good to about 1 % within a degree of the origin, the size of the areas that
 * ceasefires speak of; distances in accords are given in whole kilometres.
 */
export function projectionAt(origin: Position): Projection {
  const metresPerDegreeNorth = EARTH_RADIUS * RADIANS
  return {
    origin,
    metresPerDegreeNorth,
    metresPerDegreeEast: metresPerDegreeNorth * Math.cos(origin[1] * RADIANS),
  }
}

/** Whole metres east of the origin. */
export const eastOf = (p: Projection, longitude: number): number =>
  Math.round((longitude - p.origin[0]) * p.metresPerDegreeEast)

/** Whole metres north of the origin. */
export const northOf = (p: Projection, latitude: number): number =>
  Math.round((latitude - p.origin[1]) * p.metresPerDegreeNorth)

/** The position that projects onto (x, y): the inverse of `eastOf` and `northOf` on whole metres. */
export const positionOf = (p: Projection, x: number, y: number): Position => [
  p.origin[0] + x / p.metresPerDegreeEast,
  p.origin[1] + y / p.metresPerDegreeNorth,
]

/** Is it a place on Earth: finite, longitude within ±180, latitude within ±90? */
export const onEarth = (at: Position): boolean =>
  at.length >= 2 &&
  Number.isFinite(at[0]) &&
  Number.isFinite(at[1]) &&
  Math.abs(at[0]) <= 180 &&
  Math.abs(at[1]) <= 90
