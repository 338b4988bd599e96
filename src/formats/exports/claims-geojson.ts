import type { Claim } from '../../core/evidence/record.ts'
import type { Place, Position } from '../../core/place/place.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** Claims as a GeoJSON FeatureCollection (RFC 7946). A disc is its centre with `radius_metres`, an area its polygons, an unknown place no geometry: never a dot. Carries claims whole. */
export function claimsToGeojson(claims: readonly Claim[]): string {
  const features = claims.map(({ place, ...rest }) => ({
    type: 'Feature',
    id: rest.id,
    geometry:
      place.kind === 'disc'
        ? { type: 'Point', coordinates: place.at }
        : place.kind === 'area'
          ? { type: 'MultiPolygon', coordinates: place.polygons }
          : null,
    properties: {
      ...rest,
      ...(place.kind === 'disc' && { radius_metres: place.radiusMetres }),
      ...(place.name !== undefined && { place_name: place.name }),
      ...(place.nameAr !== undefined && { place_name_ar: place.nameAr }),
    },
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}

/** Reads back what `claimsToGeojson` wrote; a feature that is no claim is named by its place in the file. */
export function claimsFromGeojson(text: string, file = 'events.geojson'): Result<readonly Claim[], Problem> {
  const wrong = (field: string, message: string, expected: string): Result<readonly Claim[], Problem> =>
    fail({ code: 'bad-geojson', message, where: { file, field }, expected, severity: 'error' })
  let parsed: { type?: unknown; features?: unknown }
  try {
    parsed = JSON.parse(text) as typeof parsed
  } catch (e) {
    return wrong('', `is no JSON: ${(e as Error).message}`, 'a GeoJSON FeatureCollection')
  }
  if (parsed?.type !== 'FeatureCollection' || !Array.isArray(parsed.features))
    return wrong('type', `is a ${String(parsed?.type)}`, 'FeatureCollection')
  const claims: Claim[] = []
  for (const [i, f] of (parsed.features as Record<string, unknown>[]).entries()) {
    const { radius_metres, place_name, place_name_ar, ...rest } = (f.properties ?? {}) as Record<
      string,
      unknown
    >
    if (rest.kind !== 'claim' || typeof rest.id !== 'string')
      return wrong(`features[${i}].properties`, 'is no claim exported by Hudna', 'kind "claim" with an id')
    const names = {
      ...(typeof place_name === 'string' && { name: place_name }),
      ...(typeof place_name_ar === 'string' && { nameAr: place_name_ar }),
    }
    const geometry = f.geometry as { type: string; coordinates: unknown } | null
    const place: Place =
      geometry === null
        ? { kind: 'unknown', ...names }
        : geometry.type === 'Point'
          ? {
              kind: 'disc',
              at: geometry.coordinates as Position,
              radiusMetres: Number(radius_metres),
              ...names,
            }
          : {
              kind: 'area',
              polygons: geometry.coordinates as Extract<Place, { kind: 'area' }>['polygons'],
              ...names,
            }
    claims.push({ ...rest, place } as unknown as Claim)
  }
  return ok(claims)
}
