import type { Kleene, When } from '../../time/when.ts'
import { ALWAYS, type Bearer, type PreparedProvision } from '../prepared.ts'
import type { ObligationVerdict } from '../verdict.ts'
import {
  type Happening,
  type Sense,
  type Stand,
  senseOf,
  standAct,
  standHappened,
  standPerformed,
} from './naive-evidence.ts'
import { bound, type Court, inZone, legs, looked, whole } from './naive-rules.ts'

/** The rules of compliance.md §3.6 a second time, for the checker. */
export type NaiveAct = {
  readonly e: Happening
  readonly stand: Stand
  readonly match: Kleene
  readonly onTime: Kleene
  readonly legs: readonly (readonly [string, Kleene])[]
}

export type NaiveInstance = {
  readonly key: string
  readonly since: When
  readonly conditional: boolean
  readonly ground?: { readonly e: Happening; readonly stand: Stand }
  readonly item?: string
  readonly due: When | undefined
  readonly watch: When
  readonly acts: readonly NaiveAct[]
}

export type NaiveState = {
  readonly instance: NaiveInstance
  readonly verdict: ObligationVerdict
  readonly best: readonly NaiveAct[]
  readonly low: number
  readonly high: number
  readonly late: number
}

export type NaiveDuty = {
  readonly verdict: ObligationVerdict
  readonly states: readonly NaiveState[]
  readonly low: number
  readonly high: number
  readonly required: number
}

const least = (...v: number[]): Kleene => Math.min(2, ...v) as Kleene
const BADNESS =
  'DORMANT DISCHARGED SUSPENDED FULFILLED PENDING LATE CLAIMED POSSIBLY CONTESTED UNVERIFIED PARTIAL OVERDUE'.split(
    ' ',
  )
const worse = (a: ObligationVerdict, b: ObligationVerdict) =>
  BADNESS.indexOf(a) >= BADNESS.indexOf(b) ? a : b

/** The duty at t by its own evidence: suspension, release and reciprocity left aside. */
export function dutyAt(court: Court, p: PreparedProvision, bearer: Bearer, t: number): NaiveDuty {
  const present = instances(court, p, bearer, t).filter(i => i.since.lo <= t)
  const required = p.provision.quantity ?? 1
  if (p.items && !p.recurring && present.some(i => i.item !== undefined))
    return itemsAt(court, p, bearer, present, t)
  const states = present.map(i => stateAt(court, p, i, required, t))
  return {
    verdict: states.reduce<ObligationVerdict>((v, s) => worse(s.verdict, v), 'DORMANT'),
    states,
    low: states[0]?.low ?? 0,
    high: states[0]?.high ?? 0,
    required,
  }
}

function instances(court: Court, p: PreparedProvision, bearer: Bearer, t: number): NaiveInstance[] {
  const dated = (start: When): When | undefined =>
    p.deadline !== undefined
      ? { lo: p.deadline, hi: p.deadline }
      : p.within === undefined
        ? undefined
        : { lo: start.lo + p.within, hi: start.hi + p.within }
  const start = p.force.start
  const once = (key: string): NaiveInstance => {
    const due = dated(p.after ?? p.force.begins)
    return {
      key,
      since: { lo: start.lo, hi: start.lo },
      conditional: false,
      due,
      watch: { lo: start.hi, hi: due?.hi ?? ALWAYS.hi },
      acts: acts(court, p, bearer, { after: start, due }),
    }
  }
  if (p.recurring) {
    const { every, from, to } = p.recurring
    const end = Math.min(to, p.force.to)
    const out: NaiveInstance[] = []
    for (let i = 0; every > 0 && from + i * every <= Math.min(t, end); i++) {
      const period = { lo: from + i * every, hi: Math.min(from + (i + 1) * every - 1, end) }
      if (i > 0 && period.hi > t) break
      if (p.items) {
        out.push(...itemsInPeriod(court, p, bearer, period, i + 1))
        continue
      }
      const due = { lo: period.hi, hi: period.hi }
      out.push({
        key: `${p.provision.id}/${i + 1}`,
        since: { lo: i > 0 ? period.hi : period.lo, hi: i > 0 ? period.hi : period.lo },
        conditional: false,
        due,
        watch: period,
        acts: acts(court, p, bearer, { after: { lo: ALWAYS.lo, hi: ALWAYS.lo }, due, period }),
      })
    }
    return out
  }
  if (p.trigger)
    return court.all.flatMap(e => {
      const s = senseOf(e, p.rule, court.prepared)
      const match = least(whole(legs(s, p.trigger!).values()), bound(s.when, p))
      const stand = triggerStand(p, bearer, e)
      if (match === 0 || stand.level === 'NONE') return []
      const due: When | undefined =
        p.within !== undefined
          ? { lo: s.when.lo + p.within, hi: s.when.hi + p.within }
          : p.deadline !== undefined
            ? { lo: p.deadline, hi: p.deadline }
            : undefined
      return [
        {
          key: `${p.provision.id}/${e.id}`,
          since: s.when,
          conditional: match < 2 || stand.level !== 'ESTABLISHED',
          ground: { e, stand },
          due,
          watch: { lo: s.when.lo, hi: due?.hi ?? ALWAYS.hi },
          acts: acts(court, p, bearer, { after: s.when, due, trigger: { e, s } }),
        },
      ]
    })
  if (!p.items) return [once(p.provision.id)]
  return [...items(court, p, bearer, dated), once(`${p.provision.id}/unlabelled`)].map((i, n, all) =>
    all.length === 1
      ? { ...i, key: p.provision.id }
      : n < all.length - 1
        ? i
        : { ...i, acts: i.acts.filter(a => !senseOf(a.e, p.rule, court.prepared).items) },
  )
}

