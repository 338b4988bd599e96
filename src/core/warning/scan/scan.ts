import { type Random, seeded } from '../chance/random.ts'
import { planScan, type ScanEvent, type ScanOptions, type ScanPlan } from './plan.ts'

/** A circle over the last days that holds more events than place and time apart would give. */
export type Cylinder = {
  /** Index of the central square in the plan. */
  readonly centre: number
  readonly x: number
  readonly y: number
  readonly radiusMetres: number
  /** Squares inside. */
  readonly cells: readonly number[]
  /** The last so many days. */
  readonly days: number
  readonly observed: number
  readonly expected: number
  /** Log likelihood ratio against "place and day are independent". */
  readonly logRatio: number
}

export type Cluster = Cylinder & {
  /** Share of shuffled data sets with a cluster as strong anywhere. */
  readonly p: number
  /** Such clusters a year by chance, when the scan runs daily. */
  readonly perYearByChance: number
}

/**
 * The strongest cylinders, none sharing a square with a stronger one.
 *
 * @param most how many at most.
 */
export function observedCylinders(plan: ScanPlan, most = 5): Cylinder[] {
  const all: Cylinder[] = []
  const work = new Work(plan)
  for (let i = 0; i < plan.lagOfRecent.length; i++) work.add(plan.cellOfEvent[i]!, plan.lagOfRecent[i]!)
  for (let centre = 0; centre < plan.cellX.length; centre++) {
    const best = work.bestRound(centre, 0)
    if (best > 0) all.push(cylinderOf(plan, centre, work, best))
  }
  all.sort((a, b) => b.logRatio - a.logRatio)
  const taken = new Set<number>()
  const out: Cylinder[] = []
  for (const c of all) {
    if (out.length >= most) break
    if (c.cells.some(cell => taken.has(cell))) continue
    for (const cell of c.cells) taken.add(cell)
    out.push(c)
  }
  return out
}

function cylinderOf(plan: ScanPlan, centre: number, work: Work, logRatio: number): Cylinder {
  const cells = [...plan.neighbours.subarray(plan.start[centre]!, work.bestEnd + 1)]
  const last = cells.at(-1)!
  const x = plan.cellX[centre]!
  const y = plan.cellY[centre]!
  const expected = (plan.inCircle[work.bestEnd]! * plan.recentWithin[work.bestDays - 1]!) / plan.events
  return {
    centre,
    x,
    y,
    radiusMetres: Math.hypot(plan.cellX[last]! - x, plan.cellY[last]! - y),
    cells,
    days: work.bestDays,
    observed: work.bestCount,
    expected,
    logRatio,
  }
}

/**
 * The strongest log ratio in each of the shuffled data sets numbered from..to: the days are dealt out
 * among the events anew. Data set n is the same whoever computes it, so threads can share the work.
 */
export function scanReplicates(plan: ScanPlan, o: { seed: number; from: number; to: number }): Float64Array {
  const out = new Float64Array(o.to - o.from)
  const deck = plan.cellOfEvent.slice()
  const swapped = new Int32Array(plan.lagOfRecent.length)
  const work = new Work(plan)
  for (let n = o.from; n < o.to; n++) {
    deal(deck, swapped, seeded(o.seed + n))
    for (let i = 0; i < swapped.length; i++) work.add(deck[i]!, plan.lagOfRecent[i]!)
    let best = 0
    for (let centre = 0; centre < plan.cellX.length; centre++) best = work.bestRound(centre, best)
    out[n - o.from] = best
    work.clear(deck)
    for (let i = swapped.length - 1; i >= 0; i--) swap(deck, i, swapped[i]!)
  }
  return out
}

/** Puts a random choice of events first: as many as were recent. */
function deal(deck: Int32Array, swapped: Int32Array, random: Random): void {
  for (let i = 0; i < swapped.length; i++) {
    const j = i + Math.floor(random() * (deck.length - i))
    swapped[i] = j
    swap(deck, i, j)
  }
}

