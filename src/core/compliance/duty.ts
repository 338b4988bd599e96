import type { When } from '../time/when.ts'
import { and, F, inWindow, type Kleene, T, U } from '../time/when.ts'
import { notesFor, observedIn } from './coverage.ts'
import { type Docket, type Known, knownUnder, remembered } from './docket.ts'
import {
  conjunction,
  inForce,
  type Leg,
  type Match,
  patternMatch,
  sameValue,
  typeMatch,
  zoneMatch,
} from './match.ts'
import { ALWAYS, type Bearer, type PreparedPattern, type PreparedProvision } from './prepared.ts'
import { type Standing, standingOfAct, standingOfHappening, standingOfPerformance } from './standing.ts'
import type { ObligationVerdict } from './verdict.ts'

/** One act that may perform a duty, with how far it matches and whether it was on time. */
export type Performance = {
  readonly known: Known
  readonly standing: Standing
  readonly match: Match
  /** T when there is no deadline. */
  readonly onTime: Kleene
  /** How many items or persons it covers; high is Infinity when no report says. */
  readonly count: { readonly low: number; readonly high: number }
  readonly actorAssumed: boolean
}

/** One thing to be done: the duty itself, or one trigger, item or period of it (compliance.md §3.6). */
export type Instance = {
  readonly key: string
  /** When it came into being: the trigger's or first sighting's time, or the start of force. */
  readonly since: When
  /** Its ground is not certain: it is shown and never overdue. */
  readonly conditional: boolean
  readonly trigger?: { readonly known: Known; readonly standing: Standing }
  readonly item?: string
  readonly due?: When
  /** When coverage must have been adequate for its absence to count. */
  readonly watch: When
  readonly required: number
  readonly performances: readonly Performance[]
}

export type InstanceState = {
  readonly instance: Instance
  readonly verdict: ObligationVerdict
  readonly codes: readonly string[]
  /** The performances that carry the verdict. */
  readonly best: readonly Performance[]
  /** Where none does: those that were claimed by then and count for nothing. */
  readonly vain: readonly Performance[]
  readonly quantity?: {
    readonly low: number
    readonly high: number
    readonly required: number
    readonly late: number
  }
}

/** The whole duty at t: its verdict is that of its worst instance. */
export type DutyState = {
  readonly verdict: ObligationVerdict
  readonly codes: readonly string[]
  /** Instances by verdict. */
  readonly tally: Readonly<Record<string, number>>
  /** The first instances that carry the verdict, in the order of their grounds. */
  readonly worst: readonly InstanceState[]
  readonly worstTotal: number
  readonly quantity?: InstanceState['quantity']
}

/** What a duty asks for, apart from where it stands in the accord: a provision's own, or a counter-duty. */
export type Duty = {
  readonly provision: PreparedProvision
  readonly perform: PreparedPattern
  readonly key: string
}

const dutyOf = (p: PreparedProvision): Duty => ({ provision: p, perform: p.perform!, key: p.provision.id })

/** Best to worst news; the worst instance gives the duty's verdict. */
const WORSE: readonly ObligationVerdict[] = [
  'DORMANT',
  'DISCHARGED',
  'SUSPENDED',
  'FULFILLED',
  'PENDING',
  'LATE',
  'CLAIMED',
  'POSSIBLY',
  'CONTESTED',
  'UNVERIFIED',
  'PARTIAL',
  'OVERDUE',
]
export const worseThan = (a: ObligationVerdict, b: ObligationVerdict): boolean =>
  WORSE.indexOf(a) > WORSE.indexOf(b)

/** The worst verdict that a tally counts; DORMANT when it counts none. */
export const worstOf = (tally: Readonly<Record<string, number>>): ObligationVerdict =>
  WORSE.findLast(v => (tally[v] ?? 0) > 0) ?? 'DORMANT'

/** The duty at t as its own evidence has it, with reciprocity, suspension and release left aside. */
export function rawDuty(d: Docket, p: PreparedProvision, bearer: Bearer, t: number): DutyState {
  return remembered(d, dutyKey(p, bearer, t), () => stateOf(d, p, instancesOf(d, p, bearer, t), t))
}

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

/** Performances that a state names, earliest first; more would only say the same. */
const MOST_BEST = 20

