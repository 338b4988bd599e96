import assert from 'node:assert/strict'
import type { Accord } from '../../src/core/accord/model.ts'
import { checkExplanation } from '../../src/core/compliance/check/check-explanation.ts'
import { BanMonitor } from '../../src/core/compliance/engine/ban-monitor.ts'
import { Engine } from '../../src/core/compliance/engine/engine.ts'
import { sumsNow } from '../../src/core/compliance/engine/sums.ts'
import { explainEventNow, explainNow } from '../../src/core/compliance/engine/verdicts.ts'
import type { Prepared } from '../../src/core/compliance/prepare.ts'
import type { Claim, EvidenceRecord } from '../../src/core/evidence/record.ts'
import { percentile, report } from './lines.ts'

const SAMPLES = 4000
const TREES = 1500

/** Mulberry32, as in the generator. */
function dice(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** G4 and G7 on a loaded engine. @returns p99 of a late record, microseconds. */
export function measureLatency(name: string, engine: Engine, prepared: Prepared): number {
  const random = dice(7)
  const [late, back]: [number[], number[]] = [[], []]
  const ban = prepared.byId.get('no-shelling')!
  const duty = prepared.byId.get('answer-by-patrol')!
  const time = (list: number[], work: () => void) => {
    const from = performance.now()
    work()
    // Current means that the name and the counts can be read.
    sumsNow(engine, ban, ban.bearers[0]!)
    sumsNow(engine, duty, duty.bearers[0]!)
    list.push((performance.now() - from) * 1000)
  }
  const n = engine.claims.size
  for (let k = 0; k < SAMPLES; k++) {
    const i = Math.floor(random() * n)
    const event = engine.events.ids.text(engine.claims.event[i]!)
    const model = engine.claims.claim(i, event)
    // Half are a further source on a known event, half an event of their own at some past time and place.
    const claim: Claim = {
      ...model,
      id: `late${k}`,
      event: k % 2 === 0 ? event : `late${k}`,
      root: 'late',
      source: 'late',
      received: engine.records.latest,
    }
    time(late, () => engine.add(claim))
    time(back, () =>
      engine.add({ kind: 'retraction', id: `back${k}`, of: claim.id, received: engine.records.latest }),
    )
  }
  const sorted = [late, back].map(l => l.slice(SAMPLES / 10).sort((a, b) => a - b))
  const [l, b] = sorted as [number[], number[]]
  report(`G4 ${name}: one late record, p50`, percentile(l, 0.5), 'us', 'floor 50')
  report(`G4 ${name}: one late record, p99`, percentile(l, 0.99), 'us', 'floor 500')
  report(`G4 ${name}: one retraction, p50`, percentile(b, 0.5), 'us', 'floor 50')
  report(`G4 ${name}: one retraction, p99`, percentile(b, 0.99), 'us', 'floor 500')

  const monitor = engine.monitorOf(ban, ban.bearers[0]!)
  assert.ok(monitor instanceof BanMonitor)
  const acts: number[] = []
  monitor.each(0, a => acts.push(a))
  const [times, sizes]: [number[], number[]] = [[], []]
  for (let k = 0; k < TREES; k++) {
    const a = acts[Math.floor(random() * acts.length)]!
    const event = engine.events.ids.text(monitor.acts.event[a]!)
    const from = performance.now()
    const tree = explainEventNow(engine, ban, ban.bearers[0]!, event)
    times.push(performance.now() - from)
    sizes.push(Buffer.byteLength(JSON.stringify(tree)))
  }
  times.splice(0, TREES / 10)
  times.sort((x, y) => x - y)
  sizes.sort((x, y) => x - y)
  report(`G7 ${name}: explanation of an act, p50`, percentile(times, 0.5), 'ms')
  report(
    `G7 ${name}: explanation of an act, p99`,
    percentile(times, 0.99),
    'ms',
    'floor 10; WhyMon recorded 0.6 MB for 2,000 events in 20.8 s',
  )
  report(`G7 ${name}: its size, p50`, percentile(sizes, 0.5) / 1000, 'kB')
  report(`G7 ${name}: its size, p99`, percentile(sizes, 0.99) / 1000, 'kB', 'floor 8')
  return percentile(l, 0.99)
}

/** G7: whole trees of a small trace, found good by the checker, which reads every record for every question. */
export function measureTrees(
  accord: Accord,
  prepared: Prepared,
  records: readonly EvidenceRecord[],
  t: number,
): void {
  const engine = new Engine(prepared, t)
  engine.addAll(records)
  let [trees, good] = [0, 0]
  for (const p of prepared.provisions)
    for (const b of p.bearers) {
      trees++
      if (checkExplanation(accord, records, explainNow(engine, p, b)).length === 0) good++
    }
  assert.equal(good, trees)
  report('G7 whole trees accepted by the independent checker', good, `of ${trees}`)
}
