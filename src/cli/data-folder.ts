import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Words } from '../core/words.ts'
import type { Desk, House } from '../server/house.ts'
import { VERSION } from '../server/installed.ts'
import { openHouseAt, openStoreAt } from '../server/open-house.ts'
import { packagedDesk } from '../server/packaged-accord.ts'
import { notFound, problem } from '../server/problem-status.ts'
import type { Store } from '../store/store.ts'
import { type Arguments, InputFault, type Terminal, textOption } from './command.ts'

export const DATA_OPTION: ParseArgsOptionsConfig = { data: { type: 'string' } }
export const DATA_WORDS: Readonly<Record<string, Words>> = {
  data: { en: 'data folder; HUDNA_DATA or ./data', ar: 'مجلد البيانات؛ HUDNA_DATA أو ./data' },
}

/** The data folder asked for: by option, by environment, else ./data. */
export function dataFolder(args: Arguments, t: Terminal): { readonly path: string; readonly asked: boolean } {
  const asked = textOption(args, 'data') ?? t.env.HUDNA_DATA
  return { path: resolve(asked ?? 'data'), asked: asked !== undefined }
}

/** Does a store live in this folder? */
export function holdsStore(folder: string): boolean {
  return existsSync(join(folder, 'ledger.jsonl')) || existsSync(join(folder, 'database'))
}

/** Opens the house on the data folder, with progress on stderr. */
export async function houseFrom(args: Arguments, t: Terminal): Promise<House> {
  const opened = await openHouseAt({
    folder: dataFolder(args, t).path,
    databaseUrl: t.env.DATABASE_URL,
    version: VERSION,
    say: words => t.err(`${words[t.locale]}\n`),
  })
  if (!opened.ok) throw new InputFault([opened.error])
  return opened.value
}

/** Opens only the store in the data folder. */
export async function storeFrom(args: Arguments, t: Terminal): Promise<Store> {
  const { path } = dataFolder(args, t)
  if (!t.env.DATABASE_URL && !holdsStore(path))
    throw new InputFault([
      problem('no-such-store', 'there is no ledger in this folder', {
        file: path,
        expected: 'a data folder; hudna start or hudna accept make one',
      }),
    ])
  const opened = await openStoreAt({ folder: path, databaseUrl: t.env.DATABASE_URL })
  if (!opened.ok) throw new InputFault([opened.error])
  return opened.value
}

/**
 * An accord to be asked about: the one in the data folder, or, where there is no data yet, the packaged
 * one with its own evidence.
 */
export async function deskFrom(
  id: string,
  args: Arguments,
  t: Terminal,
): Promise<AsyncDisposable & { readonly desk: Desk }> {
  const { path, asked } = dataFolder(args, t)
  if (!asked && !t.env.DATABASE_URL && !holdsStore(path)) {
    const packaged = await packagedDesk(id)
    if (!packaged.ok) throw new InputFault(packaged.error)
    return { desk: packaged.value, [Symbol.asyncDispose]: async () => {} }
  }
  const house = await houseFrom(args, t)
  const desk = house.desk(id)
  if (!desk) {
    await house.close()
    throw new InputFault([{ ...notFound('accord', id), expected: `one of ${house.accords().join(', ')}` }])
  }
  return { desk, [Symbol.asyncDispose]: () => house.close() }
}
