import assert from 'node:assert/strict'
import { closeSync, openSync, readSync } from 'node:fs'
import { Engine } from '../../src/core/compliance/engine/engine.ts'
import type { Prepared } from '../../src/core/compliance/prepare.ts'
import type { EvidenceRecord } from '../../src/core/evidence/record.ts'
import { report, seconds } from './lines.ts'
import { counted, EVERYWHERE, endOf } from './measure-exact.ts'
import { recordsOf, type Told } from './read-ndjson.ts'

/** Lines of a file, some thousands at a time. */
function* linesOf(file: string, many: number): Generator<string[]> {
  const fd = openSync(file, 'r')
  const chunk = Buffer.alloc(1 << 20)
  let rest = ''
  let lines: string[] = []
  for (let n = readSync(fd, chunk); n > 0; n = readSync(fd, chunk)) {
    const parts = (rest + chunk.toString('latin1', 0, n)).split('\n')
    rest = parts.pop()!
    for (const p of parts) lines.push(p)
    if (lines.length >= many) {
      yield lines
      lines = []
    }
  }
  if (lines.length > 0) yield lines
  closeSync(fd)
}

/** G3: reports with uncertain times and places, several sources and retractions, one by one as they arrive. */
export function measureUncertain(
  t: { readonly name: string; readonly days: number },
  file: string,
  prepared: Prepared,
): Engine {
  const engine = new Engine(prepared, endOf(t.days))
  engine.add(EVERYWHERE)
  const told: Told = new Map()
  let [parse, run, reports, records] = [0, 0, 0, 0]
  for (const lines of linesOf(file, 100_000)) {
    const [p, batch] = seconds(() => lines.map(l => recordsOf(l, told)))
    parse += p
    reports += lines.length
    // The garbage of reading is not the engine's.
    globalThis.gc?.()
    const [r] = seconds(() => {
      for (const list of batch) engine.addAll(list)
    })
    run += r
    for (const list of batch) records += list.length
  }
  report(`G3 ${t.name}: reports and retractions one by one`, reports / run, 'reports/s', 'floor 100,000')
  report(`G3 ${t.name}: the same counted by source`, records / run, 'records/s')
  report(`G3 ${t.name}: with reading NDJSON`, reports / (run + parse), 'reports/s')
  report(`G6 ${t.name}: memory, several sources an event`, engine.bytes() / records, 'B/record', 'floor 300')
  soak(t, engine, file, prepared)
  return engine
}

/** G8: what arrived one by one, with its retractions, against one load of what is left. */
function soak(
  t: { readonly name: string; readonly days: number },
  engine: Engine,
  file: string,
  prepared: Prepared,
): void {
  const told: Told = new Map()
  const left = new Engine(prepared, endOf(t.days))
  left.add(EVERYWHERE)
  const gone = new Set<string>()
  for (const lines of linesOf(file, 20_000))
    for (const l of lines) for (const r of recordsOf(l, told)) if (r.kind === 'retraction') gone.add(r.of)
  const kept = function* (): Generator<EvidenceRecord> {
    for (const lines of linesOf(file, 20_000))
      for (const l of lines)
        for (const r of recordsOf(l, told)) if (r.kind !== 'retraction' && !gone.has(r.id)) yield r
  }
  left.addAll(kept())
  const of = (e: Engine) =>
    e.prepared.provisions.map(p =>
      [
        'BREACHED',
        'POSSIBLE',
        'PERMITTED',
        'ALLEGED',
        'DISPUTED',
        'HOLDING',
        'FULFILLED',
        'LATE',
        'OVERDUE',
        'CLAIMED',
        'CONTESTED',
        'POSSIBLY',
        'PENDING',
      ].map(v => counted(e, p.provision.id, [v])),
    )
  assert.deepEqual(of(engine), of(left), 'incremental equals from scratch')
  report(`G8 ${t.name}: all counts equal to one load of what is left`, gone.size, 'retracted')
}
