import { type SqlBool, sql } from 'kysely'
import { may } from '../../core/access/may.ts'
import type { Viewer } from '../../core/access/viewer.ts'
import { queryWords } from '../../core/text/search-words.ts'
import { insideOf } from '../inside.ts'
import { projectedUpTo } from '../project.ts'
import type { Store } from '../store.ts'
import type { SearchKind, SearchShown } from './search-item.ts'

export type SearchHit = SearchShown & {
  readonly kind: SearchKind
  readonly id: string
  /** Seconds UTC. */
  readonly received: number
}

export type SearchPage = {
  /** Latest received first. */
  readonly hits: readonly SearchHit[]
  /** Give it as `after` for the next page; absent on the last. */
  readonly next?: string
  readonly upTo: number
}

const MOST = 200

/**
 * Reports and standing records that hold every word of `text`, whatever the spelling of alef, ta marbuta, ya and
 * marks, and with or without Arabic particles before the word. Nothing for a text without words.
 */
export async function searchIn(
  viewer: Viewer,
  store: Store,
  asked: { readonly accord: string; readonly text: string; readonly kinds?: readonly SearchKind[] },
  page: { readonly after?: string; readonly limit?: number } = {},
): Promise<SearchPage> {
  const words = queryWords(asked.text)
  if (!may(viewer, 'read', asked.accord) || words.length === 0) return { hits: [], upTo: 0 }
  const { db } = insideOf(store)
  const limit = Math.min(page.limit ?? 50, MOST)
  const after = page.after === undefined ? undefined : readCursor(page.after)
  const rows = await db
    .selectFrom('search_item')
    .select(['kind', 'id', 'received', 'shown'])
    .where('accord', '=', asked.accord)
    .where(eb => eb.and(words.map(forms => sql<SqlBool>`words && ${forms}::text[]`)))
    .$if(asked.kinds !== undefined, q => q.where('kind', 'in', asked.kinds!.length ? asked.kinds! : ['']))
    .$if(after !== undefined, q =>
      q
        .where('received', '<=', after!.received)
        .where(eb =>
          eb.or([
            eb('received', '<', after!.received),
            eb('kind', '>', after!.kind),
            eb.and([eb('kind', '=', after!.kind), eb('id', '>', after!.id)]),
          ]),
        ),
    )
    .orderBy('received', 'desc')
    .orderBy('kind')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    hits: shown.map(r => ({
      ...(JSON.parse(r.shown) as SearchShown),
      kind: r.kind as SearchKind,
      id: r.id,
      received: r.received,
    })),
    upTo: await projectedUpTo(db, asked.accord),
    ...(rows.length > limit && last ? { next: `${last.received}~${last.kind}~${last.id}` } : {}),
  }
}

function readCursor(cursor: string): { received: number; kind: string; id: string } {
  const [received = '', kind = '', ...id] = cursor.split('~')
  return { received: Number(received), kind, id: id.join('~') }
}
