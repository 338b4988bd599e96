import type { Problem } from '../core/problem.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { type Chunks, linesOf } from './text-lines.ts'

/** One administrative unit of an OCHA table of p-codes (COD-AB). */
export type PCodeUnit = {
  /** 0 country, 1 governorate, 2 district, 3 subdistrict, 4 community. */
  readonly level: 0 | 1 | 2 | 3 | 4
  readonly pcode: string
  /** Language code of the column (en, ar, fr …) to the name. */
  readonly names: Readonly<Record<string, string>>
  readonly parent?: string
  readonly lat?: number
  readonly lon?: number
}

/**
 * Reads an OCHA p-code table (CSV with a header: ADM1_EN, ADM1_AR, ADM1_PCODE, ADM2_EN …) as it streams
 * in, each unit once, parents before children. Column names are met in any case and order; a row of a
 * district names its governorate too. A broken row is a problem with file, line and column; the rest is read.
 */
export async function* readPCodes(
  chunks: Chunks,
  file = 'pcodes.csv',
): AsyncGenerator<Result<PCodeUnit, Problem>> {
  let header: Header | undefined
  const seen = new Set<string>()
  for await (const { number, text } of linesOf(chunks)) {
    if (!text.trim()) continue
    if (!header) {
      const read = headerOf(text, file)
      if (!read.ok) {
        yield read
        return
      }
      header = read.value
      continue
    }
    const cells = cellsOf(text, header.delimiter)
    if (!cells || cells.length !== header.width) {
      yield fail({
        code: 'bad-row',
        message: cells ? `the row has ${cells.length} cells` : 'a quotation mark never closes',
        where: { file, line: number, field: 'row' },
        expected: `${header.width} cells, as in the header; a name with a line break in it is not read`,
        severity: 'error',
      })
      continue
    }
    yield* unitsOf(cells, header, number, file, seen)
  }
  if (!header)
    yield fail({
      code: 'no-header',
      message: 'the table is empty',
      where: { file, line: 1 },
      expected: EXPECTED_HEADER,
      severity: 'error',
    })
}

const EXPECTED_HEADER = 'a header with columns like ADM1_EN, ADM1_AR, ADM1_PCODE, ADM2_EN, ADM2_PCODE'

type Header = {
  readonly delimiter: string
  readonly width: number
  /** By level: column of the p-code, and columns of names by language. */
  readonly levels: readonly {
    readonly level: PCodeUnit['level']
    readonly pcode: number
    readonly names: readonly (readonly [string, number])[]
  }[]
  readonly lat: number
  readonly lon: number
}

function headerOf(text: string, file: string): Result<Header, Problem> {
  const delimiter = [',', ';', '\t'].find(d => text.includes(d)) ?? ','
  const columns = (cellsOf(text, delimiter) ?? []).map(c => c.trim().toUpperCase())
  const levels: { level: PCodeUnit['level']; pcode: number; names: (readonly [string, number])[] }[] = []
  for (const level of [0, 1, 2, 3, 4] as const) {
    const pcode = columns.findIndex(
      c => c === `ADM${level}_PCODE` || c === `ADMIN${level}PCODE` || c === `ADMIN${level}PCOD`,
    )
    if (pcode < 0) continue
    const names = columns.flatMap((c, i) => {
      const m = new RegExp(`^ADM(?:IN)?${level}(?:NAME)?_?([A-Z]{2})$`).exec(c)
      return m ? [[m[1]!.toLowerCase(), i] as const] : []
    })
    levels.push({ level, pcode, names })
  }
  if (!levels.length || levels.every(l => !l.names.length))
    return fail({
      code: 'no-pcodes',
      message: `no column of p-codes and names among: ${columns.slice(0, 8).join(', ')}`,
      where: { file, line: 1 },
      expected: EXPECTED_HEADER,
      severity: 'error',
    })
  const at = (...names: string[]) => columns.findIndex(c => names.includes(c))
  return ok({
    delimiter,
    width: columns.length,
    levels,
    lat: at('LAT', 'LATITUDE', 'CENTER_LAT', 'Y'),
    lon: at('LON', 'LONGITUDE', 'LONG', 'CENTER_LON', 'X'),
  })
}

function* unitsOf(
  cells: readonly string[],
  header: Header,
  line: number,
  file: string,
  seen: Set<string>,
): Generator<Result<PCodeUnit, Problem>> {
  let parent: string | undefined
  for (const [n, column] of header.levels.entries()) {
    const pcode = cells[column.pcode]!.trim()
    const names = Object.fromEntries(
      column.names.map(([lang, i]) => [lang, cells[i]!.trim()] as const).filter(([, name]) => name),
    )
    if (!pcode) {
      if (Object.keys(names).length === 0) continue
      yield fail({
        code: 'no-pcode',
        message: `'${Object.values(names)[0]}' has no p-code`,
        where: { file, line, column: column.pcode + 1, field: `ADM${column.level}_PCODE` },
        expected: 'a p-code such as SY07',
        severity: 'error',
      })
      return
    }
    const deepest =
      n === header.levels.length - 1 || header.levels.slice(n + 1).every(l => !cells[l.pcode]!.trim())
    const point = deepest ? pointOf(cells, header) : undefined
    if (point === 'bad') {
      yield fail({
        code: 'bad-point',
        message: `'${cells[header.lat]}, ${cells[header.lon]}' is no point`,
        where: { file, line, column: header.lat + 1, field: 'latitude' },
        expected: 'degrees: latitude -90 to 90, longitude -180 to 180',
        severity: 'error',
      })
      return
    }
    if (!seen.has(pcode)) {
      seen.add(pcode)
      yield ok({ level: column.level, pcode, names, ...(parent ? { parent } : {}), ...(point ?? {}) })
    }
    parent = pcode
  }
}

function pointOf(cells: readonly string[], header: Header): { lat: number; lon: number } | 'bad' | undefined {
  if (header.lat < 0 || header.lon < 0) return undefined
  const [a, b] = [cells[header.lat]!.trim(), cells[header.lon]!.trim()]
  if (!a && !b) return undefined
  const [lat, lon] = [Number(a), Number(b)]
  return a && b && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : 'bad'
}

/** Cells of one CSV line; undefined when a quotation mark never closes. */
function cellsOf(line: string, delimiter: string): string[] | undefined {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const ch = line[i]!
    if (quoted) {
      if (ch !== '"') cell += ch
      else if (line[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (ch === '"' && cell === '') quoted = true
    else if (ch === delimiter) {
      cells.push(cell)
      cell = ''
    } else cell += ch
  }
  cells.push(cell)
  return quoted ? undefined : cells
}
