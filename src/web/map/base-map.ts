import { feature } from 'topojson-client'
import countriesUrl from 'world-atlas/countries-10m.json?url'
import { countryName } from './country-names.ts'

export type Box = readonly [west: number, south: number, east: number, north: number]

type Land = {
  readonly type: 'FeatureCollection'
  readonly features: {
    readonly type: 'Feature'
    readonly properties: { readonly name: string }
    readonly geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: unknown }
  }[]
}

let atlas: Promise<Land> | undefined

/** Countries of Natural Earth (1:10 million) from the page's own server; read once. */
export function countries(): Promise<Land> {
  atlas ??= fetch(countriesUrl)
    .then(answer => answer.json())
    .then(topology => feature(topology, topology.objects.countries) as unknown as Land)
  return atlas
}

/** The countries that reach into a box, and their names where they lie in it. */
export function around(land: Land, box: Box, language: 'en' | 'ar') {
  const shapes: Land['features'] = []
  const names: {
    type: 'Feature'
    properties: { name: string }
    geometry: { type: 'Point'; coordinates: number[] }
  }[] = []
  for (const country of land.features) {
    const polygons = (
      country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates
    ) as number[][][][]
    const near = polygons.filter(rings => meets(rings[0]!, box))
    if (!near.length) continue
    shapes.push({ ...country, geometry: { type: 'MultiPolygon', coordinates: near } })
    names.push({
      type: 'Feature',
      properties: { name: countryName(country.properties.name, language) },
      geometry: { type: 'Point', coordinates: middle(near) },
    })
  }
  return {
    shapes: { type: 'FeatureCollection' as const, features: shapes },
    names: { type: 'FeatureCollection' as const, features: names },
  }
}

const meets = (ring: readonly (readonly number[])[], [w, s, e, n]: Box) => {
  let [west, south, east, north] = [181, 91, -181, -91]
  for (const p of ring) {
    west = Math.min(west, p[0]!)
    east = Math.max(east, p[0]!)
    south = Math.min(south, p[1]!)
    north = Math.max(north, p[1]!)
  }
  return west <= e && east >= w && south <= n && north >= s
}

/** Centre of mass of the largest polygon. */
function middle(polygons: readonly number[][][][]): number[] {
  let [best, at] = [0, [0, 0]]
  for (const rings of polygons) {
    let [area, x, y] = [0, 0, 0]
    const ring = rings[0]!
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!]
      const cross = a[0]! * b[1]! - b[0]! * a[1]!
      area += cross
      x += (a[0]! + b[0]!) * cross
      y += (a[1]! + b[1]!) * cross
    }
    if (Math.abs(area) > best) [best, at] = [Math.abs(area), [x / (3 * area), y / (3 * area)]]
  }
  return at
}
