import type { TalksPosition } from '../../../core/talks/position.ts'
import type { TalksBoard, TalksRow } from '../../../core/view/talks-board.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useSaid, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link, useAsked } from '../../route/router.tsx'
import { WhenText } from '../../show/dates.tsx'
import { EmptyState } from '../../show/empty-state.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Code, Foreign, Said } from '../../show/said.tsx'
import { type Column, Table } from '../../show/table.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import type { PageProps } from '../page.ts'
import { StanceMark } from './stance-mark.tsx'
import { talksWords } from './words/words.ts'
import './talks.css'

/** The talks at the moment asked: one row an agenda item, one column a party. */
export default function TalksPage({ accord }: PageProps) {
  const w = useWords(talksWords)
  const board = useResource<TalksBoard>(api.talks(accord, useAsked()))
  return (
    <div className="talks">
      <div className="page-head">
        <h1>{w.title}</h1>
        <p className="quiet">{w.lead}</p>
      </div>
      <Loaded of={board} lines={8}>
        {data =>
          data.items.length === 0 ? (
            <EmptyState title={w.emptyTitle}>{w.noAgenda}</EmptyState>
          ) : (
            <>
              {data.items.every(i => i.history.length === 0) && (
                <EmptyState
                  title={w.emptyTitle}
                  actions={
                    <Link className="button" to={pathTo(accord, 'inbox')}>
                      {w.toInbox}
                    </Link>
                  }
                >
                  {w.empty}
                </EmptyState>
              )}
              <Items board={data} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function Items({ board }: { readonly board: TalksBoard }) {
  const w = useWords(talksWords)
  const v = useWords(vocabulary)
  const said = useSaid()
  const whole = board.items.some(i => i.current.some(p => p.party === undefined))
  const partyColumn = (id: string | undefined, head: string): Column<TalksRow> => ({
    key: id ?? 'whole',
    head,
    cell: row => <Position board={board} position={row.current.find(p => p.party === id)} />,
  })
  return (
    <Table
      caption={w.title}
      rows={board.items}
      rowKey={i => i.item}
      columns={[
        {
          key: 'item',
          head: w.item,
          names: true,
          width: '17rem',
          cell: i => (
            <div className={i.parent ? 'talks-item talks-child' : 'talks-item'}>
              <strong>
                <Said words={i.title} />
              </strong>
              {i.provision && (
                <Link to={pathTo(board.accord, 'provision', i.provision)}>
                  <Code>{i.provision}</Code>
                </Link>
              )}
              {i.history.length > i.current.length && <History board={board} row={i} />}
            </div>
          ),
        },
        {
          key: 'state',
          head: w.state,
          width: '15rem',
          cell: i => (
            <>
              <span className="item-state" data-state={i.state}>
                {wordFor(v.itemState, i.state)}
              </span>
              {i.state !== 'unknown' && (
                <p className="quiet small">
                  <Said words={i.because} />
                </p>
              )}
            </>
          ),
        },
        ...(whole ? [partyColumn(undefined, w.whole)] : []),
        ...board.parties.map(p => partyColumn(p.id, said(p.name))),
      ]}
    />
  )
}

function Position({
  board,
  position: p,
}: {
  readonly board: TalksBoard
  readonly position: TalksPosition | undefined
}) {
  const w = useWords(talksWords)
  const said = useSaid()
  const tz = useAccord(board.accord)?.tz ?? 'UTC'
  if (!p) return <span className="faint">—</span>
  const item = (id: string) => said(board.items.find(i => i.item === id)?.title ?? { en: id, ar: id })
  return (
    <div className="talks-position">
      <Link to={pathTo(board.accord, 'record', p.id)}>
        <StanceMark stance={p.stance} />
      </Link>
      {p.condition && (
        <span className="small">
          {w.if} <Foreign text={p.condition} />
        </span>
      )}
      {p.waitsFor && (
        <span className="small">
          {w.waits} <Foreign text={item(p.waitsFor)} />
        </span>
      )}
      <span className="faint small">
        <WhenText when={p.when} tz={tz} />
      </span>
    </div>
  )
}

function History({ board, row }: { readonly board: TalksBoard; readonly row: TalksRow }) {
  const w = useWords(talksWords)
  const said = useSaid()
  const tz = useAccord(board.accord)?.tz ?? 'UTC'
  return (
    <details className="small">
      <summary>{w.history}</summary>
      <ul>
        {row.history.toReversed().map(p => (
          <li key={p.id}>
            <WhenText when={p.when} tz={tz} />{' '}
            {p.party
              ? said(board.parties.find(x => x.id === p.party)?.name ?? { en: p.party, ar: p.party })
              : w.whole}{' '}
            <StanceMark stance={p.stance} />
          </li>
        ))}
      </ul>
    </details>
  )
}
