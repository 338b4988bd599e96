import type { Kysely } from 'kysely'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** What files of src/store/ need of a store beyond its interface; nobody else speaks SQL. */
export type Inside = {
  readonly db: Kysely<Tables>
  /** The server's address, for parts that bring their own connections; absent on the embedded engine. */
  readonly url?: string
}

const insides = new WeakMap<Store, Inside>()

/** The store, with its inside remembered. */
export function withInside(store: Store, inside: Inside): Store {
  insides.set(store, inside)
  return store
}

/** @throws Error when the store was not made by `openStore`: a bug. */
export function insideOf(store: Store): Inside {
  const inside = insides.get(store)
  if (!inside) throw new Error('not a store that openStore made')
  return inside
}
