import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Table } from './csv.ts'

/**
 * Points of a GeoJSON file as a table: a feature's properties are its cells, its point the columns latitude and
 * longitude. Features of other shapes are rejected by number, since a table has no place for them.
 */
export function tableOfGeojson(text: string, file: string): Result<Table, Problem> {
  const wrong = (message: string, expected: string, field = '') =>
    fail({
      code: 'bad-geojson',
      message,
      where: { file, ...(field && { field }) },
      expected,
      severity: 'error' as const,
    })
  let parsed: { type?: unknown; features?: unknown; crs?: { properties?: { name?: unknown } } } | null
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, '')) as typeof parsed
  } catch (error) {
    return wrong(`this is no JSON: ${(error as Error).message}`, 'a GeoJSON FeatureCollection')
  }
  if (parsed?.type !== 'FeatureCollection' || !Array.isArray(parsed.features))
    return wrong('this is no FeatureCollection', 'a GeoJSON FeatureCollection', 'type')
  const crs = parsed.crs?.properties?.name
  if (typeof crs === 'string' && !/CRS84|4326|WGS ?84/i.test(crs))
    return wrong(`the file is in ${crs}`, 'WGS 84 (EPSG:4326); save it again in that system', 'crs')
  const columns = ['latitude', 'longitude']
  const found: { number: number; cells: Record<string, string> }[] = []
  const rejected: Table['rejected'][number][] = []
  for (const [i, f] of (
    parsed.features as ({
      properties?: unknown
      geometry?: { type?: unknown; coordinates?: unknown } | null
    } | null)[]
  ).entries()) {
    const geometry = f?.geometry
    if (geometry && geometry.type !== 'Point') {
      rejected.push({
        row: i + 1,
        column: 'geometry',
        value: String(geometry.type),
        reason: 'is no point',
        expected: 'a Point, or no geometry when the place is unknown',
      })
      continue
    }
    const [lon, lat] = Array.isArray(geometry?.coordinates) ? geometry.coordinates : []
    const cells: Record<string, string> = {
      latitude: lat === undefined ? '' : String(lat),
      longitude: lon === undefined ? '' : String(lon),
    }
    for (const [key, value] of Object.entries((f?.properties ?? {}) as object)) {
      if (!columns.includes(key)) columns.push(key)
      cells[key] =
        value === null || value === undefined
          ? ''
          : typeof value === 'object'
            ? JSON.stringify(value)
            : String(value)
    }
    found.push({ number: i + 1, cells })
  }
  const rows = found.map(r => ({ ...r, cells: Object.fromEntries(columns.map(c => [c, r.cells[c] ?? ''])) }))
  return ok({ columns, rows, rejected, delimiter: '' })
}
