import type { Kleene, When } from '../../time/when.ts'
import { ALWAYS, type Bearer, type PreparedProvision } from '../prepared.ts'
import { bound, type Court, inZone, legs, whole } from './court.ts'
import type { Happening } from './happening.ts'
import { type Sense, senseOf } from './naive-evidence.ts'
import { type Stand, standAct, standHappened, standPerformed } from './naive-standing.ts'

/** The rules of compliance.md §3.6 a second time, for the checker. */
export type NaiveAct = {
  readonly e: Happening
  readonly stand: Stand
  readonly match: Kleene
  readonly onTime: Kleene
  readonly legs: readonly (readonly [string, Kleene])[]
}

/** One thing to be done: the duty itself, or one trigger, item or period of it. */
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

/** Kleene and. */
export const least = (...v: number[]): Kleene => Math.min(2, ...v) as Kleene

/** Every instance that can exist by t. */
export function instances(court: Court, p: PreparedProvision, bearer: Bearer, t: number): NaiveInstance[] {
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
