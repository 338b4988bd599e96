import {
  type GeoJSONSource,
  MapLibreMap as GlMap,
  type MapMouseEvent,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import type { Position } from '../../core/place/place.ts'
import type { ZoneMap } from '../../core/view/zone-map.ts'
import { useLocale, useWords } from '../locale/locale.tsx'
import { around, type Box, countries } from './base-map.ts'
import { unbracketed } from './country-names.ts'
import { incidentLayers, styleOf } from './layers.ts'
import { markImages } from './marks.ts'
import { paletteOf } from './palette.ts'
import { mapWords } from './words/words.ts'
import './hudna-map.css'

// Its own worker starts from a file of ours: the policy of the page allows no other.
setWorkerUrl(new URL(workerUrl, location.href).href)

/** Degrees around the box to show beyond which there is no land drawn and no way to pan. */
const BEYOND = 14

export type MapPlace = {
  readonly name: string
  readonly nameAr?: string
  readonly level: string
  readonly at: Position
  readonly radiusMetres: number
}

/** What somebody pointed at: one incident, a cluster of the tiles' set, or a bare place. */
export type MapPick =
  | { readonly kind: 'events'; readonly events: readonly string[] }
  | { readonly kind: 'cluster'; readonly id: number; readonly count: number; readonly at: Position }
  | { readonly kind: 'place'; readonly at: Position }

type Props = {
  readonly box: Box
  readonly zones?: ZoneMap | undefined
  /** Address of the tiles with {z}/{x}/{y}; a new one replaces what is drawn. */
  readonly tiles?: string | undefined
  readonly places?: readonly MapPlace[] | undefined
  readonly lit?: Position | undefined
  /** Where something is wrong with what was drawn. */
  readonly fault?: Position | undefined
  readonly onPick?: ((pick: MapPick) => void) | undefined
  /** The engine itself, once it draws, for tools that draw on it; called with undefined before it goes. */
  readonly onMap?: ((map: GlMap | undefined) => void) | undefined
}

/** The map: coast and borders from our own server, zones, incidents with their uncertainty. Heavy, so load it lazily. */
export default function HudnaMap(props: Props) {
  const w = useWords(mapWords)
  const { language, theme } = useLocale()
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const [map, setMap] = useState<GlMap>()
  const [drawn, setDrawn] = useState(false)
  const able = useRef<boolean>(undefined)
  able.current ??= document.createElement('canvas').getContext('webgl2') !== null
  const boxKey = props.box.join(' ')

  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew for another language, theme or region only
  useEffect(() => {
    if (!frame.current || !able.current) return
    const element = frame.current
    const colour = paletteOf(element)
    const [west, south, east, north] = latest.current.box
    const region: Box = [west - BEYOND, south - BEYOND, east + BEYOND, north + BEYOND]
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const gl = new GlMap({
      container: element,
      style: styleOf(colour),
      bounds: [west, south, east, north],
      fitBoundsOptions: { padding: 24, animate: false },
      maxBounds: region as [number, number, number, number],
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: still ? 0 : 150,
      maxZoom: 17,
      locale: {
        'NavigationControl.ZoomIn': w.zoomIn,
        'NavigationControl.ZoomOut': w.zoomOut,
        'Map.Title': w.label,
      },
    })
    gl.touchZoomRotate.disableRotation()
    gl.keyboard.disableRotation()
    gl.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    gl.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left')
    for (const { id, image } of markImages(colour)) gl.addImage(id, image, { pixelRatio: 1 })
    let gone = false
    gl.on('load', async () => {
      // Labels are drawn from the page's font: it has to be there in both scripts.
      await Promise.all([
        document.fonts.load('400 16px Plex', 'a'),
        document.fonts.load('400 16px Plex', 'ا'),
      ])
      const land = around(await countries(), region, language)
      if (gone) return
      put(gl, 'land', land.shapes)
      put(gl, 'names', land.names)
      setMap(gl)
      latest.current.onMap?.(gl)
      gl.once('idle', () => setDrawn(true))
    })
    gl.on('click', event => pick(gl, event, latest.current.onPick))
    gl.on('mousemove', event => {
      gl.getCanvas().style.cursor = at(gl, event).length ? 'pointer' : ''
    })
    return () => {
      gone = true
      latest.current.onMap?.(undefined)
      setMap(undefined)
      setDrawn(false)
      gl.remove()
    }
  }, [language, theme, boxKey])

  useEffect(() => {
    if (map && props.zones) put(map, 'zones', props.zones)
  }, [map, props.zones])

  useEffect(() => {
    if (map && props.places) put(map, 'places', labelled(props.places, language))
  }, [map, props.places, language])

  useEffect(() => {
    if (map) put(map, 'lit', points(props.lit))
  }, [map, props.lit])

  useEffect(() => {
    if (map) put(map, 'fault', points(props.fault))
    if (map && props.fault) map.easeTo({ center: [...props.fault] as [number, number], animate: false })
  }, [map, props.fault])

  useEffect(() => {
    if (!map || !props.tiles || !frame.current) return
    const address = new URL(props.tiles, location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}')
    const source = map.getSource('incidents') as { setTiles?: (tiles: string[]) => void } | undefined
    if (source?.setTiles) {
      source.setTiles([address])
      return
    }
    map.addSource('incidents', { type: 'vector', tiles: [address], maxzoom: 16 })
    for (const layer of incidentLayers(paletteOf(frame.current))) map.addLayer(layer, 'place-names')
    // The counts and the rings stand above every name.
    for (const id of ['clusters', 'cluster-counts', 'points', 'lit', 'fault']) map.moveLayer(id)
  }, [map, props.tiles])

  return (
    <div className="hudna-map">
      {able.current ? (
        <div
          ref={frame}
          className="hudna-map-canvas"
          dir="ltr"
          data-drawn={drawn || undefined}
          aria-busy={!drawn || undefined}
        />
      ) : (
        <p className="hudna-map-none quiet">{w.noDrawing}</p>
      )}
      <p className="hudna-map-note faint small">{w.note}</p>
    </div>
  )
}

type Shapes = { readonly type: 'FeatureCollection'; readonly features: readonly unknown[] }

function put(map: GlMap, source: string, data: Shapes): void {
  ;(map.getSource(source) as GeoJSONSource | undefined)?.setData(data as never)
}

const points = (place: Position | undefined): Shapes => ({
  type: 'FeatureCollection',
  features: place
    ? [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: place } }]
    : [],
})

