import type { Position } from '../../../core/place/place.ts'

/** A flat drawing of a small region: degrees to SVG units, equal scale both ways at the middle latitude. */
export type Flat = {
  readonly width: number
  readonly height: number
  readonly at: (p: Position) => readonly [number, number]
  /** SVG units in one kilometre. */
  readonly kilometre: number
}

const KM_PER_DEGREE = 111.195

/** Fits all positions into `width` units with a margin; undefined when there are none. */
export function flatten(positions: Iterable<Position>, width: number, margin = 24): Flat | undefined {
  let [west, south, east, north] = [181, 91, -181, -91]
  for (const [x, y] of positions) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  if (west > east) return undefined
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const kilometre = (width - 2 * margin) / Math.max((east - west) * squeeze * KM_PER_DEGREE, 1)
  const x = (degrees: number) => margin + (degrees - west) * squeeze * KM_PER_DEGREE * kilometre
  const y = (degrees: number) => margin + (north - degrees) * KM_PER_DEGREE * kilometre
  return { width, height: y(south) + margin, at: p => [x(p[0]), y(p[1])], kilometre }
}

/** A round length for a scale bar: 1, 2 or 5 times a power of ten kilometres, near a fifth of the width. */
export function scaleLength(flat: Flat): number {
  const wanted = flat.width / 5 / flat.kilometre
  const power = 10 ** Math.floor(Math.log10(wanted))
  return ([5, 2, 1].find(n => n * power <= wanted) ?? 1) * power
}