function triggerStand(p: PreparedProvision, bearer: Bearer, e: Happening): Stand {
  const by = p.provision.trigger?.by
  if (by === undefined || by === 'any') return standHappened(e, bearer, p.rule)
  const group = by === 'other-side' ? bearer.others : new Set(by)
  return standAct(e, group, group, p.rule)
}

function items(
  court: Court,
  p: PreparedProvision,
  bearer: Bearer,
  dated: (start: When) => When | undefined,
): NaiveInstance[] {
  const all = sights(court, p, bearer)
  return [...new Set(all.map(x => x.item))].sort().map(item =>
    itemInstance(
      court,
      p,
      bearer,
      item,
      all.filter(x => x.item === item),
      dated,
      p.deadline,
      `${p.provision.id}/${item}`,
    ),
  )
}

type Sight = { e: Happening; s: Sense; stand: Stand; item: string; sure: boolean }

function sights(court: Court, p: PreparedProvision, bearer: Bearer): Sight[] {
  return court.all
    .flatMap(e => {
      const s = senseOf(e, p.rule, court.prepared)
      const before: Kleene = s.when.lo > p.force.to ? 0 : s.when.hi <= p.force.to ? 2 : 1
      const value = least(whole(legs(s, p.items!).values()), before)
      const stand = standAct(e, bearer.group, bearer.self, p.rule)
      if (value === 0 || stand.level === 'NONE' || !s.items) return []
      const sure = value === 2 && stand.level === 'ESTABLISHED' && s.items.length === 1
      return s.items.map(item => ({ e, s, stand, item, sure }))
    })
    .sort((a, b) => a.s.when.hi - b.s.when.hi || (a.e.id < b.e.id ? -1 : 1))
}

function itemInstance(
  court: Court,
  p: PreparedProvision,
  bearer: Bearer,
  item: string,
  mine: readonly Sight[],
  dated: (start: When) => When | undefined,
  limit: number | undefined,
  key: string,
): NaiveInstance {
  const sure = mine.filter(x => x.sure && (limit === undefined || x.s.when.hi <= limit))
  const from = sure.length ? sure : mine
  const latest = Math.max(...from.map(x => x.s.when.lo))
  const last = from.find(x => x.s.when.lo === latest)!
  const due = dated(p.within !== undefined && !p.after ? last.s.when : (p.after ?? p.force.begins))
  return {
    key,
    since: from[0]!.s.when,
    conditional: sure.length === 0,
    ground: { e: last.e, stand: last.stand },
    item,
    due,
    watch: { lo: Math.max(last.s.when.lo, p.force.start.hi), hi: due?.hi ?? ALWAYS.hi },
    acts: acts(court, p, bearer, { after: last.s.when, due, item }).filter(a => a.e.id !== last.e.id),
  }
}

function itemsInPeriod(
  court: Court,
  p: PreparedProvision,
  bearer: Bearer,
  period: When,
  number: number,
): NaiveInstance[] {
  const all = sights(court, p, bearer).filter(x => x.s.when.lo <= period.hi)
  return [...new Set(all.map(x => x.item))].sort().flatMap(item => {
    const i = itemInstance(
      court,
      p,
      bearer,
      item,
      all.filter(x => x.item === item),
      () => ({ lo: period.hi, hi: period.hi }),
      period.hi,
      `${p.provision.id}/${number}/${item}`,
    )
    const gone = i.acts.some(
      a =>
        a.stand.level === 'ESTABLISHED' &&
        a.match === 2 &&
        senseOf(a.e, p.rule, court.prepared).when.hi < period.lo,
    )
    const lo = Math.max(number > 1 ? period.hi : period.lo, i.since.lo)
    return gone ? [] : [{ ...i, since: { lo, hi: Math.max(lo, i.since.hi) } }]
  })
}