/** From which zoom a place is named: what is larger earlier. A district or province is named and gets no dot. */
function labelled(places: readonly MapPlace[], language: 'en' | 'ar'): Shapes {
  return {
    type: 'FeatureCollection',
    features: places
      .filter(p => p.level === 'town' || p.level === 'site')
      .map((p, order) => ({
        type: 'Feature',
        properties: {
          name: unbracketed(language === 'ar' ? (p.nameAr ?? p.name) : p.name),
          order,
          from: p.radiusMetres >= 5000 ? 5 : p.radiusMetres >= 3000 ? 7 : 8.5,
        },
        geometry: { type: 'Point', coordinates: p.at },
      })),
  }
}

const ASKED = ['points', 'clusters', 'discs', 'areas']

function at(map: GlMap, { point }: MapMouseEvent) {
  const layers = ASKED.slice(0, 2).filter(l => map.getLayer(l))
  if (!layers.length) return []
  return map.queryRenderedFeatures(
    [
      [point.x - 6, point.y - 6],
      [point.x + 6, point.y + 6],
    ],
    { layers },
  )
}

function pick(map: GlMap, event: MapMouseEvent, tell: Props['onPick']): void {
  if (!tell) return
  const place: Position = [event.lngLat.lng, event.lngLat.lat]
  const near = at(map, event)
  const cluster = near.find(f => f.properties.cluster_id !== undefined)
  if (cluster) {
    const { cluster_id: id, point_count: count } = cluster.properties
    tell({ kind: 'cluster', id: Number(id), count: Number(count), at: place })
    return
  }
  const layers = ASKED.filter(l => map.getLayer(l))
  const wide = near.length || !layers.length ? [] : map.queryRenderedFeatures(event.point, { layers })
  const events = [...new Set([...near, ...wide].map(f => String(f.properties.e)))]
  tell(events.length ? { kind: 'events', events } : { kind: 'place', at: place })
}
