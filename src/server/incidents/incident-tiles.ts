import GeoJSONVT from 'geojson-vt'
import Supercluster, { type AnyProps, type PointFeature } from 'supercluster'
import vtpbf from 'vt-pbf'
import { type Mark, markOf } from '../../core/view/incident-mark.ts'
import type { Incident } from '../../core/view/incidents.ts'

/** Past this zoom points are no longer gathered: what still lies together lies at one place. */
export const CLUSTERED_TO = 15

type PointProperties = {
  readonly e: string
  readonly mark: Mark
  /** Metres of uncertainty divided by the cosine of the latitude: pixels of a Mercator map follow from the zoom alone. */
  readonly r: number
  readonly m: number
  readonly d?: 1
}

/** The incidents of one question and filter, ready to be cut into tiles. */
export type TileSet = {
  readonly incidents: readonly Incident[]
  readonly points: Supercluster<PointProperties, AnyProps>
  readonly areas: GeoJSONVT | undefined
  readonly bounds: readonly [number, number, number, number] | undefined
}

/** Gathers points into clusters for every zoom. Linear, about a microsecond and a half a point and zoom. */
export function tileSet(incidents: readonly Incident[]): TileSet {
  const features: PointFeature<PointProperties>[] = []
  const areas: GeoJSON.Feature[] = []
  let bounds: [number, number, number, number] | undefined
  const grow = (x: number, y: number) => {
    bounds ??= [x, y, x, y]
    if (x < bounds[0]) bounds[0] = x
    if (y < bounds[1]) bounds[1] = y
    if (x > bounds[2]) bounds[2] = x
    if (y > bounds[3]) bounds[3] = y
  }
  for (const { event, types, place, denied } of incidents) {
    const properties = { e: event, mark: markOf(types), ...(denied > 0 && { d: 1 as const }) }
    if (place.kind === 'disc') {
      const [x, y] = place.at
      const r = Math.round(place.radiusMetres / Math.max(0.01, Math.cos((y * Math.PI) / 180)))
      grow(x, y)
      features.push({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [x, y] },
        properties: { ...properties, r, m: place.radiusMetres },
      })
    } else if (place.kind === 'area') {
      for (const [x, y] of place.polygons.flat(2)) grow(x, y)
      areas.push({
        type: 'Feature',
        geometry: { type: 'MultiPolygon', coordinates: place.polygons as unknown as GeoJSON.Position[][][] },
        properties,
      })
    }
  }
  const points = new Supercluster<PointProperties, AnyProps>({
    maxZoom: CLUSTERED_TO,
    radius: 44,
    extent: 512,
    minPoints: 2,
  })
  points.load(features)
  return {
    incidents,
    points,
    areas: areas.length
      ? new GeoJSONVT({ type: 'FeatureCollection', features: areas }, { maxZoom: 16, extent: 4096 })
      : undefined,
    bounds,
  }
}

/** One Mapbox vector tile (version 2): layers `points` (clusters and single discs) and `areas`. Empty where nothing lies. */
export function tileOf(set: TileSet, z: number, x: number, y: number): Uint8Array {
  const points = set.points.getTile(z, x, y)
  const areas = set.areas?.getTile(z, x, y)
  if (!points && !areas) return new Uint8Array()
  // Two layers of different extents each need their own pass: the encoder knows one for all.
  const parts = [
    ...(points ? [vtpbf.fromGeojsonVt({ points }, { version: 2, extent: 512 })] : []),
    ...(areas ? [vtpbf.fromGeojsonVt({ areas }, { version: 2, extent: 4096 })] : []),
  ]
  // A tile is a list of layers, so two tiles one after the other are a tile with both.
  return Buffer.concat(parts)
}

/** The events gathered in a cluster of this very set; undefined when it has no such cluster. */
export function clusterEvents(set: TileSet, id: number, most: number): readonly string[] | undefined {
  try {
    return set.points.getLeaves(id, most).map(f => f.properties.e)
  } catch {
    return undefined
  }
}
