import { CompiledQuery, type Kysely } from 'kysely'
import PgBoss from 'pg-boss'
import { insideOf } from './inside.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * Work that may wait: reading reports, above all. A queue in the store's own database (pg-boss), so that readers
 * run in as many processes and on as many machines as wanted. A job is done at least once: a handler must bear
 * being run again after it was killed half-way.
 */
export type Jobs = {
  /**
   * Puts a job into the queue named.
   *
   * @param options.key while a job with the same key waits, another is not added.
   * @returns false when one with the same key was waiting.
   */
  send(
    queue: string,
    data: object,
    options?: { readonly key?: string; readonly startAfterSeconds?: number },
  ): Promise<boolean>
  /**
   * Takes jobs of the queue, one at a time a call of `work`, until `stop`, which waits for the one under way. A handler that throws has the job tried
   * again later, three times in all.
   */
  work<T extends object>(
    queue: string,
    handler: (data: T) => Promise<void>,
  ): Promise<{ readonly stop: () => Promise<void> }>
  /** How the queue stands; `failed` were tried in vain. */
  counts(queue: string): Promise<JobCounts>
  /** Waits for the jobs under way and lets go. Close it before the store. */
  close(): Promise<void>
}

export type JobCounts = { readonly waiting: number; readonly active: number; readonly failed: number }

export type JobOptions = {
  /** After this long a job sent here is taken to be lost with its worker and given to another; default 300. */
  readonly lostAfterSeconds?: number
  /** How often an idle worker looks for jobs that others sent; default 2. */
  readonly lookEverySeconds?: number
  /** Told of faults of the queue itself, such as a broken connection; it goes on by itself. */
  readonly report?: (error: Error) => void
}

const SCHEMA = 'hudna_jobs'
const RETRIES = 2

/**
 * Opens the queue of a store. On the embedded engine the queue goes when the database is built anew, so what
 * must be done has to be found again from the ledger at a start.
 */
export async function openJobs(store: Store, options: JobOptions = {}): Promise<Jobs> {
  const { db, url } = insideOf(store)
  const { lostAfterSeconds = 300, lookEverySeconds = 2, report = () => {} } = options
  const boss = new PgBoss({
    ...(url ? { connectionString: url, max: 4, application_name: 'hudna jobs' } : { db: through(db) }),
    schema: SCHEMA,
    schedule: false,
    maintenanceIntervalSeconds: Math.max(1, Math.min(60, Math.floor(lostAfterSeconds / 2))),
  })
  boss.on('error', report)
  await boss.start()
  const made = new Set<string>()
  const workers = new Map<string, Set<string>>()

  const ensure = async (queue: string) => {
    if (made.has(queue)) return
    // 'short': of jobs with one key, one waits; more may be active or done.
    await boss.createQueue(queue, {
      name: queue,
      policy: 'short',
      retryLimit: RETRIES,
      retryDelay: 1,
      retryBackoff: true,
    })
    // What was active when the one process of an embedded store died is nobody's.
    if (!url) await giveBack(db, queue)
    made.add(queue)
  }

  return {
    async send(queue, data, { key, startAfterSeconds } = {}) {
      await ensure(queue)
      const id = await boss.send(queue, data, {
        // Without a key each job is its own: the policy would otherwise let one job wait in all.
        singletonKey: key ?? crypto.randomUUID(),
        expireInSeconds: lostAfterSeconds,
        ...(startAfterSeconds === undefined ? {} : { startAfter: startAfterSeconds }),
      })
      for (const worker of workers.get(queue) ?? []) boss.notifyWorker(worker)
      return id !== null
    },
    async work(queue, handler) {
      await ensure(queue)
      const begun = new Set<string>()
      const id = await boss.work<object>(
        queue,
        { pollingIntervalSeconds: lookEverySeconds, batchSize: 1 },
        async jobs => {
          for (const job of jobs) {
            begun.clear()
            begun.add(job.id)
            await handler(job.data as Parameters<typeof handler>[0])
          }
        },
      )
      const mine = workers.get(queue) ?? new Set()
      workers.set(queue, mine.add(id))
      return {
        async stop() {
          mine.delete(id)
          await boss.offWork({ id })
          for (const job of begun) await untilNoted(db, job)
        },
      }
    },
    async counts(queue) {
      await ensure(queue)
      const rows = await db.executeQuery<{ state: string; count: number }>(
        CompiledQuery.raw(
          `select state::text, count(*)::int as count from ${SCHEMA}.job where name = $1 group by state`,
          [queue],
        ),
      )
      const of = (...states: string[]) =>
        rows.rows.filter(r => states.includes(r.state)).reduce((sum, r) => sum + r.count, 0)
      return { waiting: of('created', 'retry'), active: of('active'), failed: of('failed') }
    },
    async close() {
      await boss.stop({ graceful: true, timeout: 30_000, wait: true })
    },
  }
}

/** Lets pg-boss work on the store's own connection, which is the only one a PGlite has. */
function through(db: Kysely<Tables>): PgBoss.Db {
  return {
    executeSql: (text, values = []) =>
      db.connection().execute(async connection => {
        try {
          const { rows } = await connection.executeQuery(CompiledQuery.raw(text, values))
          return { rows: rows as unknown[] }
        } catch (error) {
          // It sends whole transactions as one text; a failed one must not leave the only connection inside it.
          await connection.executeQuery(CompiledQuery.raw('rollback'))
          throw error
        }
      }),
  }
}

/** pg-boss notes a job's end after the handler returned, and its `offWork` does not wait for that. */
async function untilNoted(db: Kysely<Tables>, job: string): Promise<void> {
  for (;;) {
    const query = CompiledQuery.raw(`select 1 from ${SCHEMA}.job where id = $1::uuid and state = 'active'`, [
      job,
    ])
    if ((await db.executeQuery(query)).rows.length === 0) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

async function giveBack(db: Kysely<Tables>, queue: string): Promise<void> {
  await db.executeQuery(
    CompiledQuery.raw(
      `update ${SCHEMA}.job set state = 'retry', started_on = null where name = $1 and state = 'active'`,
      [queue],
    ),
  )
}
