import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { LOCAL_USER } from '../../../src/core/access/viewer.ts'
import { aReport } from '../../core/ledger/a-ledger.ts'
import { appendReports, entriesOf, folders, openIn, reportIds, within } from './folder.ts'

const folder = folders()
const journal = (f: string) => join(f, 'ledger.jsonl')
const database = (f: string) => join(f, 'database')

/** A closed folder with reports r1 to r3. */
async function three(): Promise<string> {
  const f = folder()
  await within(f, store => appendReports(store, 'r1', 'r2', 'r3'))
  return f
}

/** Leaves the lock that a holder on this machine leaves when the power goes. */
function powerLost(f: string): void {
  writeFileSync(
    join(f, 'hudna.lock'),
    JSON.stringify({ pid: 1, boot: 'before the power went', host: readHost() as string }),
  )
}
const readHost = () => readFileSync('/proc/sys/kernel/hostname', 'utf8').trim()

async function openingOf(f: string) {
  return await within(f, async store => ({
    ids: await reportIds(store),
    opening: (await store.facts()).opening,
  }))
}

describe('a folder found again', () => {
  it('says that it is new, then that it was closed', async () => {
    const f = folder()
    assert.equal((await openingOf(f)).opening?.left, 'new')
    assert.deepEqual((await openingOf(f)).opening, {
      left: 'closed',
      rebuilt: false,
      replayed: 0,
      journalRewritten: false,
    })
  })

  it('with a database older than the journal gets the missing entries', async () => {
    const f = folder()
    await within(f, store => appendReports(store, 'r1'))
    cpSync(database(f), `${f}.old`, { recursive: true })
    await within(f, store => appendReports(store, 'r2', 'r3'))
    rmSync(database(f), { recursive: true })
    renameSync(`${f}.old`, database(f))
    const { ids, opening } = await openingOf(f)
    assert.deepEqual([ids, opening?.replayed, opening?.rebuilt], [['r1', 'r2', 'r3'], 2, false])
  })

  it('without its database gets one from the journal, and the chain goes on', async () => {
    const f = await three()
    const before = await within(f, store => entriesOf(store))
    rmSync(database(f), { recursive: true })
    const { ids, opening } = await openingOf(f)
    assert.deepEqual([ids, opening?.rebuilt], [['r1', 'r2', 'r3'], true])
    await within(f, store => appendReports(store, 'r4'))
    assert.equal((await within(f, store => entriesOf(store)))[3]?.prev, before[2]?.hash)
  })

  it('with a database that cannot be opened gets a new one, and the old is kept beside it', async () => {
    const f = await three()
    writeFileSync(join(database(f), 'global', 'pg_control'), 'nonsense')
    const { ids, opening } = await openingOf(f)
    assert.deepEqual([ids, opening?.rebuilt], [['r1', 'r2', 'r3'], true])
    assert.ok(existsSync(`${database(f)}.damaged`))
  })

  it('with a database that cannot be opened and no journal is refused, not emptied', async () => {
    const f = await three()
    rmSync(journal(f))
    writeFileSync(join(database(f), 'global', 'pg_control'), 'nonsense')
    await assert.rejects(openIn(f), { code: 'broken' })
    assert.ok(existsSync(database(f)))
  })
})

describe('after the power went', {
  skip: process.platform !== 'linux' && 'reads the host name from /proc',
}, () => {
  it('a database with pages of different ages is built anew from the journal', async () => {
    const f = folder()
    await within(f, store => appendReports(store, 'r1'))
    cpSync(database(f), `${f}.old`, { recursive: true })
    await within(f, store => appendReports(store, 'r2', 'r3'))
    // What a kernel that never got to write leaves: some files of now, some of then.
    readdirSync(join(`${f}.old`, 'base'), { recursive: true, withFileTypes: true }).forEach((file, i) => {
      if (file.isFile() && i % 2)
        cpSync(
          join(file.parentPath, file.name),
          join(database(f), 'base', file.parentPath.slice(`${f}.old/base`.length), file.name),
        )
    })
    powerLost(f)
    const { ids, opening } = await openingOf(f)
    assert.deepEqual(
      [ids, opening],
      [['r1', 'r2', 'r3'], { left: 'restarted', rebuilt: true, replayed: 3, journalRewritten: false }],
    )
  })
})

