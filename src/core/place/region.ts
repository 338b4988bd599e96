import { F, type Kleene, T, U } from '../time/when.ts'
import { lineWithin, whichSide } from './area-index.ts'
import { between, contained, disjoint, sideOf, toEdge, toFarthest } from './polygon.ts'
import { ANYWHERE, type Area, type Shape, sameShape } from './shape.ts'

/**
 * Where an event may have been, from all its reports: in every one of `shapes` (`all`, they agree)
 * or in one of them (`any`, they contradict each other).
 *
 * The answers below are sound and not complete: the intersection of two discs is never built, so
 * "cannot tell" may be said where exact geometry would know.
 */
export type Region = { readonly how: 'all' | 'any'; readonly shapes: readonly Shape[] }

/** No report says where. */
export const SOMEWHERE: Region = { how: 'all', shapes: [ANYWHERE] }

/** Least and greatest distance in whole metres, rounded outward; greatest is Infinity when unknown. */
export type Distance = { readonly least: number; readonly most: number }

/** Distances between two shapes (compliance.md §3.4). */
export function distance(a: Shape, b: Shape): Distance {
  if (a.kind === 'anywhere' || b.kind === 'anywhere') return { least: 0, most: Infinity }
  if (a.kind === 'disc' && b.kind === 'disc') {
    const d = Math.hypot(a.x - b.x, a.y - b.y)
    return outward(d - a.r - b.r, d + a.r + b.r)
  }
  if (a.kind === 'area' && b.kind === 'area') {
    let most = 0
    for (const rings of a.polygons)
      for (const ring of rings)
        for (let i = 0; i < ring.length; i += 2) most = Math.max(most, toFarthest(b, ring[i]!, ring[i + 1]!))
    return outward(between(a, b), most)
  }
  const [disc, area] = a.kind === 'disc' ? [a, b as Area] : [b as Extract<Shape, { kind: 'disc' }>, a as Area]
  const inside = sideOf(area, disc.x, disc.y) >= 0
  return outward(
    inside ? 0 : toEdge(area, disc.x, disc.y) - disc.r,
    toFarthest(area, disc.x, disc.y) + disc.r,
  )
}

/** Trims the last bits of floating point before rounding, so that an exact 10,000 m stays 10,000. */
const outward = (least: number, most: number): Distance => ({
  least: Math.max(0, Math.floor(least + 1e-6)),
  most: Math.ceil(most - 1e-6),
})

/** Are two shapes within `reach` metres of each other? Exact points compare squared integers. */
export function shapesNear(a: Shape, b: Shape, reach: number): Kleene {
  if (a.kind === 'disc' && b.kind === 'disc') {
    const squared = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    const r = a.r + b.r
    if (r === 0) return squared <= reach * reach ? T : F
    if (reach >= r && squared <= (reach - r) * (reach - r)) return T
    // The least distance is rounded down before it is compared (§3.4), hence the metre.
    return squared >= (reach + r + 1) * (reach + r + 1) ? F : U
  }
  const d = distance(a, b)
  return d.most <= reach ? T : d.least > reach ? F : U
}

/** Kleene combination of a question asked of each pair of shapes of two regions. */
function ask(a: Region, b: Region, one: (s: Shape, t: Shape) => Kleene): Kleene {
  return over(a, s => over(b, t => one(s, t)))
}

/** In an intersection any certain answer rules; in a union all must agree. */
function over(region: Region, one: (s: Shape) => Kleene): Kleene {
  const shapes = region.shapes
  if (shapes.length === 1) return one(shapes[0]!)
  let yes = 0
  let no = 0
  for (const s of shapes) {
    const v = one(s)
    if (v === T) yes++
    else if (v === F) no++
  }
  if (region.how === 'all') return yes > 0 ? T : no > 0 ? F : U
  return yes === shapes.length ? T : no === shapes.length ? F : U
}

