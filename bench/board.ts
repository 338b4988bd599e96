// How long the State page's board takes for about a thousand records, against asking the engine anew
// for every cell (baseline: `intervals` and `judge` per cell, no shared docket).
import { performance } from 'node:perf_hooks'
import type { Accord } from '../src/core/accord/model.ts'
import { intervals } from '../src/core/compliance/intervals.ts'
import { judge } from '../src/core/compliance/judge.ts'
import type { Claim } from '../src/core/evidence/record.ts'
import { stateBoard } from '../src/core/view/state-board.ts'
import { packagedAccord } from '../src/server/packaged-accord.ts'

const DAY = 86_400
const opened = await packagedAccord('idlib')
if (!opened.ok) throw new Error(opened.error[0]?.message)
const accord: Accord = opened.value.accord
const own = opened.value.records.flatMap(r => (r.of === 'evidence' ? [r.record] : []))
const claims = own.filter(r => r.kind === 'claim')
// The accord's own evidence again and again, a day apart each time, until there are a thousand records.
const records = [...own]
for (let n = 1; records.length < 1000; n++)
  for (const c of claims) {
    if (records.length >= 1000) break
    const shift = n * DAY
    const again: Claim = {
      ...c,
      id: `${c.id}-${n}`,
      event: `${c.event}-${n}`,
      when: { lo: c.when.lo + shift, hi: c.when.hi + shift },
      received: c.received + shift,
    }
    records.push(again)
  }

const t = Date.parse('2020-04-01') / 1000
const asOf = { t, k: t }
const median = (f: () => unknown) => {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now()
    f()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return times[3]!
}
const board = median(() => stateBoard(accord, records, { asOf, reading: 'default', entries: 0 }))
const baseline = median(() => {
  for (const v of judge(accord, records, asOf, 'default'))
    intervals(accord, records, v.provision, v.bearer, 'default', t)
})
const row = {
  name: `state board, ${records.length} records, ${accord.provisions.length} provisions, ${accord.readings.length} readings`,
  value: Number(board.toFixed(1)),
  unit: 'ms',
  baseline: Number(baseline.toFixed(1)),
  baselineName: 'one reading, engine asked anew for every cell',
  ratio: Number((baseline / board).toFixed(2)),
}
process.stdout.write(
  process.argv.includes('--json')
    ? `${JSON.stringify(row)}\n`
    : `${row.name}: ${row.value} ${row.unit}; baseline ${row.baseline} ${row.unit} (${row.baselineName}); ratio ${row.ratio}\n`,
)
