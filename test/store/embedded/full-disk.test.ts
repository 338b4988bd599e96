import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { CompiledQuery } from 'kysely'
import { LOCAL_USER } from '../../../src/core/access/viewer.ts'
import { verifyChain } from '../../../src/core/ledger/chain.ts'
import { openDatabase } from '../../../src/store/embedded/database.ts'
import { appendReports, entriesOf, folders, openIn, reportIds, within } from './folder.ts'

const folder = folders()
const MB = 1024 * 1024
const full = (e: Error & { code?: string }) => {
  assert.equal(e.code, 'disk-full')
  assert.match(e.message, /^the disk that holds \/.* is full(: \d+ MB free)?; nothing of this was written$/)
  return true
}

describe('a disk that is nearly full', () => {
  it('refuses an append with one sentence, writes nothing, and goes on once there is room', async () => {
    const f = folder()
    let free = 1000 * MB
    const store = await openIn(f, { freeBytes: async () => free })
    await appendReports(store, 'r1')
    const size = statSync(join(f, 'ledger.jsonl')).size
    free = 10 * MB
    await assert.rejects(appendReports(store, 'r2'), full)
    await assert.rejects(store.putBlob(LOCAL_USER, 'idlib', Buffer.from('x')), full)
    assert.equal(statSync(join(f, 'ledger.jsonl')).size, size)
    assert.deepEqual(await reportIds(store), ['r1'])
    free = 1000 * MB
    await appendReports(store, 'r3')
    assert.deepEqual(await reportIds(store), ['r1', 'r3'])
    await store.close()
  })

  it('refuses to open a new folder, and leaves no lock behind', async () => {
    const f = folder()
    await assert.rejects(openIn(f, { freeBytes: async () => 20 * MB }), full)
    assert.equal(existsSync(join(f, 'hudna.lock')), false)
    assert.deepEqual(await within(f, reportIds), [])
  })
})

/** A real disk of its own, where the system lets us make one. */
function tinyDisk(megabytes: number): string | undefined {
  const at = mkdtempSync(join(tmpdir(), 'hudna-tiny-'))
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', at], { stdio: 'ignore' })
  } catch {
    rmSync(at, { recursive: true })
    return undefined
  }
  after(() => {
    execFileSync('/bin/umount', ['-l', at])
    rmSync(at, { recursive: true })
  })
  return at
}

const disk = tinyDisk(200)
describe('a disk that is really full', { skip: !disk && 'mounting a small disk needs root' }, () => {
  const ballast = () => join(disk!, 'ballast')
  /** Fills the disk to the last byte. */
  const fill = () => {
    for (const size of [MB, 4096, 1]) {
      for (;;)
        try {
          writeFileSync(ballast(), Buffer.alloc(size), { flag: 'a' })
        } catch {
          break
        }
    }
  }

  it('loses no confirmed entry though the warning mark was passed, and opens again with the rest', async () => {
    const f = join(disk!, 'data')
    const store = await openIn(f, { freeBytes: async () => Number.POSITIVE_INFINITY })
    await appendReports(store, 'r1', 'r2')
    fill()
    const body = { kind: 'comment.added', data: 'ن'.repeat(3 * MB) } as const
    await assert.rejects(store.appendEntries(LOCAL_USER, 'idlib', [body]), full)
    await assert.rejects(store.putBlob(LOCAL_USER, 'idlib', Buffer.alloc(MB)), full)
    await store.close().catch(() => {})
    rmSync(ballast())
    await within(f, async again => {
      assert.deepEqual(await reportIds(again), ['r1', 'r2'])
      await appendReports(again, 'r3')
      assert.deepEqual(verifyChain(await entriesOf(again)), [])
      assert.deepEqual(await again.blobs(LOCAL_USER, 'idlib'), [])
    })
  })

  it('refuses to open and says so', async () => {
    mkdirSync(join(disk!, 'other'))
    fill()
    await assert.rejects(openIn(join(disk!, 'other')), full)
    rmSync(ballast())
  })
})

describe('a commit that fails after the journal was written', () => {
  it('takes the line back, so that the entry is nowhere', async () => {
    const f = folder()
    await within(f, store => appendReports(store, 'r1'))
    const { db, pglite } = await openDatabase(join(f, 'database'))
    await db.executeQuery(
      CompiledQuery.raw(`
        create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused at commit'; end $$;
        create constraint trigger refuse after insert on ledger_entry deferrable initially deferred
          for each row when (new.body like '%r2%') execute function refuse()`),
    )
    await pglite.close()
    await within(f, async store => {
      await assert.rejects(appendReports(store, 'r2'), /refused at commit/)
      assert.deepEqual(await reportIds(store), ['r1'])
      await appendReports(store, 'r3')
    })
    await within(f, async store => {
      assert.deepEqual(await reportIds(store), ['r1', 'r3'])
      assert.ok((await store.verify(LOCAL_USER, 'idlib')).whole)
    })
  })
})