/** Instances a verdict's codes and evidence are drawn from; the tally knows them all. */
export const MOST_INSTANCES = 100

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

/** Every instance of a provision's duty that can exist by t. */
export function instancesOf(d: Docket, p: PreparedProvision, bearer: Bearer, t: number): readonly Instance[] {
  if (p.recurring) return periodsOf(d, p, bearer, t)
  return remembered(d, `instances ${p.provision.id} ${bearer.key}`, () => {
    if (p.trigger) return triggered(d, p, bearer)
    if (p.items) return itemsOf(d, p, bearer)
    const due = dueFrom(p, p.after ?? p.force.begins)
    return [single(d, p, bearer, p.provision.id, due)]
  })
}

function dueFrom(p: PreparedProvision, start: When): When | undefined {
  if (p.deadline !== undefined) return { lo: p.deadline, hi: p.deadline }
  if (p.within === undefined) return undefined
  return { lo: start.lo + p.within, hi: start.hi + p.within }
}

function single(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  key: string,
  due: When | undefined,
): Instance {
  return {
    key,
    since: { lo: p.force.start.lo, hi: p.force.start.lo },
    conditional: false,
    ...(due && { due }),
    watch: { lo: p.force.start.hi, hi: due?.hi ?? ALWAYS.hi },
    required: p.provision.quantity ?? 1,
    performances: performancesOf(d, dutyOf(p), bearer, { after: p.force.start, due }),
  }
}

type Bounds = {
  /** A performance must come after this. */
  readonly after: When
  readonly due: When | undefined
  readonly trigger?: Known
  readonly sameAs?: 'sector' | 'item' | 'zone'
  readonly item?: string
  /** A performance must fall in this period (recurring duties). */
  readonly period?: When
}

/** Acts that may perform a duty: the type may match and nobody certain else did them. */
export function performancesOf(
  d: Docket,
  duty: Duty,
  bearer: Bearer,
  bounds: Bounds,
): readonly Performance[] {
  const pool = remembered(d, `performers ${duty.key} ${bearer.key}`, () => performers(d, duty, bearer))
  const out: Performance[] = []
  for (const base of pool) {
    const { known } = base
    const legs = [...base.legs, ...boundLegs(d, known, bounds)]
    const match = conjunction(legs)
    if (match.value === F) continue
    out.push({
      known,
      standing: base.standing,
      match,
      onTime: bounds.due ? onTime(known.attributes.when, bounds.due) : T,
      count: base.count,
      actorAssumed: base.actorAssumed,
    })
  }
  return out
}

type Base = {
  readonly known: Known
  readonly standing: Standing
  readonly legs: Match['legs']
  readonly count: Performance['count']
  readonly actorAssumed: boolean
}

function performers(d: Docket, duty: Duty, bearer: Bearer): readonly Base[] {
  const out: Base[] = []
  const aloneBound = duty.provision.bearers.length === 1
  for (const known of knownUnder(d, duty.provision.rule)) {
    if (typeMatch(known.attributes.types, duty.perform.types) === F) continue
    const m = patternMatch(known.attributes, duty.perform)
    if (m.value === F) continue
    const { standing, performer } = standingOfPerformance(known.event, bearer, duty.provision.rule)
    if (performer === 'other') continue
    const certainActor = performer === 'bearer' || (performer === 'unnamed' && aloneBound)
    const { count, items } = known.attributes
    out.push({
      known,
      standing,
      legs: [...m.legs, { leg: 'actor', value: certainActor ? T : U }],
      count: count ?? (items ? { low: 1, high: 1 } : { low: 1, high: Infinity }),
      actorAssumed: performer === 'unnamed' && aloneBound,
    })
  }
  return out
}

function boundLegs(d: Docket, known: Known, b: Bounds): Match['legs'] {
  const a = known.attributes
  const legs: { leg: Leg; value: Kleene }[] = []
  const after: Kleene = a.when.hi < b.after.lo ? F : a.when.lo >= b.after.hi ? T : U
  legs.push({ leg: 'time', value: after })
  if (b.period) legs.push({ leg: 'time', value: inWindow(a.when, b.period) })
  if (b.item !== undefined) legs.push({ leg: 'item', value: sameValue(a.items, new Set([b.item])) })
  const t = b.trigger?.attributes
  if (t && b.sameAs === 'sector') legs.push({ leg: 'sector', value: sameValue(a.sectors, t.sectors) })
  if (t && b.sameAs === 'item') legs.push({ leg: 'item', value: sameValue(a.items, t.items) })
  if (t && b.sameAs === 'zone') legs.push({ leg: 'zone', value: sameZone(d, known, b.trigger!) })
  return legs
}

