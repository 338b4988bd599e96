import type { MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
  TerraDrawRenderMode,
  TerraDrawSelectMode,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Geometry } from '../../../core/accord/model.ts'
import type { Position } from '../../../core/place/place.ts'
import { type Problem, sentenceOf } from '../../../core/problem.ts'
import type { ZoneMap } from '../../../core/view/zone-map.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { todayIn } from '../../app/step-day.ts'
import { Fault } from '../../data/fault.ts'
import { post } from '../../data/request.ts'
import { useCount, useSaid, useWords } from '../../locale/locale.tsx'
import HudnaMap from '../../map/hudna-map.tsx'
import { Choice } from '../../show/choice.tsx'
import { Said } from '../../show/said.tsx'
import { Segments } from '../../show/segments.tsx'
import { shared } from '../../words/shared.ts'
import { accordBox } from './accord-box.ts'
import { incidentPaths } from './paths.ts'
import { useAct } from './use-act.ts'
import { incidentsWords } from './words/words.ts'

type Props = {
  readonly accord: string
  /** Which zone; '' leaves it to be chosen. */
  readonly zone: string
  readonly zones: ZoneMap | undefined
  readonly onClose: () => void
}

type Shape =
  | { readonly kind: 'area'; readonly polygons: Geometry }
  | { readonly kind: 'line'; readonly line: readonly Position[] }
type Found = { readonly name?: string; readonly geometry: Shape }
type Tool = 'polygon' | 'linestring' | 'select'

const NEW = '(new)'

