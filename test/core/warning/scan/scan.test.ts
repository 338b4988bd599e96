import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { scanOnThreads } from '../../../../src/cli/scan-threads.ts'
import { type Random, seeded } from '../../../../src/core/warning/chance/random.ts'
import { planScan, type ScanEvent } from '../../../../src/core/warning/scan/plan.ts'
import {
  clustersOf,
  observedCylinders,
  scanReplicates,
  spaceTimeScan,
} from '../../../../src/core/warning/scan/scan.ts'

const TODAY = 400
const options = { today: TODAY, maxDays: 14, maxRadius: 20_000 }
/** Events thrown over 100 km × 100 km and all days alike. */
const scattered = (n: number, random: Random): ScanEvent[] =>
  Array.from({ length: n }, () => ({
    x: random() * 100_000,
    y: random() * 100_000,
    day: 1 + Math.floor(random() * TODAY),
  }))
/** Events of the last five days near (30 km, 70 km). */
const burst = (n: number, random: Random): ScanEvent[] =>
  Array.from({ length: n }, () => ({
    x: 30_000 + 4000 * (random() - 0.5),
    y: 70_000 + 4000 * (random() - 0.5),
    day: TODAY - Math.floor(random() * 5),
  }))

describe('the space-time permutation scan', () => {
  const random = seeded(7)
  const calm = scattered(2000, random)
  const events = [...calm, ...burst(14, random)]

  it('finds a local burst of the last days, where and when it is', () => {
    const [first] = spaceTimeScan(events, { ...options, replicates: 199, seed: 1 })
    assert.ok(first!.p <= 0.01)
    assert.ok(Math.hypot(first!.x - 30_000, first!.y - 70_000) < 6000)
    assert.ok(first!.days >= 4 && first!.days <= 8)
    assert.ok(first!.observed >= 12 && first!.expected < 3)
  })
  it('finds nothing remarkable where place and day are independent', () => {
    const ps = [11, 12, 13, 14].map(
      s => spaceTimeScan(scattered(1500, seeded(s)), { ...options, replicates: 99, seed: 5 })[0]?.p ?? 1,
    )
    assert.ok(ps.filter(p => p <= 0.05).length <= 1, ps.join())
  })
  it('is blind to a rise that is the same everywhere', () => {
    const more = scattered(400, seeded(3)).map(e => ({ ...e, day: TODAY - (e.day % 5) }))
    const [first] = spaceTimeScan([...calm, ...more], { ...options, replicates: 99, seed: 2 })
    assert.ok(!first || first.p > 0.05)
  })
  it('takes no event of a later day into account', () => {
    const later = burst(50, seeded(5)).map(e => ({ ...e, day: TODAY + 1 }))
    assert.deepEqual(planScan([...calm, ...later], options), planScan(calm, options))
  })
  it('gives the ratio of its own definition', () => {
    const plan = planScan(events, options)
    const [c] = observedCylinders(plan)
    const total = plan.events
    const expected =
      c!.observed * Math.log(c!.observed / c!.expected) +
      (total - c!.observed) * Math.log((total - c!.observed) / (total - c!.expected))
    assert.ok(Math.abs(c!.logRatio - expected) < 1e-9)
  })
  it('reports cylinders that share no square', () => {
    const cells = observedCylinders(planScan(events, options)).flatMap(c => c.cells)
    assert.equal(new Set(cells).size, cells.length)
  })
  it('does not change when the work is shared among threads', async () => {
    const plan = planScan(events, options)
    const alone = scanReplicates(plan, { seed: 9, from: 0, to: 40 })
    assert.deepEqual(await scanOnThreads(plan, { seed: 9, replicates: 40, threads: 2 }), alone)
  })
  it('never gives a chance of 0: the data set itself counts', () => {
    const cylinders = observedCylinders(planScan(events, options))
    assert.equal(clustersOf(cylinders, [0, 0, 0])[0]!.p, 0.25)
  })
  it('has nothing to say without events', () => {
    assert.deepEqual(spaceTimeScan([], { ...options, replicates: 9, seed: 1 }), [])
  })
})
