import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { type Chunks, linesOf } from './text-lines.ts'

/** One place of a GeoNames dump (allCountries.txt, SY.txt, cities500.txt …). */
export type GeoName = {
  readonly id: number
  /** As written, with marks. */
  readonly name: string
  readonly asciiName: string
  /** In any script; which language each is in the dump does not say. */
  readonly alternates: readonly string[]
  readonly lat: number
  readonly lon: number
  /** A country or area, P town, S site, R road, H water, T hill … */
  readonly featureClass: string
  /** PPL, PPLA, ADM1, ADM2 … */
  readonly featureCode: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
  /** 0 in the dump means not known. */
  readonly population?: number
}

const COLUMNS = 19
const EXPECTED = `${COLUMNS} columns parted by tabs, as geonames.org gives them: id, name, asciiname, alternatenames, latitude, longitude …`

/**
 * Reads a GeoNames dump as it streams in: one result a row, blank lines and lines that begin with # none.
 * A broken row is a problem that names file, line and column; the rows after it are still read.
 */
export async function* readGeoNames(
  chunks: Chunks,
  file = 'geonames.txt',
): AsyncGenerator<Result<GeoName, Problem>> {
  for await (const { number, text } of linesOf(chunks)) {
    if (!text.trim() || text.startsWith('#')) continue
    yield geoNameOf(text, number, file)
  }
}

function geoNameOf(text: string, line: number, file: string): Result<GeoName, Problem> {
  const cells = text.split('\t')
  const problem = (column: number, field: string, message: string, expected: string) =>
    fail<Problem>({
      code: 'bad-row',
      message,
      where: { file, line, column, field },
      expected,
      severity: 'error',
    })
  if (cells.length !== COLUMNS) return problem(1, 'row', `the row has ${cells.length} columns`, EXPECTED)
  const id = Number(cells[0])
  if (!Number.isInteger(id) || id <= 0)
    return problem(1, 'geonameid', `'${cells[0]}' is no GeoNames id`, 'a positive whole number')
  if (!cells[1]!.trim()) return problem(2, 'name', 'the place has no name', 'a name')
  const lat = Number(cells[4])
  const lon = Number(cells[5])
  if (cells[4] === '' || !(Math.abs(lat) <= 90))
    return problem(5, 'latitude', `'${cells[4]}' is no latitude`, 'degrees from -90 to 90')
  if (cells[5] === '' || !(Math.abs(lon) <= 180))
    return problem(6, 'longitude', `'${cells[5]}' is no longitude`, 'degrees from -180 to 180')
  const population = Number(cells[14])
  return ok({
    id,
    name: cells[1]!.trim(),
    asciiName: cells[2]!.trim(),
    alternates: cells[3]!
      .split(',')
      .map(a => a.trim())
      .filter(Boolean),
    lat,
    lon,
    featureClass: cells[6]!,
    featureCode: cells[7]!,
    country: cells[8]!,
    admin1: cells[10]!,
    admin2: cells[11]!,
    ...(population > 0 ? { population } : {}),
  })
}
