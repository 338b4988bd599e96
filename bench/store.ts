// The ledger's store on both engines: opening, appending, reading, verifying, building anew, backing up.
// Each line has a baseline run in the same process: the engine itself without our guards, or the plainest way.
import { createHash } from 'node:crypto'
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { LOCAL_USER } from '../src/core/access/viewer.ts'
import { verifyChain } from '../src/core/ledger/chain.ts'
import type { Entry, EntryBody } from '../src/core/ledger/entry.ts'
import { fold } from '../src/core/ledger/fold.ts'
import { sha256 } from '../src/core/ledger/sha256.ts'
import { backup } from '../src/store/backup.ts'
import { sha256 as platformSha256 } from '../src/store/ledger-table.ts'
import { openStore } from '../src/store/open.ts'
import { restore } from '../src/store/restore.ts'
import type { Store } from '../src/store/store.ts'
import { postgresForTests } from '../test/store/postgres-server.ts'

const BULK = 20_000
const SINGLE = 300
const json = process.argv.includes('--json')
const root = mkdtempSync(join(tmpdir(), 'hudna-bench-'))

function print(name: string, value: number, unit: string, baseline: number, baselineName: string): void {
  const better = unit === 'ms' ? baseline / value : value / baseline
  const [v, b] = [value, baseline].map(n => Number(n.toPrecision(3)))
  const ratio = Number(better.toFixed(2))
  process.stdout.write(
    json
      ? `${JSON.stringify({ name, value: v, unit, baseline: b, baselineName, ratio })}\n`
      : `${name}: ${v} ${unit}; baseline ${b} ${unit} (${baselineName}); ratio ${ratio}\n`,
  )
}

async function ms(act: () => unknown): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}
/** How many a second, when `count` of them took `act`. */
const rate = async (count: number, act: () => unknown) => (count * 1000) / (await ms(act))

/** A claim of common size, some 600 bytes as an entry. */
const body = (i: number): EntryBody => ({
  kind: 'records.added',
  origin: 'bench',
  records: [
    {
      of: 'evidence',
      record: {
        kind: 'claim',
        id: `c${i}`,
        event: `e${i}`,
        types: ['shelling'],
        when: { lo: 1543190400 + i, hi: 1543276799 + i },
        place: { kind: 'disc', at: [36.68, 35.82], radiusMetres: 500, name: 'Jarjanaz', nameAr: 'جرجناز' },
        source: 'monitor-a',
        root: `root-${i}`,
        grade: { reliability: 'B', credibility: 2 },
        stance: 'asserts',
        received: 1543280000 + i,
        summary: { ar: `سقطت قذائف على أطراف البلدة، الحادثة رقم ${i}` },
      },
    },
  ],
})

async function append(
  store: Store,
  accord: string,
  from: number,
  count: number,
  batch: number,
): Promise<void> {
  for (let i = from; i < from + count; i += batch) {
    const bodies = Array.from({ length: Math.min(batch, from + count - i) }, (_, k) => body(i + k))
    const made = await store.appendEntries(LOCAL_USER, accord, bodies)
    if (!made.ok) throw new Error(made.error.kind)
  }
}
async function entriesOf(store: Store, accord: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of store.readEntries(LOCAL_USER, accord)) entries.push(entry)
  return entries
}

/** Appends one at a time to a plain table, as the engine alone would. */
async function bare(
  query: (sql: string, values?: unknown[]) => Promise<unknown>,
): Promise<{ single: number; bulk: number; read: number }> {
  await query('create table bare (accord text, seq bigint, body text, primary key (accord, seq))')
  const text = JSON.stringify(body(1))
  const single = await rate(SINGLE, async () => {
    for (let i = 0; i < SINGLE; i++) await query('insert into bare values ($1, $2, $3)', ['single', i, text])
  })
  const bulk = await rate(BULK, async () => {
    for (let i = 0; i < BULK; i += 500) {
      const rows = Array.from({ length: 500 }, (_, k) => k + i)
      await query(`insert into bare select 'bulk', * from unnest($1::bigint[], $2::text[])`, [
        rows,
        rows.map(() => text),
      ])
    }
  })
  const read = await rate(BULK, () => query(`select * from bare where accord = 'bulk' order by seq`))
  return { single, bulk, read }
}

async function figures(engine: string, store: Store, plain: Awaited<ReturnType<typeof bare>>): Promise<void> {
  await append(store, 'warm', 0, 100, 1)
  print(
    `${engine}: append, one entry each`,
    await rate(SINGLE, () => append(store, 'single', 0, SINGLE, 1)),
    '/s',
    plain.single,
    'one bare insert a commit',
  )
  const parallel = await rate(SINGLE * 4, () =>
    Promise.all([1, 2, 3, 4].map(n => append(store, `side-${n}`, 0, SINGLE, 1))),
  )
  print(`${engine}: append, four accords at once`, parallel, '/s', plain.single, 'one bare insert a commit')
  print(
    `${engine}: append, 500 entries each`,
    await rate(BULK, () => append(store, 'bulk', 0, BULK, 500)),
    'entries/s',
    plain.bulk,
    'bare insert of 500 rows a commit',
  )
  print(
    `${engine}: read all`,
    await rate(BULK, () => entriesOf(store, 'bulk')),
    'entries/s',
    plain.read,
    'one bare select',
  )
  const entries = await entriesOf(store, 'bulk')
  const chain = await rate(BULK, () => verifyChain(entries))
  print(
    `${engine}: verify`,
    await rate(BULK, () => store.verify(LOCAL_USER, 'bulk')),
    'entries/s',
    chain,
    'the chain alone, in memory, SHA-256 in JavaScript',
  )
}

