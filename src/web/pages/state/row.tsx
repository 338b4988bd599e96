import { useEffect, useRef } from 'react'
import type { BoardRow, StateBoard } from '../../../core/view/board.ts'
import { openEvidence, sameBearer, useOpenEvidence } from '../../evidence/open-evidence.ts'
import { useSaid, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { DateText } from '../../show/dates.tsx'
import { Icon } from '../../show/icon.tsx'
import { Code, Said } from '../../show/said.tsx'
import type { Domain } from '../../show/strip.ts'
import { Strip } from '../../show/strip.tsx'
import { VerdictBadge } from '../../show/verdict-badge.tsx'
import { shared } from '../../words/shared.ts'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { stretchesOf } from './columns.ts'
import { stateWords } from './words/words.ts'

type Props = {
  readonly board: StateBoard
  readonly row: BoardRow
  readonly columns: readonly string[]
  readonly domain: Domain | undefined
  readonly nameOf: (party: string) => string
}

/** One provision over the parties it binds. */
export function Row({ board, row, columns, domain, nameOf }: Props) {
  const v = useWords(vocabulary)
  const w = useWords(shared).evidence
  return (
    <tr>
      <th scope="row">
        <Link className="matrix-title" to={pathTo(board.accord, 'provision', row.provision)}>
          <Said words={row.title} />
        </Link>
        <span className="matrix-facts">
          <Code>{row.provision}</Code>
          <span>{wordFor(v.modality, row.kind)}</span>
          {row.due !== undefined && (
            <span>
              {w.due} <DateText at={row.due} tz={board.tz} />
            </span>
          )}
        </span>
      </th>
      {stretchesOf(row, columns).map((s, i) =>
        s.cell ? (
          <td key={s.key} colSpan={s.span} className="matrix-cell">
            <CellButton {...{ row, cell: s.cell, domain, nameOf }} column={i} />
          </td>
        ) : (
          <td key={s.key} className="matrix-none" />
        ),
      )}
    </tr>
  )
}

type CellProps = {
  readonly row: BoardRow
  readonly cell: BoardRow['cells'][number]
  readonly domain: Domain | undefined
  readonly nameOf: (party: string) => string
  readonly column: number
}

function CellButton({ row, cell, domain, nameOf, column }: CellProps) {
  const w = useWords(stateWords)
  const said = useSaid()
  const open = useOpenEvidence()
  const bearer = cell.bearer.map(nameOf).join(' + ')
  const isOpen = open?.provision === row.provision && sameBearer(open.bearer, cell.bearer)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The drawer narrows the matrix; what it explains must stay in sight.
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isOpen])
  const mark = { provision: row.provision, bearer: cell.bearer }
  return (
    <button
      ref={button}
      type="button"
      className="cell"
      data-column={column}
      aria-expanded={isOpen}
      onClick={() => openEvidence(mark)}
    >
      <span className="said-only">{w.cell(said(row.title), bearer)}</span>
      <span className="cell-top">
        <VerdictBadge plain verdict={cell.verdict} />
        <span className="cell-party" aria-hidden="true">
          {bearer}
          {cell.bearer.length > 1 && (
            <>
              {' · '}
              {w.jointly}
            </>
          )}
        </span>
        {cell.differs.length > 0 && (
          <span className="cell-parts" title={w.differs}>
            <Icon name="split" width="13" height="13" />
          </span>
        )}
      </span>
      {domain && <Strip intervals={cell.strip} domain={domain} />}
    </button>
  )
}