/** Draws, imports or computes one version of a zone; what is wrong with it is shown where it is wrong. */
export default function ZoneEditor({ accord, zone: given, zones, onClose }: Props) {
  const w = useWords(incidentsWords)
  const s = useWords(shared)
  const said = useSaid()
  const count = useCount()
  const act = useAct(accord)
  const data = useAccord(accord)
  const [zone, setZone] = useState(given)
  const [fresh, setFresh] = useState({ id: '', en: '', ar: '' })
  const [from, setFrom] = useState(todayIn(data?.tz ?? 'UTC', Date.now() / 1000))
  const [to, setTo] = useState('')
  const [source, setSource] = useState('')
  const [accuracy, setAccuracy] = useState('')
  const [edge, setEdge] = useState<'exact' | 'outer' | 'both'>('exact')
  const [tool, setTool] = useState<Tool>('polygon')
  const [target, setTarget] = useState<'outer' | 'inner'>('outer')
  const [outer, setOuter] = useState<Geometry>([])
  const [inner, setInner] = useState<Geometry>([])
  const [line, setLine] = useState<readonly Position[]>([])
  const [kilometres, setKilometres] = useState('6')
  const [found, setFound] = useState<readonly Found[]>([])
  const [fault, setFault] = useState<{ readonly text: string; readonly at?: Position }>()
  const [map, setMap] = useState<MapLibreMap>()
  const draw = useRef<TerraDraw>(undefined)
  const take = useRef<(shape: Shape) => void>(undefined)
  take.current = shape => {
    setFault(undefined)
    if (shape.kind === 'line') setLine(shape.line)
    else if (target === 'inner') setInner(shape.polygons)
    else setOuter(shape.polygons)
  }

  useEffect(() => {
    if (!map) return
    const tools = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map }),
      modes: [
        new TerraDrawPolygonMode({ snapping: { toCoordinate: true } }),
        new TerraDrawLineStringMode(),
        new TerraDrawSelectMode({
          flags: {
            polygon: {
              feature: {
                draggable: true,
                coordinates: { midpoints: true, draggable: true, deletable: true },
              },
            },
            linestring: {
              feature: {
                draggable: true,
                coordinates: { midpoints: true, draggable: true, deletable: true },
              },
            },
          },
        }),
        new TerraDrawRenderMode({ modeName: 'shown', styles: {} }),
      ],
    })
    tools.start()
    tools.setMode('polygon')
    tools.on('finish', id => {
      const feature = tools.getSnapshotFeature(id)
      const geometry = feature?.geometry
      if (geometry?.type === 'Polygon')
        take.current?.({ kind: 'area', polygons: [geometry.coordinates as unknown as Position[][]] })
      if (geometry?.type === 'LineString')
        take.current?.({ kind: 'line', line: geometry.coordinates as unknown as Position[] })
    })
    draw.current = tools
    return () => {
      draw.current = undefined
      // The map may be gone already, and its sources with it.
      try {
        tools.stop()
      } catch {
        return
      }
    }
  }, [map])

  useEffect(() => draw.current?.setMode(tool), [tool])

  const version = () => ({
    zone: zone === NEW ? fresh.id.trim() : zone,
    ...(zone === NEW && { name: { en: fresh.en.trim(), ar: fresh.ar.trim() }, kind: 'area' }),
    from: from.trim(),
    ...(to.trim() && { to: to.trim() }),
    inner: edge === 'exact' ? outer : edge === 'both' ? inner : [],
    outer,
    source: source.trim(),
    ...(accuracy.trim() && { accuracy: accuracy.trim() }),
  })
  const missing = () =>
    !zone || (zone === NEW && (!fresh.id.trim() || !fresh.en.trim() || !fresh.ar.trim()))
      ? w.needZone
      : !outer.length
        ? w.needShape
        : !source.trim()
          ? w.needSource
          : undefined
  const save = async () => {
    const lack = missing()
    if (lack) return setFault({ text: lack })
    try {
      const { faults } = await post<{ faults: readonly { problem: Problem; at?: Position }[] }>(
        incidentPaths.checkZone(accord),
        version(),
      )
      const [first] = faults
      if (first) return setFault({ text: sentenceOf(first.problem), ...(first.at && { at: first.at }) })
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return setFault({ text: error.problem ? sentenceOf(error.problem) : s.fault.offlineWay })
    }
    const wrong = await act(incidentPaths.keepZone(accord), version())
    if (wrong === undefined) onClose()
    else setFault({ text: wrong })
  }
  const load = async (file: File) => {
    try {
      const { shapes } = await post<{ shapes: readonly Found[] }>(incidentPaths.zoneShapes(accord), {
        name: file.name,
        text: await file.text(),
      })
      setFound(shapes)
      if (shapes.length === 1) take.current?.(shapes[0]!.geometry)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      setFault({ text: error.problem ? sentenceOf(error.problem) : s.fault.offlineWay })
    }
  }
  const strip = async () => {
    const metres = Number(kilometres.replace(',', '.')) * 1000
    if (!line.length || !(metres >= 10)) return setFault({ text: w.needLine })
    const { polygons } = await post<{ polygons: Geometry }>(incidentPaths.zoneStrips(accord), {
      line,
      metres,
    })
    take.current?.({ kind: 'area', polygons })
  }

  const box = accordBox(data, zones)
  const preview = previewOf(zones, zone, { outer, inner: edge === 'both' ? inner : [] })
  const corners = outer.flat(2).length
  return (
    <section className="zone-editor" aria-label={w.newVersion}>
      <div className="zone-editor-map">
        <div className="zone-tools" role="toolbar" aria-label={w.tools}>
          {(['polygon', 'linestring', 'select'] as const).map(id => (
            <button
              key={id}
              type="button"
              className="button button-small"
              aria-pressed={tool === id}
              onClick={() => setTool(id)}
            >
              {w.tool[id]}
            </button>
          ))}
          <label className="button button-small zone-file">
            {w.fromFile}
            <input
              type="file"
              accept=".geojson,.json,.kml"
              onChange={e => {
                const file = e.target.files?.[0]
                if (file) void load(file)
                e.target.value = ''
              }}
            />
          </label>
          <button
            type="button"
            className="button button-small"
            onClick={() => {
              draw.current?.clear()
              setOuter([])
              setInner([])
              setLine([])
              setFound([])
              setFault(undefined)
            }}
          >
            {w.startOver}
          </button>
        </div>
        {box && <HudnaMap box={box} zones={preview} fault={fault?.at} onMap={setMap} />}
        <p className="small quiet" aria-live="polite">
          {outer.length ? w.corners(count(corners)) : w.drawHint}
        </p>
      </div>
      <form
        className="entry-form card card-body"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <Choice
          label={w.zone}
          value={zone || 'none'}
          options={[
            { id: 'none', name: w.chooseZone },
            ...(data?.zones ?? []).map(z => ({ id: z.id, name: said(z.name) })),
            { id: NEW, name: w.newZone },
          ]}
          onChange={id => setZone(id === 'none' ? '' : id)}
        />
        {zone === NEW && (
          <>
            <Line label={w.zoneId} value={fresh.id} ltr onChange={id => setFresh({ ...fresh, id })} />
            <Line label={w.nameEn} value={fresh.en} onChange={en => setFresh({ ...fresh, en })} />
            <Line label={w.nameAr} value={fresh.ar} onChange={ar => setFresh({ ...fresh, ar })} />
          </>
        )}
        <div className="entry-pair">
          <Line label={w.fromDay} value={from} ltr onChange={setFrom} />
          <Line label={w.toDay} value={to} ltr onChange={setTo} />
        </div>
        <Segments
          label={w.edge}
          value={edge}
          options={(['exact', 'outer', 'both'] as const).map(id => ({ id, name: w.edges[id] }))}
          onChange={id => {
            setEdge(id)
            if (id !== 'both') setTarget('outer')
          }}
        />
        {edge === 'both' && (
          <Segments
            label={w.drawing}
            value={target}
            options={(['outer', 'inner'] as const).map(id => ({ id, name: w.drawn[id] }))}
            onChange={setTarget}
          />
        )}
        {found.length > 1 && (
          <Choice
            label={w.whichShape}
            value="none"
            options={[
              { id: 'none', name: w.shapesFound(count(found.length)) },
              ...found.map((f, i) => ({
                id: String(i),
                name: f.name ?? `${w.shapeKind[f.geometry.kind]} ${count(i + 1).text}`,
              })),
            ]}
            onChange={id => id !== 'none' && take.current?.(found[Number(id)]!.geometry)}
          />
        )}
        {line.length > 0 && (
          <div className="entry-pair">
            <Line label={w.stripWidth} value={kilometres} ltr onChange={setKilometres} />
            <button type="button" className="button" onClick={() => void strip()}>
              {w.layStrip}
            </button>
          </div>
        )}
        <Line label={w.source} value={source} onChange={setSource} />
        <Line label={w.accuracy} value={accuracy} onChange={setAccuracy} />
        {fault && (
          <p className="field-fault" role="alert">
            <Said words={fault.text} />
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {s.common.cancel}
          </button>
          <button type="submit" className="button button-main">
            {w.keepVersion}
          </button>
        </div>
      </form>
    </section>
  )
}

function Line({
  label,
  value,
  onChange,
  ltr = false,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (t: string) => void
  readonly ltr?: boolean
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        dir={ltr ? 'ltr' : 'auto'}
        value={value}
        onChange={e => onChange(e.target.value)}
      />
    </label>
  )
}

/** The zones in force with the one that is being made in the place of its old line. */
function previewOf(
  zones: ZoneMap | undefined,
  zone: string,
  made: { readonly outer: Geometry; readonly inner: Geometry },
): ZoneMap {
  const feature = (edge: 'outer' | 'inner', coordinates: Geometry): ZoneMap['features'][number] => ({
    type: 'Feature',
    id: `made/${edge}`,
    properties: { zone: zone || 'new', name: { en: '', ar: '' }, kind: 'area', edge, from: '' },
    geometry: { type: 'MultiPolygon', coordinates },
  })
  return {
    type: 'FeatureCollection',
    features: [
      ...(zones?.features ?? []).filter(f => !made.outer.length || f.properties.zone !== zone),
      ...(made.outer.length ? [feature('outer', made.outer)] : []),
      ...(made.inner.length ? [feature('inner', made.inner)] : []),
    ],
  }
}
