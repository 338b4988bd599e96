/** An event for the scan: metres east and north of any origin, and the day number. */
export type ScanEvent = { readonly x: number; readonly y: number; readonly day: number }

export type ScanOptions = {
  /** Last day of the data: clusters must reach it, since only those can still be acted on. */
  readonly today: number
  /** Longest cluster, in days. */
  readonly maxDays: number
  /** Widest cluster, in metres. */
  readonly maxRadius: number
  /** Side of the squares that events are gathered in, in metres; absent = a tenth of `maxRadius`. */
  readonly cellMetres?: number
  /** Largest share of all events that a cluster's area may hold. */
  readonly maxShare?: number
}

/**
 * What the scan needs, in flat arrays so that it can be handed to other threads. Squares are the
 * possible centres; the neighbours of square i are `neighbours[start[i]..start[i + 1])`, nearest first.
 */
export type ScanPlan = {
  readonly events: number
  readonly maxDays: number
  /** Square of each event. */
  readonly cellOfEvent: Int32Array
  /** Events 0..recent of `lagOfRecent` happened so many days ago; the rest earlier. */
  readonly lagOfRecent: Uint16Array
  /** Events of the last 1, 2, … days. */
  readonly recentWithin: Float64Array
  readonly cellX: Float64Array
  readonly cellY: Float64Array
  readonly start: Int32Array
  readonly neighbours: Int32Array
  /** All events within the circle that ends with this neighbour. */
  readonly inCircle: Float64Array
}

/**
 * Gathers events in squares and lists, for each, the squares round it. Events after `today` are left
 * out. Costs squares × neighbours; with the default side some 300 neighbours a square at most.
 */
export function planScan(events: readonly ScanEvent[], o: ScanOptions): ScanPlan {
  const side = o.cellMetres ?? o.maxRadius / 10
  // Latest first, so that the recent ones are a prefix and replicates only touch that prefix.
  const kept = events.filter(e => e.day <= o.today).sort((a, b) => b.day - a.day)
  const cells = new Map<string, { index: number; x: number; y: number; n: number }>()
  const cellOfEvent = new Int32Array(kept.length)
  for (const [i, e] of kept.entries()) {
    const key = `${Math.floor(e.x / side)},${Math.floor(e.y / side)}`
    let cell = cells.get(key)
    if (!cell) {
      cell = { index: cells.size, x: 0, y: 0, n: 0 }
      cells.set(key, cell)
    }
    cell.x += e.x
    cell.y += e.y
    cell.n++
    cellOfEvent[i] = cell.index
  }
  const list = [...cells.values()].map(c => ({ ...c, x: c.x / c.n, y: c.y / c.n }))
  const recent = kept.filter(e => o.today - e.day < o.maxDays)
  const recentWithin = new Float64Array(o.maxDays)
  for (const e of recent) recentWithin[o.today - e.day]!++
  for (let d = 1; d < o.maxDays; d++) recentWithin[d]! += recentWithin[d - 1]!

  const most = (o.maxShare ?? 0.5) * kept.length
  const start = new Int32Array(list.length + 1)
  const neighbours: number[] = []
  const inCircle: number[] = []
  const byX = list.map(c => c.index).sort((a, b) => list[a]!.x - list[b]!.x)
  const rank = new Int32Array(list.length)
  for (const [r, i] of byX.entries()) rank[i] = r
  for (const c of list) {
    let sum = 0
    for (const n of near(list, byX, rank[c.index]!, o.maxRadius)) {
      sum += list[n.index]!.n
      if (sum > most && n.index !== c.index) break
      neighbours.push(n.index)
      inCircle.push(sum)
    }
    start[c.index + 1] = neighbours.length
  }
  return {
    events: kept.length,
    maxDays: o.maxDays,
    cellOfEvent,
    lagOfRecent: Uint16Array.from(recent, e => o.today - e.day),
    recentWithin,
    cellX: Float64Array.from(list, c => c.x),
    cellY: Float64Array.from(list, c => c.y),
    start,
    neighbours: Int32Array.from(neighbours),
    inCircle: Float64Array.from(inCircle),
  }
}

/** Squares within `radius`, nearest first, found by walking along x both ways. */
function near(
  list: readonly { readonly index: number; readonly x: number; readonly y: number }[],
  byX: readonly number[],
  at: number,
  radius: number,
): { index: number; distance: number }[] {
  const centre = list[byX[at]!]!
  const out: { index: number; distance: number }[] = []
  for (const step of [1, -1])
    for (let r = step === 1 ? at : at - 1; r >= 0 && r < byX.length; r += step) {
      const c = list[byX[r]!]!
      if (Math.abs(c.x - centre.x) > radius) break
      const distance = Math.hypot(c.x - centre.x, c.y - centre.y)
      if (distance <= radius) out.push({ index: c.index, distance })
    }
  return out.sort((a, b) => a.distance - b.distance || a.index - b.index)
}
