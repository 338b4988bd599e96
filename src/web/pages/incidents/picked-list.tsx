import { useAccord } from '../../accord/use-accord.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import type { MapPick } from '../../map/hudna-map.tsx'
import { setParameter, useAsked } from '../../route/router.tsx'
import { WhenText } from '../../show/dates.tsx'
import { Icon } from '../../show/icon.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Said } from '../../show/said.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'
import type { IncidentsAnswer } from './answers.ts'
import { PlaceText } from './incident-rows.tsx'
import { MarkOf } from './mark.tsx'
import { type Filters, incidentPaths } from './paths.ts'
import { incidentsWords } from './words/words.ts'

type Props = {
  readonly accord: string
  readonly pick: MapPick
  readonly filters: Filters
  readonly onClose: () => void
}

const MOST = 200

/** The incidents that lie together where the map was pressed, told apart as a list. */
export function PickedList({ accord, pick, filters, onClose }: Props) {
  const w = useWords(incidentsWords)
  const v = useWords(vocabulary)
  const count = useCount()
  const tz = useAccord(accord)?.tz ?? 'UTC'
  const answer = useResource<IncidentsAnswer>(
    incidentPaths.list(accord, useAsked(), filters, {
      limit: pick.kind === 'cluster' ? MOST : 20_000,
      ...(pick.kind === 'cluster' && { cluster: pick.id }),
    }),
  )
  return (
    <section className="card incident-detail" aria-label={w.together}>
      <div className="card-head">
        <h2>{w.together}</h2>
        <button type="button" className="icon-button" aria-label={w.closeOne} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <Loaded of={answer} lines={6}>
        {({ incidents, total }) => {
          const here =
            pick.kind === 'events' ? incidents.filter(i => pick.events.includes(i.event)) : incidents
          return (
            <div className="card-body">
              <p className="quiet small">{w.total(count(pick.kind === 'cluster' ? total : here.length))}</p>
              <ul className="picked">
                {here.slice(0, MOST).map(i => (
                  <li key={i.event}>
                    <button
                      type="button"
                      className="incident-open"
                      onClick={() => setParameter('event', i.event)}
                    >
                      <MarkOf types={i.types} denied={i.denied} />
                      <span className="incident-type">
                        {i.types.map(t => wordFor(v.eventType, t)).join(' / ')}
                      </span>
                    </button>
                    <p className="small quiet">
                      <WhenText when={i.when} tz={tz} /> · <PlaceText incident={i} />
                    </p>
                    <p className="small">
                      <Said words={i.summary} />
                    </p>
                  </li>
                ))}
              </ul>
            </div>
          )
        }}
      </Loaded>
    </section>
  )
}
