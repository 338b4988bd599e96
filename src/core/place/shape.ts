import type { Geometry } from '../accord/model.ts'
import type { Place, Position } from './place.ts'
import { eastOf, northOf, type Projection } from './projection.ts'

/** A ring as whole metres x0, y0, x1, y1, …; not closed: the last corner joins the first. */
export type Ring = readonly number[]
/** The least upright box round a place. */
export type Box = {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** A place on the plane, in whole metres. `anywhere` stands for an unknown place. */
export type Shape =
  | { readonly kind: 'disc'; readonly x: number; readonly y: number; readonly r: number }
  /** A union of polygons; in each the first ring is the outside, the others are holes. */
  | { readonly kind: 'area'; readonly polygons: readonly (readonly Ring[])[]; readonly box: Box }
  | { readonly kind: 'anywhere' }

/** A place known to a radius. */
export type Disc = Extract<Shape, { kind: 'disc' }>
/** A place known as an area. */
export type Area = Extract<Shape, { kind: 'area' }>

/** An unknown place. */
export const ANYWHERE: Shape = { kind: 'anywhere' }

/** The plane's view of a reported place. A radius is rounded up, so that it never claims to be sharper. */
export function shapeOf(place: Place, p: Projection): Shape {
  if (place.kind === 'unknown') return ANYWHERE
  if (place.kind === 'area') return areaOf(place.polygons, p)
  return {
    kind: 'disc',
    x: eastOf(p, place.at[0]),
    y: northOf(p, place.at[1]),
    r: Math.ceil(place.radiusMetres),
  }
}

/** A zone's or report's polygons on the plane. Repeated corners are dropped. */
export function areaOf(geometry: Geometry, p: Projection): Area {
  const polygons = geometry.map(rings => rings.map(ring => ringOf(ring, p)))
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  for (const rings of polygons)
    for (const ring of rings)
      for (let i = 0; i < ring.length; i += 2) {
        box.minX = Math.min(box.minX, ring[i]!)
        box.maxX = Math.max(box.maxX, ring[i]!)
        box.minY = Math.min(box.minY, ring[i + 1]!)
        box.maxY = Math.max(box.maxY, ring[i + 1]!)
      }
  return { kind: 'area', polygons, box }
}

function ringOf(ring: readonly Position[], p: Projection): Ring {
  const out: number[] = []
  for (const at of ring) {
    const x = eastOf(p, at[0])
    const y = northOf(p, at[1])
    const n = out.length
    if (n === 0 || out[n - 2] !== x || out[n - 1] !== y) out.push(x, y)
  }
  const n = out.length
  if (n > 2 && out[0] === out[n - 2] && out[1] === out[n - 1]) out.length = n - 2
  return out
}

/** Same point set, corner by corner? Enough to drop a copy of a place told twice. */
export function sameShape(a: Shape, b: Shape): boolean {
  if (a.kind === 'disc') return b.kind === 'disc' && a.x === b.x && a.y === b.y && a.r === b.r
  if (a.kind === 'anywhere') return b.kind === 'anywhere'
  if (b.kind !== 'area' || a.polygons.length !== b.polygons.length) return false
  return a.polygons.every((rings, i) => {
    const others = b.polygons[i]!
    return (
      rings.length === others.length &&
      rings.every((ring, j) => ring.length === others[j]!.length && ring.every((v, n) => v === others[j]![n]))
    )
  })
}

/** Calls `visit` with the ends of every edge of the area. */
export function eachEdge(area: Area, visit: (ax: number, ay: number, bx: number, by: number) => void): void {
  for (const rings of area.polygons)
    for (const ring of rings) {
      const n = ring.length
      for (let i = 0; i < n; i += 2) {
        const j = i + 2 === n ? 0 : i + 2
        visit(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!)
      }
    }
}
