import type { BoardRow } from '../../../core/view/board.ts'
import { type Standing, standingOf } from '../../../core/view/verdict-words.ts'

/** What the matrix is narrowed to; it stands in the address (?only=broken&parts=1). */
export type StateFilter = { readonly only?: Standing; readonly parts: boolean }

const STANDINGS: readonly Standing[] = ['broken', 'doubt', 'unknown', 'open', 'kept', 'aside']

export function filterOf(query: URLSearchParams): StateFilter {
  const only = STANDINGS.find(s => s === query.get('only'))
  return { ...(only && { only }), parts: query.get('parts') === '1' }
}

/** Rows that have at least one verdict of the kind asked for. */
export function rowsThat(rows: readonly BoardRow[], filter: StateFilter): readonly BoardRow[] {
  return rows.filter(
    r =>
      (!filter.only || r.cells.some(c => standingOf(c.verdict) === filter.only)) &&
      (!filter.parts || r.cells.some(c => c.differs.length > 0)),
  )
}

/** How many verdicts have each standing, worst first; standings without any are left out. */
export function standingCounts(
  rows: readonly BoardRow[],
): readonly { readonly standing: Standing; readonly n: number }[] {
  const counts = new Map<Standing, number>()
  for (const r of rows)
    for (const c of r.cells) {
      if (c.verdict.verdict === 'NOT_JUDGED') continue
      const s = standingOf(c.verdict)
      counts.set(s, (counts.get(s) ?? 0) + 1)
    }
  return STANDINGS.flatMap(standing => {
    const n = counts.get(standing)
    return n ? [{ standing, n }] : []
  })
}
