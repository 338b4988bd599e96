import { strToU8, zipSync } from 'fflate'
import type { Claim } from '../../core/evidence/record.ts'
import { readCsv } from '../tables/csv.ts'
import { claimsToCsv } from './claims-csv.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * Claims as an XLSX workbook of one sheet, the columns those of the CSV (ECMA-376, inline strings). Every cell
 * is text, so that no spreadsheet turns an id into a number or a date into another day; with `ar` the sheet
 * runs from the right.
 */
export function claimsToXlsx(claims: readonly Claim[], language: 'en' | 'ar'): Uint8Array {
  const table = readCsv(claimsToCsv(claims, 'programs'))
  if (!table.ok) throw new Error(`our own table cannot be read: ${table.error.message}`)
  const { columns, rows } = table.value
  const line = (cells: readonly string[], n: number) =>
    `<row r="${n}">${cells.map((c, i) => `<c r="${letters(i)}${n}" t="inlineStr"><is><t xml:space="preserve">${escaped(c)}</t></is></c>`).join('')}</row>`
  const sheet = [
    XML,
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"${language === 'ar' ? ' rightToLeft="1"' : ''}>`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>',
    line(columns, 1),
    ...rows.map((r, i) =>
      line(
        columns.map(c => r.cells[c] ?? ''),
        i + 2,
      ),
    ),
    '</sheetData></worksheet>',
  ].join('')
  const part = (name: string, type: string) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${language === 'ar' ? 'الحوادث' : 'Incidents'}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${XML}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  })
}

/** 0 → A, 25 → Z, 26 → AA: readers find a cell by its name, not by its place in the row. */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** XML allows no other control characters than tab and line ends, not even escaped. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
