import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { StoreError } from './store-error.ts'
import type { Tables } from './tables.ts'

const FOLDER = new URL('./migrations/', import.meta.url)

/** Any number will do, as long as every Hudna takes the same: two that start at once migrate one after the other. */
const MIGRATION_LOCK = 4_832_001

type Migration = { readonly name: string; readonly text: string; readonly sha256: string }

/** The migrations of this version, in order. */
export function migrations(): readonly Migration[] {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })
}

/**
 * Brings the tables up to this version, forwards only, all in one transaction.
 *
 * @returns names of the migrations applied now.
 * @throws StoreError 'newer-version' when the database knows a migration that this program does not,
 *   'migration-changed' when a landed file was edited.
 */
export async function applyMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  return await db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx)
    await sql`
      create table if not exists schema_migration (
        name text not null,
        sha256 text not null,
        applied_at text not null default now()::text,
        constraint schema_migration_key primary key (name)
      )`.execute(tx)
    const landed = await tx
      .selectFrom('schema_migration')
      .select(['name', 'sha256'])
      .orderBy('name')
      .execute()
    const known = migrations()
    for (const { name, sha256 } of landed) {
      const file = known.find(m => m.name === name)
      if (!file)
        throw new StoreError(
          'newer-version',
          `the database has migration ${name}, which this version of Hudna does not know`,
          {
            expected: 'the version that wrote it, or a newer one',
          },
        )
      if (file.sha256 !== sha256)
        throw new StoreError(
          'migration-changed',
          `migration ${name} is not the one that was applied to this database`,
          {
            file: `src/store/migrations/${name}`,
            expected: 'a migration that is never edited after it lands',
          },
        )
    }
    const missing = known.filter(m => !landed.some(l => l.name === m.name))
    for (const { name, text, sha256 } of missing) {
      await tx.executeQuery(CompiledQuery.raw(text))
      await tx.insertInto('schema_migration').values({ name, sha256 }).execute()
    }
    return missing.map(m => m.name)
  })
}
