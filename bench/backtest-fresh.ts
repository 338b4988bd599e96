// `npm run bench -- backtest-fresh`: Hudna's warnings on surges that were not there when its settings were
// chosen: the shared base series at other dates, and cells of Iraq between the shared ones. Baseline: R's
// best method of the shared back-test, and the best plain rule, at their best thresholds here.
import { existsSync, readFileSync } from 'node:fs'
import { BACKTEST_SEED } from '../src/cli/backtest.ts'
import { ChanceTable } from '../src/core/warning/chance/chance-table.ts'
import { drawPoisson, seeded } from '../src/core/warning/chance/random.ts'
import {
  type BacktestRow,
  bestWithin,
  scoreMethod,
  type TestSeries,
} from '../src/core/warning/score/backtest.ts'
import { DEFAULT_BUDGET, ownMethods } from '../src/core/warning/score/own-methods.ts'
import { YARDSTICKS } from '../src/core/warning/yardsticks/methods.ts'

const SHARED = '../shared/series'
const DAY = 86_400_000
const REPEATS = 6
const SURGE_DAYS = 21
const random = seeded(42)

if (!existsSync(`${SHARED}/README.md`)) {
  process.stdout.write('../shared/series not here\n')
  process.exit(0)
}
const rowsOf = (file: string) =>
  readFileSync(`${SHARED}/${file}`, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map(l => l.split(','))

/** Base series of one origin, as the shared folder has them. */
function baseSeries(prefix: string): number[][] {
  type Meta = { series_id: string; start: string; days: number }
  const meta: Meta[] = JSON.parse(readFileSync(`${SHARED}/daily/series_meta.json`, 'utf8'))
  const mine = new Map(
    meta
      .filter(m => m.series_id.startsWith(prefix))
      .map(m => [m.series_id, { ...m, counts: new Array<number>(m.days).fill(0) }]),
  )
  for (const [id, date, count] of rowsOf('daily/daily_counts.csv')) {
    const s = mine.get(id!)
    if (s) s.counts[(Date.parse(date!) - Date.parse(s.start)) / DAY]! += Number(count)
  }
  return [...mine.values()].map(s => s.counts)
}

/** Half-degree cells of Iraq, moved by a quarter of a degree: none is among the shared ones. */
function cellsBetween(): number[][] {
  const points = rowsOf('events/iraq_insurgent_points_2007_2008.csv')
  const start = Math.min(...points.map(p => Date.parse(p[0]!)))
  const days = 499
  const cells = new Map<string, number[]>()
  for (const [date, lat, lon] of points) {
    const key = `${Math.floor((Number(lat) - 0.25) * 2)},${Math.floor((Number(lon) - 0.25) * 2)}`
    if (!cells.has(key)) cells.set(key, new Array<number>(days).fill(0))
    const t = (Date.parse(date!) - start) / DAY
    if (t < days) cells.get(key)![t]!++
  }
  return [...cells.values()].filter(c => c.reduce((a, b) => a + b, 0) / days > 0.6)
}

/** Adds surges of 1.5, 2 or 3 times the mean of the four weeks before, some four months apart. */
function withSurges(base: readonly number[], id: string): TestSeries {
  const counts = [...base]
  const breakdowns: TestSeries['truth']['breakdowns'][number][] = []
  const factors: number[] = []
  for (
    let t = 90 + Math.floor(random() * 30);
    t + SURGE_DAYS < counts.length - 10;
    t += 115 + Math.floor(random() * 30)
  ) {
    const factor = [1.5, 2, 3][Math.floor(random() * 3)]!
    const mean = counts.slice(t - 28, t).reduce((a, b) => a + b, 0) / 28
    if (mean <= 0.25) continue
    for (let i = t; i < t + SURGE_DAYS; i++) counts[i]! += drawPoisson((factor - 1) * mean, random)
    breakdowns.push({ onset: t, detectWithin: SURGE_DAYS, excuse: 2 * SURGE_DAYS })
    factors.push(factor)
  }
  return { id, firstDay: 0, counts, factors, truth: { days: counts.length, breakdowns } }
}

const repeated = (bases: number[][]) =>
  Array.from({ length: REPEATS }, () => bases.map((b, i) => withSurges(b, `s${i}`))).flat()
const air = repeated(baseSeries('air_'))
const sets: [string, TestSeries[]][] = [
  ['air and Iraq, other dates', [...air, ...repeated(baseSeries('irq07_'))]],
  ['air, and Iraq between the cells', [...air, ...repeated(cellsBetween())]],
]
const [own] = ownMethods(new ChanceTable({ seed: BACKTEST_SEED }))
const out: BacktestRow[] = sets.flatMap(([name, series]) => [
  { ...scoreMethod(name, series, own!, DEFAULT_BUDGET), method: 'hudna, as shipped' },
  ...['cusumRossi_k1.04', 'mean+kSD(12wk)&>=5'].map(m =>
    bestWithin(name, series, YARDSTICKS.find(y => y.name === m)!, DEFAULT_BUDGET),
  ),
])
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(out, null, 1)}\n`)
else
  for (const r of out)
    process.stdout.write(
      `${r.set.padEnd(34)} ${r.method.padEnd(22)} ${r.score.falseAlertsPerZoneYear.toFixed(2)} false a zone-year, median ${r.score.medianDelayDays} days, ${(100 * r.score.shareWithin6Days).toFixed(1)} % within 6, ${r.score.missed} of ${r.score.breakdowns} missed\n`,
    )
