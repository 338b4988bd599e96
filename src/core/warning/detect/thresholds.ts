import { CELLS, type ChanceTable, cellOf, DETECTORS, type Detector } from '../chance/chance-table.ts'

/**
 * How the budget of false alerts is shared. `surge` and `quiet` never judge the same zone on the same
 * day. Quiet zones get half: there are many, and their alerts rest on two or three events. `drop` is a
 * warning of another kind, beside the budget. The charts run along and explain; a user may give them a share.
 */
export const SHARES: Readonly<Record<Detector, number>> = {
  surge: 1,
  quiet: 0.5,
  cusum: 0,
  change: 0,
  drop: 0.5,
}

/** Thresholds of every detector for one budget, looked up by the zone's present baseline. */
export class Thresholds {
  readonly perYear: number
  readonly table: ChanceTable
  private readonly shares: Readonly<Record<Detector, number>>
  private readonly byCell: Readonly<Record<Detector, Float64Array>>

  /** @param perYear false alerts a zone and year that the user will bear. */
  constructor(table: ChanceTable, perYear: number, shares: Readonly<Record<Detector, number>> = SHARES) {
    this.table = table
    this.perYear = perYear
    this.shares = shares
    this.byCell = Object.fromEntries(
      DETECTORS.map(d => [d, new Float64Array(CELLS).fill(Number.NaN)]),
    ) as Record<Detector, Float64Array>
  }

  /** Whether a detector has a share of the budget at all. */
  uses(detector: Detector): boolean {
    return this.shares[detector] > 0
  }

  of(detector: Detector, mean: number, dispersion: number): number {
    const cells = this.byCell[detector]
    const cell = cellOf(mean, dispersion)
    const known = cells[cell]!
    if (!Number.isNaN(known)) return known
    cells[cell] = this.table.threshold(detector, mean, dispersion, this.perYear * this.shares[detector])
    return cells[cell]!
  }
}
