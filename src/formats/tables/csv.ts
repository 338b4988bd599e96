import Papa from 'papaparse'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Reject, TableRow } from './reject.ts'

export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** Rows that do not fit the header: too many or too few cells, a quote that never closes. */
  readonly rejected: readonly Reject[]
  readonly delimiter: string
}

/**
 * Reads a CSV or TSV table with a header row. The delimiter is found (comma, semicolon, tab, Arabic
 * comma); a byte-order mark is taken off; empty lines are no rows.
 *
 * @param text decoded text (encodings are the reader's job).
 * @returns 'no-header', 'repeated-column' when the table as a whole cannot be read.
 */
export function readCsv(text: string, file = 'table'): Result<Table, Problem> {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    header: false,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '،', '|'],
  })
  const [header, ...body] = parsed.data
  const columns = (header ?? []).map(c => c.trim())
  if (!header || columns.every(c => c === ''))
    return fail({
      code: 'no-header',
      message: 'the table has no header row',
      where: { file, line: 1 },
      expected: 'column names in the first row',
      severity: 'error',
    })
  const twice = columns.find((c, i) => c !== '' && columns.indexOf(c) !== i)
  if (twice !== undefined)
    return fail({
      code: 'repeated-column',
      message: `the column '${twice}' stands twice`,
      where: { file, line: 1, field: twice },
      expected: 'each column name once',
      severity: 'error',
    })
  const broken = new Map(
    parsed.errors.filter(e => e.type === 'Quotes' && e.row !== undefined).map(e => [e.row!, e.message]),
  )
  const rows: TableRow[] = []
  const rejected: Reject[] = []
  body.forEach((cells, i) => {
    const number = i + 2
    const quotes = broken.get(i + 1)
    if (quotes)
      rejected.push({
        row: number,
        column: '',
        value: cells.join(parsed.meta.delimiter).slice(0, 80),
        reason: 'a quotation mark is not closed',
        expected: 'quotes in pairs, doubled inside a cell',
      })
    else if (cells.length !== columns.length)
      rejected.push({
        row: number,
        column: '',
        value: String(cells.length),
        reason: `the row has ${cells.length} cells`,
        expected: `${columns.length} cells, as in the header`,
      })
    else rows.push({ number, cells: Object.fromEntries(columns.map((c, k) => [c, cells[k]!.trim()])) })
  })
  return ok({ columns, rows, rejected, delimiter: parsed.meta.delimiter })
}

/**
 * Writes a table. For people a byte-order mark comes first, so that spreadsheets read the Arabic; for
 * programs none. A cell that a spreadsheet would take for a formula gets an apostrophe for people.
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  reader: 'people' | 'programs',
): string {
  const data = rows.map(r => columns.map(c => r[c] ?? ''))
  const text = Papa.unparse(
    { fields: [...columns], data },
    { newline: '\r\n', escapeFormulae: reader === 'people' ? /^[=+\-@\t\r](?!\d)/ : false },
  )
  return reader === 'people' ? `\uFEFF${text}` : text
}
