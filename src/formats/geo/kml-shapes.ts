import { SaxesParser } from 'saxes'
import type { Position } from '../../core/place/place.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { ShapeFound } from './shape-found.ts'

/**
 * Areas and lines of a KML 2.2 file (OGC 07-147r2), named by their placemark; points, styles and links to
 * elsewhere are passed over. KML is always in WGS 84, longitude first.
 */
export function shapesFromKml(text: string, file: string): Result<readonly ShapeFound[], Problem> {
  const found: ShapeFound[] = []
  const open: string[] = []
  let [name, chars] = ['', '']
  let rings: Position[][] = []
  let problem: Problem | undefined
  const parser = new SaxesParser({ xmlns: false })
  const wrong = (message: string, expected: string) => {
    problem ??= {
      code: 'bad-kml',
      message,
      where: { file, line: parser.line, column: parser.column },
      expected,
      severity: 'error',
    }
  }
  const positions = (): Position[] =>
    chars
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map(tuple => {
        const [x, y] = tuple.split(',').map(Number)
        if (x === undefined || y === undefined || !(Math.abs(x) <= 180) || !(Math.abs(y) <= 90))
          wrong(`'${tuple.slice(0, 60)}' is no position on Earth`, 'longitude,latitude in degrees')
        return [x ?? Number.NaN, y ?? Number.NaN]
      })
  parser.on('error', error => wrong(error.message.replace(/^\d+:\d+: /, ''), 'a well-formed KML file'))
  parser.on('opentag', ({ name: tag }) => {
    open.push(local(tag))
    chars = ''
    if (local(tag) === 'Placemark') name = ''
    if (local(tag) === 'Polygon') rings = []
  })
  parser.on('text', t => {
    chars += t
  })
  parser.on('cdata', t => {
    chars += t
  })
  parser.on('closetag', ({ name: tag }) => {
    open.pop()
    const parent = open.at(-1)
    if (local(tag) === 'name' && parent === 'Placemark') name = chars.trim()
    const named = name ? { name } : {}
    if (local(tag) === 'coordinates' && parent === 'LineString')
      found.push({ ...named, geometry: { kind: 'line', line: positions() } })
    if (local(tag) === 'coordinates' && parent === 'LinearRing') {
      // The outer ring comes first by the schema; files that put it last exist.
      if (open.includes('outerBoundaryIs')) rings.unshift(positions())
      else rings.push(positions())
    }
    if (local(tag) === 'Polygon' && rings.length)
      found.push({ ...named, geometry: { kind: 'area', polygons: [rings] } })
    chars = ''
  })
  parser.write(text.replace(/^\uFEFF/, '')).close()
  if (problem) return fail(problem)
  return found.length
    ? ok(found)
    : fail({
        code: 'no-shape',
        message: 'there is no area and no line in the file',
        where: { file },
        expected: 'a Polygon or LineString in a Placemark',
        severity: 'error',
      })
}

const local = (tag: string) => tag.slice(tag.indexOf(':') + 1)
