import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from '../../src/server/app.ts'
import { openHouseAt } from '../../src/server/open-house.ts'
import { readBytes } from '../../src/server/read-bytes.ts'

/** The real server on the real accord with the real reader, in a folder of its own, on a free port of loopback. */
export async function realHouse() {
  const folder = await mkdtemp(join(tmpdir(), 'hudna-walk-'))
  const opened = await openHouseAt({ folder: join(folder, 'data'), version: 'test', readBytes })
  assert.ok(opened.ok, opened.ok ? '' : opened.error.message)
  const app = await buildApp({
    house: opened.value,
    version: 'test',
    webDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    house: opened.value,
    async close() {
      await app.close()
      await opened.value.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
