/** One row that was not taken, told so that its owner can mend it. Rows are 1-based, the header is row 1. */
export type Reject = {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly reason: string
  readonly expected: string
}

/** A row as text cells by column name. `number` is the row in the file, the header being 1. */
export type TableRow = { readonly number: number; readonly cells: Readonly<Record<string, string>> }

/** What an import did; `read` = `kept` + `rejected` always. */
export type ImportCount = { readonly read: number; readonly kept: number; readonly rejected: number }
