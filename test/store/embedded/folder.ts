// A data folder for one test file, and small acts on the store in it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { LOCAL_USER } from '../../../src/core/access/viewer.ts'
import type { Entry } from '../../../src/core/ledger/entry.ts'
import { type OpenOptions, openStore } from '../../../src/store/open.ts'
import type { Store } from '../../../src/store/store.ts'
import { aReport } from '../../core/ledger/a-ledger.ts'

/** Folders under one temporary root that goes when the file's tests are over. */
export function folders(): () => string {
  const root = mkdtempSync(join(tmpdir(), 'hudna-folder-'))
  after(() => rmSync(root, { recursive: true, force: true }))
  let count = 0
  return () => join(root, `data-${++count}`)
}

export const openIn = (folder: string, options: OpenOptions = {}) =>
  openStore({ kind: 'embedded', folder }, options)

/** Appends reports r1 … rn, each on its own. */
export async function appendReports(store: Store, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const made = await store.appendEntries(LOCAL_USER, 'idlib', [
      { kind: 'report.received', report: aReport(id) },
    ])
    if (!made.ok) throw new Error(made.error.kind)
  }
}

export async function entriesOf(store: Store, accord = 'idlib'): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of store.readEntries(LOCAL_USER, accord)) entries.push(entry)
  return entries
}

/** Ids of the reports held, in order of entry. */
export async function reportIds(store: Store): Promise<string[]> {
  return (await entriesOf(store)).map(e => (e.body.kind === 'report.received' ? e.body.report.id : '?'))
}

/** Opens, runs, closes. */
export async function within<T>(folder: string, act: (store: Store) => Promise<T>): Promise<T> {
  const store = await openIn(folder)
  try {
    return await act(store)
  } finally {
    await store.close()
  }
}
