import { useState } from 'react'
import type { StatementList } from '../../../core/view/statement-list.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useSaid, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link, setParameter, useAddress, useAsked } from '../../route/router.tsx'
import { Choice } from '../../show/choice.tsx'
import { EmptyState } from '../../show/empty-state.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { StatementLine } from '../../statement/statement-line.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import type { PageProps } from '../page.ts'
import { narrowed } from './narrow.ts'
import { Promises } from './promises.tsx'
import { statementsWords } from './words/words.ts'
import './statements.css'

/** Who said what through whom, and promises set against what was done. */
export default function StatementsPage({ accord }: PageProps) {
  const w = useWords(statementsWords)
  const list = useResource<StatementList>(api.statements(accord, useAsked()))
  return (
    <div className="statements">
      <div className="page-head">
        <h1>{w.title}</h1>
        <p className="quiet">{w.lead}</p>
      </div>
      <Loaded of={list} lines={10}>
        {data =>
          data.statements.length + data.undertakings.length === 0 ? (
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
          ) : (
            <>
              {data.undertakings.length > 0 && <Promises accord={accord} undertakings={data.undertakings} />}
              <List accord={accord} statements={data.statements} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}

function List({
  accord,
  statements,
}: {
  readonly accord: string
  readonly statements: StatementList['statements']
}) {
  const w = useWords(statementsWords)
  const v = useWords(vocabulary)
  const said = useSaid()
  const count = useCount()
  const data = useAccord(accord)
  const { query } = useAddress()
  const [text, setText] = useState('')
  const filter = {
    text,
    party: query.get('party') ?? '',
    act: query.get('act') ?? '',
    exceptions: query.get('claims') === '1',
  }
  const shown = narrowed(statements, filter)
  const parties = [...new Set(statements.flatMap(s => s.speaker?.party ?? []))]
  const acts = [...new Set(statements.map(s => s.act))]
  const partyName = (id: string) => said(data?.parties.find(p => p.id === id)?.name ?? { en: id, ar: id })
  return (
    <section className="card">
      <div className="card-head">
        <h2>{w.statements}</h2>
        <span className="faint small">{w.total(count(shown.length))}</span>
      </div>
      <div className="statements-filters no-print">
        <input
          className="input"
          type="search"
          dir="auto"
          aria-label={w.search}
          placeholder={w.search}
          value={text}
          onChange={e => setText(e.target.value)}
        />
        {parties.length > 1 && (
          <Choice
            label={w.party}
            hideLabel
            value={filter.party || 'any'}
            options={[{ id: 'any', name: w.anySpeaker }, ...parties.map(id => ({ id, name: partyName(id) }))]}
            onChange={id => setParameter('party', id === 'any' ? undefined : id)}
          />
        )}
        {acts.length > 1 && (
          <Choice
            label={w.act}
            hideLabel
            value={filter.act || 'any'}
            options={[
              { id: 'any', name: w.anyAct },
              ...acts.map(id => ({ id, name: wordFor(v.speechAct, id) })),
            ]}
            onChange={id => setParameter('act', id === 'any' ? undefined : id)}
          />
        )}
        <button
          type="button"
          className="chip"
          aria-pressed={filter.exceptions}
          onClick={() => setParameter('claims', filter.exceptions ? undefined : '1')}
        >
          {w.exceptions}
        </button>
      </div>
      <div className="card-body statements-list">
        {shown.length === 0 && <p className="quiet">{w.none}</p>}
        {shown.map(s => (
          <StatementLine key={s.id} accord={accord} tz={data?.tz ?? 'UTC'} statement={s} />
        ))}
      </div>
    </section>
  )
}
