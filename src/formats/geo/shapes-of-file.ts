import type { Problem } from '../../core/problem.ts'
import type { Result } from '../../core/result.ts'
import { shapesFromGeojson } from './geojson-shapes.ts'
import { shapesFromKml } from './kml-shapes.ts'
import type { ShapeFound } from './shape-found.ts'

/** The areas and lines of a map file, GeoJSON or KML by what it begins with. */
export function shapesOfFile(text: string, file: string): Result<readonly ShapeFound[], Problem> {
  return /^\uFEFF?\s*</.test(text) ? shapesFromKml(text, file) : shapesFromGeojson(text, file)
}
