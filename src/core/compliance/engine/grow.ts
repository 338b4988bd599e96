/** The typed arrays that columns are made of. */
export type Column = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array

/** Room for `need` entries: the same array, or a copy a half larger. New entries are `empty`. */
export function grown<C extends Column>(column: C, need: number, empty = 0): C {
  if (need <= column.length) return column
  const size = Math.max(need, Math.ceil(column.length * 1.5) + 64)
  const larger = new (column.constructor as new (n: number) => C)(size)
  larger.set(column as never)
  if (empty !== 0) larger.fill(empty, column.length)
  return larger
}

/** Bytes that columns hold, spare room included. */
export const bytesOf = (...columns: readonly Column[]): number =>
  columns.reduce((n, c) => n + c.byteLength, 0)
