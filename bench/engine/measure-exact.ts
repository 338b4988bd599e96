import assert from 'node:assert/strict'
import { Engine } from '../../src/core/compliance/engine/engine.ts'
import { encodeSnapshot, engineFrom } from '../../src/core/compliance/engine/snapshot.ts'
import { sumsNow } from '../../src/core/compliance/engine/sums.ts'
import type { Prepared } from '../../src/core/compliance/prepare.ts'
import { report, seconds } from './lines.ts'
import { plain } from './plain.ts'
import { fillExact, readCsv } from './read-csv.ts'
import { TRACE_START } from './trace-accord.ts'

const RUNS = 3

type Trace = {
  readonly name: string
  readonly events: number
  readonly days: number
  readonly counts: readonly [number, number, number]
  readonly monpoly?: number
}

/** Somebody could look everywhere, always. */
export const EVERYWHERE = {
  kind: 'coverage',
  id: 'everywhere',
  when: { lo: 0, hi: 4_000_000_000 },
  level: 'adequate',
  received: 0,
} as const

/** A month after the last event, when every date has passed. */
export const endOf = (days: number): number => TRACE_START + (days + 30) * 86_400

/** Verdicts of all bearers of a provision added up. */
export function counted(engine: Engine, provision: string, verdicts: readonly string[]): number {
  const p = engine.prepared.byId.get(provision)!
  let n = 0
  for (const b of p.bearers) {
    const { counts } = sumsNow(engine, p, b)!
    for (const v of verdicts) n += counts[v] ?? 0
  }
  return n
}

const violations = (engine: Engine): [number, number, number] => [
  counted(engine, 'no-shelling', ['BREACHED']),
  counted(engine, 'heavy-weapons', ['OVERDUE', 'LATE']),
  counted(engine, 'answer-by-patrol', ['OVERDUE', 'LATE']),
]

/** G1, G2, G6, G8 and G9 on an exact trace. @returns events a second of the engine alone. */
export function measureExact(t: Trace, bytes: Uint8Array, prepared: Prepared): number {
  let [parse, plainly, run] = [Infinity, Infinity, Infinity]
  let engine = new Engine(prepared, 0)
  for (let i = 0; i < RUNS; i++) {
    const [read, trace] = seconds(() => readCsv(bytes, t.events))
    const [base, b] = seconds(() => plain(trace))
    engine = new Engine(prepared, endOf(t.days))
    engine.add(EVERYWHERE)
    const [load] = seconds(() => engine.load((claims, events) => fillExact(trace, claims, events)))
    parse = Math.min(parse, read)
    plainly = Math.min(plainly, base)
    run = Math.min(run, load)
    assert.deepEqual(violations(engine), [...t.counts], 'counts of compliance.md §3.9 (11)')
    assert.deepEqual([b.p1, b.p2, b.p3], [...t.counts])
  }
  const n = t.events
  report(`G8 ${t.name}: violations of P1, P2, P3 exact (${t.counts.join(' / ')})`, 3, 'of 3')
  report(
    `G1/G2 ${t.name}: engine alone`,
    n / run,
    'events/s',
    `plain arrays ${Math.round(n / plainly).toLocaleString('en-US')}`,
    plainly / run,
  )
  const monpoly =
    t.monpoly === undefined ? '' : `MonPoly, recorded: ${Math.round(n / t.monpoly).toLocaleString('en-US')}`
  report(
    `G1/G2 ${t.name}: with reading CSV`,
    n / (run + parse),
    'events/s',
    monpoly,
    t.monpoly === undefined ? null : t.monpoly / (run + parse),
  )
  report(
    `G6 ${t.name}: memory of the engine`,
    engine.bytes() / n,
    'B/report',
    'floor 300; MonPoly 10-15 MB in all, but it forgets',
  )

  const snapshot = encodeSnapshot(engine)
  let cold = Infinity
  for (let i = 0; i < RUNS; i++) {
    const [s, back] = seconds(() => engineFrom(snapshot, prepared, engine.now))
    assert.ok(back.ok)
    assert.deepEqual(violations(back.value), [...t.counts])
    cold = Math.min(cold, s)
  }
  report(
    `G9 ${t.name}: cold start from a snapshot`,
    cold,
    's',
    `${Math.round(snapshot.length / 1e6)} MB; floor 30 s`,
  )
  return n / run
}
