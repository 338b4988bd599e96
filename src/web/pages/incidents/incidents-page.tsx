import { useState } from 'react'
import type { Incident } from '../../../core/view/incidents.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { SourceName } from '../../accord/source-name.tsx'
import { useAccord } from '../../accord/use-accord.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { Grade } from '../../evidence/grade.tsx'
import { useCount, useLocale, useSaid, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link, setParameter, useAddress, useAsked } from '../../route/router.tsx'
import { Choice } from '../../show/choice.tsx'
import { WhenText } from '../../show/dates.tsx'
import { EmptyState } from '../../show/empty-state.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Num } from '../../show/numbers.tsx'
import { Foreign, Said } from '../../show/said.tsx'
import { Table } from '../../show/table.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import type { PageProps } from '../page.ts'
import { narrowed } from './narrow.ts'
import { incidentsWords } from './words/words.ts'
import './incidents.css'

/** Rows shown before "more" is asked for: a long table is slow to lay out and nobody reads it whole. */
const PAGE = 100

/** What happened, newest first, as a table with filters in words. */
export default function IncidentsPage({ accord }: PageProps) {
  const w = useWords(incidentsWords)
  const answer = useResource<{ readonly incidents: readonly Incident[] }>(api.incidents(accord, useAsked()))
  return (
    <div className="incidents">
      <div className="page-head">
        <h1>{w.title}</h1>
        <p className="quiet">{w.lead}</p>
      </div>
      <Loaded of={answer} lines={12}>
        {data =>
          data.incidents.length ? (
            <List accord={accord} incidents={data.incidents} />
          ) : (
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
          )
        }
      </Loaded>
    </div>
  )
}

function List({ accord, incidents }: { readonly accord: string; readonly incidents: readonly Incident[] }) {
  const w = useWords(incidentsWords)
  const v = useWords(vocabulary)
  const said = useSaid()
  const count = useCount()
  const name = useBearerName(accord)
  const data = useAccord(accord)
  const { query } = useAddress()
  const [shownCount, setShownCount] = useState(PAGE)
  const filter = {
    zone: query.get('zone') ?? '',
    type: query.get('type') ?? '',
    actor: query.get('actor') ?? '',
  }
  const fitting = narrowed(incidents, filter)
  const types = [...new Set(incidents.flatMap(i => i.types))]
  const actors = [...new Set(incidents.flatMap(i => i.actors))]
  const choose = (key: string) => (id: string) => setParameter(key, id === 'any' ? undefined : id)
  return (
    <>
      <div className="incidents-filters no-print">
        <span className="quiet small">{w.total(count(fitting.length))}</span>
        <Choice
          label={w.type}
          hideLabel
          value={filter.type || 'any'}
          options={[
            { id: 'any', name: w.anyType },
            ...types.map(id => ({ id, name: wordFor(v.eventType, id) })),
          ]}
          onChange={choose('type')}
        />
        <Choice
          label={w.actor}
          hideLabel
          value={filter.actor || 'any'}
          options={[
            { id: 'any', name: w.anyActor },
            ...actors.map(id => ({ id, name: name([id]) })),
            { id: '?', name: w.unknownActor },
          ]}
          onChange={choose('actor')}
        />
        {data && data.zones.length > 0 && (
          <Choice
            label={w.zone}
            hideLabel
            value={filter.zone || 'any'}
            options={[
              { id: 'any', name: w.anyZone },
              ...data.zones.map(z => ({ id: z.id, name: said(z.name) })),
            ]}
            onChange={choose('zone')}
          />
        )}
      </div>
      {fitting.length === 0 ? (
        <p className="quiet">{w.none}</p>
      ) : (
        <Rows
          accord={accord}
          incidents={fitting.slice(0, shownCount)}
          zone={filter.zone}
          tz={data?.tz ?? 'UTC'}
        />
      )}
      {fitting.length > shownCount && (
        <button type="button" className="button" onClick={() => setShownCount(shownCount + PAGE)}>
          {w.more}
        </button>
      )}
    </>
  )
}

type RowsProps = {
  readonly accord: string
  readonly incidents: readonly Incident[]
  readonly zone: string
  readonly tz: string
}

function Rows({ accord, incidents, zone, tz }: RowsProps) {
  const w = useWords(incidentsWords)
  const v = useWords(vocabulary)
  const count = useCount()
  const name = useBearerName(accord)
  const { language } = useLocale()
  const placeOf = ({ place }: Incident) =>
    language === 'ar' ? (place.nameAr ?? place.name) : (place.name ?? place.nameAr)
  return (
    <Table
      caption={w.title}
      rows={incidents}
      rowKey={i => i.event}
      columns={[
        { key: 'when', head: w.when, width: '10rem', cell: i => <WhenText when={i.when} tz={tz} /> },
        {
          key: 'what',
          head: w.what,
          names: true,
          cell: i => (
            <>
              <span className="incident-type">{i.types.map(t => wordFor(v.eventType, t)).join(' / ')}</span>
              <p className="incident-summary">
                <Said words={i.summary} />
              </p>
            </>
          ),
        },
        {
          key: 'by',
          head: w.by,
          width: '9rem',
          cell: i => (i.actors.length ? name(i.actors) : <span className="faint">{w.unknownActor}</span>),
        },
        {
          key: 'where',
          head: w.where,
          width: '9rem',
          cell: i => (
            <>
              <Foreign text={placeOf(i) ?? '—'} />
              {zone && i.zones[zone] !== 'outside' && (
                <span className="faint small incident-zone">
                  {w[i.zones[zone] as 'inside' | 'cannot-tell']}
                </span>
              )}
            </>
          ),
        },
        {
          key: 'figures',
          head: w.figures,
          width: '8rem',
          wideOnly: true,
          cell: i => (
            <ul>
              {i.figures.map(f => (
                <li key={`${f.claim} ${f.what} ${f.low}`}>
                  <Num value={f.low} />
                  {f.high !== f.low && (
                    <>
                      –<Num value={f.high} />
                    </>
                  )}{' '}
                  {wordFor(v.figure, f.what)}
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'sources',
          head: w.sources,
          width: '12rem',
          cell: i => (
            <details>
              <summary>
                {w.independent(count(i.independent))}
                {i.denied > 0 && <span className="incident-denied"> {w.denied(count(i.denied))}</span>}
              </summary>
              <ul className="incident-claims">
                {i.claims.map(c => (
                  <li key={c.id}>
                    <Link to={pathTo(accord, 'record', c.id)}>
                      <SourceName accord={accord} source={c.source} />
                    </Link>{' '}
                    <Grade grade={c.grade} />
                  </li>
                ))}
              </ul>
            </details>
          ),
        },
      ]}
    />
  )
}
