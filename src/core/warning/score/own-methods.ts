import type { ChanceTable, Detector } from '../chance/chance-table.ts'
import { watchSeries } from '../detect/monitor.ts'
import { SHARES, Thresholds } from '../detect/thresholds.ts'
import type { Method } from './backtest.ts'

/** Budgets of false alerts a zone and year that the back-test tries; the default is 1. */
export const BUDGETS = [3, 2.5, 2, 1.75, 1.5, 1.25, 1, 0.85, 0.7, 0.5, 0.35, 0.2, 0.1] as const
export const DEFAULT_BUDGET = 1

/** Hudna's panel as it is shipped, and each of its detectors with the whole budget. */
export function ownMethods(table: ChanceTable): Method[] {
  const only = (d: Detector) => ({ ...SHARES, surge: 0, cusum: 0, change: 0, [d]: 1 })
  return [
    methodOf('hudna', table, SHARES),
    methodOf('hudna, LR-CUSUM only', table, only('cusum')),
    methodOf('hudna, GLR only', table, only('change')),
  ]
}

function methodOf(name: string, table: ChanceTable, shares: Readonly<Record<Detector, number>>): Method {
  const byBudget = new Map<number, Thresholds>()
  return {
    name,
    thresholds: BUDGETS,
    alarms: (counts, budget) => {
      if (!byBudget.has(budget)) byBudget.set(budget, new Thresholds(table, budget, shares))
      const { raised } = watchSeries({ id: name, firstDay: 0, counts }, byBudget.get(budget)!)
      return raised.filter(r => r.direction === 'rise').map(r => r.day)
    },
  }
}
