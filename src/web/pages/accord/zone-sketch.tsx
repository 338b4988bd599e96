import { useMemo } from 'react'
import type { Position } from '../../../core/place/place.ts'
import type { ZoneMap } from '../../../core/view/zone-map.ts'
import { useCount, useSaid, useWords } from '../../locale/locale.tsx'
import { type Flat, flatten, scaleLength } from './projection.ts'
import { accordWords } from './words/words.ts'

type Props = {
  readonly map: ZoneMap
  readonly lit: string | undefined
  readonly onLight: (zone: string | undefined) => void
}

/** The zones as outlines: a full line where the edge is exact, a dashed one where it is only an outer limit. */
export function ZoneSketch({ map, lit, onLight }: Props) {
  const w = useWords(accordWords)
  const said = useSaid()
  const count = useCount()
  const flat = useMemo(() => flatten(positionsOf(map), 720), [map])
  if (!flat) return null
  const bar = scaleLength(flat)
  // Large zones first, so that small ones inside them can be pointed at.
  const features = map.features.toSorted(
    (a, b) => areaOf(b.geometry.coordinates) - areaOf(a.geometry.coordinates),
  )
  const names = [...new Map(features.map(f => [f.properties.zone, f])).values()]
  return (
    <svg
      className="zone-sketch"
      viewBox={`0 0 ${flat.width} ${flat.height}`}
      role="img"
      aria-label={w.mapLabel}
      direction="ltr"
    >
      {features.map(f => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map does the same
        <path
          key={f.id}
          d={pathOf(f.geometry.coordinates, flat)}
          fillRule="evenodd"
          className={`zone zone-${f.properties.edge}`}
          data-lit={lit === f.properties.zone || undefined}
          onMouseEnter={() => onLight(f.properties.zone)}
          onMouseLeave={() => onLight(undefined)}
        >
          <title>{said(f.properties.name)}</title>
        </path>
      ))}
      {names.map(f => {
        const [x, y] = flat.at(middleOf(f.geometry.coordinates))
        return (
          <text
            key={f.id}
            x={x}
            y={y}
            className="zone-name"
            data-lit={lit === f.properties.zone || undefined}
          >
            {said(f.properties.name)}
          </text>
        )
      })}
      <g transform={`translate(24 ${flat.height - 10})`} className="scale">
        <path d={`M0 -5V0H${bar * flat.kilometre}V-5`} />
        <text x={bar * flat.kilometre + 6} y="0">
          {w.kilometres(count(bar).text)}
        </text>
      </g>
    </svg>
  )
}

type Shape = ZoneMap['features'][number]['geometry']['coordinates']

function* positionsOf(map: ZoneMap): Generator<Position> {
  for (const f of map.features)
    for (const polygon of f.geometry.coordinates) for (const ring of polygon) yield* ring
}

function pathOf(shape: Shape, flat: Flat): string {
  return shape
    .flat()
    .map(
      ring =>
        `M${ring
          .map(p =>
            flat
              .at(p)
              .map(n => n.toFixed(1))
              .join(' '),
          )
          .join('L')}Z`,
    )
    .join('')
}

function areaOf(shape: Shape): number {
  return shape.reduce((sum, polygon) => sum + Math.abs(signedArea(polygon[0] ?? [])), 0)
}

function signedArea(ring: readonly Position[]): number {
  let twice = 0
  for (let i = 0; i < ring.length - 1; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!]
    twice += a[0] * b[1] - b[0] * a[1]
  }
  return twice / 2
}

/** A point to write the name at: the middle of the largest polygon's box. */
function middleOf(shape: Shape): Position {
  const ring =
    shape.map(p => p[0] ?? []).toSorted((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))[0] ?? []
  const xs = ring.map(p => p[0])
  const ys = ring.map(p => p[1])
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
}
