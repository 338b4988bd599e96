import type { ReactNode } from 'react'
import './table.css'

export type Column<Row> = {
  readonly key: string
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** 'number' aligns to the end and uses equal digits. */
  readonly kind?: 'text' | 'number'
  /** CSS width of the column. */
  readonly width?: string
  /** The cell that names the row, for screen readers. */
  readonly names?: boolean
  /** Left out where the screen is narrow. */
  readonly wideOnly?: boolean
}

type Props<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly lit?: (row: Row) => boolean
}

/** A dense table with a head that stays in sight. The caption is read out, the page's heading is seen. */
export function Table<Row>({ caption, columns, rows, rowKey, lit }: Props<Row>) {
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="said-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(c => (
              <th
                key={c.key}
                scope="col"
                data-kind={c.kind}
                data-wide={c.wideOnly || undefined}
                style={c.width ? { inlineSize: c.width } : undefined}
              >
                {c.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)} data-lit={lit?.(row) || undefined}>
              {columns.map(c => {
                const Cell = c.names ? 'th' : 'td'
                return (
                  <Cell
                    key={c.key}
                    data-kind={c.kind}
                    data-wide={c.wideOnly || undefined}
                    {...(c.names && { scope: 'row' })}
                  >
                    {c.cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
