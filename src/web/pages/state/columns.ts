import type { BoardRow, StateBoard } from '../../../core/view/board.ts'

type Cell = BoardRow['cells'][number]

/** The parties that have a column: those bound by some provision, bound jointly ones side by side. */
export function columnsOf(board: Pick<StateBoard, 'rows' | 'parties'>): readonly string[] {
  const bound = new Set(board.rows.flatMap(r => r.cells.flatMap(c => c.bearer)))
  const listed = board.parties.map(p => p.id).filter(id => bound.has(id))
  return [...listed, ...[...bound].filter(id => !listed.includes(id))]
}

/** A piece of a row: a verdict over one or more columns, or an empty stretch. */
export type Stretch = { readonly span: number; readonly cell?: Cell; readonly key: string }

/**
 * Lays a row's verdicts over the columns. Parties bound jointly get one cell over their columns when these
 * are neighbours and free, else the verdict stands in the first and the badge names the others.
 */
export function stretchesOf(row: Pick<BoardRow, 'cells'>, columns: readonly string[]): readonly Stretch[] {
  const at = new Map<number, { cell: Cell; span: number }>()
  const taken = new Set<number>()
  for (const cell of row.cells.toSorted((a, b) => a.bearer.length - b.bearer.length)) {
    const places = cell.bearer
      .map(id => columns.indexOf(id))
      .filter(i => i >= 0)
      .sort((a, b) => a - b)
    const [first, last] = [places[0], places.at(-1)]
    if (first === undefined || last === undefined) continue
    const together = last - first + 1 === places.length && places.every(i => !taken.has(i))
    const start = together ? first : places.find(i => !taken.has(i))
    if (start === undefined) continue
    const span = together ? places.length : 1
    at.set(start, { cell, span })
    for (let i = start; i < start + span; i++) taken.add(i)
  }
  const stretches: Stretch[] = []
  for (let i = 0; i < columns.length; i++) {
    const here = at.get(i)
    if (here) {
      stretches.push({ span: here.span, cell: here.cell, key: columns[i]! })
      i += here.span - 1
    } else stretches.push({ span: 1, key: columns[i]! })
  }
  return stretches
}
