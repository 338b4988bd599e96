import { useMemo } from 'react'
import type { Position } from '../../../core/place/place.ts'
import type { ZoneMap } from '../../../core/view/zone-map.ts'
import { useCount, useSaid, useWords } from '../../locale/locale.tsx'
import { type Flat, flatten, scaleLength } from './projection.ts'
import { accordWords } from './words/words.ts'

type Props = {
  readonly map: ZoneMap
  /** Zone ids in the order of the list beside the map: the number and colour of each. */
  readonly order: readonly string[]
  readonly lit: string | undefined
  readonly onLight: (zone: string | undefined) => void
}

/** The zones as outlines: a full line where the edge is exact, a dashed one where it is only an outer limit. */
export function ZoneSketch({ map, order, lit, onLight }: Props) {
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
          data-hue={hueOf(order, f.properties.zone)}
          data-lit={lit === f.properties.zone || undefined}
          onMouseEnter={() => onLight(f.properties.zone)}
          onMouseLeave={() => onLight(undefined)}
        >
          <title>{said(f.properties.name)}</title>
        </path>
      ))}
      {names.map(f => {
        const [x, y] = flat.at(markOf(f.geometry.coordinates, order.indexOf(f.properties.zone)))
        return (
          <g
            key={f.id}
            transform={`translate(${x} ${y})`}
            className="zone-number"
            data-hue={hueOf(order, f.properties.zone)}
          >
            <circle r="9" />
            <text y="4">{count(order.indexOf(f.properties.zone) + 1).text}</text>
          </g>
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

/** Five colours take turns; the number is what tells zones apart. */
export const hueOf = (order: readonly string[], zone: string): number => order.indexOf(zone) % 5

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

/**
 * A corner to set the number on: each zone takes another share of the way round its outline, so that the
 * numbers of zones that lie over each other do not.
 */
function markOf(shape: Shape, index: number): Position {
  const ring =
    shape.map(p => p[0] ?? []).toSorted((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)))[0] ?? []
  return ring[Math.floor(((index * 0.37) % 1) * ring.length)] ?? [0, 0]
}
