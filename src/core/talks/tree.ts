/** Rows of an agenda as a tree: every item after its parent, with its depth; a ring of parents is cut open. */
export function asTree<Row extends { readonly item: string; readonly parent?: string }>(
  rows: readonly Row[],
): readonly { readonly row: Row; readonly depth: number }[] {
  const known = new Set(rows.map(r => r.item))
  const out: { row: Row; depth: number }[] = []
  const placed = new Set<string>()
  const place = (row: Row, depth: number) => {
    if (placed.has(row.item)) return
    placed.add(row.item)
    out.push({ row, depth })
    for (const child of rows) if (child.parent === row.item) place(child, depth + 1)
  }
  for (const row of rows) if (row.parent === undefined || !known.has(row.parent)) place(row, 0)
  for (const row of rows) place(row, 0)
  return out
}