function swap(deck: Int32Array, i: number, j: number): void {
  const kept = deck[i]!
  deck[i] = deck[j]!
  deck[j] = kept
}

/** Recent events a square and day, and the search round one centre. */
class Work {
  bestEnd = 0
  bestDays = 0
  bestCount = 0
  private readonly plan: ScanPlan
  private readonly byCellAndLag: Uint16Array
  private readonly inCell: Uint16Array
  private readonly within: Float64Array

  constructor(plan: ScanPlan) {
    this.plan = plan
    this.byCellAndLag = new Uint16Array(plan.cellX.length * plan.maxDays)
    this.inCell = new Uint16Array(plan.cellX.length)
    this.within = new Float64Array(plan.maxDays)
  }

  add(cell: number, lag: number): void {
    this.byCellAndLag[cell * this.plan.maxDays + lag]!++
    this.inCell[cell]!++
  }

  clear(deck: Int32Array): void {
    const days = this.plan.maxDays
    for (let i = 0; i < this.plan.lagOfRecent.length; i++) {
      const cell = deck[i]!
      if (this.inCell[cell] === 0) continue
      this.inCell[cell] = 0
      this.byCellAndLag.fill(0, cell * days, (cell + 1) * days)
    }
  }

  /** The largest log ratio round `centre`, or `floor` when none is larger; sets the best* fields. */
  bestRound(centre: number, floor: number): number {
    const { plan, within, inCell, byCellAndLag } = this
    // Circles are drawn round squares where something just happened, in the data and in each shuffle.
    if (inCell[centre] === 0) return floor
    const days = plan.maxDays
    const end = plan.start[centre + 1]!
    let best = floor
    let seen = 0
    within.fill(0)
    for (let k = plan.start[centre]!; k < end; k++) {
      const cell = plan.neighbours[k]!
      // Without a recent event in it a wider circle only has more expected: never better.
      if (inCell[cell] === 0) continue
      seen += inCell[cell]!
      const at = cell * days
      let sum = 0
      const share = plan.inCircle[k]! / plan.events
      // Shorter windows than its latest event gain nothing from this square.
      let d = 0
      while (byCellAndLag[at + d] === 0) d++
      for (; d < days; d++) {
        sum += byCellAndLag[at + d]!
        const count = within[d]! + sum
        within[d] = count
        const expected = share * plan.recentWithin[d]!
        const above = count - expected
        // The ratio is at most half the squared deviation: spares nearly every logarithm.
        if (above <= 0 || above * above <= 2 * expected * best || count < 2) continue
        const rest = plan.events - count
        const ratio = count * Math.log(count / expected) + rest * Math.log(rest / (plan.events - expected))
        if (ratio > best) {
          best = ratio
          this.bestEnd = k
          this.bestDays = d + 1
          this.bestCount = count
        }
      }
      if (seen === plan.lagOfRecent.length) break
    }
    return best
  }
}

/** Clusters with their chance, given the strongest ratios of the shuffled data sets. */
export function clustersOf(cylinders: readonly Cylinder[], shuffled: ArrayLike<number>): Cluster[] {
  const maxima = Array.from(shuffled)
  return cylinders.map(c => {
    const p = (1 + maxima.filter(m => m >= c.logRatio).length) / (maxima.length + 1)
    return { ...c, p, perYearByChance: p * 365.25 }
  })
}

/**
 * Prospective space-time permutation scan (Kulldorff and others 2005): needs no counts of what was
 * exposed, only the events. Blind to a rise that is the same everywhere, which the series watch.
 */
export function spaceTimeScan(
  events: readonly ScanEvent[],
  o: ScanOptions & { readonly replicates: number; readonly seed: number },
): Cluster[] {
  const plan = planScan(events, o)
  const cylinders = observedCylinders(plan)
  return clustersOf(cylinders, scanReplicates(plan, { seed: o.seed, from: 0, to: o.replicates }))
}
