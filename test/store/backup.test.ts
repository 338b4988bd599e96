import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { LOCAL_USER } from '../../src/core/access/viewer.ts'
import type { Entry } from '../../src/core/ledger/entry.ts'
import { backup } from '../../src/store/backup.ts'
import { copyStore } from '../../src/store/copy-store.ts'
import { openStore } from '../../src/store/open.ts'
import { checkWhole, restore } from '../../src/store/restore.ts'
import type { Store } from '../../src/store/store.ts'
import { aReport } from '../core/ledger/a-ledger.ts'
import { eachEngine } from './each-engine.ts'
import { postgresForTests } from './postgres-server.ts'

const root = mkdtempSync(join(tmpdir(), 'hudna-backup-'))
after(() => rmSync(root, { recursive: true, force: true }))
let files = 0
const aFile = () => join(root, `backup-${++files}.hudna`)

async function entriesOf(store: Store, accord: string): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of store.readEntries(LOCAL_USER, accord)) entries.push(entry)
  return entries
}

/** Appends reports with bytes of their own. */
async function fill(store: Store, accord: string, from: number, to: number): Promise<void> {
  for (let i = from; i <= to; i++) {
    const kept = await store.putBlob(LOCAL_USER, accord, Buffer.from(`${accord} بيان ${i} `.repeat(i * 200)))
    assert.ok(kept.ok)
    const made = await store.appendEntries(LOCAL_USER, accord, [
      { kind: 'report.received', report: aReport(`r${i}`, kept.value) },
    ])
    assert.ok(made.ok)
  }
}

async function within<T>(
  act: (store: Store) => Promise<T>,
  folder = join(root, `target-${++files}`),
): Promise<T> {
  const store = await openStore({ kind: 'embedded', folder })
  try {
    return await act(store)
  } finally {
    await store.close()
  }
}

async function assertSame(a: Store, b: Store, accord: string): Promise<void> {
  assert.deepEqual(await entriesOf(b, accord), await entriesOf(a, accord))
  assert.deepEqual(await b.blobs(LOCAL_USER, accord), await a.blobs(LOCAL_USER, accord))
  assert.deepEqual(await b.verify(LOCAL_USER, accord, { bytes: true }), {
    entries: (await a.head(LOCAL_USER, accord)).seq,
    whole: true,
    problems: [],
  })
}

