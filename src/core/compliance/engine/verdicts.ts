import type { Docket, Known } from '../docket.ts'
import { knownUnder } from '../docket.ts'
import {
  type DutyState,
  dutyKey,
  dutyState,
  type InstanceState,
  instanceState,
  instancesOf,
  itemsDuty,
  MOST_INSTANCES,
  worseThan,
} from '../duty.ts'
import { eventNode } from '../explain-ban.ts'
import { explainOne } from '../explain-one.ts'
import { type BanSummary, keepsState, lastState, MOST_TOP, placedIn, summaryKey } from '../judge-ban.ts'
import { judgeObstruction, judgeOne } from '../judge-one.ts'
import { severityOf } from '../lattice.ts'
import {
  ALWAYS,
  type Bearer,
  counterparts,
  type PreparedPattern,
  type PreparedProvision,
} from '../prepared.ts'
import { banOf, findingOf } from '../prohibition.ts'
import { repairOf } from '../reparation.ts'
import type { Explanation, ObligationVerdict, Verdict } from '../verdict.ts'
import { BanMonitor, verdictOf } from './ban-monitor.ts'
import { docketOf } from './docket-of.ts'
import { STATES } from './duty-words.ts'
import type { Engine } from './engine.ts'
import { ItemMonitor } from './item-monitor.ts'
import { TriggerMonitor } from './trigger-monitor.ts'

/** Over [from, now]; a prohibition without `from` is asked about from its start. */
export type Period = { readonly from?: number }

/** Every verdict at the engine's moment, in the accord's order: what `judge` gives for its records. */
export function judgeNow(engine: Engine, period: Period = {}): Verdict[] {
  return engine.prepared.provisions.flatMap(p => [
    ...p.bearers.map(b => judgeOne(docketFor(engine, p, b, period), p, b, { t: engine.now, ...period })),
    ...(p.judged === 'none'
      ? []
      : p.obstructors.map(b =>
          judgeObstruction(docketFor(engine, p, b, period, true), p, b, { t: engine.now, ...period }),
        )),
  ])
}

/** One verdict with its words and evidence. */
export const verdictNow = (
  engine: Engine,
  p: PreparedProvision,
  bearer: Bearer,
  period: Period = {},
): Verdict => judgeOne(docketFor(engine, p, bearer, period), p, bearer, { t: engine.now, ...period })

/** One verdict's derivation, as `explain` gives it for the engine's records. */
export const explainNow = (
  engine: Engine,
  p: PreparedProvision,
  bearer: Bearer,
  period: Period = {},
): Explanation => explainOne(docketFor(engine, p, bearer, period), p, bearer, { t: engine.now, ...period })

/** The derivation of one event's verdict under a ban; undefined when it is none of the bearer's acts. */
export function explainEventNow(
  engine: Engine,
  p: PreparedProvision,
  bearer: Bearer,
  event: string,
  period: Period = {},
): Explanation | undefined {
  const m = engine.monitorOf(p, bearer)
  const n = engine.events.ids.find(event)
  if (!(m instanceof BanMonitor) || n < 0) return undefined
  const side = m.sides.findIndex(s => s.bearer === bearer)
  const a = m.actOf(n, side)
  if (a < 0) return undefined
  const events = new Set([n])
  m.around(a, reachOf(m, a), e => events.add(e))
  const d = docketOf(engine, events, m.lens)
  const ban = banOf(p)
  const finding = findingOf(d, ban, bearer, knownIn(d, ban.provision, event)!)
  const placed = placedIn([finding], period.from, engine.now)[0]
  return placed && eventNode(d, ban, bearer, placed, engine.now, period.from)
}

/** Only where nothing excuses an act are the nearest misses named, which lie up to twice as far. */
const reachOf = (m: BanMonitor, a: number): number => (m.actExcuse[a] === 0 ? 2 : 1)

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

const worst = (sums: Int32Array): number =>
  Math.max(
    0,
    sums.findLastIndex(n => n > 0),
  )

function dutySums(sums: Int32Array): { verdict: string; counts: Record<string, number> } {
  let verdict: ObligationVerdict = 'DORMANT'
  sums.forEach((n, i) => {
    if (n > 0 && worseThan(STATES[i]!, verdict)) verdict = STATES[i]!
  })
  const counts = named(sums, i => STATES[i]!)
  return { verdict, counts }
}

function named(sums: Int32Array, name: (i: number) => string): Record<string, number> {
  const out: Record<string, number> = {}
  sums.forEach((n, i) => {
    if (n > 0) out[name(i)] = n
  })
  return out
}

/**
 * A docket that answers for one provision and bearer as the whole records would: the few events that a
 * verdict names, with the sums of all the others put in beforehand.
 */
function docketFor(
  engine: Engine,
  p: PreparedProvision,
  bearer: Bearer,
  period: Period,
  obstruction = false,
): Docket {
  const m = engine.monitorOf(p, bearer, obstruction)
  const t = Math.min(engine.now, p.force.to)
  if (m instanceof BanMonitor) return banDocket(engine, m, bearer, t, period.from)
  const current = t === engine.now || p.provision.supersededBy !== undefined
  const alone = p.provision.reciprocity === undefined
  if (m && current && alone && m.strange.size === 0)
    return m instanceof TriggerMonitor ? triggerDocket(engine, m) : itemDocket(engine, m)
  return slowDocket(engine, p)
}

