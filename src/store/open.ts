import { freeBytes } from './embedded/disk.ts'
import { openEmbedded } from './embedded/embedded-store.ts'
import { openPostgres } from './postgres/postgres-store.ts'
import type { Store } from './store.ts'

/** Where a store is: a folder of its own, or a PostgreSQL database by its URL. */
export type StoreAddress =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string }

export type OpenOptions = {
  /** Milliseconds UTC; by default the database's clock, which all processes on it share. */
  readonly clock?: () => number
  /** Free bytes on the disk of a folder; tests give their own to fill it. */
  readonly freeBytes?: (folder: string) => Promise<number>
}

/**
 * Opens a store, making or migrating it as needed. An embedded folder serves one process at a time.
 *
 * @throws StoreError with a sentence for the operator: 'in-use', 'disk-full', 'no-access', 'unreachable',
 *   'newer-version', 'migration-changed', 'journal-damaged', 'broken', 'bad-address'.
 */
export async function openStore(address: StoreAddress, options: OpenOptions = {}): Promise<Store> {
  if (address.kind === 'postgres') return await openPostgres(address.url, options)
  return await openEmbedded(address.folder, { ...options, freeBytes: options.freeBytes ?? freeBytes })
}
