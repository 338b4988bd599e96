import type { Geometry } from '../accord/model.ts'
import { selfCrossing } from '../accord/ring.ts'
import type { Position } from '../place/place.ts'
import { squaredToSegment } from '../place/polygon.ts'
import { positionOf, projectionAt } from '../place/projection.ts'

/** Cells of the lattice in one buffer; a longer or thinner strip is traced on a coarser one. */
const MOST_CELLS = 1_500_000

type Segment = readonly [ax: number, ay: number, bx: number, by: number]

/**
 * Everything within `metres` of a line on the plane through its middle: "six kilometres on each side of the
 * road", with round ends, as polygons with holes where the line closes upon itself.
 *
 * The distance is traced as a contour over a lattice, so that bends, crossings and turns back need no cases of
 * their own and no ring can cross itself. The edge is right to about half a percent of `metres`.
 *
 * @returns no polygons for a line of no positions.
 */
export function bufferLine(line: readonly Position[], metres: number): Geometry {
  if (!line.length || !(metres > 0)) return []
  const middle = line[Math.floor(line.length / 2)]!
  const p = projectionAt(middle)
  const flat = line.map(at => [
    (at[0] - p.origin[0]) * p.metresPerDegreeEast,
    (at[1] - p.origin[1]) * p.metresPerDegreeNorth,
  ]) as [number, number][]
  const segments = piecesOf(flat, 3 * metres)
  let cell = metres / 20
  const cells = () => segments.reduce((n, s) => n + areaAround(s, metres) / (cell * cell), 0)
  while (cells() > MOST_CELLS && cell < metres / 4) cell *= 1.5
  const rings = contour(distances(segments, metres, cell), cell, metres, (x, y) =>
    nearest(segments, x, y, metres),
  )
  return nested(rings.map(r => simplified(r, metres / 400))).map(polygon =>
    polygon.map(ring => {
      const positions = ring.map(([x, y]) => rounded(positionOf(p, x, y)))
      return [...positions, positions[0]!]
    }),
  )
}

type Point = readonly [number, number]

const rounded = (at: Position): Position => [Math.round(at[0] * 1e7) / 1e7, Math.round(at[1] * 1e7) / 1e7]

/** The line in pieces no longer than `most`, so that the box of each is not much larger than its strip. */
function piecesOf(flat: readonly Point[], most: number): Segment[] {
  if (flat.length === 1) return [[...flat[0]!, ...flat[0]!] as unknown as Segment]
  const pieces: Segment[] = []
  for (let i = 1; i < flat.length; i++) {
    const [a, b] = [flat[i - 1]!, flat[i]!]
    const n = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / most))
    const at = (k: number): Point => [a[0] + ((b[0] - a[0]) * k) / n, a[1] + ((b[1] - a[1]) * k) / n]
    for (let k = 0; k < n; k++) pieces.push([...at(k), ...at(k + 1)] as unknown as Segment)
  }
  return pieces
}

const areaAround = (s: Segment, r: number) =>
  (Math.abs(s[2] - s[0]) + 2 * r) * (Math.abs(s[3] - s[1]) + 2 * r)

/** Least distance from the line at the corners of the lattice that lie near it, by "column,row". */
function distances(segments: readonly Segment[], metres: number, cell: number): Map<number, number> {
  const reach = metres + 2 * cell
  const found = new Map<number, number>()
  for (const [ax, ay, bx, by] of segments) {
    const [c0, c1] = [
      Math.floor((Math.min(ax, bx) - reach) / cell),
      Math.ceil((Math.max(ax, bx) + reach) / cell),
    ]
    const [r0, r1] = [
      Math.floor((Math.min(ay, by) - reach) / cell),
      Math.ceil((Math.max(ay, by) + reach) / cell),
    ]
    for (let c = c0; c <= c1; c++)
      for (let r = r0; r <= r1; r++) {
        const d = squaredToSegment(c * cell, r * cell, ax, ay, bx, by)
        if (d > reach * reach) continue
        const key = keyOf(c, r)
        const before = found.get(key)
        if (before === undefined || d < before) found.set(key, d)
      }
  }
  return found
}

/** Columns and rows within ±2^25. */
const HALF = 2 ** 25
const keyOf = (c: number, r: number) => (c + HALF) * 2 * HALF + (r + HALF)

