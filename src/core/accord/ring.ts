import type { Position } from '../place/place.ts'

/** A closed ring of positions: the last equals the first. Degrees; treated as flat, as all zones are small. */
export type Ring = readonly Position[]

/**
 * Where a ring crosses or touches itself, if it does: the point, and the two segments (0-based).
 * Neighbouring segments may share their common end. O(n²), for rings drawn by people.
 */
export function selfCrossing(
  ring: Ring,
): { readonly at: Position; readonly segments: readonly [number, number] } | undefined {
  const n = ring.length - 1
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const neighbours = j === i + 1 || (i === 0 && j === n - 1)
      const at = neighbours
        ? foldsBack(ring, i, j, n)
        : crossing(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!)
      if (at) return { at, segments: [i, j] }
    }
  }
  return undefined
}

/** Two neighbouring segments that lie on each other (a spike) share more than their common end. */
function foldsBack(ring: Ring, i: number, j: number, n: number): Position | undefined {
  const [p, q, r] = j === i + 1 ? [ring[i]!, ring[j]!, ring[j + 1]!] : [ring[j]!, ring[0]!, ring[1]!]
  if (n < 3) return q
  const cross = (q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0])
  const dot = (q[0] - p[0]) * (r[0] - q[0]) + (q[1] - p[1]) * (r[1] - q[1])
  return cross === 0 && dot < 0 ? q : undefined
}

function crossing(a: Position, b: Position, c: Position, d: Position): Position | undefined {
  const rx = b[0] - a[0]
  const ry = b[1] - a[1]
  const sx = d[0] - c[0]
  const sy = d[1] - c[1]
  const det = rx * sy - ry * sx
  const qx = c[0] - a[0]
  const qy = c[1] - a[1]
  if (det === 0) {
    if (qx * ry - qy * rx !== 0) return undefined
    // On one line: they meet if an end of one lies on the other.
    for (const [p, from, to] of [
      [c, a, b],
      [d, a, b],
      [a, c, d],
    ] as const)
      if (between(p, from, to)) return p
    return undefined
  }
  const t = (qx * sy - qy * sx) / det
  const u = (qx * ry - qy * rx) / det
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [a[0] + t * rx, a[1] + t * ry] : undefined
}

const between = (p: Position, a: Position, b: Position): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])

/** Is the point inside the polygons (rings: outer first, then holes), or on their edge? */
export function holds(polygons: readonly (readonly Ring[])[], p: Position): boolean {
  return polygons.some(rings => {
    let inside = false
    for (const ring of rings) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const a = ring[i]!
        const b = ring[i + 1]!
        if ((b[0] - a[0]) * (p[1] - a[1]) === (b[1] - a[1]) * (p[0] - a[0]) && between(p, a, b)) return true
        if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0])
          inside = !inside
      }
    }
    return inside
  })
}

export type Box = readonly [west: number, south: number, east: number, north: number]

/** The box around polygons; undefined when there are none. */
export function boxOf(polygons: readonly (readonly Ring[])[]): Box | undefined {
  const all = polygons.flat(2)
  if (!all.length) return undefined
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of all) {
    w = Math.min(w, x)
    e = Math.max(e, x)
    s = Math.min(s, y)
    n = Math.max(n, y)
  }
  return [w, s, e, n]
}
