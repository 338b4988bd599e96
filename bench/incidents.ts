// A hundred thousand incidents: rows in, zone tests, tiles. Baselines run here too: papaparse and one JSON line
// a row written to a file for the import; every edge of every zone walked for the zone test; all points of the
// tile's box picked from a list and written as GeoJSON for the tiles.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import Papa from 'papaparse'
import { sideOf, toEdge } from '../src/core/place/polygon.ts'
import { eastOf, northOf, projectionAt } from '../src/core/place/projection.ts'
import { discInside } from '../src/core/place/region.ts'
import { areaOf } from '../src/core/place/shape.ts'
import { incidentCounts } from '../src/core/view/incident-counts.ts'
import { fitting } from '../src/core/view/incident-filter.ts'
import { bufferLine } from '../src/core/zone/buffer-line.ts'
import { HOUSE_VIEWER, openHouse } from '../src/server/house.ts'
import { readImport } from '../src/server/import/read-import.ts'
import { incidentsAsked } from '../src/server/incidents/incident-book.ts'
import { tileOf, tileSet } from '../src/server/incidents/incident-tiles.ts'
import { adoption, packagedAccord } from '../src/server/packaged-accord.ts'
import { openStore } from '../src/store/open.ts'

const ROWS = Number(process.argv.find(a => /^\d+$/.test(a)) ?? 100_000)
const lines: object[] = []
const say = (name: string, value: number, unit: string, baseline?: number, baselineName?: string) => {
  const round = (x: number) => Number(x.toPrecision(4))
  const row = {
    name,
    value: round(value),
    unit,
    ...(baseline !== undefined && {
      baseline: round(baseline),
      baselineName,
      ratio: Number((value / baseline).toFixed(2)),
    }),
  }
  lines.push(row)
  if (!process.argv.includes('--json'))
    process.stdout.write(
      `${name}: ${row.value} ${unit}${baseline === undefined ? '' : `; baseline ${row.baseline} ${unit} (${baselineName}); ratio ${row.ratio}`}\n`,
    )
}

/** The same numbers at every run (a linear congruential generator, Numerical Recipes' constants). */
let seed = 7
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const TYPES = ['shelling', 'air_strike', 'armed_clash', 'drone_flight', 'patrol']
const header = 'id,date,type,lat,lon,precision,place,place_ar,actor,killed,source'
const table = [
  header,
  ...Array.from({ length: ROWS }, (_, i) => {
    const day = new Date(Date.UTC(2017, 0, 1) + Math.floor(random() * 1800) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    return `${i},${day},${TYPES[i % 5]},${(35 + random() * 1.6).toFixed(5)},${(35.8 + random() * 1.8).toFixed(5)},2000,Wadi ${i % 700},الوادي ${i % 700},,${i % 9},وكالة ${i % 40}`
  }),
].join('\n')
const bytes = new TextEncoder().encode(table)

const idlib = await packagedAccord('idlib')
if (!idlib.ok) throw new Error(idlib.error[0]?.message)
const folder = mkdtempSync(join(tmpdir(), 'hudna-bench-'))
const store = await openStore({ kind: 'embedded', folder })
const house = await openHouse(store, {
  version: 'bench',
  readBytes: () => Promise.reject(new Error('no reader')),
})
await house.append('idlib', HOUSE_VIEWER, adoption(idlib.value))
const desk = house.desk('idlib')!
const now = Math.floor(Date.now() / 1000)

// Import: read, check, plan, append to the ledger with its hash chain and journal.
let start = performance.now()
const read = await readImport(
  desk.accord,
  desk.state,
  { bytes, name: 'bench.csv', origin: 'bench', complete: false },
  now,
)
if (!read.ok || read.value.kind !== 'plan') throw new Error('the table does not read')
const { added } = read.value.plan
const parts = []
for (let i = 0; i < added.length; i += 5000)
  parts.push({
    kind: 'records.added' as const,
    records: added.slice(i, i + 5000).map(record => ({ of: 'evidence' as const, record })),
    origin: 'import bench',
  })
const readTime = performance.now() - start
await house.append('idlib', HOUSE_VIEWER, parts)
const importTime = performance.now() - start
start = performance.now()
const file = openSync(join(folder, 'baseline.jsonl'), 'w')
for (const row of Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true }).data)
  writeSync(file, `${JSON.stringify(row)}\n`)
closeSync(file)
const plain = performance.now() - start
say(
  `import of ${ROWS} rows, read to kept in the ledger`,
  ROWS / (importTime / 1000),
  'rows/s',
  ROWS / (plain / 1000),
  'papaparse and one JSON line a row',
)
say('of it reading, checking and planning', ROWS / (readTime / 1000), 'rows/s')

