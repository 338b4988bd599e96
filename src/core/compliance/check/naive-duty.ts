import type { Bearer, PreparedProvision } from '../prepared.ts'
import type { ObligationVerdict } from '../verdict.ts'
import { type Court, looked } from './court.ts'
import type { Happening } from './happening.ts'
import { senseOf } from './naive-evidence.ts'
import { instances, least, type NaiveAct, type NaiveInstance } from './naive-instances.ts'

/** One instance at t, by the table of §3.6. */
export type NaiveState = {
  readonly instance: NaiveInstance
  readonly verdict: ObligationVerdict
  readonly best: readonly NaiveAct[]
  readonly low: number
  readonly high: number
  readonly late: number
}

/** A duty at t with all its instances. */
export type NaiveDuty = {
  readonly verdict: ObligationVerdict
  readonly states: readonly NaiveState[]
  readonly low: number
  readonly high: number
  readonly required: number
}

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
