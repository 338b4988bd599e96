import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Problem } from '../core/problem.ts'
import type { Result } from '../core/result.ts'
import type { Words } from '../core/words.ts'
import type { Desk } from '../server/desk.ts'
import type { House } from '../server/house.ts'
import { VERSION } from '../server/installed.ts'
import { openHouseAt, openStoreAt } from '../server/open-house.ts'
import { packagedDesk } from '../server/packaged-accord.ts'
import { notFound, problem } from '../server/problem-status.ts'
import { readBytes } from '../server/read-bytes.ts'
import type { Store } from '../store/store.ts'
import { type Arguments, InputFault, type Terminal, textOption } from './command.ts'
import { deskOfServer, notedAddress } from './running-server.ts'
import { isolated } from './terminal.ts'

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
  const opened = await houseResult(args, t)
  if (!opened.ok) throw new InputFault([opened.error])
  return opened.value
}

/** As `houseFrom`, with the problem as a value: one in use may still be reached through its server. */
export function houseResult(args: Arguments, t: Terminal): Promise<Result<House, Problem>> {
  return openHouseAt({
    folder: dataFolder(args, t).path,
    databaseUrl: t.env.DATABASE_URL,
    version: VERSION,
    readBytes,
    say: words => t.err(`${words[t.locale]}\n`),
  })
}

/** Opens only the store in the data folder. */
export async function storeFrom(args: Arguments, t: Terminal): Promise<Store> {
  const { path } = dataFolder(args, t)
  if (!t.env.DATABASE_URL && !holdsStore(path)) throw noStore(path)
  const opened = await openStoreAt({ folder: path, databaseUrl: t.env.DATABASE_URL })
  if (!opened.ok) throw new InputFault([opened.error])
  return opened.value
}

function noStore(folder: string): InputFault {
  const expected = 'a data folder; hudna start and hudna accept make one'
  return new InputFault([
    problem('no-such-store', 'there is no ledger in this folder', { file: folder, expected }),
  ])
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
  if (!t.env.DATABASE_URL && !holdsStore(path)) {
    if (asked) throw noStore(path)
    const packaged = await packagedDesk(id)
    if (!packaged.ok) throw new InputFault(packaged.error)
    return { desk: packaged.value, [Symbol.asyncDispose]: async () => {} }
  }
  const opened = await houseResult(args, t)
  if (!opened.ok) {
    // A server at work holds the folder; it can be asked instead.
    const address = opened.error.code === 'in-use' ? notedAddress(path) : undefined
    const desk = address && (await deskOfServer(address, id))
    if (!desk) throw new InputFault([opened.error])
    t.err(
      t.locale === 'ar'
        ? `سؤال الخادم العامل على ${isolated(address)} …\n`
        : `Asking the server at ${address} …\n`,
    )
    return { desk, [Symbol.asyncDispose]: async () => {} }
  }
  const house = opened.value
  const desk = house.desk(id)
  if (!desk) {
    await house.close()
    throw new InputFault([{ ...notFound('accord', id), expected: `one of ${house.accords().join(', ')}` }])
  }
  return { desk, [Symbol.asyncDispose]: () => house.close() }
}