/** `near(e', e, X)` of §3.4. */
export const near = (a: Region, b: Region, reach: number): Kleene =>
  ask(a, b, (s, t) => shapesNear(s, t, reach))

/** Distance bounds between two regions; for explanations. */
export function apart(a: Region, b: Region): Distance {
  const one = (s: Shape) => fold(b, t => distance(s, t))
  return fold(a, one)
}

function fold(region: Region, one: (s: Shape) => Distance): Distance {
  return region.shapes
    .map(one)
    .reduce((d, e) =>
      region.how === 'all'
        ? { least: Math.max(d.least, e.least), most: Math.min(d.most, e.most) }
        : { least: Math.min(d.least, e.least), most: Math.max(d.most, e.most) },
    )
}

/** Is a shape inside the vague area: T within `inner`, F clear of `outer`? */
export function shapeInside(s: Shape, inner: Area, outer: Area): Kleene {
  if (s.kind === 'anywhere') return U
  if (s.kind === 'area') return contained(s, inner) ? T : disjoint(s, outer) ? F : U
  return discInside(s.x, s.y, s.r, inner, outer)
}

/** As `shapeInside`, for a disc given by its numbers. */
export function discInside(x: number, y: number, r: number, inner: Area, outer: Area): Kleene {
  const within = whichSide(inner, x, y) >= 0
  if (within && (r === 0 || !lineWithin(inner, x, y, r, false))) return T
  // An exact line is one object, and what is not within it needs no second look.
  if (inner === outer && r === 0) return F
  if (whichSide(outer, x, y) < 0 && (r === 0 || !lineWithin(outer, x, y, r, true))) return F
  return U
}

/** `inZone(e, Z)` of §3.4 for one version of the zone. */
export const inside = (region: Region, inner: Area, outer: Area): Kleene =>
  over(region, s => shapeInside(s, inner, outer))

/** Are two shapes certainly without a common point? */
export function apartFor(a: Shape, b: Shape): boolean {
  if (a.kind === 'anywhere' || b.kind === 'anywhere') return false
  if (a.kind === 'disc' && b.kind === 'disc') {
    const r = a.r + b.r
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) > r * r
  }
  if (a.kind === 'area' && b.kind === 'area') return disjoint(a, b)
  const [disc, area] = a.kind === 'disc' ? [a, b as Area] : [b as Extract<Shape, { kind: 'disc' }>, a as Area]
  return sideOf(area, disc.x, disc.y) < 0 && toEdge(area, disc.x, disc.y) > disc.r
}

/** Is `a` a part of `b`? Used to keep only the sharpest of agreeing places. */
export function partOf(a: Shape, b: Shape): boolean {
  if (b.kind === 'anywhere') return true
  if (a.kind === 'anywhere') return false
  if (b.kind === 'area') return shapeInside(a, b, b) === T
  if (a.kind === 'disc') {
    const slack = b.r - a.r
    return slack >= 0 && (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y) <= slack * slack
  }
  return toFarthest(a, b.x, b.y) <= b.r
}

/**
 * The region that all of `shapes` allow; when two of them exclude each other, the union of all,
 * and `conflict`. The order of `shapes` does not matter to any answer.
 */
export function agree(shapes: readonly Shape[]): { readonly region: Region; readonly conflict: boolean } {
  const distinct: Shape[] = []
  for (const s of shapes) if (!distinct.some(o => sameShape(o, s))) distinct.push(s)
  if (distinct.length === 0) return { region: SOMEWHERE, conflict: false }
  for (let i = 0; i < distinct.length; i++)
    for (let j = 0; j < i; j++)
      if (apartFor(distinct[i]!, distinct[j]!))
        return { region: { how: 'any', shapes: distinct.filter(s => s.kind !== 'anywhere') }, conflict: true }
  const sharp = distinct.filter((s, i) => !distinct.some((o, j) => i !== j && partOf(o, s)))
  return { region: { how: 'all', shapes: sharp.length ? sharp : [distinct[0]!] }, conflict: false }
}