try {
  // The parts the design leans on.
  const text = JSON.stringify(body(1)).repeat(1500)
  const megabytes = Buffer.byteLength(text) / 1e6
  sha256(text)
  print(
    'core SHA-256',
    await rate(megabytes, () => sha256(text)),
    'MB/s',
    await rate(megabytes, () => platformSha256(text)),
    'node:crypto',
  )
  const line = Buffer.from(`${JSON.stringify(body(1))}\n`)
  const file = openSync(join(root, 'journal'), 'a')
  const flushed = await rate(500, () => {
    for (let i = 0; i < 500; i++) {
      writeSync(file, line)
      fdatasyncSync(file)
    }
  })
  const unflushed = await rate(500, () => {
    for (let i = 0; i < 500; i++) writeSync(file, line)
  })
  closeSync(file)
  print('journal line written and flushed', flushed, '/s', unflushed, 'written only')

  // Embedded.
  const pgliteFolder = join(root, 'pglite')
  let pglite: PGlite | undefined
  const fresh = await ms(async () => {
    pglite = await PGlite.create(pgliteFolder)
  })
  const plain = await bare((sql, values) => pglite!.query(sql, values))
  const wal = await rate(SINGLE, async () => {
    for (let i = 0; i < SINGLE; i++) {
      await pglite!.query('insert into bare values ($1, $2, $3)', ['flushed', i, 'x'])
      for (const segment of readdirSync(join(pgliteFolder, 'pg_wal')).filter(n => n.length === 24)) {
        const fd = openSync(join(pgliteFolder, 'pg_wal', segment), 'r')
        fdatasyncSync(fd)
        closeSync(fd)
      }
    }
  })
  print('PGlite alone, its log flushed from Node after each commit', wal, '/s', plain.single, 'not flushed')
  await pglite!.close()
  const reopened = await ms(async () => {
    pglite = await PGlite.create(pgliteFolder)
  })
  await pglite!.close()

  const folder = join(root, 'data')
  const open = () => openStore({ kind: 'embedded', folder })
  await openStore({ kind: 'embedded', folder: join(root, 'template') }).then(s => s.close())
  let store: Store | undefined
  const opened = async () => {
    store = await open()
  }
  print(
    'embedded: open a new folder, template cached',
    await ms(opened),
    'ms',
    fresh,
    'PGlite making a database',
  )
  await figures('embedded', store!, plain)
  const entries = await entriesOf(store!, 'bulk')
  print(
    'fold',
    await rate(BULK, () => fold(entries)),
    'entries/s',
    await rate(BULK, () => JSON.parse(JSON.stringify(entries))),
    'JSON there and back',
  )
  await store!.close()
  print(`embedded: reopen with ${BULK} entries`, await ms(opened), 'ms', reopened, 'PGlite reopening')
  const backupFile = join(root, 'backup.hudna')
  const digest = await rate(BULK, () =>
    createHash('sha256')
      .update(entries.map(e => JSON.stringify(e)).join('\n'))
      .digest(),
  )
  print(
    'embedded: back up',
    await rate(BULK, () => backup(LOCAL_USER, store!, backupFile)),
    'entries/s',
    digest,
    'JSON and one hash in memory',
  )
  const target = await openStore({ kind: 'embedded', folder: join(root, 'target') })
  print(
    'embedded: restore',
    await rate(BULK, () => restore(LOCAL_USER, backupFile, target)),
    'entries/s',
    plain.bulk,
    'bare insert of 500 rows a commit',
  )
  await target.close()
  const entriesHeld = (await store!.accords(LOCAL_USER)).reduce((sum, a) => sum + a.head.seq, 0)
  await store!.close()
  rmSync(join(folder, 'database'), { recursive: true })
  print(
    `embedded: open, database of ${entriesHeld} entries built anew from the journal`,
    await ms(opened),
    'ms',
    fresh,
    'PGlite making an empty database',
  )
  await store!.close()

  // PostgreSQL. A cluster of our own does not flush (-F); name one by DATABASE_URL_TEST for its true figures.
  const server = await postgresForTests()
  if (server) {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    const plainServer = await bare((sql, values) => client.query(sql, values))
    await client.end()
    const postgres = await openStore({ kind: 'postgres', url: server.url })
    await figures('postgres', postgres, plainServer)
    await postgres.close()
    await server.stop()
  } else process.stderr.write('PostgreSQL: not found, its figures are left out\n')
} finally {
  rmSync(root, { recursive: true, force: true })
}