describe('a folder whose making was cut off by power loss', {
  skip: process.platform !== 'linux' && 'reads the host name from /proc',
}, () => {
  it('opens as a new one, whatever became of its database', async () => {
    const f = folder()
    await within(f, async () => {})
    writeFileSync(join(database(f), 'global', 'pg_control'), '')
    powerLost(f)
    await within(f, store => appendReports(store, 'r1'))
    assert.deepEqual((await openingOf(f)).ids, ['r1'])
  })
})

describe('a journal', () => {
  it('holds each append before it is acknowledged', async () => {
    const f = folder()
    const store = await openIn(f)
    await appendReports(store, 'r1')
    const lines = readFileSync(journal(f), 'utf8').trimEnd().split('\n')
    assert.deepEqual(
      [JSON.parse(lines[0]!), JSON.parse(lines[1]!)[0].body.report.id],
      [{ hudna: 'ledger/1' }, 'r1'],
    )
    await store.close()
  })

  for (const [what, tail] of [
    ['half a line', '[{"accord":"idlib","seq":4,"body":{"ki'],
    ['zeros', '\0'.repeat(700)],
    ['a line of nonsense', 'nonsense\n'],
  ] as const) {
    it(`that ends in ${what} loses only that, which nobody was told of`, async () => {
      const f = await three()
      const size = statSync(journal(f)).size
      writeFileSync(journal(f), tail, { flag: 'a' })
      assert.deepEqual((await openingOf(f)).ids, ['r1', 'r2', 'r3'])
      assert.equal(statSync(journal(f)).size, size)
      await within(f, store => appendReports(store, 'r4'))
      assert.deepEqual((await openingOf(f)).ids, ['r1', 'r2', 'r3', 'r4'])
    })
  }

  it('that ends in half of an append of several has none of them', async () => {
    const f = await three()
    await within(f, store =>
      store.appendEntries(
        LOCAL_USER,
        'idlib',
        ['r4', 'r5'].map(id => ({ kind: 'report.received', report: aReport(id) })),
      ),
    )
    truncateSync(journal(f), statSync(journal(f)).size - 20)
    rmSync(database(f), { recursive: true })
    assert.deepEqual((await openingOf(f)).ids, ['r1', 'r2', 'r3'])
  })

  it('that is gone or short is written anew from the database', async () => {
    for (const harm of [(f: string) => rmSync(journal(f)), (f: string) => truncateSync(journal(f), 400)]) {
      const f = await three()
      harm(f)
      const { ids, opening } = await openingOf(f)
      assert.deepEqual([ids, opening?.journalRewritten], [['r1', 'r2', 'r3'], true])
      rmSync(database(f), { recursive: true })
      assert.deepEqual((await openingOf(f)).ids, ['r1', 'r2', 'r3'])
    }
  })

  it('altered in the middle is refused, with its byte, and left as it is', async () => {
    const f = await three()
    const altered = readFileSync(journal(f), 'utf8').replace('"r2"', '"rX"')
    writeFileSync(journal(f), altered)
    rmSync(database(f), { recursive: true })
    await assert.rejects(openIn(f), (e: Error & { code?: string }) => {
      assert.equal(e.code, 'journal-damaged')
      assert.match(e.message, /begins at byte \d+ holds entry 2 of 'idlib', which was altered/)
      return true
    })
    assert.equal(readFileSync(journal(f), 'utf8'), altered)
  })

  it('unreadable in the middle is refused', async () => {
    const f = await three()
    writeFileSync(journal(f), readFileSync(journal(f), 'utf8').replace('[{"accord"', '[{accord'))
    rmSync(database(f), { recursive: true })
    await assert.rejects(openIn(f), { code: 'journal-damaged' })
  })
})
