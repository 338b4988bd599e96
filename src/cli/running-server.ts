import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../core/ledger/entry.ts'
import { applyEntry } from '../core/ledger/fold.ts'
import { emptyLedger } from '../core/ledger/state.ts'
import { accordOf, type Desk } from '../server/desk.ts'

/** Where a running `hudna start` on a data folder can be asked, noted in the folder itself. */
const fileIn = (folder: string): string => join(folder, 'server.json')

/** Notes the address for other commands on the same folder; returns what takes the note away again. */
export function noteAddress(folder: string, address: string): () => void {
  const file = fileIn(folder)
  writeFileSync(file, JSON.stringify({ address, pid: process.pid }))
  return () => rmSync(file, { force: true })
}

/** The address noted in the folder; undefined when there is none. It may be stale: whoever noted it may be gone. */
export function notedAddress(folder: string): string | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(fileIn(folder), 'utf8'))
    return typeof note === 'object' && note && 'address' in note ? String(note.address) : undefined
  } catch {
    return undefined
  }
}

/**
 * An accord's desk computed from the ledger of a running server, to be read only. The folder itself
 * belongs to that server alone.
 *
 * @returns undefined when no server answers there, or it has no such accord.
 */
export async function deskOfServer(address: string, accord: string): Promise<Desk | undefined> {
  const state = emptyLedger(accord)
  for (let from: number | undefined = 1; from !== undefined; ) {
    const page = await ledgerPage(address, accord, from)
    if (!page) return undefined
    for (const entry of page.entries) applyEntry(state, entry)
    from = page.next
  }
  const held = accordOf(state)
  return held && { id: accord, accord: held, state }
}

async function ledgerPage(
  address: string,
  accord: string,
  from: number,
): Promise<{ readonly entries: readonly Entry[]; readonly next?: number } | undefined> {
  try {
    const answer = await fetch(
      new URL(`/api/accords/${encodeURIComponent(accord)}/ledger?from=${from}`, address),
    )
    return answer.ok ? ((await answer.json()) as { entries: Entry[]; next?: number }) : undefined
  } catch {
    return undefined
  }
}
