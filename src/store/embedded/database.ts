import { PGlite, types } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { pgliteDialect } from './pglite-dialect.ts'

export type Database = { readonly db: Kysely<Tables>; readonly pglite: PGlite }

/** Opens an existing database folder. Trusts the caller to hold its lock. */
export async function openDatabase(folder: string): Promise<Database> {
  const pglite = await PGlite.create(folder, {
    // `pg` gives text and PGlite a bigint for 64-bit numbers; ours (counts, milliseconds) are all below 2^53.
    parsers: { [types.INT8]: Number },
  })
  return { pglite, db: new Kysely<Tables>({ dialect: pgliteDialect(pglite) }) }
}