function sameZone(d: Docket, a: Known, b: Known): Kleene {
  let best: Kleene = F
  for (const z of d.prepared.zones.values()) {
    const both = and(
      zoneMatch(a.attributes.region, a.attributes.when, z),
      zoneMatch(b.attributes.region, b.attributes.when, z),
    )
    if (both > best) best = both
  }
  return best
}

/** `onTime(f)` of §3.6. */
export const onTime = (f: When, due: When): Kleene => (f.hi <= due.lo ? T : f.lo > due.hi ? F : U)

function triggered(d: Docket, p: PreparedProvision, bearer: Bearer): readonly Instance[] {
  const out: Instance[] = []
  for (const known of knownUnder(d, p.rule)) {
    const pattern = patternMatch(known.attributes, p.trigger!)
    const match = and(pattern.value, inForce(known.attributes.when, p.force))
    if (match === F) continue
    const standing = triggerStanding(p, bearer, known)
    if (standing.rank === 0) continue
    out.push(
      instanceAfter(
        d,
        dutyOf(p),
        bearer,
        { known, standing },
        {
          certain: match === T,
          within: p.within,
          deadline: p.deadline,
          required: p.provision.quantity ?? 1,
        },
      ),
    )
  }
  return out
}

/** The instance of a duty that one event called into being. */
export function instanceAfter(
  d: Docket,
  duty: Duty,
  bearer: Bearer,
  trigger: { readonly known: Known; readonly standing: Standing },
  terms: {
    readonly certain: boolean
    readonly within: number | undefined
    readonly deadline: number | undefined
    readonly required: number
  },
): Instance {
  const { when } = trigger.known.attributes
  const due: When | undefined =
    terms.within !== undefined
      ? { lo: when.lo + terms.within, hi: when.hi + terms.within }
      : terms.deadline !== undefined
        ? { lo: terms.deadline, hi: terms.deadline }
        : undefined
  const same = duty.perform.pattern.same
  return {
    key: `${duty.key}/${trigger.known.event.id}`,
    since: when,
    conditional: !(terms.certain && trigger.standing.level === 'ESTABLISHED'),
    trigger,
    ...(due && { due }),
    watch: { lo: when.lo, hi: due?.hi ?? ALWAYS.hi },
    required: terms.required,
    performances: performancesOf(d, duty, bearer, {
      after: when,
      due,
      trigger: trigger.known,
      ...(same && { sameAs: same }),
    }).filter(f => f.known.event.id !== trigger.known.event.id),
  }
}

function triggerStanding(p: PreparedProvision, bearer: Bearer, known: Known): Standing {
  const by = p.provision.trigger?.by
  if (by === undefined || by === 'any') return standingOfHappening(known.event, bearer, p.rule)
  const group = by === 'other-side' ? bearer.others : new Set(by)
  return standingOfAct(known.event, group, group, p.rule)
}

type Seen = { readonly known: Known; readonly standing: Standing; readonly certain: boolean }

