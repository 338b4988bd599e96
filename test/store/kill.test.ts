import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { LOCAL_USER } from '../../src/core/access/viewer.ts'
import { chainCheck } from '../../src/core/ledger/chain.ts'
import { openStore, type StoreAddress } from '../../src/store/open.ts'
import { postgresForTests } from './postgres-server.ts'

const LOOP = fileURLToPath(new URL('./append-in-loop.ts', import.meta.url))
const KILLS = 10

/** Lets the loop run until `delay` ms after it opened, kills it, and gives the last number it confirmed. */
async function killAfter(address: StoreAddress, delay: number, atOnce = false): Promise<number> {
  const child = spawn(process.execPath, [
    LOOP,
    address.kind,
    address.kind === 'embedded' ? address.folder : address.url,
  ])
  let said = ''
  let wrong = ''
  child.stderr.on('data', chunk => {
    wrong += chunk
  })
  const ended = new Promise<string | null>(resolve => child.on('close', (_, signal) => resolve(signal)))
  if (atOnce) setTimeout(() => child.kill('SIGKILL'), delay)
  child.stdout.on('data', chunk => {
    if (!said && !atOnce) setTimeout(() => child.kill('SIGKILL'), delay)
    said += chunk
  })
  assert.equal(await ended, 'SIGKILL', wrong)
  // The last line may be cut; only whole lines were confirmed to us.
  return Number(
    said
      .split('\n')
      .slice(0, -1)
      .filter(l => l !== 'open')
      .at(-1) ?? 0,
  )
}

/** Opens the store, checks it whole, and gives how many entries it holds. */
async function entriesIn(address: StoreAddress): Promise<number> {
  const store = await openStore(address)
  try {
    const check = chainCheck('idlib')
    let count = 0
    for await (const entry of store.readEntries(LOCAL_USER, 'idlib')) {
      assert.deepEqual(check.next(entry), [])
      count++
      if (entry.body.kind === 'report.received')
        assert.ok(
          await store.getBlob(LOCAL_USER, 'idlib', entry.body.report.sha256),
          `bytes of entry ${entry.seq}`,
        )
    }
    assert.deepEqual(check.end(await store.head(LOCAL_USER, 'idlib')), [])
    assert.equal(count % 3, 0, 'an append of three is there whole or not at all')
    return count
  } finally {
    await store.close()
  }
}

async function killsLoseNothing(address: StoreAddress): Promise<void> {
  let before = 0
  for (let n = 0; n < KILLS; n++) {
    const delay = Math.random() * 400
    const confirmed = await killAfter(address, delay)
    const held = await entriesIn(address)
    assert.ok(
      held >= Math.max(confirmed, before),
      `kill ${n + 1} after ${delay.toFixed(0)} ms: ${confirmed} confirmed, ${held} held`,
    )
    before = held
  }
  assert.ok(before > 0)
}

describe('a process killed while it appends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hudna-kill-'))
  after(() => rmSync(folder, { recursive: true, force: true }))

  it(`loses no confirmed entry in ${KILLS} kills, and no append is there in part (embedded)`, () =>
    killsLoseNothing({ kind: 'embedded', folder: join(folder, 'a') }))

  it('leaves a folder that opens, when killed while it was being made (embedded)', async () => {
    for (let n = 0; n < 5; n++) {
      const address = { kind: 'embedded', folder: join(folder, `new-${n}`) } as const
      const confirmed = await killAfter(address, 150 + Math.random() * 600, true)
      assert.ok((await entriesIn(address)) >= confirmed)
    }
  })
})

const server = await postgresForTests()
describe('a process killed while it appends to PostgreSQL', () => {
  after(() => server?.stop())
  it(
    `loses no confirmed entry in ${KILLS} kills, and no append is there in part (postgres)`,
    { skip: !server && 'PostgreSQL: not found' },
    () => killsLoseNothing({ kind: 'postgres', url: server!.url }),
  )
})
if (!server) console.log('PostgreSQL: not found, 1 tests skipped')
