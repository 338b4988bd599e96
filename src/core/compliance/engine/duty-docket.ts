import type { Docket } from '../docket.ts'
import { dutyKey, dutyState, itemsDuty } from '../duty.ts'
import { type DutyState, type InstanceState, MOST_INSTANCES } from '../duty-model.ts'
import { instanceState } from '../instance-state.ts'
import { instancesOf } from '../instances.ts'
import type { Bearer, PreparedProvision } from '../prepared.ts'
import type { ObligationVerdict } from '../verdict.ts'
import { docketOf } from './docket-of.ts'
import { STATES } from './duty-words.ts'
import type { Engine } from './engine.ts'
import type { ItemMonitor } from './item-monitor.ts'
import { slowDocket } from './slow-docket.ts'
import { dutySums, named } from './sums.ts'
import type { TriggerMonitor } from './trigger-monitor.ts'

/** Performances of one instance that a state can name; a state names twenty. */
const MOST_PERFORMANCES = 400

/** A docket of the instances that carry a triggered duty's verdict, with the sums of all others. */
export function triggerDocket(engine: Engine, m: TriggerMonitor): Docket {
  const { provision: p, bearer } = m
  const { verdict } = dutySums(m.tally)
  const list: number[] = []
  let total = 0
  m.each(i => {
    total++
    if (STATES[m.instState[i]!] === verdict) list.push(i)
  })
  const lens = engine.lensOf(p)
  const text = (i: number) => engine.events.ids.text(m.instEvent[i]!)
  list.sort((a, b) => lens.hi[m.instEvent[a]!]! - lens.hi[m.instEvent[b]!]! || (text(a) < text(b) ? -1 : 1))
  const first = list.slice(0, MOST_INSTANCES)
  const events = new Set<number>()
  for (const i of first) {
    events.add(m.instEvent[i]!)
    let n = 0
    m.eachPerformance(i, e => {
      events.add(e)
      return ++n < MOST_PERFORMANCES
    })
  }
  const d = docketOf(engine, events)
  const keys = new Set(first.map(i => `${p.provision.id}/${text(i)}`))
  const states = statesOf(d, p, bearer, engine.now, keys)
  const tally = { instances: total, ...named(m.tally, i => STATES[i]!) }
  d.memo.set(
    dutyKey(p, bearer, engine.now),
    dutyState(verdict as ObligationVerdict, tally, states, list.length),
  )
  return d
}

const statesOf = (
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  t: number,
  keys: ReadonlySet<string>,
  conditional = false,
): InstanceState[] =>
  instancesOf(d, p, bearer, t)
    .filter(i => keys.has(i.key))
    .map(i => instanceState(d, p, conditional ? { ...i, conditional: true } : i, t))

type Spot = { readonly item: number; readonly name: string; readonly period: number }

/** A docket of the items that carry a duty's verdict, with the sums of all others. */
export function itemDocket(engine: Engine, m: ItemMonitor): Docket {
  const { provision: p, bearer } = m
  const certain = m.certain.some(n => n > 0)
  const sums = p.recurring ? m.certain.map((n, i) => n + m.possible[i]!) : certain ? m.certain : m.possible
  const total = sums.reduce((a, b) => a + b, 0)
  // No item counts yet: whatever was done is weighed as the duty as a whole.
  if (total === 0 && !p.recurring) return slowDocket(engine, p)
  const spots = (wanted: (v: ObligationVerdict) => boolean): { list: Spot[]; total: number } => {
    const list: Spot[] = []
    let n = 0
    for (const { item, runs } of m.each())
      for (const r of runs) {
        if (!p.recurring && certain && r.conditional) continue
        if (!wanted(STATES[r.state]!)) continue
        n += r.to - r.from + 1
        const name = engine.claims.items.text(item)
        for (let period = r.from; period <= r.to; period++) list.push({ item, name, period })
      }
    list.sort((a, b) => a.period - b.period || (a.name < b.name ? -1 : 1))
    return { list: list.slice(0, MOST_INSTANCES), total: n }
  }
  const keyOf = (s: Spot) =>
    p.recurring ? `${p.provision.id}/${s.period + 1}/${s.name}` : `${p.provision.id}/${s.name}`
  const tally = { instances: total, ...named(sums, i => STATES[i]!) }
  const { verdict } = dutySums(sums)
  const events = new Set<number>()
  const every = [
    spots(v => v === verdict),
    ...(p.recurring ? [] : [spots(v => v !== 'FULFILLED'), spots(() => true)]),
  ]
  for (const { list } of every) for (const s of list) for (const e of m.eventsOf(s.item)) events.add(e)
  const d = docketOf(engine, events)
  const first = (wanted: (v: ObligationVerdict) => boolean) => {
    const { list, total: n } = spots(wanted)
    const keys = new Set(list.map(keyOf))
    return { states: statesOf(d, p, bearer, engine.now, keys, !p.recurring && !certain), total: n }
  }
  let state: DutyState
  if (p.recurring) {
    const worstOnes = first(v => v === verdict)
    state = dutyState(verdict as ObligationVerdict, tally, worstOnes.states, worstOnes.total)
  } else state = itemsDuty(tally, { low: 0, high: 0, late: 0 }, first)
  d.memo.set(dutyKey(p, bearer, engine.now), state)
  return d
}