await eachEngine('a backup', engine => {
  const { it } = engine

  it('restores into a new folder: same entries, hashes and bytes, and the ledger goes on', async () => {
    const [one, two] = [engine.accord(), engine.accord()]
    await fill(engine.store(), one, 1, 20)
    await fill(engine.store(), two, 1, 3)
    const file = aFile()
    const made = await backup(LOCAL_USER, engine.store(), file)
    await within(async store => {
      assert.deepEqual(await restore(LOCAL_USER, file, store), made)
      await assertSame(engine.store(), store, one)
      await assertSame(engine.store(), store, two)
      await fill(store, one, 21, 22)
      assert.ok((await store.verify(LOCAL_USER, one)).whole)
    })
  })

  it('taken while others append is one moment of the ledger, whole', async () => {
    const accord = engine.accord()
    await fill(engine.store(), accord, 1, 10)
    const file = aFile()
    const appending = fill(engine.store(), accord, 11, 40)
    await backup(LOCAL_USER, engine.store(), file)
    await appending
    await within(async store => {
      await restore(LOCAL_USER, file, store)
      const restored = await entriesOf(store, accord)
      assert.ok(restored.length >= 10)
      assert.deepEqual(restored, (await entriesOf(engine.store(), accord)).slice(0, restored.length))
      assert.ok((await store.verify(LOCAL_USER, accord, { bytes: true })).whole)
    })
  })

  it('can be restored again, or after an interruption, and brings what is missing', async () => {
    const accord = engine.accord()
    await fill(engine.store(), accord, 1, 5)
    const [early, late] = [aFile(), aFile()]
    await backup(LOCAL_USER, engine.store(), early)
    await fill(engine.store(), accord, 6, 9)
    await backup(LOCAL_USER, engine.store(), late)
    await within(async store => {
      await restore(LOCAL_USER, early, store)
      await restore(LOCAL_USER, late, store)
      await restore(LOCAL_USER, late, store)
      await assertSame(engine.store(), store, accord)
    })
  })

  it('is refused by a store with another ledger of the same accord', async () => {
    const accord = engine.accord()
    await fill(engine.store(), accord, 1, 2)
    const file = aFile()
    await backup(LOCAL_USER, engine.store(), file)
    await within(async store => {
      await fill(store, accord, 3, 3)
      await assert.rejects(restore(LOCAL_USER, file, store), { code: 'not-empty' })
      assert.equal((await entriesOf(store, accord)).length, 1)
    })
  })

  it('leaves nothing under its name, nor beside it, when it fails', async () => {
    const folder = mkdtempSync(join(root, 'fails-'))
    const broken: Store = {
      ...engine.store(),
      async *readEntries() {
        yield* []
        throw new Error('the disk went')
      },
    }
    await fill(engine.store(), engine.accord(), 1, 1)
    await assert.rejects(backup(LOCAL_USER, broken, join(folder, 'b.hudna')), /the disk went/)
    assert.deepEqual(readdirSync(folder), [])
  })

  it('moves to another store directly, and again for what came since', async () => {
    const accord = engine.accord()
    await fill(engine.store(), accord, 1, 5)
    await within(async store => {
      await copyStore(LOCAL_USER, engine.store(), store)
      await fill(engine.store(), accord, 6, 8)
      await copyStore(LOCAL_USER, engine.store(), store)
      await assertSame(engine.store(), store, accord)
    })
  })

  // What the file itself must show does not depend on where it came from.
  if (engine.kind !== 'embedded') return

  async function damaged(
    harm: (lines: string[]) => string[] | undefined,
    code: string,
    message: RegExp,
  ): Promise<void> {
    const accord = engine.accord()
    await fill(engine.store(), accord, 1, 3)
    const file = aFile()
    await backup(LOCAL_USER, engine.store(), file)
    const lines = gunzipSync(readFileSync(file)).toString().split('\n')
    const harmed = harm(lines)
    if (harmed) writeFileSync(file, gzipSync(harmed.join('\n')))
    else writeFileSync(file, readFileSync(file).subarray(0, 900))
    await assert.rejects(checkWhole(file), (e: Error & { code?: string }) => {
      assert.equal(e.code, code)
      assert.match(e.message, message)
      return true
    })
    // The same check stands before the first write of a restore.
    const untouched: Store = {
      ...engine.store(),
      putBlob: () => assert.fail('nothing may be written'),
      appendSealed: () => assert.fail('nothing may be written'),
    }
    await assert.rejects(restore(LOCAL_USER, file, untouched), { code })
  }
  const lineOf = (lines: string[], what: string) => lines.findIndex(l => l.includes(what))

  it('that was cut is refused before anything is written', () =>
    damaged(() => undefined, 'backup-damaged', /cannot be unpacked/))
  it('without its last line is refused', () =>
    damaged(l => l.slice(0, -2), 'backup-damaged', /the end of the backup is missing/))
  it('with an altered entry is refused, and the entry named', () =>
    damaged(
      l => l.with(lineOf(l, '"r2"'), l[lineOf(l, '"r2"')]!.replace('"r2"', '"rX"')),
      'backup-damaged',
      /entry \d+ of the ledger of 'idlib-\d+': its content no longer matches/,
    ))
  it('with altered bytes is refused', () =>
    damaged(
      l => l.with(lineOf(l, '"part"'), `{"part":"${Buffer.from('x'.repeat(1e6)).toString('base64')}"}`),
      'backup-damaged',
      /do not have their name/,
    ))
  it('with a line taken out is refused', () =>
    damaged(l => l.toSpliced(lineOf(l, '"entry"'), 1), 'backup-damaged', /missing/))
  it('that is another file is refused', () =>
    damaged(() => ['{"a":1}'], 'backup-damaged', /not the first line of a Hudna backup/))

  it('that does not exist is refused with its name', async () => {
    const file = join(root, 'none.hudna')
    await assert.rejects(checkWhole(file), { code: 'no-access' })
    assert.equal(existsSync(file), false)
  })
})

const server = await postgresForTests()
describe('moving to a server', { skip: !server && 'PostgreSQL: not found' }, () => {
  after(() => server?.stop())

  it('from a folder and back changes no letter', async () => {
    await within(async folder => {
      await fill(folder, 'idlib', 1, 5)
      const store = await openStore({ kind: 'postgres', url: server!.url })
      await copyStore(LOCAL_USER, folder, store)
      await assertSame(folder, store, 'idlib')
      await within(async back => {
        await copyStore(LOCAL_USER, store, back)
        await assertSame(folder, back, 'idlib')
      })
      await store.close()
    })
  })
})
