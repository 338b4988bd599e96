import { type Docket, remembered } from './docket.ts'
import {
  type DutyState,
  type Instance,
  type InstanceState,
  MOST_INSTANCES,
  WORSE,
  worseThan,
  worstOf,
} from './duty-model.ts'
import { instanceState, quantityOf, worthAt } from './instance-state.ts'
import { instancesOf } from './instances.ts'
import type { Bearer, PreparedProvision } from './prepared.ts'
import type { ObligationVerdict } from './verdict.ts'

/** The duty at t as its own evidence has it, with reciprocity, suspension and release left aside. */
export function rawDuty(d: Docket, p: PreparedProvision, bearer: Bearer, t: number): DutyState {
  return remembered(d, dutyKey(p, bearer, t), () => stateOf(d, p, instancesOf(d, p, bearer, t), t))
}

/** Under which a docket remembers a duty's own state; the engine puts its own there. */
export const dutyKey = (p: PreparedProvision, bearer: Bearer, t: number): string =>
  `duty ${p.provision.id} ${bearer.key} ${t}`

/** Adds up instances that exist at t. */
export function stateOf(
  d: Docket,
  p: PreparedProvision,
  instances: readonly Instance[],
  t: number,
): DutyState {
  const present = instances.filter(i => i.since.lo <= t)
  if (p.items && !p.recurring && present.some(i => i.item !== undefined)) return itemsState(d, p, present, t)
  return together(present.map(i => instanceState(d, p, i, t)))
}

function together(instances: readonly InstanceState[]): DutyState {
  let verdict: ObligationVerdict = 'DORMANT'
  for (const i of instances) if (worseThan(i.verdict, verdict)) verdict = i.verdict
  const worst = instances.filter(i => i.verdict === verdict)
  return dutyState(verdict, tallyOf(instances), worst.slice(0, MOST_INSTANCES), worst.length)
}

/** The state of a duty from its sums and the first of its worst instances. */
export function dutyState(
  verdict: ObligationVerdict,
  tally: Readonly<Record<string, number>>,
  worst: readonly InstanceState[],
  worstTotal: number,
): DutyState {
  const codes = new Set(worst.flatMap(i => i.codes))
  if (!tally.instances) codes.add('no-trigger')
  const only = tally.instances === 1 ? worst[0]?.quantity : undefined
  return { verdict, codes: [...codes], tally, worst, worstTotal, ...(only && { quantity: only }) }
}

function tallyOf(instances: readonly InstanceState[]): Record<string, number> {
  const tally: Record<string, number> = { instances: instances.length }
  for (const v of WORSE) {
    const n = instances.reduce((m, i) => (i.verdict === v ? m + 1 : m), 0)
    if (n > 0) tally[v] = n
  }
  return tally
}

/** All items of a duty at t: one item is judged by the table, several by bounds. */
function itemsState(d: Docket, p: PreparedProvision, present: readonly Instance[], t: number): DutyState {
  const labelled = present.filter(i => i.item !== undefined)
  const whole = present.find(i => i.item === undefined)
  const certain = labelled.filter(i => !i.conditional && i.since.hi <= t)
  const counted = certain.length ? certain : labelled.map(i => ({ ...i, conditional: true }))
  const states = counted.map(i => instanceState(d, p, i, t))
  const unlabelled = quantityOf(
    (whole?.performances ?? []).map(f => ({ f, worth: worthAt(f, t) })),
    counted.length,
  )
  return itemsDuty(tallyOf(states), unlabelled, wanted => {
    const some = states.filter(s => wanted(s.verdict))
    return { states: some.slice(0, MOST_INSTANCES), total: some.length }
  })
}

/**
 * A duty over items from how many stand how: one is judged by the table, several by bounds (§3.6).
 *
 * @param unlabelled bounds of acts that name no item; they may be on the same items as others.
 * @param first the first instances in certain states, in order of item, and how many there are.
 */
export function itemsDuty(
  tally: Readonly<Record<string, number>>,
  unlabelled: { readonly low: number; readonly high: number; readonly late: number },
  first: (wanted: (v: ObligationVerdict) => boolean) => {
    readonly states: readonly InstanceState[]
    readonly total: number
  },
): DutyState {
  const required = tally.instances ?? 0
  const n = (v: ObligationVerdict) => tally[v] ?? 0
  const worst = worstOf(tally)
  const base = first(v => v === worst)
  const together = dutyState(worst, tally, base.states, base.total)
  if (required <= 1) return together
  const open = n('POSSIBLY') + n('CLAIMED') + n('CONTESTED')
  const low = Math.min(required, Math.max(n('FULFILLED'), unlabelled.low))
  const late = n('LATE') + unlabelled.late
  const high = Math.max(low, Math.min(required, n('FULFILLED') + open + unlabelled.high))
  const quantity = { low, high, required, late }
  if (low < required && low + late < required && high + late > 0) {
    const undone = first(v => v !== 'FULFILLED')
    const codes = undone.states.flatMap(s =>
      s.codes.filter(c => c === 'due' || c === 'past-due' || c === 'conditional'),
    )
    return {
      verdict: 'PARTIAL',
      codes: [...new Set(codes)],
      tally,
      worst: undone.states,
      worstTotal: undone.total,
      quantity,
    }
  }
  const verdict: ObligationVerdict = low >= required ? 'FULFILLED' : low + late >= required ? 'LATE' : worst
  if (verdict === worst) return { ...together, quantity }
  const all = first(() => true)
  return { verdict, codes: [], tally, worst: all.states, worstTotal: all.total, quantity }
}
