// Runs the same tests on both engines; each file opens one store an engine, and each test takes an accord of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openStore, type StoreAddress } from '../../src/store/open.ts'
import type { Store } from '../../src/store/store.ts'
import { postgresForTests } from './postgres-server.ts'

export type Engine = {
  readonly kind: Store['kind']
  readonly it: (name: string, body: () => Promise<void>) => void
  /** The store of this file. */
  readonly store: () => Store
  /** Where it is, to open it again after closing. */
  readonly address: () => StoreAddress
  /** Closes the store and opens it again, with something done in between. */
  readonly reopen: (between?: () => Promise<void>) => Promise<Store>
  /** An accord that no other test uses. */
  readonly accord: () => string
}

/** Milliseconds UTC that tests set; the stores of this helper take their time from it. */
export const clock = { now: Date.UTC(2018, 10, 28, 12) }

export async function eachEngine(what: string, body: (engine: Engine) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hudna-store-'))
  suite(
    what,
    'embedded',
    () => ({ kind: 'embedded', folder }),
    body,
    async () => rmSync(folder, { recursive: true, force: true }),
  )

  const server = await postgresForTests()
  if (server) return suite(what, 'postgres', () => ({ kind: 'postgres', url: server.url }), body, server.stop)
  let skipped = 0
  const none = () => {
    throw new Error('no PostgreSQL here')
  }
  describe(`${what} (postgres)`, () => {
    body({
      kind: 'postgres',
      it(name) {
        skipped++
        it(name, { skip: 'PostgreSQL: not found' }, () => {})
      },
      store: none,
      address: none,
      reopen: none,
      accord: none,
    })
  })
  console.log(`PostgreSQL: not found, ${skipped} tests skipped`)
}

function suite(
  what: string,
  kind: Store['kind'],
  address: () => StoreAddress,
  body: (engine: Engine) => void,
  end: () => Promise<void>,
): void {
  describe(`${what} (${kind})`, () => {
    let store: Store
    let accords = 0
    const opened = () => openStore(address(), { clock: () => clock.now })
    before(async () => {
      store = await opened()
    })
    after(async () => {
      await store.close()
      await end()
    })
    body({
      kind,
      it: (name, test) => void it(name, test),
      store: () => store,
      address,
      async reopen(between = async () => {}) {
        await store.close()
        await between()
        store = await opened()
        return store
      },
      accord: () => `idlib-${++accords}`,
    })
  })
}
