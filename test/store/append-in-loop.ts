// A process for tests to kill: appends to the store named on the command line and prints each number once it is confirmed.
import { writeSync } from 'node:fs'
import { LOCAL_USER } from '../../src/core/access/viewer.ts'
import { openStore } from '../../src/store/open.ts'
import { aReport, undone } from '../core/ledger/a-ledger.ts'

const [kind, where] = process.argv.slice(2) as ['embedded' | 'postgres', string]
const store = await openStore(kind === 'embedded' ? { kind, folder: where } : { kind, url: where })
writeSync(1, 'open\n')
for (let i = 0; ; i++) {
  const bytes = Buffer.from(`${process.pid} تقرير ${i}`.repeat(1 + (i % 50)))
  const kept = await store.putBlob(LOCAL_USER, 'idlib', bytes)
  if (!kept.ok) throw new Error(kept.error.kind)
  const report = aReport(`r-${process.pid}-${i}`, kept.value)
  // Three entries at once, so that a kill has a chance to catch an append half-way.
  const made = await store.appendEntries(LOCAL_USER, 'idlib', [
    { kind: 'report.received', report },
    { kind: 'comment.added', data: 'x'.repeat((i * 7919) % 20000) },
    undone(1),
  ])
  if (!made.ok) throw new Error(made.error.kind)
  writeSync(1, `${made.value.at(-1)!.seq}\n`)
}
