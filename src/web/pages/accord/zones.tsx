import { useState } from 'react'
import type { Accord } from '../../../core/accord/model.ts'
import type { ZoneMap } from '../../../core/view/zone-map.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { useAsked } from '../../route/router.tsx'
import { CivilText } from '../../show/dates.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Code, Said } from '../../show/said.tsx'
import { accordWords } from './words/words.ts'
import { hueOf, ZoneSketch } from './zone-sketch.tsx'

/** The zones at the moment asked, drawn and listed; pointing at one in the list lights it on the map. */
export function Zones({ accord }: { readonly accord: Accord }) {
  const w = useWords(accordWords)
  const map = useResource<ZoneMap>(api.zones(accord.id, useAsked()))
  const [lit, setLit] = useState<string>()
  const order = accord.zones.map(z => z.id)
  const count = useCount()
  return (
    <div className="accord-zones">
      <section className="card">
        <div className="card-head">
          <h2>{w.zonesAt}</h2>
        </div>
        <Loaded of={map} lines={8}>
          {data =>
            data.features.length ? (
              <ZoneSketch map={data} order={order} lit={lit} onLight={setLit} />
            ) : (
              <p className="card-body quiet">{w.zonesNone}</p>
            )
          }
        </Loaded>
        <p className="card-body faint small">{w.mapNote}</p>
      </section>
      <ul className="accord-zone-list">
        {accord.zones.map((z, i) => (
          <li
            key={z.id}
            className="card"
            data-lit={lit === z.id || undefined}
            onMouseEnter={() => setLit(z.id)}
            onMouseLeave={() => setLit(undefined)}
          >
            <div className="card-head">
              <h3>
                <span className="zone-key" data-hue={hueOf(order, z.id)}>
                  {count(i + 1).text}
                </span>{' '}
                <Said words={z.name} />
              </h3>
              <Code>{z.id}</Code>
            </div>
            <ul className="card-body accord-versions">
              {z.versions.map(version => (
                <li key={version.from}>
                  {w.from} <CivilText date={version.from} />
                  {version.to && (
                    <>
                      {' '}
                      {w.to} <CivilText date={version.to} />
                    </>
                  )}
                  {version.accuracy && (
                    <span className="faint small">
                      {w.accuracy}: <bdi>{version.accuracy}</bdi>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  )
}