/** Rings around everything nearer than `metres`, the near side on the left. */
function contour(
  squared: ReadonlyMap<number, number>,
  cell: number,
  metres: number,
  distanceAt: (x: number, y: number) => number,
): Point[][] {
  const near = (c: number, r: number) => (squared.get(keyOf(c, r)) ?? Infinity) < metres * metres
  /** Where the contour crosses the lattice: by edge, found by halving since the distance is known everywhere. */
  const points = new Map<string, Point>()
  const crossing = (c: number, r: number, dc: 0 | 1): string => {
    const key = `${c},${r},${dc}`
    if (!points.has(key)) {
      const [x0, y0] = [c * cell, r * cell]
      const [dx, dy] = dc ? [cell, 0] : [0, cell]
      let [lo, hi] = near(c, r) ? [0, 1] : [1, 0]
      for (let i = 0; i < 12; i++) {
        const mid = (lo + hi) / 2
        if (distanceAt(x0 + dx * mid, y0 + dy * mid) < metres) lo = mid
        else hi = mid
      }
      const at = (lo + hi) / 2
      points.set(key, [x0 + dx * at, y0 + dy * at])
    }
    return key
  }
  const next = new Map<string, string[]>()
  const link = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to])
  const seen = new Set<number>()
  for (const key of squared.keys()) {
    const c0 = Math.floor(key / (2 * HALF)) - HALF
    const r0 = (key % (2 * HALF)) - HALF
    for (const [c, r] of [
      [c0, r0],
      [c0 - 1, r0],
      [c0, r0 - 1],
      [c0 - 1, r0 - 1],
    ] as const) {
      if (seen.has(keyOf(c, r))) continue
      seen.add(keyOf(c, r))
      cellLinks(c, r)
    }
  }
  function cellLinks(c: number, r: number): void {
    const corners = [near(c, r), near(c + 1, r), near(c + 1, r + 1), near(c, r + 1)]
    const sides = [
      () => crossing(c, r, 1),
      () => crossing(c + 1, r, 0),
      () => crossing(c, r + 1, 1),
      () => crossing(c, r, 0),
    ]
    // Side i runs from corner i to the next. Walking round, the ring leaves the cell where near becomes far.
    const ins: number[] = []
    const outs: number[] = []
    corners.forEach((is, i) => {
      const then = corners[(i + 1) % 4]!
      if (is && !then) outs.push(i)
      if (!is && then) ins.push(i)
    })
    if (outs.length === 1) link(sides[outs[0]!]!(), sides[ins[0]!]!())
    else if (outs.length === 2)
      // Two near corners across: each kept apart, as if the middle were far; which way matters to no more than a cell.
      for (const out of outs) link(sides[out]!(), sides[(out + 3) % 4]!())
  }
  const rings: Point[][] = []
  for (const start of next.keys()) {
    const ring: Point[] = []
    for (let at: string | undefined = start; at !== undefined; ) {
      const to: string | undefined = next.get(at)?.pop()
      if (to === undefined) break
      ring.push(points.get(at)!)
      at = to
    }
    if (ring.length >= 3) rings.push(ring)
  }
  return rings
}

function nearest(segments: readonly Segment[], x: number, y: number, metres: number): number {
  let least = Infinity
  const reach = 2 * metres
  for (const [ax, ay, bx, by] of segments) {
    if (x < Math.min(ax, bx) - reach || x > Math.max(ax, bx) + reach) continue
    const d = squaredToSegment(x, y, ax, ay, bx, by)
    if (d < least) least = d
  }
  return Math.sqrt(least)
}

/** Outer rings each with the holes in it. An outer ring turns left, a hole right. */
function nested(rings: readonly (readonly Point[])[]): Point[][][] {
  const outers = rings.filter(r => signedArea(r) > 0).map(r => [[...r]])
  for (const hole of rings.filter(r => signedArea(r) < 0)) {
    const around = outers
      .filter(o => inRing(o[0]!, hole[0]!))
      .sort((a, b) => signedArea(a[0]!) - signedArea(b[0]!))[0]
    around?.push([...hole])
  }
  return outers
}

function signedArea(ring: readonly Point[]): number {
  let sum = 0
  ring.forEach(([x, y], i) => {
    const [u, v] = ring[(i + 1) % ring.length]!
    sum += x * v - u * y
  })
  return sum / 2
}

function inRing(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  ring.forEach(([bx, by], i) => {
    const [ax, ay] = ring[(i + ring.length - 1) % ring.length]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  })
  return inside
}

/** Douglas and Peucker's thinning; where it would make the ring cross itself, the ring as it was. */
function simplified(ring: readonly Point[], tolerance: number): readonly Point[] {
  if (ring.length < 8) return ring
  const keep = new Set<number>()
  const half = Math.floor(ring.length / 2)
  const closed = [...ring, ring[0]!]
  const work: [number, number][] = [
    [0, half],
    [half, ring.length],
  ]
  for (let stretch = work.pop(); stretch; stretch = work.pop()) {
    const [from, to] = stretch
    keep.add(from)
    let [most, at] = [tolerance * tolerance, -1]
    for (let i = from + 1; i < to; i++) {
      const d = squaredToSegment(...closed[i]!, ...closed[from]!, ...closed[to]!)
      if (d > most) [most, at] = [d, i]
    }
    if (at >= 0) work.push([from, at], [at, to])
  }
  const thin = ring.filter((_, i) => keep.has(i))
  if (thin.length < 3) return ring
  return thin.length < 2000 && selfCrossing([...thin, thin[0]!]) ? ring : thin
}
