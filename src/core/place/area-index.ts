import { sideOf, squaredToSegment, toEdge } from './polygon.ts'
import { type Area, eachEdge } from './shape.ts'

/** Edges from which a plain walk over the whole line is slower than looking up a few upright strips. */
const WORTH_IT = 24
const MOST_STRIPS = 4096

/** An area's edges sorted into upright strips of equal width; strip i holds edges[starts[i]..starts[i+1]). */
type AreaIndex = {
  readonly area: Area
  readonly minX: number
  readonly width: number
  readonly strips: number
  readonly starts: Int32Array
  /** ax, ay, bx, by of each edge, once for every strip it crosses. */
  readonly edges: Float64Array
  /** Least and greatest y of the edges of each strip. */
  readonly bounds: Float64Array
}

const INDEXES = new WeakMap<Area, AreaIndex | null>()

function indexOf(area: Area): AreaIndex | null {
  let index = INDEXES.get(area)
  if (index === undefined) {
    index = build(area)
    INDEXES.set(area, index)
  }
  return index
}

function build(area: Area): AreaIndex | null {
  let n = 0
  eachEdge(area, () => n++)
  const span = area.box.maxX - area.box.minX
  if (n < WORTH_IT || !(span > 0)) return null
  const strips = Math.min(MOST_STRIPS, n)
  const width = span / strips
  const stripOf = (x: number) => Math.min(strips - 1, Math.max(0, Math.floor((x - area.box.minX) / width)))
  const starts = new Int32Array(strips + 1)
  eachEdge(area, (ax, _ay, bx) => {
    for (let s = stripOf(Math.min(ax, bx)); s <= stripOf(Math.max(ax, bx)); s++) starts[s + 1]!++
  })
  for (let s = 0; s < strips; s++) starts[s + 1]! += starts[s]!
  const next = starts.slice()
  const edges = new Float64Array(4 * starts[strips]!)
  eachEdge(area, (ax, ay, bx, by) => {
    for (let s = stripOf(Math.min(ax, bx)); s <= stripOf(Math.max(ax, bx)); s++) {
      const at = 4 * next[s]!++
      edges[at] = ax
      edges[at + 1] = ay
      edges[at + 2] = bx
      edges[at + 3] = by
    }
  })
  const bounds = new Float64Array(2 * strips)
  for (let s = 0; s < strips; s++) {
    let [lo, hi] = [Infinity, -Infinity]
    for (let i = 4 * starts[s]!; i < 4 * starts[s + 1]!; i += 4) {
      lo = Math.min(lo, edges[i + 1]!, edges[i + 3]!)
      hi = Math.max(hi, edges[i + 1]!, edges[i + 3]!)
    }
    bounds[2 * s] = lo
    bounds[2 * s + 1] = hi
  }
  return { area, minX: area.box.minX, width, strips, starts, edges, bounds }
}

/** As `sideOf`, quick for long lines: 1 strictly inside, 0 on the edge, -1 outside. */
export function whichSide(area: Area, x: number, y: number): 1 | 0 | -1 {
  const index = indexOf(area)
  if (!index) return sideOf(area, x, y)
  const { box } = area
  if (x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) return -1
  // Several polygons or holes that share a line need the careful order of `sideOf`.
  if (area.polygons.length > 1) return sideOf(area, x, y)
  const strip = Math.min(index.strips - 1, Math.floor((x - index.minX) / index.width))
  const { edges } = index
  let inside = false
  for (let i = 4 * index.starts[strip]!; i < 4 * index.starts[strip + 1]!; i += 4) {
    const ax = edges[i]!
    const ay = edges[i + 1]!
    const bx = edges[i + 2]!
    const by = edges[i + 3]!
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    if (
      turn === 0 &&
      x >= Math.min(ax, bx) &&
      x <= Math.max(ax, bx) &&
      y >= Math.min(ay, by) &&
      y <= Math.max(ay, by)
    )
      return 0
    // A ray straight up meets every edge that spans x and lies above.
    if (ax > x !== bx > x && turn > 0 === bx < ax) inside = !inside
  }
  return inside ? 1 : -1
}

/** Is some point of the line nearer than `r` metres (or exactly `r`, when `closed`)? */
export function lineWithin(area: Area, x: number, y: number, r: number, closed: boolean): boolean {
  const index = indexOf(area)
  if (!index) {
    const d = toEdge(area, x, y)
    return closed ? d <= r : d < r
  }
  const limit = r * r
  if (x - r > area.box.maxX || x + r < area.box.minX) return false
  const strip = (at: number) =>
    Math.min(index.strips - 1, Math.max(0, Math.floor((at - index.minX) / index.width)))
  const from = strip(x - r)
  const to = strip(x + r)
  // From the middle outward: where the line is near at all, it mostly is near the middle.
  const middle = Math.min(to, Math.max(from, strip(x)))
  for (let s = middle; s <= to; s++) if (stripWithin(index, s, x, y, limit, closed)) return true
  for (let s = middle - 1; s >= from; s--) if (stripWithin(index, s, x, y, limit, closed)) return true
  return false
}

function stripWithin(
  index: AreaIndex,
  strip: number,
  x: number,
  y: number,
  limit: number,
  closed: boolean,
): boolean {
  const { edges, starts, bounds } = index
  const below = bounds[2 * strip]! - y
  const above = y - bounds[2 * strip + 1]!
  if ((below > 0 && below * below > limit) || (above > 0 && above * above > limit)) return false
  for (let i = 4 * starts[strip]!; i < 4 * starts[strip + 1]!; i += 4) {
    const d = squaredToSegment(x, y, edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!)
    if (closed ? d <= limit : d < limit) return true
  }
  return false
}
