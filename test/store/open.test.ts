import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import pg from 'pg'
import { LOCAL_USER } from '../../src/core/access/viewer.ts'
import { migrations } from '../../src/store/apply-migrations.ts'
import { openStore } from '../../src/store/open.ts'
import { aReport } from '../core/ledger/a-ledger.ts'
import { behindTheBack } from './behind-the-back.ts'
import { eachEngine } from './each-engine.ts'
import { postgresForTests } from './postgres-server.ts'

await eachEngine('opening a store', engine => {
  engine.it('applies every migration once, and says which', async () => {
    await engine.reopen()
    assert.deepEqual(
      (await engine.store().facts()).migrations,
      migrations().map(m => m.name),
    )
  })

  engine.it('refuses a database that a newer version wrote', async () => {
    const newer = behindTheBack(
      engine,
      `insert into schema_migration (name, sha256) values ('9999-future.sql', '')`,
    )
    await assert.rejects(newer, { code: 'newer-version' })
    await behindTheBack(engine, `delete from schema_migration where name = '9999-future.sql'`)
  })

  engine.it('refuses a migration that was edited after it landed', async () => {
    const { name, sha256 } = migrations()[0]!
    await assert.rejects(
      behindTheBack(engine, `update schema_migration set sha256 = 'x' where name = '${name}'`),
      { code: 'migration-changed' },
    )
    await behindTheBack(engine, `update schema_migration set sha256 = '${sha256}' where name = '${name}'`)
  })

  engine.it(
    'gives facts for an operator: engine, place without password, sizes, where each ledger stands',
    async () => {
      const accord = engine.accord()
      await engine
        .store()
        .appendEntries(LOCAL_USER, accord, [{ kind: 'report.received', report: aReport('r1') }])
      const facts = await engine.store().facts()
      assert.equal(facts.kind, engine.kind)
      assert.match(
        facts.engine,
        engine.kind === 'embedded' ? /^PGlite 0\.5\.\d+, PostgreSQL 18/ : /^PostgreSQL \d+/,
      )
      assert.ok(facts.bytes.database > 1e6)
      assert.equal(facts.accords.find(a => a.accord === accord)?.head.seq, 1)
      assert.ok(!facts.where.includes('hudna@'))
    },
  )
})

describe('every migration', () => {
  for (const { name, text } of migrations()) {
    it(`${name} is numbered, says why first, and has no trigger and no key that begins with anything but the accord`, () => {
      assert.match(name, /^\d{4}-[a-z-]+\.sql$/)
      assert.match(text, /^-- \S/)
      assert.doesNotMatch(text, /create\s+(or replace\s+)?trigger/i)
      const notPerAccord = ['store_note']
      for (const [, table = '', definition = ''] of text.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)) {
        if (notPerAccord.includes(table)) continue
        assert.match(definition, /primary key \(accord\b/, table)
        for (const [, columns = ''] of definition.matchAll(/(?:unique|foreign key) \(([^)]*)\)/g))
          assert.match(columns, /^accord\b/, table)
      }
    })
  }
})

describe('an address that leads nowhere', () => {
  for (const [what, url, code, message] of [
    ['no URL', 'nonsense', 'bad-address', /no URL/],
    ['another kind of database', 'mysql://localhost/x', 'bad-address', /begins with 'mysql:'/],
    [
      'no server',
      'postgres://hudna:geheim@127.0.0.1:1/hudna',
      'unreachable',
      /^PostgreSQL cannot be reached at 127\.0\.0\.1:1\/hudna: /,
    ],
  ] as const) {
    it(`is refused in one sentence, without the password: ${what}`, async () => {
      await assert.rejects(openStore({ kind: 'postgres', url }), (e: Error & { code?: string }) => {
        assert.equal(e.code, code)
        assert.match(e.message, message)
        assert.doesNotMatch(e.message, /geheim/)
        return true
      })
    })
  }

  it('is refused in one sentence: a folder that is a file', async () => {
    const file = join(tmpdir(), `hudna-not-a-folder-${process.pid}`)
    writeFileSync(file, '')
    await assert.rejects(openStore({ kind: 'embedded', folder: file }), { code: 'no-access' })
    rmSync(file)
  })
})

const server = await postgresForTests()
describe('several processes on one PostgreSQL', { skip: !server && 'PostgreSQL: not found' }, () => {
  after(() => server?.stop())
  const open = () => openStore({ kind: 'postgres', url: server!.url })

  it('migrate an empty database at once without harm, and number one ledger together', async () => {
    const stores = await Promise.all([open(), open(), open()])
    const made = await Promise.all(
      stores.flatMap(store =>
        Array.from({ length: 10 }, (_, i) =>
          store.appendEntries(LOCAL_USER, 'idlib', [{ kind: 'report.received', report: aReport(`r${i}`) }]),
        ),
      ),
    )
    assert.deepEqual(
      made.map(m => (m.ok ? m.value[0]!.seq : 0)).sort((a, b) => a - b),
      Array.from({ length: 30 }, (_, i) => i + 1),
    )
    assert.ok((await stores[0]!.verify(LOCAL_USER, 'idlib')).whole)
    for (const store of stores) await store.close()
  })

  it("hear of each other's appends", async () => {
    const [one, other] = await Promise.all([open(), open()])
    const heard = new Promise<number>(resolve => {
      other.onAppend((accord, seq) => accord === 'astana' && resolve(seq))
    })
    await one.appendEntries(LOCAL_USER, 'astana', [{ kind: 'comment.added', data: 'x' }])
    assert.equal(await heard, 1)
    await Promise.all([one.close(), other.close()])
  })

  it('hear of what was appended before they listened, and while their connection was broken', async () => {
    const [one, other] = await Promise.all([open(), open()])
    await one.appendEntries(LOCAL_USER, 'geneva', [{ kind: 'comment.added', data: 'x' }])
    let told = 0
    let wake = () => {}
    other.onAppend((accord, seq) => {
      if (accord !== 'geneva') return
      told = seq
      wake()
    })
    const next = () =>
      new Promise<void>(resolve => {
        wake = resolve
      })
    await next()
    assert.equal(told, 1)
    const client = new pg.Client({ connectionString: server!.url })
    await client.connect()
    const again = next()
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hudna listener' and datname = current_database()`,
    )
    await one.appendEntries(LOCAL_USER, 'geneva', [{ kind: 'comment.added', data: 'y' }])
    await again
    if (told === 1) await next()
    assert.equal(told, 2)
    await client.end()
    await Promise.all([one.close(), other.close()])
  })
})
if (!server) console.log('PostgreSQL: not found, 3 tests skipped')
