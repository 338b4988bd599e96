import { type Area, eachEdge, type Ring } from './shape.ts'

/** Twice the signed area of the triangle a, b, c: > 0 when c lies left of a→b. Exact below 4e7 m. */
const turn = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

/** 1 inside, 0 on the line, -1 outside. */
function sideOfRing(ring: Ring, x: number, y: number): 1 | 0 | -1 {
  let inside = false
  const n = ring.length
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const ax = ring[j]!
    const ay = ring[j + 1]!
    const bx = ring[i]!
    const by = ring[i + 1]!
    if (
      turn(ax, ay, bx, by, x, y) === 0 &&
      x >= Math.min(ax, bx) &&
      x <= Math.max(ax, bx) &&
      y >= Math.min(ay, by) &&
      y <= Math.max(ay, by)
    )
      return 0
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside ? 1 : -1
}

/** Where a point lies to an area: 1 strictly inside, 0 on its edge, -1 outside. Holes are outside. */
export function sideOf(area: Area, x: number, y: number): 1 | 0 | -1 {
  const { box } = area
  if (x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) return -1
  let best: 1 | 0 | -1 = -1
  for (const rings of area.polygons) {
    let side = rings[0] ? sideOfRing(rings[0], x, y) : -1
    for (let h = 1; side === 1 && h < rings.length; h++) {
      const hole = sideOfRing(rings[h]!, x, y)
      side = hole === 1 ? -1 : hole === 0 ? 0 : 1
    }
    if (side > best) best = side
    if (best === 1) return 1
  }
  return best
}

/** Squared distance of a point from a segment. */
export function squaredToSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  let s = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length
  s = Math.max(0, Math.min(1, s))
  const ex = x - (ax + s * dx)
  const ey = y - (ay + s * dy)
  return ex * ex + ey * ey
}

/** Least distance in metres of a point from the area's edge, inside or out. */
export function toEdge(area: Area, x: number, y: number): number {
  let least = Infinity
  eachEdge(area, (ax, ay, bx, by) => {
    const d = squaredToSegment(x, y, ax, ay, bx, by)
    if (d < least) least = d
  })
  return Math.sqrt(least)
}

/** Greatest distance in metres of a point from any point of the area. */
export function toFarthest(area: Area, x: number, y: number): number {
  let most = 0
  eachEdge(area, (ax, ay) => {
    const d = (x - ax) * (x - ax) + (y - ay) * (y - ay)
    if (d > most) most = d
  })
  return Math.sqrt(most)
}

type Edge = readonly [number, number, number, number]
const edgesOf = (area: Area): Edge[] => {
  const edges: Edge[] = []
  eachEdge(area, (ax, ay, bx, by) => edges.push([ax, ay, bx, by]))
  return edges
}

/** Do two closed segments share a point? */
function touch(a: Edge, b: Edge): boolean {
  if (
    Math.max(a[0], a[2]) < Math.min(b[0], b[2]) ||
    Math.max(b[0], b[2]) < Math.min(a[0], a[2]) ||
    Math.max(a[1], a[3]) < Math.min(b[1], b[3]) ||
    Math.max(b[1], b[3]) < Math.min(a[1], a[3])
  )
    return false
  const p = turn(a[0], a[1], a[2], a[3], b[0], b[1])
  const q = turn(a[0], a[1], a[2], a[3], b[2], b[3])
  const r = turn(b[0], b[1], b[2], b[3], a[0], a[1])
  const s = turn(b[0], b[1], b[2], b[3], a[2], a[3])
  return ((p >= 0 && q <= 0) || (p <= 0 && q >= 0)) && ((r >= 0 && s <= 0) || (r <= 0 && s >= 0))
}

/** Have two areas no point in common (a shared edge is in common)? */
export function disjoint(a: Area, b: Area): boolean {
  if (a.box.maxX < b.box.minX || b.box.maxX < a.box.minX) return true
  if (a.box.maxY < b.box.minY || b.box.maxY < a.box.minY) return true
  const other = edgesOf(b)
  for (const e of edgesOf(a)) for (const f of other) if (touch(e, f)) return false
  return !someCornerIn(a, b) && !someCornerIn(b, a)
}

