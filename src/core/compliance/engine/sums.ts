import { worseThan } from '../duty-model.ts'
import { ALWAYS, type Bearer, type PreparedProvision } from '../prepared.ts'
import type { ObligationVerdict } from '../verdict.ts'
import { BanMonitor } from './ban-monitor.ts'
import { verdictOf } from './ban-table.ts'
import { STATES } from './duty-words.ts'
import type { Engine } from './engine.ts'
import { ItemMonitor } from './item-monitor.ts'
import { TriggerMonitor } from './trigger-monitor.ts'

/** Over [from, now]; a prohibition without `from` is asked about from its start. */
export type Period = { readonly from?: number }

/** Name and sums of a verdict kept in place; undefined for provisions that are judged when asked. */
export function sumsNow(
  engine: Engine,
  p: PreparedProvision,
  bearer: Bearer,
  period: Period = {},
): { readonly verdict: string; readonly counts: Readonly<Record<string, number>> } | undefined {
  const m = engine.monitorOf(p, bearer)
  if (m instanceof BanMonitor) {
    const side = m.sides.findIndex(s => s.bearer === bearer)
    const sums = m.counts(side, period.from ?? ALWAYS.lo, engine.now)
    return { verdict: verdictOf(worst(sums)), counts: named(sums, verdictOf) }
  }
  if (m instanceof TriggerMonitor && m.strange.size === 0) return dutySums(m.tally)
  if (m instanceof ItemMonitor && m.strange.size === 0) {
    const sums = m.certain.map((n, i) => n + m.possible[i]!)
    if (!p.recurring && sums.every(n => n === 0)) return undefined
    return dutySums(p.recurring ? sums : m.certain.some(n => n > 0) ? m.certain : m.possible)
  }
  return undefined
}

/** The greatest severity that is counted at all; 0 when none is. */
export const worst = (sums: Int32Array): number =>
  Math.max(
    0,
    sums.findLastIndex(n => n > 0),
  )

/** Verdict and counts of a duty from its sums by state. */
export function dutySums(sums: Int32Array): { verdict: string; counts: Record<string, number> } {
  let verdict: ObligationVerdict = 'DORMANT'
  sums.forEach((n, i) => {
    if (n > 0 && worseThan(STATES[i]!, verdict)) verdict = STATES[i]!
  })
  const counts = named(sums, i => STATES[i]!)
  return { verdict, counts }
}

/** Counts above zero, by name. */
export function named(sums: Int32Array, name: (i: number) => string): Record<string, number> {
  const out: Record<string, number> = {}
  sums.forEach((n, i) => {
    if (n > 0) out[name(i)] = n
  })
  return out
}