/** Who saw which item where it must not be; items in order of their ids, sightings in order of time. */
function sightings(d: Docket, p: PreparedProvision, bearer: Bearer): ReadonlyMap<string, readonly Seen[]> {
  return remembered(d, `sightings ${p.provision.id} ${bearer.key}`, () => {
    const out = new Map<string, Seen[]>()
    for (const known of knownUnder(d, p.rule)) {
      const value = and(
        patternMatch(known.attributes, p.items!).value,
        inForceOrBefore(known.attributes.when, p),
      )
      const items = known.attributes.items
      if (value === F || !items) continue
      const standing = standingOfAct(known.event, bearer.group, bearer.self, p.rule)
      if (standing.rank === 0) continue
      const certain = value === T && standing.level === 'ESTABLISHED' && items.size === 1
      for (const item of items) {
        const list = out.get(item)
        if (list) list.push({ known, standing, certain })
        else out.set(item, [{ known, standing, certain }])
      }
    }
    return new Map([...out].sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/**
 * The instance for one item, due at `due`. What is first seen after the deadline may have been brought
 * later, so it cannot be overdue; an item has to go after it was last certainly there.
 */
function itemInstance(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  item: string,
  seen: readonly Seen[],
  dueOf: (last: Known) => When | undefined,
  limit: number | undefined,
  key: string,
): Instance {
  const certain = seen.filter(s => s.certain && (limit === undefined || s.known.attributes.when.hi <= limit))
  const from = certain.length ? certain : seen
  const last = from.reduce((a, b) => (b.known.attributes.when.lo > a.known.attributes.when.lo ? b : a))
  const { when } = last.known.attributes
  const due = dueOf(last.known)
  return {
    key,
    since: from[0]!.known.attributes.when,
    conditional: certain.length === 0,
    trigger: { known: last.known, standing: last.standing },
    item,
    ...(due && { due }),
    watch: { lo: Math.max(when.lo, p.force.start.hi), hi: due?.hi ?? ALWAYS.hi },
    required: 1,
    performances: performancesOf(d, dutyOf(p), bearer, { after: when, due, item }).filter(
      f => f.known.event.id !== last.known.event.id,
    ),
  }
}

/** One instance an item seen, and one for acts that name none; the whole duty when no item is known. */
function itemsOf(d: Docket, p: PreparedProvision, bearer: Bearer): readonly Instance[] {
  const fromLast = p.within !== undefined && !p.after
  const dueOf = (last: Known) => dueFrom(p, fromLast ? last.attributes.when : (p.after ?? p.force.begins))
  const out = [...sightings(d, p, bearer)].map(([item, seen]) =>
    itemInstance(d, p, bearer, item, seen, dueOf, p.deadline, `${p.provision.id}/${item}`),
  )
  const due = dueFrom(p, p.after ?? p.force.begins)
  if (out.length === 0) return [single(d, p, bearer, p.provision.id, due)]
  const whole = single(d, p, bearer, `${p.provision.id}/unlabelled`, due)
  return [...out, { ...whole, performances: whole.performances.filter(f => !f.known.attributes.items) }]
}

/** At the end of each period every item seen by then must be gone: one instance an item still there when it began. */
function periodItems(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  period: When,
  number: number,
): readonly Instance[] {
  return remembered(d, `period items ${p.provision.id} ${bearer.key} ${number}`, () => {
    const out: Instance[] = []
    const due = { lo: period.hi, hi: period.hi }
    for (const [item, all] of sightings(d, p, bearer)) {
      const seen = all.filter(s => s.known.attributes.when.lo <= period.hi)
      if (seen.length === 0) continue
      const key = `${p.provision.id}/${number}/${item}`
      const i = itemInstance(d, p, bearer, item, seen, () => due, period.hi, key)
      const goneBefore = i.performances.some(
        f =>
          f.standing.level === 'ESTABLISHED' && f.match.value === T && f.known.attributes.when.hi < period.lo,
      )
      const lo = Math.max(opening(period, number - 1).lo, i.since.lo)
      if (!goneBefore) out.push({ ...i, since: { lo, hi: Math.max(lo, i.since.hi) } })
    }
    return out
  })
}

/** An item may have stood there before the text came into force; only its end matters. */
const inForceOrBefore = (when: When, p: PreparedProvision): Kleene =>
  when.lo > p.force.to ? F : when.hi <= p.force.to ? T : U

/** A period is judged once it is over; the first one is open business from its start. */
const opening = (period: When, index: number): When =>
  index > 0 ? { lo: period.hi, hi: period.hi } : { lo: period.lo, hi: period.lo }

/** No accord has this many periods; a slip in `every` must not exhaust memory. */
const MOST_PERIODS = 5000

function periodsOf(d: Docket, p: PreparedProvision, bearer: Bearer, t: number): readonly Instance[] {
  const { every, from, to } = p.recurring!
  const end = Math.min(to, p.force.to)
  if (every <= 0 || t < from) return []
  const out: Instance[] = []
  const current = Math.floor((Math.min(t, end) - from) / every)
  for (let i = Math.max(0, current - MOST_PERIODS); i <= current; i++) {
    const period = { lo: from + i * every, hi: Math.min(from + (i + 1) * every - 1, end) }
    // A period still running is open business only while no earlier one is there to judge.
    if (i > 0 && period.hi > t) continue
    if (p.items) {
      out.push(...periodItems(d, p, bearer, period, i + 1))
      continue
    }
    out.push(
      remembered(d, `period ${p.provision.id} ${bearer.key} ${i}`, () => ({
        key: `${p.provision.id}/${i + 1}`,
        since: opening(period, i),
        conditional: false,
        due: { lo: period.hi, hi: period.hi },
        watch: period,
        required: p.provision.quantity ?? 1,
        performances: performancesOf(d, dutyOf(p), bearer, {
          after: { lo: ALWAYS.lo, hi: ALWAYS.lo },
          due: { lo: period.hi, hi: period.hi },
          period,
        }),
      })),
    )
  }
  return out
}

/** What a performance amounts to at t, as one word of the table of §3.6. */
type Worth = 'FULFILLED' | 'LATE' | 'POSSIBLY' | 'CLAIMED' | 'CONTESTED' | 'none'
const WORTH: readonly Worth[] = ['none', 'CONTESTED', 'CLAIMED', 'POSSIBLY', 'LATE', 'FULFILLED']

function worthAt(f: Performance, t: number): Worth {
  const happened = inWindow(f.known.attributes.when, { lo: ALWAYS.lo, hi: t })
  const match = and(f.match.value, happened)
  if (match === F || f.standing.rank === 0) return 'none'
  if (f.standing.level === 'ALLEGED') return 'CLAIMED'
  if (f.standing.level === 'DISPUTED') return 'CONTESTED'
  if (match === T && f.onTime === T) return 'FULFILLED'
  return match === T && f.onTime === F ? 'LATE' : 'POSSIBLY'
}

/** Instants at which an instance's state can change. */
export function instanceBreaks(p: PreparedProvision, i: Instance): number[] {
  const out: number[] = i.due ? [i.due.lo + 1, i.due.hi + 1, i.due.hi + p.lag + 1] : []
  for (const f of i.performances) out.push(f.known.attributes.when.lo, f.known.attributes.when.hi)
  return out
}

type Steps = { readonly breaks: readonly number[]; readonly states: (InstanceState | undefined)[] }
const STEPS = new WeakMap<Instance, Steps>()

/** The table of §3.6 for one instance at t, worked out once between two instants at which it can change. */
export function instanceState(d: Docket, p: PreparedProvision, i: Instance, t: number): InstanceState {
  let steps = STEPS.get(i)
  if (!steps) {
    steps = { breaks: [...new Set(instanceBreaks(p, i))].sort((a, b) => a - b), states: [] }
    STEPS.set(i, steps)
  }
  let lo = 0
  let hi = steps.breaks.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (steps.breaks[mid]! <= t) lo = mid + 1
    else hi = mid
  }
  let state = steps.states[lo]
  if (!state) {
    state = stateBetween(d, p, i, t)
    steps.states[lo] = state
  }
  return state
}

function stateBetween(d: Docket, p: PreparedProvision, i: Instance, t: number): InstanceState {
  const rated = i.performances.map(f => ({ f, worth: worthAt(f, t) }))
  const time = timeCodes(i, p, t)
  if (i.required > 1) {
    const q = quantityOf(rated, i.required)
    const verdict: ObligationVerdict | undefined =
      q.low >= q.required
        ? 'FULFILLED'
        : q.low + q.late >= q.required
          ? 'LATE'
          : q.high + q.late > 0
            ? 'PARTIAL'
            : undefined
    const best = rated
      .filter(r => r.worth !== 'none')
      .map(r => r.f)
      .slice(0, MOST_BEST)
    if (verdict)
      return {
        instance: i,
        verdict,
        codes:
          verdict === 'PARTIAL'
            ? [...time, ...noteCodes(best), ...(i.conditional ? ['conditional'] : [])]
            : noteCodes(best),
        best,
        vain: [],
        quantity: q,
      }
    return { ...absent(d, p, i, t, time), quantity: q }
  }
  let worth: Worth = 'none'
  for (const r of rated) if (WORTH.indexOf(r.worth) > WORTH.indexOf(worth)) worth = r.worth
  if (worth === 'none') return absent(d, p, i, t, time)
  const best = rated
    .filter(r => r.worth === worth)
    .map(r => r.f)
    .slice(0, MOST_BEST)
  const codes = [
    ...(worth === 'FULFILLED' || worth === 'LATE' ? [] : time),
    ...(worth === 'POSSIBLY' ? openLegs(best, t) : []),
    ...noteCodes(best),
    ...(i.conditional ? ['conditional'] : []),
  ]
  return { instance: i, verdict: worth, codes: [...new Set(codes)], best, vain: [] }
}

function absent(
  d: Docket,
  p: PreparedProvision,
  i: Instance,
  t: number,
  time: readonly string[],
): InstanceState {
  const vain = i.performances.filter(f => f.known.attributes.when.lo <= t).slice(0, MOST_BEST)
  const refuted = vain.some(f => f.standing.note === 'refuted') ? ['refuted'] : []
  const denied = vain.some(f => f.standing.note === 'denied') ? ['denied'] : []
  const codes = [...time, ...refuted, ...denied]
  if (!i.due || t <= i.due.hi + p.lag)
    return {
      instance: i,
      verdict: 'PENDING',
      codes: i.conditional ? [...codes, 'conditional'] : codes,
      best: [],
      vain,
    }
  if (i.conditional)
    return { instance: i, verdict: 'PENDING', codes: [...codes, 'conditional'], best: [], vain }
  // Where items had to go and none is known, nothing shows that there was anything to do.
  const unknownObject = p.items !== undefined && i.item === undefined
  const seen =
    !unknownObject &&
    observedIn(
      remembered(d, `notes ${p.provision.id}`, () => notesFor(d.act.coverage, p, d.prepared)),
      i.watch,
    ) === 'yes'
  return {
    instance: i,
    verdict: seen ? 'OVERDUE' : 'UNVERIFIED',
    codes: unknownObject ? [...codes, 'no-items'] : seen ? codes : [...codes, 'not-covered'],
    best: [],
    vain,
  }
}

function timeCodes(i: Instance, p: PreparedProvision, t: number): string[] {
  if (!i.due || t <= i.due.lo) return []
  return t <= i.due.hi + p.lag ? ['due'] : ['past-due']
}

const noteCodes = (best: readonly Performance[]): string[] => {
  const out = new Set<string>()
  for (const f of best) {
    if (f.standing.note === 'contested') out.add('contested')
    if (f.known.attributes.conflicts.length) out.add('attribute-conflict')
    if (f.known.event.doublyCorrected) out.add('double-correction')
    if (f.actorAssumed) out.add('actor-assumed')
  }
  return [...out]
}

function openLegs(best: readonly Performance[], t: number): string[] {
  const out = new Set<string>()
  for (const f of best) {
    for (const l of f.match.legs) if (l.value === U) out.add(`${l.leg}-uncertain`)
    if (f.onTime !== T) out.add('time-uncertain')
    if (f.known.attributes.when.hi > t) out.add('time-uncertain')
  }
  return [...out]
}

/** Bounds on how many were done, versions of one story counted once (§3.6). */
function quantityOf(
  rated: readonly { readonly f: Performance; readonly worth: Worth }[],
  required: number,
): { low: number; high: number; required: number; late: number } {
  const stories = new Map<string, { low: number; high: number; late: number }>()
  for (const { f, worth } of rated) {
    if (worth === 'none') continue
    // The same item told of twice, or two versions of one release, count once.
    const items = f.known.attributes.items
    const key =
      items?.size === 1 && f.count.high === 1 ? `item ${[...items][0]}` : `story ${f.known.event.story}`
    const s = stories.get(key) ?? { low: 0, high: 0, late: 0 }
    const high = Math.min(f.count.high, required)
    if (worth === 'FULFILLED') {
      s.low = Math.max(s.low, f.count.low)
      s.high = Math.max(s.high, high, s.low)
    } else if (worth === 'LATE') s.late = Math.max(s.late, f.count.low)
    else s.high = Math.max(s.high, high)
    stories.set(key, s)
  }
  let [low, high, late] = [0, 0, 0]
  for (const s of stories.values()) {
    low += s.low
    high += s.high
    late += s.low + s.high > 0 ? 0 : s.late
  }
  return { low, high, required, late }
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
