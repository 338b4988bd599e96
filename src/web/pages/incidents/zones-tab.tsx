import { lazy, Suspense, useState } from 'react'
import type { Geometry, Zone } from '../../../core/accord/model.ts'
import type { ZoneMap } from '../../../core/view/zone-map.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { api } from '../../data/paths.ts'
import { post } from '../../data/request.ts'
import { invalidate, useResource } from '../../data/resource.ts'
import { useSaid, useWords } from '../../locale/locale.tsx'
import { useAsked } from '../../route/router.tsx'
import { CivilText, DateText } from '../../show/dates.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Said } from '../../show/said.tsx'
import { Skeleton } from '../../show/skeleton.tsx'
import { toast } from '../../show/toast.tsx'
import { shared } from '../../words/shared.ts'
import { accordBox } from './accord-box.ts'
import { incidentPaths } from './paths.ts'
import { incidentsWords } from './words/words.ts'

const ZoneEditor = lazy(() => import('./zone-editor.tsx'))
const HudnaMap = lazy(() => import('../../map/hudna-map.tsx'))

type Version = Zone['versions'][number] & {
  readonly drawn?: { readonly seq: number; readonly by: string; readonly recordedAt: number }
}
type ZonesAnswer = {
  readonly zones: readonly (Omit<Zone, 'versions'> & { readonly versions: readonly Version[] })[]
}

/** Every zone with its versions in time, and a new version drawn, imported or laid along a line. */
export default function ZonesTab({ accord }: { readonly accord: string }) {
  const w = useWords(incidentsWords)
  const asked = useAsked()
  const data = useAccord(accord)
  const answer = useResource<ZonesAnswer>(incidentPaths.zoneVersions(accord, asked))
  const now = useResource<ZoneMap>(api.zones(accord, asked))
  const [editing, setEditing] = useState<{ readonly zone: string } | undefined>()
  const [shown, setShown] = useState<{ readonly key: string; readonly map: ZoneMap }>()
  const box = accordBox(data, now.data)
  return (
    <div className="zones-tab">
      <div className="incidents-bar">
        <p className="quiet small">{w.zonesLead}</p>
        <button
          type="button"
          className="button button-main no-print"
          onClick={() => setEditing({ zone: '' })}
        >
          {w.newVersion}
        </button>
      </div>
      {editing ? (
        <Suspense fallback={<Skeleton lines={9} />}>
          <ZoneEditor
            accord={accord}
            zone={editing.zone}
            zones={now.data}
            onClose={() => setEditing(undefined)}
          />
        </Suspense>
      ) : (
        box && (
          <Suspense fallback={<Skeleton lines={9} />}>
            <HudnaMap box={box} zones={shown?.map ?? now.data} />
          </Suspense>
        )
      )}
      <Loaded of={answer} lines={8}>
        {({ zones }) => (
          <ul className="zone-list">
            {zones.map(zone => (
              <li key={zone.id} className="card">
                <div className="card-head">
                  <h2>
                    <Said words={zone.name} />
                  </h2>
                  <button
                    type="button"
                    className="button button-small no-print"
                    onClick={() => setEditing({ zone: zone.id })}
                  >
                    {w.newVersion}
                  </button>
                </div>
                <ul className="card-body zone-versions">
                  {zone.versions.map(v => {
                    const key = `${zone.id} ${v.from}`
                    return (
                      <li key={key}>
                        <button
                          type="button"
                          className="link-button"
                          aria-pressed={shown?.key === key}
                          onClick={() =>
                            setShown(shown?.key === key ? undefined : { key, map: mapOf(zone, v) })
                          }
                        >
                          <CivilText date={v.from} /> {w.until} {v.to ? <CivilText date={v.to} /> : w.onwards}
                        </button>
                        <span className="small quiet">
                          {' '}
                          {sameLine(v.inner, v.outer)
                            ? w.exactLine
                            : v.inner.length
                              ? w.vagueLine
                              : w.outerOnly}
                          {v.accuracy && (
                            <>
                              {' · '}
                              <bdi>{v.accuracy}</bdi>
                            </>
                          )}
                          {v.source && (
                            <>
                              {' · '}
                              <bdi>{v.source.replace(/^https?:\/\//, '').slice(0, 60)}</bdi>
                            </>
                          )}
                        </span>
                        {v.drawn && <Drawn accord={accord} drawn={v.drawn} tz={data?.tz ?? 'UTC'} />}
                      </li>
                    )
                  })}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </div>
  )
}

const sameLine = (a: Geometry, b: Geometry) => JSON.stringify(a) === JSON.stringify(b)

/** A version by itself as the map takes zones. */
function mapOf(zone: Pick<Zone, 'id' | 'name' | 'kind'>, v: Version): ZoneMap {
  const edges = sameLine(v.inner, v.outer) ? (['line'] as const) : (['outer', 'inner'] as const)
  return {
    type: 'FeatureCollection',
    features: edges
      .map(edge => ({ edge, coordinates: edge === 'inner' ? v.inner : v.outer }))
      .filter(e => e.coordinates.length)
      .map(({ edge, coordinates }) => ({
        type: 'Feature',
        id: `${zone.id}/${v.from}/${edge}`,
        properties: { zone: zone.id, name: zone.name, kind: zone.kind, edge, from: v.from },
        geometry: { type: 'MultiPolygon', coordinates },
      })),
  }
}

function Drawn({
  accord,
  drawn,
  tz,
}: {
  readonly accord: string
  readonly drawn: NonNullable<Version['drawn']>
  readonly tz: string
}) {
  const w = useWords(incidentsWords)
  const said = useSaid()
  const s = useWords(shared)
  return (
    <span className="small faint">
      {' · '}
      {w.drawnHere} <DateText at={drawn.recordedAt / 1000} tz={tz} />{' '}
      <button
        type="button"
        className="link-button no-print"
        onClick={() =>
          void post(api.undo(accord), { seq: drawn.seq }).then(
            () => {
              invalidate(api.accord(accord))
              toast(w.undone)
            },
            (fault: Error) => toast(said({ en: fault.message, ar: fault.message })),
          )
        }
      >
        {s.common.undo}
      </button>
    </span>
  )
}