// Zone tests: each disc against the Idlib area and a strip along the M4.
const p = projectionAt(desk.accord.projection.origin)
const strip = areaOf(
  bufferLine(
    [
      [35.8, 35.52],
      [36.2, 35.75],
      [36.5, 35.83],
      [36.8, 35.86],
      [37.1, 36.15],
    ],
    6000,
  ),
  p,
)
const zones = [...desk.accord.zones.flatMap(z => z.versions.map(v => areaOf(v.outer, p))), strip]
const discs = added.flatMap(c =>
  c.place.kind === 'disc'
    ? [[eastOf(p, c.place.at[0]), northOf(p, c.place.at[1]), c.place.radiusMetres] as const]
    : [],
)
let sums = 0
const each = (test: (zone: (typeof zones)[number], x: number, y: number, r: number) => number) => {
  const from = performance.now()
  for (const zone of zones) for (const [x, y, r] of discs) sums += test(zone, x, y, r)
  return (discs.length * zones.length) / ((performance.now() - from) / 1000)
}
const own = each((zone, x, y, r) => discInside(x, y, r, zone, zone))
const naive = each((zone, x, y, r) => {
  const side = sideOf(
    { ...zone, box: { minX: -Infinity, minY: -Infinity, maxX: Infinity, maxY: Infinity } },
    x,
    y,
  )
  return toEdge(zone, x, y) < r ? 1 : side >= 0 ? 2 : 0
})
say('zone tests of discs', own, 'tests/s', naive, 'every edge of the zone walked')

// What the page asks first, and then tile by tile.
const question = {
  accord: desk.accord,
  state: desk.state,
  asOf: { t: now, k: now },
  reading: 'default',
  live: { t: true, k: true },
}
start = performance.now()
const incidents = incidentsAsked(question)
say(`incidents put together, ${incidents.length}, once`, performance.now() - start, 'ms')
start = performance.now()
incidentsAsked(question)
say('the same asked again', performance.now() - start, 'ms')
start = performance.now()
const some = incidents.filter(fitting({ text: 'وكالة', type: 'hostile' }, desk.accord))
say(`filter by words and kind, first time (${some.length} fit)`, performance.now() - start, 'ms')
start = performance.now()
incidents.filter(fitting({ text: 'وكالة', type: 'hostile' }, desk.accord))
say('the same filter again', performance.now() - start, 'ms')
start = performance.now()
incidentCounts(incidents, desk.accord.tz)
say('counts for chart and filters', performance.now() - start, 'ms')
start = performance.now()
const set = tileSet(incidents)
say('tiles made ready', performance.now() - start, 'ms')

const tiles: [number, number, number][] = []
for (let z = 5; z <= 13; z++)
  for (let i = 0; i < 20; i++) {
    const [lon, lat] = [35.8 + random() * 1.8, 35 + random() * 1.6]
    const n = 2 ** z
    const sin = Math.sin((lat * Math.PI) / 180)
    tiles.push([
      z,
      Math.floor(((lon + 180) / 360) * n),
      Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * n),
    ])
  }
const times = tiles
  .map(([z, x, y]) => {
    const from = performance.now()
    tileOf(set, z, x, y)
    return performance.now() - from
  })
  .sort((a, b) => a - b)
const boxOf = (z: number, x: number, y: number) => {
  const lat = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI
  const lon = (column: number) => (column / 2 ** z) * 360 - 180
  return { west: lon(x), south: lat(y + 1), east: lon(x + 1), north: lat(y) }
}
const plainTimes = tiles
  .map(([z, x, y]) => {
    const from = performance.now()
    const b = boxOf(z, x, y)
    JSON.stringify(
      incidents.flatMap(({ place, event }) =>
        place.kind === 'disc' &&
        place.at[0] >= b.west &&
        place.at[0] < b.east &&
        place.at[1] >= b.south &&
        place.at[1] < b.north
          ? [{ type: 'Feature', geometry: { type: 'Point', coordinates: place.at }, properties: { event } }]
          : [],
      ),
    )
    return performance.now() - from
  })
  .sort((a, b) => a - b)
const median = (list: readonly number[]) => list[Math.floor(list.length / 2)]!
const worst = (list: readonly number[]) => list[Math.floor(list.length * 0.95)]!
say('a tile, median', median(times), 'ms', median(plainTimes), 'points of the box as GeoJSON')
say('a tile, 95 of 100 under', worst(times), 'ms', worst(plainTimes), 'points of the box as GeoJSON')
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(lines)}\n`)
if (sums < 0) throw new Error('never')
await house.close()
rmSync(folder, { recursive: true, force: true })
