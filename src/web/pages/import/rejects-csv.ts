type Row = Readonly<Record<'column' | 'value' | 'reason' | 'expected', string>> & { readonly row: number }
type Heads = Readonly<Record<keyof Row, string>>

/** Saves the rows that were not taken as a CSV that a spreadsheet reads, Arabic whole. */
export function rejectsAsCsv(rows: readonly Row[], heads: Heads, name: string): void {
  const keys = ['row', 'column', 'value', 'reason', 'expected'] as const
  const lines = [keys.map(k => heads[k]), ...rows.map(r => keys.map(k => String(r[k])))]
  const text = lines.map(cells => cells.map(quoted).join(',')).join('\r\n')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** An apostrophe before what a spreadsheet would take for a formula. */
export const quoted = (cell: string): string =>
  `"${cell.replace(/^[=+\-@\t\r](?!\d)/, "'$&").replaceAll('"', '""')}"`
