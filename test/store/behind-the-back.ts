// Changes a store's tables as somebody with access to disk or server would: without Hudna.
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { openDatabase } from '../../src/store/embedded/database.ts'
import type { Engine } from './each-engine.ts'

/** Runs SQL in the engine's database while the store is closed, and opens the store again. */
export async function behindTheBack(engine: Engine, statement: string): Promise<void> {
  const address = engine.address()
  await engine.reopen(async () => {
    if (address.kind === 'embedded') {
      const { db, pglite } = await openDatabase(join(address.folder, 'database'))
      await db.executeQuery(CompiledQuery.raw(statement))
      await pglite.close()
      return
    }
    const client = new pg.Client({ connectionString: address.url })
    await client.connect()
    await client.query(statement)
    await client.end()
  })
}
