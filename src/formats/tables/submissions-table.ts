import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Table } from './csv.ts'
import type { TableRow } from './reject.ts'

/**
 * Submissions of KoboToolbox or ODK Central as a table: the JSON of their APIs (a list, or `results` or `value`
 * with one). Groups become 'group/question'; a point becomes latitude, longitude and its accuracy in metres; of
 * repeats and attachments the number of entries is kept, and each attachment's name.
 */
export function tableOfSubmissions(text: string, file: string): Result<Table, Problem> {
  const wrong = (message: string, expected: string) =>
    fail({ code: 'bad-submissions', message, where: { file }, expected, severity: 'error' as const })
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return wrong(`this is no JSON: ${(error as Error).message}`, 'the JSON of KoboToolbox or ODK Central')
  }
  const inside = parsed as { results?: unknown; value?: unknown } | null
  const list = Array.isArray(parsed) ? parsed : (inside?.results ?? inside?.value)
  if (!Array.isArray(list))
    return wrong('there is no list of submissions', 'a list, or one under results or value')
  const columns: string[] = []
  const known = new Set<string>()
  const rows: TableRow[] = list.map((submission, i) => {
    const cells: Record<string, string> = {}
    const put = (column: string, value: string) => {
      if (!known.has(column)) {
        known.add(column)
        columns.push(column)
      }
      cells[column] = value
    }
    if (typeof submission === 'object' && submission !== null) flatten(submission as object, '', put)
    return { number: i + 1, cells }
  })
  return ok({ columns, rows: rows.map(r => whole(r, columns)), rejected: [], delimiter: '' })
}

/** Every row has every column, as in a table. */
const whole = (row: TableRow, columns: readonly string[]): TableRow => ({
  ...row,
  cells: Object.fromEntries(columns.map(c => [c, row.cells[c] ?? ''])),
})

function flatten(object: object, prefix: string, put: (column: string, value: string) => void): void {
  for (const [key, value] of Object.entries(object)) {
    const column = prefix ? `${prefix}/${key}` : key
    if (value === null || value === undefined) put(column, '')
    else if (Array.isArray(value)) list(column, value, put)
    else if (typeof value === 'object') {
      // ODK Central gives a point as GeoJSON, with the accuracy beside it.
      const point = value as { type?: unknown; coordinates?: unknown; properties?: { accuracy?: unknown } }
      if (point.type === 'Point' && Array.isArray(point.coordinates)) {
        put('latitude', String(point.coordinates[1] ?? ''))
        put('longitude', String(point.coordinates[0] ?? ''))
        put('precision', metres(point.properties?.accuracy))
      } else flatten(value, column, put)
    } else {
      const text = String(value)
      const place = GEOPOINT.exec(text)
      if (place) {
        // Kobo writes a point as "latitude longitude altitude accuracy".
        put('latitude', place[1]!)
        put('longitude', place[2]!)
        put('precision', metres(place[4]))
      }
      put(column, text)
    }
  }
}

const GEOPOINT = /^(-?\d{1,2}\.\d+) (-?\d{1,3}\.\d+) (-?[\d.]+) ([\d.]+)$/

function list(column: string, value: readonly unknown[], put: (column: string, value: string) => void): void {
  if (column === '_geolocation') {
    const [lat, lon] = value
    if (typeof lat === 'number' && typeof lon === 'number') {
      put('latitude', String(lat))
      put('longitude', String(lon))
    }
    return
  }
  const names = value.flatMap(v => {
    const name =
      (v as { filename?: unknown; name?: unknown } | null)?.filename ?? (v as { name?: unknown } | null)?.name
    return typeof name === 'string' ? [name] : []
  })
  put(
    column,
    names.length
      ? names.join('; ')
      : value.every(v => typeof v !== 'object')
        ? value.join('; ')
        : String(value.length),
  )
}

/** A telephone is never exact to less than ten metres, whatever it says; below four a table would read a class. */
const metres = (accuracy: unknown): string => {
  const n = Number(accuracy)
  return Number.isFinite(n) && n > 0 ? String(Math.max(10, Math.ceil(n))) : ''
}
