import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Accord } from '../../src/core/accord/model.ts'
import type { LedgerRecord } from '../../src/core/ledger/entry.ts'
import { buildApp } from '../../src/server/app.ts'
import { HOUSE_VIEWER, openHouse } from '../../src/server/house.ts'
import { adoption } from '../../src/server/packaged-accord.ts'
import type { ReadBytes } from '../../src/server/reading.ts'
import { openStore } from '../../src/store/open.ts'
import { ACCORD } from '../core/view/small-accord.ts'
import { smallReader } from './small-reader.ts'

/** Noon, long after the events of the tests. */
export const NOW = Date.parse('2026-03-01T12:00:00Z')

/**
 * The real app on a real embedded store in a folder of its own, with an invented accord adopted; no port.
 * `fill(true)` fills the disk. End it with `close`.
 */
export async function appUnderTest(
  records: readonly LedgerRecord[] = [],
  {
    accord = ACCORD,
    webDir,
    readBytes = smallReader,
  }: { readonly accord?: Accord; readonly webDir?: string; readonly readBytes?: ReadBytes } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'hudna-test-'))
  let full = false
  const time = { now: NOW }
  const store = await openStore(
    { kind: 'embedded', folder },
    { clock: () => time.now, freeBytes: async () => (full ? 0 : 100e9) },
  )
  const house = await openHouse(store, { version: '0.0.0-test', readBytes })
  const adopted = await house.append(accord.id, HOUSE_VIEWER, adoption({ accord, records, reports: [] }))
  if (!adopted.ok) throw new Error(adopted.error.message)
  const logged: string[] = []
  const app = await buildApp({
    house,
    version: '0.0.0-test',
    clock: () => time.now,
    log: line => logged.push(line),
    ...(webDir !== undefined && { webDir }),
  })
  const base = `/api/accords/${accord.id}`
  return {
    app,
    house,
    folder,
    logged,
    time,
    fill: (yes: boolean) => {
      full = yes
    },
    /** GET below the accord. */
    async get(path: string) {
      const r = await app.inject({ method: 'GET', url: `${base}${path}` })
      return { status: r.statusCode, body: r.json() }
    },
    /** POST of JSON below the accord. */
    async post(path: string, payload: object) {
      const r = await app.inject({ method: 'POST', url: `${base}${path}`, payload })
      return { status: r.statusCode, body: r.json() }
    },
    /** POST of a file as a form. */
    async upload(bytes: Uint8Array, fields: Readonly<Record<string, string>> = {}, name = 'report.txt') {
      const form = new FormData()
      for (const [k, v] of Object.entries(fields)) form.set(k, v)
      form.set('file', new Blob([Uint8Array.from(bytes)], { type: 'text/plain' }), name)
      const encoded = new Response(form)
      const r = await app.inject({
        method: 'POST',
        url: `${base}/reports`,
        headers: { 'content-type': encoded.headers.get('content-type')! },
        payload: Buffer.from(await encoded.arrayBuffer()),
      })
      return { status: r.statusCode, body: r.json() }
    },
    async close() {
      await app.close()
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type AppUnderTest = Awaited<ReturnType<typeof appUnderTest>>
