import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Words } from '../core/words.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { HOUSE_VIEWER, type House, openHouse } from './house.ts'
import { adoption, packagedAccord } from './packaged-accord.ts'
import type { ReadBytes } from './reading.ts'
import { readIn } from './receive-report.ts'

/** The accord an empty store opens on. */
const FIRST_ACCORD = 'idlib'

export type OpenOptions = {
  /** Data folder of the embedded store. */
  readonly folder: string
  /** PostgreSQL instead of the folder. */
  readonly databaseUrl?: string | undefined
  readonly version: string
  readonly readBytes: ReadBytes
  /** Milliseconds UTC; tests give their own. */
  readonly clock?: () => number
  /** Free bytes of the data folder's disk; tests give their own to fill it. */
  readonly freeBytes?: (folder: string) => Promise<number>
  /** Told what is being done, for whoever waits. */
  readonly say?: (words: Words) => void
}

/**
 * Opens the store and everything on it; an empty one adopts the first accord with its evidence and finds
 * sample reports in its Inbox, undecided. A store that cannot be opened is a problem that says the way out.
 */
export async function openHouseAt(options: OpenOptions): Promise<Result<House, Problem>> {
  const { say = () => {}, clock = Date.now } = options
  say({ en: 'Opening the ledger …', ar: 'فتح السجل …' })
  const store = await openStoreAt(options)
  if (!store.ok) return store
  const house = await openHouse(store.value, options)
  if (house.accords().length) return ok(house)
  say({ en: 'Adopting the Idlib accord with its evidence …', ar: 'اعتماد اتفاق إدلب مع أدلته …' })
  const seeded = await seed(house, clock)
  if (seeded.ok) return ok(house)
  await house.close()
  return seeded
}

/** Opens only the store: for whoever checks or copies it whole. */
export async function openStoreAt(
  options: Pick<OpenOptions, 'folder' | 'databaseUrl' | 'clock' | 'freeBytes'>,
): Promise<Result<Store, Problem>> {
  const { folder, databaseUrl, clock, freeBytes } = options
  const address = databaseUrl
    ? ({ kind: 'postgres', url: databaseUrl } as const)
    : ({ kind: 'embedded', folder } as const)
  try {
    return ok(await openStore(address, { ...(clock && { clock }), ...(freeBytes && { freeBytes }) }))
  } catch (error) {
    if (error instanceof StoreError) return fail(error.problem)
    throw error
  }
}

async function seed(house: House, clock: () => number): Promise<Result<undefined, Problem>> {
  const packaged = await packagedAccord(FIRST_ACCORD)
  if (!packaged.ok) return fail(packaged.error[0]!)
  const { accord, reports } = packaged.value
  const entries = [...adoption(packaged.value)]
  for (const { name, bytes } of reports) {
    const now = Math.floor(clock() / 1000)
    const read = await readIn(accord, { bytes, name, mediaType: 'text/plain' }, house.readBytes, now)
    if (!read.ok)
      return fail({
        ...read.error,
        where: { ...read.error.where, file: `accords/${accord.id}/reports/${name}` },
      })
    const kept = await house.keepBytes(accord.id, HOUSE_VIEWER, bytes)
    if (!kept.ok) return kept
    entries.push(...read.value.entries)
  }
  // In one step: a first start that is cut off begins anew, and never with half an accord.
  const written = await house.append(accord.id, HOUSE_VIEWER, entries)
  return written.ok ? ok(undefined) : written
}
