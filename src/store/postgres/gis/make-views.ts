import { readFileSync } from 'node:fs'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import type { Tables } from '../../tables.ts'

const VIEWS = new URL('./views.sql', import.meta.url)
/** As in apply-migrations: two that open at once must not make the views against each other. */
const VIEWS_LOCK = 4_832_002

/**
 * Makes the views that QGIS reads, where PostGIS is installed in this database (`create extension postgis` is the
 * administrator's to run).
 *
 * @returns whether the views are there.
 */
export async function makeGisViews(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'postgis'`.execute(db)
  if (rows.length === 0) return false
  await db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(${VIEWS_LOCK})`.execute(tx)
    await tx.executeQuery(CompiledQuery.raw(readFileSync(VIEWS, 'utf8')))
  })
  return true
}
