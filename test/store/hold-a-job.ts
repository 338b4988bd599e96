// A process for tests to kill: takes a job of the queue named on the command line, says so, and never ends it.
import { writeSync } from 'node:fs'
import { openJobs } from '../../src/store/jobs.ts'
import { openStore } from '../../src/store/open.ts'

const [kind, where, queue] = process.argv.slice(2) as ['embedded' | 'postgres', string, string]
const store = await openStore(kind === 'embedded' ? { kind, folder: where } : { kind, url: where })
const jobs = await openJobs(store, { lookEverySeconds: 0.5, lostAfterSeconds: 2 })
await jobs.work(queue, async () => {
  writeSync(1, 'held\n')
  await new Promise(resolve => setTimeout(resolve, 1e9))
})
