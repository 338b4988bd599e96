import type { Problem } from '../../core/problem.ts'
import type { Result } from '../../core/result.ts'
import { readCsv, type Table } from './csv.ts'
import { tableOfGeojson } from './geojson-table.ts'
import { tableOfSubmissions } from './submissions-table.ts'
import { tableOfXlsx } from './xlsx-table.ts'

/** A file of events as a table, by what it begins with: XLSX, GeoJSON, submissions (JSON), else CSV or TSV. */
export async function tableOfFile(
  bytes: Uint8Array,
  text: () => string,
  file: string,
): Promise<Result<Table, Problem>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return tableOfXlsx(bytes, file)
  const content = text()
  if (!/^\uFEFF?\s*[[{]/.test(content)) return readCsv(content, file)
  return /"type"\s*:\s*"FeatureCollection"/.test(content.slice(0, 4000))
    ? tableOfGeojson(content, file)
    : tableOfSubmissions(content, file)
}