const knownIn = (d: Docket, p: PreparedProvision, event: string): Known | undefined =>
  knownUnder(d, p.rule).find(k => k.event.id === event)

function banDocket(
  engine: Engine,
  m: BanMonitor,
  bearer: Bearer,
  t: number,
  from: number | undefined,
): Docket {
  const { ban } = m
  const p = ban.provision
  const own = ban.pattern === p.action
  const side = m.sides.findIndex(s => s.bearer === bearer)
  const start = from ?? ALWAYS.lo
  const sums = m.counts(side, start, t)
  const verdict = worst(sums)
  const first = firstActs(engine, m, side, start, t, verdict)
  const grounds = own && p.reparation ? severityOf(p.reparation.on) : Infinity
  const events = new Set<number>()
  for (const a of first) {
    events.add(m.actEvent[a]!)
    m.around(a, reachOf(m, a), e => events.add(e))
  }
  const repairs: number[] = []
  if (own && (p.reparation || keepsState(p)))
    m.each(side, a => {
      if (m.placed(a, start, t) < 0) return
      repairs.push(a)
      events.add(m.actEvent[a]!)
      if (m.actVerdict[a]! >= grounds) m.around(a, 1, e => events.add(e))
    })
  if (own && p.reparation) eventsOfTypes(engine, p, [p.reparation.perform], events)
  if (own && keepsState(p)) eventsOfTypes(engine, p, [p.perform!], events)
  const d = docketOf(engine, events, p.reparation ? undefined : m.lens)
  const known = new Map(knownUnder(d, p.rule).map(k => [k.event.id, k]))
  const finding = (a: number) => findingOf(d, ban, bearer, known.get(engine.events.ids.text(m.actEvent[a]!))!)
  const total = sums[verdict]!
  const all = repairs
    .map(finding)
    .sort(
      (a, b) =>
        a.known.attributes.when.hi - b.known.attributes.when.hi ||
        (a.known.event.id < b.known.event.id ? -1 : 1),
    )
  const rest = sums.slice()
  if (total > 0) rest[verdict]!--
  const summary: BanSummary = {
    verdict: verdictOf(verdict),
    top: placedIn(first.map(finding), from, t),
    topTotal: total,
    rest: total > 1 ? verdictOf(verdict) : verdictOf(worst(rest)),
    counts: { events: sums.reduce((n, x) => n + x, 0), ...named(sums, verdictOf) },
    unattributed: [...m.unattributed].some(e => m.lo(e) <= t),
    state: own && keepsState(p) ? lastState(d, p, placedIn(all, from, t), t) : undefined,
    repair: own && p.reparation ? repairOf(d, p, bearer, all, t) : undefined,
  }
  d.memo.set(summaryKey(ban, bearer, t, from), summary)
  return d
}

/** The first acts with a verdict, by their last second and id, as everywhere. */
function firstActs(
  engine: Engine,
  m: BanMonitor,
  side: number,
  from: number,
  t: number,
  verdict: number,
): number[] {
  const acts: number[] = []
  m.each(side, a => {
    if (m.placed(a, from, t) === verdict) acts.push(a)
  })
  const { lens } = m
  const text = (a: number) => engine.events.ids.text(m.actEvent[a]!)
  acts.sort((a, b) => lens.hi[m.actEvent[a]!]! - lens.hi[m.actEvent[b]!]! || (text(a) < text(b) ? -1 : 1))
  return acts.slice(0, MOST_TOP)
}

/** Performances of one instance that a state can name; a state names twenty. */
const MOST_PERFORMANCES = 400

function triggerDocket(engine: Engine, m: TriggerMonitor): Docket {
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

function itemDocket(engine: Engine, m: ItemMonitor): Docket {
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

/** Adds every event whose kind may be one of the patterns'. */
function eventsOfTypes(
  engine: Engine,
  p: PreparedProvision,
  patterns: readonly (PreparedPattern | undefined)[],
  into: Set<number>,
): void {
  const lens = engine.lensOf(p)
  const mask = patterns.reduce((m, x) => m | (x?.types ?? 0n), 0n)
  const hits = lens.typeMask.map(t => (t & mask) !== 0n)
  for (let e = 0; e < engine.events.size; e++) if (lens.state[e] && hits[lens.types[e]!]) into.add(e)
}

const SLOW = new WeakMap<Engine, Map<string, { readonly version: number; readonly docket: Docket }>>()

/** Every event that may matter to a provision, judged by the rules themselves; kept until a record comes in. */
function slowDocket(engine: Engine, p: PreparedProvision): Docket {
  let kept = SLOW.get(engine)
  if (!kept) {
    kept = new Map()
    SLOW.set(engine, kept)
  }
  const old = kept.get(p.provision.id)
  if (old?.version === engine.version) return old.docket
  const events = new Set<number>()
  const linked = p.bearers.flatMap(b => counterparts(engine.prepared, p, b)?.linked ?? [])
  for (const x of new Set([p, ...linked]))
    for (const lens of [p, x])
      eventsOfTypes(
        engine,
        lens,
        [
          x.action,
          x.perform,
          x.items,
          x.trigger,
          x.obstruction,
          x.reparation?.perform,
          ...x.exceptions.map(e => e.provocation),
        ],
        events,
      )
  const docket = docketOf(engine, events)
  kept.set(p.provision.id, { version: engine.version, docket })
  return docket
}
