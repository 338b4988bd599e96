/**
 * Least squares by Householder's reflections: keeps the digits that normal equations would square away.
 * Fill `columns`, call `solve`, then ask for the rest; `columns` is overwritten. Full rank is the caller's word.
 */
export class LeastSquares {
  readonly columns: Float64Array[]
  private readonly rows: number

  constructor(rows: number, columns: number) {
    this.rows = rows
    this.columns = Array.from({ length: columns }, () => new Float64Array(rows))
    this.diagonal = new Float64Array(columns)
  }

  /** R's diagonal; what `columns` holds on and under it are the reflections, scaled to length √2. */
  private readonly diagonal: Float64Array

  /** The coefficients that bring columns · coefficients nearest to `target`, which is overwritten. */
  solve(target: number[]): number[] {
    const y = Float64Array.from(target)
    for (let c = 0; c < this.columns.length; c++) {
      const v = this.columns[c]!
      let square = 0
      for (let r = c; r < this.rows; r++) square += v[r]! * v[r]!
      const norm = Math.sqrt(square) * (v[c]! > 0 ? -1 : 1)
      this.diagonal[c] = norm
      const head = v[c]! - norm
      const length = Math.sqrt((square - v[c]! * v[c]! + head * head) / 2)
      v[c] = head
      if (length > 0) for (let r = c; r < this.rows; r++) v[r]! /= length
      for (let j = c + 1; j < this.columns.length; j++) reflect(v, this.columns[j]!, c)
      reflect(v, y, c)
    }
    return this.backSubstitute(y)
  }

  /** Diagonal of the hat matrix: squared rows of Q, whose columns are unit vectors reflected, last first. */
  leverages(): number[] {
    const out = new Array<number>(this.rows).fill(0)
    for (let c = 0; c < this.columns.length; c++) {
      const q = new Float64Array(this.rows)
      q[c] = 1
      for (let k = this.columns.length - 1; k >= 0; k--) reflect(this.columns[k]!, q, k)
      for (let r = 0; r < this.rows; r++) out[r]! += q[r]! * q[r]!
    }
    return out
  }

  /** (R'R)⁻¹. */
  covariance(): number[][] {
    const p = this.columns.length
    const inverse = this.columns.map((_, c) => {
      const unit = new Float64Array(p)
      unit[c] = 1
      return this.backSubstitute(unit)
    })
    return inverse.map((_, i) => inverse.map((_, j) => inverse.reduce((s, col) => s + col[i]! * col[j]!, 0)))
  }

  private backSubstitute(y: Float64Array): number[] {
    const x = new Array<number>(this.columns.length).fill(0)
    for (let r = x.length - 1; r >= 0; r--) {
      let s = y[r]!
      for (let j = r + 1; j < x.length; j++) s -= this.columns[j]![r]! * x[j]!
      x[r] = s / this.diagonal[r]!
    }
    return x
  }
}

function reflect(v: Float64Array, y: Float64Array, from: number): void {
  let s = 0
  for (let r = from; r < y.length; r++) s += v[r]! * y[r]!
  if (s !== 0) for (let r = from; r < y.length; r++) y[r]! -= s * v[r]!
}
