// `npm run bench -- warning`: speed of the warnings. Baselines run in the same process: R's methods in
// our own code (R itself took 27 s to 24,700 s for the same 10,000 series, by the issue).
import { availableParallelism } from 'node:os'
import { scanOnThreads } from '../src/cli/scan-threads.ts'
import { ChanceTable } from '../src/core/warning/chance/chance-table.ts'
import { drawCount, drawNormal, seeded } from '../src/core/warning/chance/random.ts'
import { Monitor } from '../src/core/warning/detect/monitor.ts'
import { Thresholds } from '../src/core/warning/detect/thresholds.ts'
import { planScan, type ScanEvent } from '../src/core/warning/scan/plan.ts'
import { clustersOf, observedCylinders, scanReplicates } from '../src/core/warning/scan/scan.ts'
import { YARDSTICKS } from '../src/core/warning/yardsticks/methods.ts'

const SERIES = 10_000
const DAYS = 1826
/** Levels of zones as they come: half of them quiet, the rest up to ten events a day. */
const LEVELS = [0.005, 0.02, 0.05, 0.1, 0.3, 0.7, 1.5, 3, 6, 10]

type Line = { name: string; value: number; unit: string; baseline: string; ratio: number | null }
const lines: Line[] = []
const report = (name: string, value: number, unit: string, baseline = '', base?: number) =>
  lines.push({ name, value, unit, baseline, ratio: base === undefined ? null : base / value })

/** Milliseconds of processor time: what one core needs, whatever else the machine is doing. */
function time<T>(work: () => T): [number, T] {
  const before = process.cpuUsage()
  const result = work()
  const used = process.cpuUsage(before)
  return [(used.user + used.system) / 1000, result]
}

const random = seeded(1)
const all = Array.from({ length: SERIES }, (_, i) => {
  const level = LEVELS[i % LEVELS.length]!
  const phase = random() * 6
  return Float64Array.from({ length: DAYS }, (_, t) =>
    drawCount(level * Math.exp(0.2 * Math.sin(t / 50 + phase)), 1.2, random),
  )
})

// All own detectors over five years, cold: thresholds are simulated on the way.
const table = new ChanceTable({ seed: 1 })
const thresholds = new Thresholds(table, 1)
const monitors: Monitor[] = []
let alerts = 0
const [cold] = time(() => watchAll(thresholds))
const [warm] = time(() => {
  alerts = 0
  monitors.length = 0
  watchAll(thresholds)
})
function watchAll(th: Thresholds) {
  for (const counts of all) {
    const monitor = new Monitor(th, 0)
    for (let t = 0; t < DAYS; t++) if (monitor.step(counts[t]!)) alerts++
    monitors.push(monitor)
  }
}

// The next day of every zone.
const [step] = time(() => {
  for (let i = 0; i < SERIES; i++) monitors[i]!.step(all[i]![DAYS - 1]!)
})

// The same series by the two cheapest of R's methods, a tenth of them, scaled.
const sample = all.filter((_, i) => i % 10 === Math.floor(i / 1000) % 10).map(c => [...c])
const baseline = (name: string, threshold: number) => {
  const y = YARDSTICKS.find(m => m.name === name)!
  const [ms] = time(() => sample.map(c => y.alarms(c, threshold).length))
  return (ms * SERIES) / sample.length
}
const ears = baseline('earsC1_b7_s0', 1e-3)
const lr = baseline('lrnb_x2', 5)
const glr = baseline('glrpois', 7)

report('10,000 series × 5 years, all own detectors', warm, 'ms', 'glrpois alone, ours', glr)
report('  the same with thresholds simulated on the way', cold, 'ms', 'glrpois alone, ours', glr)
report('  the same, EARS C1 alone', ears, 'ms')
report('  the same, NB LR-CUSUM alone', lr, 'ms')
report('  alerts a zone and year (budget 1)', (alerts * 365.25) / (SERIES * DAYS), 'alerts')
report('daily step of 10,000 zones', step, 'ms')

// Space-time scan: 1e5 events, 999 shuffles.
const TODAY = DAYS
const towns = Array.from({ length: 200 }, () => ({
  x: random() * 3e5,
  y: random() * 3e5,
  weight: random() ** 3,
}))
const weights = towns.reduce((a, t) => a + t.weight, 0)
const events = Array.from({ length: 100_000 }, (): ScanEvent => {
  let left = random() * weights
  let i = 0
  while (i < towns.length - 1 && left > towns[i]!.weight) left -= towns[i++]!.weight
  const town = towns[i]!
  return {
    x: town.x + 8000 * drawNormal(random),
    y: town.y + 8000 * drawNormal(random),
    day: 1 + Math.floor(random() * TODAY),
  }
})
const options = { today: TODAY, maxDays: 14, maxRadius: 30_000 }
const threads = Math.min(2, availableParallelism())
const started = performance.now()
const cpuBefore = process.cpuUsage()
const plan = planScan(events, options)
const cylinders = observedCylinders(plan)
const shuffled = await scanOnThreads(plan, { seed: 1, replicates: 999, threads })
const clusters = clustersOf(cylinders, shuffled)
const scan = performance.now() - started
const cpu = process.cpuUsage(cpuBefore)
const [alone] = time(() => scanReplicates(plan, { seed: 1, from: 0, to: 100 }))
report(`scan of 1e5 events, 999 shuffles, ${threads} threads`, scan, 'ms', 'one thread', alone * 9.99)
report(
  '  processor time a thread (wall time on a free machine)',
  (cpu.user + cpu.system) / 1000 / threads,
  'ms',
)
report('  strongest cluster by chance', clusters[0]?.p ?? 1, 'p')

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(lines, null, 1)}\n`)
else
  for (const l of lines)
    process.stdout.write(
      `${l.name.padEnd(52)} ${l.value.toPrecision(4).padStart(9)} ${l.unit.padEnd(7)} ${l.ratio === null ? '' : `${l.baseline}: × ${l.ratio.toFixed(1)}`}\n`,
    )
