import type { Geometry } from '../../core/accord/model.ts'
import type { Position } from '../../core/place/place.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { ShapeFound } from './shape-found.ts'

/**
 * Areas and lines of a GeoJSON file (RFC 7946): a geometry, a feature or a collection; points are passed over.
 *
 * @returns 'wrong-crs' for a file that says it is in another reference system or whose numbers are no degrees.
 */
export function shapesFromGeojson(text: string, file: string): Result<readonly ShapeFound[], Problem> {
  let root: Json
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch (error) {
    return wrong(file, '', `this is no JSON: ${(error as Error).message}`, 'a GeoJSON file')
  }
  if (typeof root !== 'object' || root === null)
    return wrong(file, '', 'this is no GeoJSON', 'a GeoJSON file')
  const crs = root.crs?.properties?.name
  if (typeof crs === 'string' && !/CRS84|4326|WGS ?84/i.test(crs))
    return wrong(
      file,
      'crs',
      `the file is in ${crs}`,
      'WGS 84 (EPSG:4326); save it again in that system',
      'wrong-crs',
    )
  const found: ShapeFound[] = []
  const fault = walk(root, '', undefined, found)
  if (fault) return wrong(file, fault.field, fault.message, fault.expected, fault.code)
  return found.length
    ? ok(found)
    : wrong(
        file,
        '',
        'there is no area and no line in the file',
        'a Polygon, MultiPolygon or LineString',
        'no-shape',
      )
}

// biome-ignore lint/suspicious/noExplicitAny: a foreign file may hold anything; every use below is checked.
type Json = any
type Fault = {
  readonly field: string
  readonly message: string
  readonly expected: string
  readonly code: string
}

function walk(node: Json, field: string, name: string | undefined, found: ShapeFound[]): Fault | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const add = (geometry: ShapeFound['geometry']) => {
    found.push({ ...(name !== undefined && { name }), geometry })
    return undefined
  }
  const inside = (list: Json, key: string, label = name) => {
    for (const [i, child] of (Array.isArray(list) ? list : []).entries()) {
      const fault = walk(child, `${field}${field ? '.' : ''}${key}[${i}]`, label, found)
      if (fault) return fault
    }
    return undefined
  }
  const at = `${field}${field ? '.' : ''}coordinates`
  switch (node.type) {
    case 'FeatureCollection':
      return inside(node.features, 'features')
    case 'Feature':
      return walk(node.geometry, `${field}${field ? '.' : ''}geometry`, nameIn(node.properties), found)
    case 'GeometryCollection':
      return inside(node.geometries, 'geometries')
    case 'Polygon':
      return faultIn(node.coordinates, at, 2) ?? add({ kind: 'area', polygons: [flat(node.coordinates)] })
    case 'MultiPolygon':
      return faultIn(node.coordinates, at, 3) ?? add({ kind: 'area', polygons: node.coordinates.map(flat) })
    case 'LineString':
      return faultIn(node.coordinates, at, 1) ?? add({ kind: 'line', line: node.coordinates.map(plain) })
    case 'MultiLineString': {
      const fault = faultIn(node.coordinates, at, 2)
      if (fault) return fault
      for (const line of node.coordinates) add({ kind: 'line', line: line.map(plain) })
      return undefined
    }
    default:
      return undefined
  }
}

/** Height, where a file gives one, is dropped. */
const plain = (p: readonly number[]): Position => [p[0]!, p[1]!]
const flat = (rings: readonly (readonly (readonly number[])[])[]): Geometry[number] =>
  rings.map(r => r.map(plain))

function faultIn(coordinates: Json, field: string, depth: number): Fault | undefined {
  if (!Array.isArray(coordinates))
    return { field, message: 'these are no coordinates', expected: 'a list', code: 'bad-geojson' }
  for (const [i, c] of coordinates.entries()) {
    const at = `${field}[${i}]`
    if (depth > 1) {
      const fault = faultIn(c, at, depth - 1)
      if (fault) return fault
    } else if (!Array.isArray(c) || typeof c[0] !== 'number' || typeof c[1] !== 'number')
      return {
        field: at,
        message: `${JSON.stringify(c)} is no position`,
        expected: '[longitude, latitude]',
        code: 'bad-geojson',
      }
    else if (Math.abs(c[0]) > 180 || Math.abs(c[1]) > 90)
      return {
        field: at,
        message: `${c[0]}, ${c[1]} is not on Earth: the file seems to be in metres of some grid`,
        expected: 'degrees, WGS 84 (EPSG:4326)',
        code: 'wrong-crs',
      }
  }
  return undefined
}

function nameIn(properties: Json): string | undefined {
  for (const key of ['name', 'Name', 'NAME', 'name_en', 'name_ar', 'title', 'id']) {
    const value = properties?.[key]
    if (typeof value === 'string' && value.trim()) return value.trim()
  }
  return undefined
}

const wrong = (file: string, field: string, message: string, expected: string, code = 'bad-geojson') =>
  fail({ code, message, where: { file, ...(field && { field }) }, expected, severity: 'error' as const })
