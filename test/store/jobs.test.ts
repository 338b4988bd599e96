import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type JobOptions, type Jobs, openJobs } from '../../src/store/jobs.ts'
import { eachEngine } from './each-engine.ts'

await eachEngine('a queue of jobs', engine => {
  const { it } = engine
  const QUICK: JobOptions = {
    lookEverySeconds: 0.5,
    lostAfterSeconds: 2,
    report(error) {
      throw error
    },
  }
  let queues = 0
  const aQueue = () => `read-${++queues}`

  async function within(act: (jobs: Jobs) => Promise<void>, options = QUICK): Promise<void> {
    const jobs = await openJobs(engine.store(), options)
    try {
      await act(jobs)
    } finally {
      await jobs.close()
    }
  }

  /** Works on a queue until `count` jobs were begun; gives what came, in order. */
  async function begun(
    jobs: Jobs,
    queue: string,
    count: number,
    handle: (data: { n: number }) => void = () => {},
  ): Promise<number[]> {
    const came: number[] = []
    let enough = () => {}
    const all = new Promise<void>(resolve => {
      enough = resolve
    })
    const worker = await jobs.work<{ n: number }>(queue, async data => {
      came.push(data.n)
      if (came.length === count) enough()
      handle(data)
    })
    await all
    await worker.stop()
    return came
  }

  it('gives each job to a worker once, in the order sent, with its Arabic whole', () =>
    within(async jobs => {
      const queue = aQueue()
      for (let n = 1; n <= 5; n++) await jobs.send(queue, { n, text: 'تقرير' })
      assert.deepEqual(await jobs.counts(queue), { waiting: 5, active: 0, failed: 0 })
      assert.deepEqual(
        await begun(jobs, queue, 5, data => assert.deepEqual(data, { n: data.n, text: 'تقرير' })),
        [1, 2, 3, 4, 5],
      )
      assert.deepEqual(await jobs.counts(queue), { waiting: 0, active: 0, failed: 0 })
    }))

  it('gives a job that failed to a worker again, three times in all, then counts it as failed', async () => {
    const queue = aQueue()
    await within(async jobs => {
      await jobs.send(queue, { n: 7 })
      const fail = () => {
        throw new Error('the reader stumbled')
      }
      assert.deepEqual(await begun(jobs, queue, 3, fail), [7, 7, 7])
    })
    await within(async jobs =>
      assert.deepEqual(await jobs.counts(queue), { waiting: 0, active: 0, failed: 1 }),
    )
  })

  it('takes one waiting job a key, and as many as come without', () =>
    within(async jobs => {
      const queue = aQueue()
      assert.deepEqual(
        [await jobs.send(queue, { n: 1 }, { key: 'r1' }), await jobs.send(queue, { n: 2 }, { key: 'r1' })],
        [true, false],
      )
      assert.ok(await jobs.send(queue, { n: 3 }, { key: 'r2' }))
      assert.ok((await jobs.send(queue, { n: 4 })) && (await jobs.send(queue, { n: 5 })))
      assert.deepEqual((await begun(jobs, queue, 4)).sort(), [1, 3, 4, 5])
      assert.ok(await jobs.send(queue, { n: 6 }, { key: 'r1' }))
    }))

  it('keeps what waits while nobody works', async () => {
    const queue = aQueue()
    await within(async jobs => {
      await jobs.send(queue, { n: 1 })
    })
    await engine.reopen()
    await within(async jobs => assert.deepEqual(await begun(jobs, queue, 1), [1]))
  })

  it('gives 12 jobs to four workers, none twice', () =>
    within(async jobs => {
      const queue = aQueue()
      for (let n = 0; n < 12; n++) await jobs.send(queue, { n })
      const came: number[] = []
      let enough = () => {}
      const all = new Promise<void>(resolve => {
        enough = resolve
      })
      const workers = await Promise.all(
        [1, 2, 3, 4].map(() =>
          jobs.work<{ n: number }>(queue, async ({ n }) => {
            came.push(n)
            if (came.length === 12) enough()
          }),
        ),
      )
      await all
      await Promise.all(workers.map(w => w.stop()))
      assert.deepEqual(
        came.sort((a, b) => a - b),
        Array.from({ length: 12 }, (_, n) => n),
      )
    }))

  it('gives the job of a killed process to another', async () => {
    const queue = aQueue()
    await within(async jobs => {
      await jobs.send(queue, { n: 9 })
    })
    const address = engine.address()
    const where = address.kind === 'embedded' ? address.folder : address.url
    await engine.reopen(async () => {
      const holder = spawn(
        process.execPath,
        [fileURLToPath(new URL('./hold-a-job.ts', import.meta.url)), address.kind, where, queue],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      await new Promise(resolve => holder.stdout.once('data', resolve))
      holder.kill('SIGKILL')
      await new Promise(resolve => holder.once('exit', resolve))
    })
    await within(async jobs => assert.deepEqual(await begun(jobs, queue, 1), [9]))
  })
})