type Bounds = {
  readonly after: When
  readonly due: When | undefined
  readonly period?: When
  readonly item?: string
  readonly trigger?: { readonly e: Happening; readonly s: Sense }
}

function acts(court: Court, p: PreparedProvision, bearer: Bearer, b: Bounds): NaiveAct[] {
  return court.all.flatMap(e => {
    if (b.trigger?.e.id === e.id) return []
    const s = senseOf(e, p.rule, court.prepared)
    const base = legs(s, p.perform!)
    const done = whole(base.values()) > 0 ? standPerformed(e, bearer, p.rule) : undefined
    if (!done) return []
    const alone = p.bearers.length === 1
    const all: [string, Kleene][] = [...base]
    all.push(['actor', done.doer === 'bearer' || (done.doer === 'unnamed' && alone) ? 2 : 1])
    all.push(['time', s.when.hi < b.after.lo ? 0 : s.when.lo >= b.after.hi ? 2 : 1])
    if (b.period)
      all.push([
        'time',
        s.when.hi < b.period.lo || s.when.lo > b.period.hi
          ? 0
          : s.when.lo >= b.period.lo && s.when.hi <= b.period.hi
            ? 2
            : 1,
      ])
    if (b.item !== undefined) all.push(['item', same(s.items, [b.item])])
    const as = p.perform!.pattern.same
    if (b.trigger && as === 'sector') all.push(['sector', same(s.sectors, b.trigger.s.sectors)])
    if (b.trigger && as === 'item') all.push(['item', same(s.items, b.trigger.s.items)])
    if (b.trigger && as === 'zone') all.push(['zone', sameZone(court, s, b.trigger.s)])
    const match = whole(all.map(l => l[1]))
    if (match === 0) return []
    const onTime: Kleene = !b.due || s.when.hi <= b.due.lo ? 2 : s.when.lo > b.due.hi ? 0 : 1
    return [{ e, stand: done.stand, match, onTime, legs: all }]
  })
}

const same = (a: readonly string[] | undefined, b: readonly string[] | undefined): Kleene =>
  !a || !b ? 1 : a.some(x => b.includes(x)) ? (a.length === 1 && b.length === 1 ? 2 : 1) : 0

const sameZone = (court: Court, a: Sense, b: Sense): Kleene =>
  Math.max(0, ...[...court.prepared.zones.values()].map(z => least(inZone(a, z), inZone(b, z)))) as Kleene

type Worth = 'none' | 'CONTESTED' | 'CLAIMED' | 'POSSIBLY' | 'LATE' | 'FULFILLED'

function worth(court: Court, p: PreparedProvision, a: NaiveAct, t: number): Worth {
  const w = senseOf(a.e, p.rule, court.prepared).when
  const match = least(a.match, w.lo > t ? 0 : w.hi <= t ? 2 : 1)
  if (match === 0 || a.stand.level === 'NONE') return 'none'
  if (a.stand.level === 'ALLEGED') return 'CLAIMED'
  if (a.stand.level === 'DISPUTED') return 'CONTESTED'
  if (match === 2 && a.onTime === 2) return 'FULFILLED'
  return match === 2 && a.onTime === 0 ? 'LATE' : 'POSSIBLY'
}

function stateAt(
  court: Court,
  p: PreparedProvision,
  i: NaiveInstance,
  required: number,
  t: number,
): NaiveState {
  const rated = i.acts.map(a => ({ a, w: worth(court, p, a, t) })).filter(r => r.w !== 'none')
  const q = required > 1 ? sums(court, p, rated, required) : { low: 0, high: 0, late: 0 }
  const absent = (): NaiveState => ({ instance: i, verdict: missing(court, p, i, t), best: [], ...q })
  if (required > 1) {
    const verdict =
      q.low >= required
        ? 'FULFILLED'
        : q.low + q.late >= required
          ? 'LATE'
          : q.high + q.late > 0
            ? 'PARTIAL'
            : undefined
    return verdict ? { instance: i, verdict, best: rated.map(r => r.a), ...q } : absent()
  }
  for (const w of ['FULFILLED', 'LATE', 'POSSIBLY', 'CLAIMED', 'CONTESTED'] as const)
    if (rated.some(r => r.w === w))
      return { instance: i, verdict: w, best: rated.filter(r => r.w === w).map(r => r.a), ...q }
  return absent()
}

function missing(court: Court, p: PreparedProvision, i: NaiveInstance, t: number): ObligationVerdict {
  if (!i.due || t <= i.due.hi + p.lag || i.conditional) return 'PENDING'
  if (p.items && i.item === undefined) return 'UNVERIFIED'
  return looked(court, p, i.watch) === 'yes' ? 'OVERDUE' : 'UNVERIFIED'
}

const COUNTING = ['released', 'items', 'persons', 'incidents']