/** One corner of each polygon is enough when no edges touch. */
const someCornerIn = (a: Area, b: Area): boolean =>
  a.polygons.some(rings => rings[0] !== undefined && sideOf(b, rings[0][0]!, rings[0][1]!) >= 0)

/** Is every point of `a` in `b` (edges included)? */
export function contained(a: Area, b: Area): boolean {
  if (a.box.minX < b.box.minX || a.box.maxX > b.box.maxX) return false
  if (a.box.minY < b.box.minY || a.box.maxY > b.box.maxY) return false
  // The edge of a must run in b, and no edge of b may run through the inside of a (a hole, a gap).
  return runs(a, b, (x, y) => sideOf(b, x, y) >= 0) && runs(b, a, (x, y) => sideOf(a, x, y) <= 0)
}

/** Does `holds` hold along every edge of `a`, tried between all the points where it meets `b`? */
function runs(a: Area, b: Area, holds: (x: number, y: number) => boolean): boolean {
  const others = edgesOf(b)
  return edgesOf(a).every(e => {
    const cuts = [0, 1]
    for (const f of others) if (touch(e, f)) cuts.push(...meetings(e, f))
    cuts.sort((s, t) => s - t)
    for (let i = 1; i < cuts.length; i++) {
      if (cuts[i]! - cuts[i - 1]! < 1e-9) continue
      const s = (cuts[i]! + cuts[i - 1]!) / 2
      if (!holds(e[0] + s * (e[2] - e[0]), e[1] + s * (e[3] - e[1]))) return false
    }
    return true
  })
}

/** Where along e (0 to 1) it meets f. */
function meetings(e: Edge, f: Edge): number[] {
  const dx = e[2] - e[0]
  const dy = e[3] - e[1]
  const along = (x: number, y: number) =>
    Math.min(1, Math.max(0, ((x - e[0]) * dx + (y - e[1]) * dy) / (dx * dx + dy * dy)))
  const p = turn(e[0], e[1], e[2], e[3], f[0], f[1])
  const q = turn(e[0], e[1], e[2], e[3], f[2], f[3])
  if (p === 0 && q === 0) return [along(f[0], f[1]), along(f[2], f[3])]
  const s = p / (p - q)
  return [along(f[0] + s * (f[2] - f[0]), f[1] + s * (f[3] - f[1]))]
}

/** Least distance in metres between two areas; 0 when they touch. */
export function between(a: Area, b: Area): number {
  if (!disjoint(a, b)) return 0
  let least = Infinity
  const other = edgesOf(b)
  for (const e of edgesOf(a))
    for (const f of other)
      least = Math.min(
        least,
        squaredToSegment(e[0], e[1], ...f),
        squaredToSegment(e[2], e[3], ...f),
        squaredToSegment(f[0], f[1], ...e),
        squaredToSegment(f[2], f[3], ...e),
      )
  return Math.sqrt(least)
}

/**
 * Does a ring cross itself? Corner-to-corner contact of neighbours is not a crossing. Names the two
 * edges (0-based corner numbers of their starts) so that the message can point at them.
 */
export function selfCrossing(ring: Ring): readonly [number, number] | undefined {
  const n = ring.length / 2
  const edge = (i: number): Edge => {
    const j = (i + 1) % n
    return [ring[2 * i]!, ring[2 * i + 1]!, ring[2 * j]!, ring[2 * j + 1]!]
  }
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const neighbours = j === i + 1 || (i === 0 && j === n - 1)
      if (neighbours ? foldsBack(edge(i), edge(j)) : touch(edge(i), edge(j))) return [i, j]
    }
  return undefined
}

/** Do two edges with a common corner run over each other? */
function foldsBack(a: Edge, b: Edge): boolean {
  const sharedEnd = a[2] === b[0] && a[3] === b[1]
  const [p, s, q] = sharedEnd
    ? [
        [a[0], a[1]],
        [a[2], a[3]],
        [b[2], b[3]],
      ]
    : [
        [b[0], b[1]],
        [b[2], b[3]],
        [a[2], a[3]],
      ]
  if (turn(p![0]!, p![1]!, s![0]!, s![1]!, q![0]!, q![1]!) !== 0) return false
  return (p![0]! - s![0]!) * (q![0]! - s![0]!) + (p![1]! - s![1]!) * (q![1]! - s![1]!) > 0
}
