import { type CSSProperties, useMemo } from 'react'
import type { BoardRow, StateBoard } from '../../../core/view/board.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { useSaid, useWords } from '../../locale/locale.tsx'
import { setParameter, useAddress } from '../../route/router.tsx'
import { EmptyState } from '../../show/empty-state.tsx'
import { Said } from '../../show/said.tsx'
import { domainOf } from '../../show/strip.ts'
import { StripAxis } from '../../show/strip.tsx'
import { columnsOf } from './columns.ts'
import { filterOf, rowsThat } from './filters.ts'
import { Row } from './row.tsx'
import { SilentRows } from './silent-rows.tsx'
import { useMatrixKeys } from './use-matrix-keys.ts'
import { stateWords } from './words/words.ts'

/** One row a provision, a cell a party: verdict and strip of time. */
export function Matrix({ board }: { readonly board: StateBoard }) {
  const w = useWords(stateWords)
  const said = useSaid()
  const accord = useAccord(board.accord)
  const filter = filterOf(useAddress().query)
  const columns = useMemo(() => columnsOf(board), [board])
  const domain = useMemo(
    () =>
      domainOf(
        board.rows.flatMap(r => r.cells.map(c => c.strip)),
        board.asOf.t,
      ),
    [board],
  )
  const judged = board.rows.filter(isJudged)
  const rows = rowsThat(judged, filter)
  const silent = filter.only || filter.parts ? [] : board.rows.filter(r => !isJudged(r))
  const frame = useMatrixKeys()
  const nameOf = (id: string) => said(board.parties.find(p => p.id === id)?.name ?? { en: id, ar: id })
  const documents = [...new Set(board.rows.map(r => r.document))]
  const titleOf = (id: string) => accord?.documents.find(d => d.id === id)?.title ?? { en: id, ar: id }

  if (!rows.length && !silent.length)
    return (
      <EmptyState
        title={w.noneLeft}
        actions={
          <button type="button" className="button" onClick={clearFilters}>
            {w.clear}
          </button>
        }
      >
        {null}
      </EmptyState>
    )
  return (
    <section className="matrix-frame" ref={frame}>
      <table className="matrix" style={{ '--columns': columns.length } as CSSProperties}>
        <caption className="said-only">{w.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{w.provision}</th>
            {columns.map(id => (
              <th key={id} scope="col">
                <span>{nameOf(id)}</span>
                {domain && <StripAxis domain={domain} />}
              </th>
            ))}
          </tr>
        </thead>
        {documents.map(document => {
          const own = rows.filter(r => r.document === document)
          const quiet = silent.filter(r => r.document === document)
          if (!own.length && !quiet.length) return null
          return (
            <tbody key={document}>
              <tr className="matrix-group">
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <Said words={titleOf(document)} />
                </th>
              </tr>
              {own.map(row => (
                <Row key={row.provision} {...{ board, row, columns, domain, nameOf }} />
              ))}
              {quiet.length > 0 && <SilentRows rows={quiet} columns={columns.length} accord={board.accord} />}
            </tbody>
          )
        })}
      </table>
      <details className="matrix-key no-print">
        <summary>{w.key}</summary>
        <p>{w.keyStrip}</p>
        <p>{w.keyUnknown}</p>
      </details>
    </section>
  )
}

function clearFilters(): void {
  setParameter('only', undefined)
  setParameter('parts', undefined)
}

const isJudged = (row: BoardRow) => row.cells.some(c => c.verdict.verdict !== 'NOT_JUDGED')
