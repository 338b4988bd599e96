import type { Incident } from '../../../core/view/incidents.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { useCount, useLocale, useWords } from '../../locale/locale.tsx'
import { setParameter } from '../../route/router.tsx'
import { WhenText } from '../../show/dates.tsx'
import { Foreign, Said } from '../../show/said.tsx'
import { Table } from '../../show/table.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import { Figures } from './figures.tsx'
import { MarkOf } from './mark.tsx'
import { incidentsWords } from './words/words.ts'

type Props = {
  readonly accord: string
  readonly incidents: readonly Incident[]
  readonly zone: string | undefined
  readonly tz: string
  readonly open: string | undefined
}

/** A place by name in the reader's language; how exactly it is known stands beside it. */
export function PlaceText({ incident: { place } }: { readonly incident: Pick<Incident, 'place'> }) {
  const w = useWords(incidentsWords)
  const { language } = useLocale()
  const count = useCount()
  const name = language === 'ar' ? (place.nameAr ?? place.name) : (place.name ?? place.nameAr)
  return (
    <>
      {name !== undefined && <Foreign text={name} />}{' '}
      <span className="faint small incident-zone">
        {place.kind === 'unknown'
          ? w.noPlace
          : place.kind === 'area'
            ? w.anArea
            : place.radiusMetres === 0
              ? w.exact
              : w.rightTo(count(Math.round(place.radiusMetres / 100) / 10))}
      </span>
    </>
  )
}

/** The incidents as a table, newest first; a press opens one beside the map. */
export function Rows({ accord, incidents, zone, tz, open }: Props) {
  const w = useWords(incidentsWords)
  const v = useWords(vocabulary)
  const count = useCount()
  const name = useBearerName(accord)
  return (
    <Table
      caption={w.title}
      rows={incidents}
      rowKey={i => i.event}
      lit={i => i.event === open}
      columns={[
        { key: 'when', head: w.when, width: '10rem', cell: i => <WhenText when={i.when} tz={tz} /> },
        {
          key: 'what',
          head: w.what,
          names: true,
          cell: i => (
            <>
              <button type="button" className="incident-open" onClick={() => setParameter('event', i.event)}>
                <MarkOf types={i.types} denied={i.denied} />
                <span className="incident-type">{i.types.map(t => wordFor(v.eventType, t)).join(' / ')}</span>
              </button>
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
              <PlaceText incident={i} />
              {zone && <span className="tag incident-zone">{w[i.zones[zone] ?? 'outside']}</span>}
            </>
          ),
        },
        {
          key: 'figures',
          head: w.figures,
          width: '8rem',
          wideOnly: true,
          cell: i => <Figures of={i.figures} />,
        },
        {
          key: 'sources',
          head: w.sources,
          width: '8rem',
          cell: i => (
            <>
              {w.independent(count(i.independent))}
              {i.denied > 0 && <span className="incident-denied"> {w.denied(count(i.denied))}</span>}
              {i.links?.some(l => l.relation === 'versions-of') && (
                <span className="tag tag-claim incident-zone">{w.twoVersions}</span>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
