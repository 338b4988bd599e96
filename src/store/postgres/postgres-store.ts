import { randomUUID } from 'node:crypto'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { may } from '../../core/access/may.ts'
import { mayAppend } from '../../core/access/may-append.ts'
import { EMPTY_HEAD } from '../../core/ledger/chain.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { appendSealedWithin } from '../append-sealed.ts'
import { applyMigrations, migrations } from '../apply-migrations.ts'
import { withInside } from '../inside.ts'
import { allHeads, appendWithin, entryOf, entryRows, headOf, type StoredEntry } from '../ledger-table.ts'
import { listeners } from '../listeners.ts'
import type { Store } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Tables } from '../tables.ts'
import { verifyRows } from '../verify-rows.ts'
import { blobRows, getBlobRows, putBlobRows } from './blob-table.ts'
import { makeGisViews } from './gis/make-views.ts'
import { hearAppends, tellOfAppend } from './hear-appends.ts'

type Options = { readonly clock?: () => number }

/** Opens a store on a PostgreSQL server; any number of processes may share it. */
export async function openPostgres(url: string, options: Options): Promise<Store> {
  const where = describe(url)
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    application_name: 'hudna',
    types: numbersForInt8,
  })
  // An idle connection that breaks must not end the process; the next query gets a new one or fails itself.
  pool.on('error', () => {})
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`select 1`.execute(db)
  } catch (cause) {
    await db.destroy()
    const why = (cause as Error).message || (cause as { code?: string }).code
    throw new StoreError('unreachable', `PostgreSQL cannot be reached at ${where}: ${why}`, {
      expected: 'a running server, and a user who may log in (DATABASE_URL)',
      cause,
    })
  }
  try {
    await applyMigrations(db)
    await makeGisViews(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return storeOf(url, where, db, options)
}

/** `pg` gives 64-bit numbers as text; ours (counts, milliseconds) are all below 2^53. */
const numbersForInt8: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** Host and database of a URL, without user and password. */
function describe(url: string): string {
  let at: URL
  try {
    at = new URL(url)
  } catch {
    throw new StoreError('bad-address', 'the address of the database is no URL', {
      expected: 'postgres://user:password@host:5432/database (DATABASE_URL)',
    })
  }
  if (!/^postgres(ql)?:$/.test(at.protocol))
    throw new StoreError('bad-address', `the address of the database begins with '${at.protocol}'`, {
      expected: 'postgres://user:password@host:5432/database (DATABASE_URL)',
    })
  return `${at.searchParams.get('host') ?? at.host}${at.pathname}`
}

function storeOf(url: string, where: string, db: Kysely<Tables>, options: Options): Store {
  /** Names this store in its notices, so that it does not hear itself twice. */
  const me = randomUUID()
  const told = listeners()
  let hearing: ReturnType<typeof hearAppends> | undefined
  let closed = false
  const open = () => {
    if (closed) throw new StoreError('closed', 'the store was closed')
  }

  const append = async <P>(
    make: (tx: Transaction<Tables>) => Promise<Result<readonly StoredEntry[], P>>,
  ): Promise<Result<readonly Entry[], P>> => {
    const made = await db.transaction().execute(async tx => {
      const stored = await make(tx)
      if (stored.ok)
        for (const [accord, seq] of new Map(stored.value.map(s => [s.entry.accord, s.entry.seq])))
          await tellOfAppend(tx, { from: me, accord, seq })
      return stored
    })
    if (!made.ok) return made
    const entries = made.value.map(m => m.entry)
    told.tellOf(entries)
    return ok(entries)
  }

  const store: Store = {
    kind: 'postgres',
    async appendEntries(viewer, accord, bodies, { expectedSeq } = {}) {
      open()
      if (!mayAppend(viewer, accord, bodies)) return fail({ kind: 'not-yours', accord })
      return await append(tx =>
        appendWithin(tx, accord, viewer.id, bodies, {
          ...(expectedSeq === undefined ? {} : { expectedSeq }),
          ...(options.clock ? { now: options.clock() } : {}),
        }),
      )
    },
    async appendSealed(viewer, entries) {
      open()
      const foreign = entries.find(e => !may(viewer, 'administer', e.accord))
      if (foreign) return fail({ kind: 'not-yours', accord: foreign.accord })
      const made = await append(tx => appendSealedWithin(tx, entries))
      return made.ok ? ok(undefined) : made
    },
    async verify(viewer, accord, { bytes = false } = {}) {
      open()
      if (!may(viewer, 'read', accord)) return { entries: 0, whole: true, problems: [] }
      const { head: _, ...verified } = await verifyRows(
        db,
        accord,
        bytes ? name => getBlobRows(db, accord, name) : undefined,
      )
      return verified
    },
    async *readEntries(viewer, accord, range) {
      open()
      if (!may(viewer, 'read', accord)) return
      for await (const row of entryRows(db, accord, range)) yield entryOf(row)
    },
    async head(viewer, accord) {
      open()
      return may(viewer, 'read', accord) ? await headOf(db, accord) : EMPTY_HEAD
    },
    async accords(viewer) {
      open()
      return (await allHeads(db)).filter(a => may(viewer, 'read', a.accord))
    },
    async putBlob(viewer, accord, bytes) {
      open()
      if (!may(viewer, 'report', accord)) return fail({ kind: 'not-yours', accord })
      return { ok: true, value: await putBlobRows(db, accord, bytes) }
    },
    async getBlob(viewer, accord, sha256) {
      open()
      return may(viewer, 'read', accord) ? await getBlobRows(db, accord, sha256) : undefined
    },
    async blobs(viewer, accord) {
      open()
      return may(viewer, 'read', accord) ? await blobRows(db, accord) : []
    },
    onAppend(listener) {
      const remove = told.add(listener)
      hearing ??= hearAppends(url, notice => notice.from !== me && told.tell(notice.accord, notice.seq))
      return remove
    },
    async facts() {
      open()
      const { rows } = await sql<{ version: string; database: number; blobs: number }>`
        select version(), pg_database_size(current_database()) as database,
          coalesce((select sum(bytes) from blob), 0)::bigint as blobs`.execute(db)
      const { version, database, blobs } = rows[0]!
      return {
        kind: 'postgres',
        where,
        engine: version.split(' (')[0]!,
        migrations: migrations().map(m => m.name),
        accords: await allHeads(db),
        bytes: { database, blobs },
      }
    },
    async close() {
      if (closed) return
      closed = true
      await hearing?.end()
      await db.destroy()
    },
  }
  return withInside(store, { db, url })
}
