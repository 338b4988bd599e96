import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import type { Tables } from '../tables.ts'

const CHANNEL = 'hudna_appended'
/** Long enough not to press a server that restarts, short enough that a screen does not go stale unseen. */
const RETRY_MS = 2000

/** Which store appended, to which accord, up to which entry. */
export type Notice = { readonly from: string; readonly accord: string; readonly seq: number }

/** Sends a notice that others get when, and only if, the transaction commits. */
export async function tellOfAppend(tx: Kysely<Tables>, notice: Notice): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(notice)})`.execute(tx)
}

/**
 * Listens on a connection of its own, and connects again when it breaks. Each time it first tells where every
 * ledger stands, because what was said before is lost.
 */
export function hearAppends(url: string, hear: (notice: Notice) => void): { end: () => Promise<void> } {
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined
  let ended = false

  const listen = async (mine: pg.Client) => {
    await mine.connect()
    await mine.query(`listen ${CHANNEL}`)
    const { rows } = await mine.query<{ accord: string; seq: string }>('select accord, seq from ledger_head')
    for (const { accord, seq } of rows) hear({ from: '', accord, seq: Number(seq) })
  }
  const connect = () => {
    const mine = new pg.Client({ connectionString: url, application_name: 'hudna listener' })
    client = mine
    // A refused connection gives a rejection and, sometimes, an 'end' too: whichever comes first counts.
    const later = () => {
      if (client !== mine) return
      client = undefined
      if (!ended) again = setTimeout(connect, RETRY_MS).unref()
    }
    mine.on('notification', ({ payload }) => payload && hear(JSON.parse(payload) as Notice))
    mine.on('error', later)
    mine.on('end', later)
    listen(mine).catch(later)
  }
  connect()
  return {
    async end() {
      ended = true
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}
