// `npm run bench -- engine [--json] [--quick]`: the compliance engine on the traces of ../shared/trace
// (goals G1-G9 of ../shared/compliance.md). Rates are by processor time of this process, all its threads
// counted, so that a busy machine does not blur them; latencies are by the clock. The baseline "plain
// arrays" runs in the same process on the same columns: it can take nothing back and explains nothing.
// MonPoly's figures are recorded ones, not run here: measured before this code on the same kind of
// machine, as handed over on 2026-11-25 (../shared/compliance.md).
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare } from '../src/core/compliance/prepare.ts'
import { print, report } from './engine/lines.ts'
import { EVERYWHERE, endOf, measureExact } from './engine/measure-exact.ts'
import { measureLatency, measureTrees } from './engine/measure-latency.ts'
import { measureUncertain } from './engine/measure-uncertain.ts'
import { recordsOf } from './engine/read-ndjson.ts'
import { traceAccord } from './engine/trace-accord.ts'

const GENERATOR = join(import.meta.dirname, '../../shared/trace/trace-gen.mjs')
const quick = process.argv.includes('--quick')
const json = process.argv.includes('--json')

/** Reports whose trees are checked: the checker's work grows with the square. */
const CHECKED = 1500

type Trace = {
  readonly name: string
  readonly events: number
  readonly days: number
  readonly deadlines: number
  readonly counts: readonly [number, number, number]
  readonly monpoly?: number
}
/** Counts of compliance.md §3.9 (11); MonPoly's seconds for the three properties together, reading included. */
const TRACES: readonly Trace[] = [
  { name: '1e5', events: 100_000, days: 730, deadlines: 8, counts: [1575, 1657, 867] },
  {
    name: '1e6 sparse',
    events: 1_000_000,
    days: 7300,
    deadlines: 80,
    counts: [15_341, 158_379, 7869],
    monpoly: 17.3,
  },
  {
    name: '1e6 dense',
    events: 1_000_000,
    days: 730,
    deadlines: 8,
    counts: [298, 17_631, 808],
    monpoly: 199.6,
  },
]

function generated(t: Trace, format: 'csv' | 'ndjson'): string {
  const folder = join(tmpdir(), 'hudna-traces')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${t.events}-${t.days}-${t.deadlines}.${format}`)
  if (!existsSync(file) || statSync(file).size === 0)
    execFileSync(process.execPath, [
      GENERATOR,
      '--events',
      `${t.events}`,
      '--days',
      `${t.days}`,
      '--deadlines',
      `${t.deadlines}`,
      '--format',
      format,
      '--out',
      file,
    ])
  return file
}

if (!existsSync(GENERATOR)) {
  process.stdout.write('skipped: ../shared/trace/trace-gen.mjs not here\n')
} else {
  const exact = prepare(traceAccord(true))
  const uncertain = prepare(traceAccord(false))
  const rates = new Map<string, number>()
  for (const t of quick ? TRACES.slice(0, 1) : TRACES) {
    const bytes = readFileSync(generated(t, 'csv'))
    rates.set(t.name, measureExact(t, bytes, exact))
  }
  const small = TRACES[0]!
  const large = quick ? small : TRACES[1]!
  const p99 = [small, ...(quick ? [] : [large])].map(t => {
    const engine = measureUncertain(t, generated(t, 'ndjson'), uncertain)
    return measureLatency(t.name, engine, uncertain)
  })
  if (!quick) {
    report(
      'G5 growth of the exact rate, 1e6 over 1e5',
      rates.get('1e6 sparse')! / rates.get('1e5')!,
      'ratio',
      'floor 0.7',
    )
    report('G5 growth of p99 of a late record, 1e6 over 1e5', p99[1]! / p99[0]!, 'ratio', 'floor 2 at most')
  }
  const told = new Map<number, number>()
  const first = readFileSync(generated(small, 'ndjson'), 'utf8').split('\n', CHECKED)
  const records = [EVERYWHERE, ...first.flatMap(line => recordsOf(line, told))]
  measureTrees(traceAccord(false), uncertain, records, endOf(small.days))
  print(json)
}
