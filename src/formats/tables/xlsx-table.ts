import { readSheet } from 'read-excel-file/node'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Table } from './csv.ts'

/**
 * The first sheet of an XLSX workbook as a table. A date cell becomes its civil day or minute as the sheet shows
 * it: spreadsheets keep dates as day numbers of no zone, so no zone is applied.
 */
export async function tableOfXlsx(bytes: Uint8Array, file: string): Promise<Result<Table, Problem>> {
  let sheet: readonly (readonly unknown[])[]
  try {
    sheet = (await readSheet(Buffer.from(bytes))) as readonly (readonly unknown[])[]
  } catch (error) {
    return fail({
      code: 'bad-xlsx',
      message: `the workbook cannot be read: ${(error as Error).message}`,
      where: { file },
      expected: 'an .xlsx workbook with a table in its first sheet',
      severity: 'error',
    })
  }
  const [header, ...body] = sheet
  const columns = (header ?? []).map(c => cellText(c))
  if (columns.every(c => c === ''))
    return fail({
      code: 'no-header',
      message: 'the first sheet has no header row',
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
  const rows = body
    .map((cells, i) => ({
      number: i + 2,
      cells: Object.fromEntries(columns.map((c, k) => [c, cellText(cells[k])])),
    }))
    .filter(r => Object.values(r.cells).some(v => v !== ''))
  return ok({ columns, rows, rejected: [], delimiter: '' })
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell).trim()
  const iso = cell.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16)
}
