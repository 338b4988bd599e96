import { lazy, Suspense, useMemo, useState } from 'react'
import type { IncidentCounts } from '../../../core/view/incident-counts.ts'
import type { ZoneMap } from '../../../core/view/zone-map.ts'
import { useAccord } from '../../accord/use-accord.ts'
import type { AccordAnswer } from '../../data/answers.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import type { MapPick } from '../../map/hudna-map.tsx'
import { pathTo } from '../../route/address.ts'
import { Link, setParameter, useAddress, useAsked } from '../../route/router.tsx'
import { EmptyState } from '../../show/empty-state.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Skeleton } from '../../show/skeleton.tsx'
import { accordBox } from './accord-box.ts'
import type { IncidentsAnswer, PlacesAnswer } from './answers.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { ExportMenu } from './export-menu.tsx'
import { Filters } from './filters.tsx'
import { IncidentDetail } from './incident-detail.tsx'
import { Rows } from './incident-rows.tsx'
import { filtersOf, incidentPaths } from './paths.ts'
import { PickedList } from './picked-list.tsx'
import { TimeStrip } from './time-strip.tsx'
import { incidentsWords } from './words/words.ts'

const HudnaMap = lazy(() => import('../../map/hudna-map.tsx'))

/** Rows shown before "more" is asked for: a long table is slow to lay out and nobody reads it whole. */
const PAGE = 100

/** Map, time and table of the same incidents; what is pressed on the map opens beside it. */
export function Overview({ accord }: { readonly accord: string }) {
  const w = useWords(incidentsWords)
  const count = useCount()
  const asked = useAsked()
  const { query } = useAddress()
  const data = useAccord(accord)
  const filters = filtersOf(query)
  const { from, to, ...untimed } = filters
  const [shown, setShown] = useState(PAGE)
  const [picked, setPicked] = useState<MapPick>()
  const [entering, setEntering] = useState(false)
  const list = useResource<IncidentsAnswer>(incidentPaths.list(accord, asked, filters, { limit: shown }))
  const counts = useResource<IncidentCounts>(incidentPaths.counts(accord, asked, filters))
  const overTime = useResource<IncidentCounts>(incidentPaths.counts(accord, asked, untimed))
  const all = useResource<IncidentCounts>(incidentPaths.counts(accord, asked, {}))
  const zones = useResource<ZoneMap>(api.zones(accord, asked))
  const places = useResource<PlacesAnswer>(incidentPaths.places(accord))
  const entries = useResource<AccordAnswer>(api.accord(accord)).data?.entries ?? 0
  const first = useMemo(() => zones.data && accordBox(data, zones.data), [data, zones.data])
  // Zones that come and go with the day must not move the map under the reader's hand.
  const [box, setBox] = useState(first)
  if (first && !box) setBox(first)
  const event = query.get('event') ?? undefined
  const open = event === undefined ? undefined : list.data?.incidents.find(i => i.event === event)
  const lit = open?.place.kind === 'disc' ? open.place.at : undefined

  if (all.data?.total === 0)
    return (
      <>
        <EmptyState
          title={w.emptyTitle}
          actions={
            <>
              <Link className="button" to={pathTo(accord, 'inbox')}>
                {w.toInbox}
              </Link>
              <Link className="button" to={pathTo(accord, 'import')}>
                {w.toImport}
              </Link>
              <button type="button" className="button" onClick={() => setEntering(true)}>
                {w.enter}
              </button>
            </>
          }
        >
          {w.empty}
        </EmptyState>
        {entering && (
          <EntryDialog accord={accord} entering={{ kind: 'new' }} onClose={() => setEntering(false)} />
        )}
      </>
    )
  return (
    <div className="incidents-overview">
      <Filters accord={accord} filters={filters} all={all.data} />
      <div className="incidents-bar">
        <span className="quiet small" aria-live="polite">
          {counts.data && (
            <>
              {w.total(count(counts.data.total))}
              {counts.data.withoutPlace > 0 && (
                <>
                  {' · '}
                  <button
                    type="button"
                    className="link-button"
                    onClick={() =>
                      setParameter('placed', filters.placed === 'unknown' ? undefined : 'unknown')
                    }
                  >
                    {w.withoutPlace(count(counts.data.withoutPlace))}
                  </button>
                </>
              )}
              {counts.data.areas > 0 && (
                <>
                  {' · '}
                  {w.areas(count(counts.data.areas))}
                </>
              )}
            </>
          )}
        </span>
        <span className="incidents-bar-acts no-print">
          <button type="button" className="button button-small" onClick={() => setEntering(true)}>
            {w.enter}
          </button>
          <ExportMenu accord={accord} filters={filters} />
        </span>
      </div>
      <div className="incidents-split" data-beside={event !== undefined || picked !== undefined || undefined}>
        <div className="incidents-map">
          {box ? (
            <Suspense fallback={<Skeleton lines={9} />}>
              <HudnaMap
                box={box}
                zones={zones.data}
                tiles={incidentPaths.tiles(accord, asked, filters, entries)}
                places={places.data?.places}
                lit={lit}
                onPick={pick => {
                  setParameter(
                    'event',
                    pick.kind === 'events' && pick.events.length === 1 ? pick.events[0] : undefined,
                  )
                  setPicked(
                    pick.kind === 'place' || (pick.kind === 'events' && pick.events.length === 1)
                      ? undefined
                      : pick,
                  )
                }}
              />
            </Suspense>
          ) : (
            <Skeleton lines={9} />
          )}
          {overTime.data && <TimeStrip counts={overTime.data} from={from} to={to} />}
        </div>
        {event !== undefined ? (
          <IncidentDetail accord={accord} event={event} />
        ) : (
          picked && (
            <PickedList
              accord={accord}
              pick={picked}
              filters={filters}
              onClose={() => setPicked(undefined)}
            />
          )
        )}
      </div>
      <Loaded of={list} lines={12}>
        {({ incidents, total }) =>
          incidents.length === 0 ? (
            <p className="quiet">{w.none}</p>
          ) : (
            <>
              <Rows
                accord={accord}
                incidents={incidents}
                zone={filters.zone}
                tz={data?.tz ?? 'UTC'}
                open={event}
              />
              {total > incidents.length && (
                <button type="button" className="button" onClick={() => setShown(shown + PAGE)}>
                  {w.more}
                </button>
              )}
            </>
          )
        }
      </Loaded>
      {entering && (
        <EntryDialog accord={accord} entering={{ kind: 'new' }} onClose={() => setEntering(false)} />
      )}
    </div>
  )
}