function numbers(
  court: Court,
  p: PreparedProvision,
  e: Happening,
): { low: number; high: number; item: string | undefined } {
  const s = senseOf(e, p.rule, court.prepared)
  const good = e.yes.filter(
    c =>
      'ABCDEF'.indexOf(c.grade.reliability) <= 'ABCDEF'.indexOf(p.rule.reliability) &&
      c.grade.credibility <= p.rule.credibility,
  )
  const figures = (good.length ? good : e.yes).flatMap(c =>
    COUNTING.flatMap(w => (c.figures ?? []).filter(f => f.what === w)).slice(0, 1),
  )
  const lows = figures.map(f => f.low)
  const highs = figures.map(f => f.high)
  const agree = Math.max(...lows) <= Math.min(...highs)
  const range = figures.length
    ? {
        low: agree ? Math.max(...lows) : Math.min(...lows),
        high: agree ? Math.min(...highs) : Math.max(...highs),
      }
    : { low: 1, high: s.items ? 1 : Infinity }
  return { ...range, item: s.items?.length === 1 && range.high === 1 ? s.items[0] : undefined }
}

function sums(
  court: Court,
  p: PreparedProvision,
  rated: readonly { readonly a: NaiveAct; readonly w: Worth }[],
  required: number,
): { low: number; high: number; late: number } {
  const told = new Map<string, { low: number; high: number; late: number }>()
  for (const { a, w } of rated) {
    const n = numbers(court, p, a.e)
    const key = n.item !== undefined ? `item ${n.item}` : `story ${storyOf(court, a.e)}`
    const s = told.get(key) ?? { low: 0, high: 0, late: 0 }
    if (w === 'FULFILLED') s.low = Math.max(s.low, n.low)
    if (w === 'LATE') s.late = Math.max(s.late, n.low)
    else s.high = Math.max(s.high, Math.min(n.high, required), w === 'FULFILLED' ? s.low : 0)
    told.set(key, s)
  }
  const all = [...told.values()]
  const add = (f: (s: { low: number; high: number; late: number }) => number) =>
    all.reduce((n, s) => n + f(s), 0)
  return { low: add(s => s.low), high: add(s => s.high), late: add(s => (s.low + s.high > 0 ? 0 : s.late)) }
}

/** Events joined by `versions-of` or `same-event` links tell one story. */
function storyOf(court: Court, e: Happening): string {
  const dead = (id: string): boolean =>
    court.records.some(
      r =>
        r.kind === 'retraction' &&
        r.of === id &&
        r.received <= court.k &&
        !court.records.some(
          x =>
            x.kind === 'retraction' &&
            x.of === r.id &&
            x.received <= court.k &&
            (x.received > r.received || (x.received === r.received && x.id > r.id)),
        ),
    )
  const links = court.records.flatMap(r =>
    r.kind === 'link' && r.relation !== 'response-to' && r.received <= court.k && !dead(r.id)
      ? [r.events]
      : [],
  )
  const ids = new Set([e.id])
  for (let grown = true; grown; ) {
    grown = false
    for (const [a, b] of links)
      if (ids.has(a) !== ids.has(b)) {
        ids.add(a).add(b)
        grown = true
      }
  }
  return [...ids].sort()[0]!
}

function itemsAt(
  court: Court,
  p: PreparedProvision,
  _bearer: Bearer,
  present: readonly NaiveInstance[],
  t: number,
): NaiveDuty {
  const labelled = present.filter(i => i.item !== undefined)
  const rest = present.find(i => i.item === undefined)
  const sure = labelled.filter(i => !i.conditional && i.since.hi <= t)
  const counted = (sure.length ? sure : labelled).map(i => (sure.length ? i : { ...i, conditional: true }))
  if (counted.length === 1) {
    const only = stateAt(court, p, counted[0]!, 1, t)
    return { verdict: only.verdict, states: [only], low: 0, high: 0, required: 1 }
  }
  const states = counted.map(i => stateAt(court, p, i, 1, t))
  const required = counted.length
  const loose = rest
    ? sums(
        court,
        p,
        rest.acts.map(a => ({ a, w: worth(court, p, a, t) })).filter(r => r.w !== 'none'),
        required,
      )
    : { low: 0, high: 0, late: 0 }
  const n = (v: string) => states.filter(s => s.verdict === v).length
  const low = Math.min(required, Math.max(n('FULFILLED'), loose.low))
  const late = n('LATE') + loose.late
  const high = Math.max(
    low,
    Math.min(required, n('FULFILLED') + n('POSSIBLY') + n('CLAIMED') + n('CONTESTED') + loose.high),
  )
  const base = states.reduce<ObligationVerdict>((v, s) => worse(s.verdict, v), 'DORMANT')
  const verdict =
    low >= required ? 'FULFILLED' : low + late >= required ? 'LATE' : high + late > 0 ? 'PARTIAL' : base
  return { verdict, states, low, high, required }
}
