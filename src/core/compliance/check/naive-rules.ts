import type { EvidenceRecord, Suspension } from '../../evidence/record.ts'
import { apart, type Distance, inside, near } from '../../place/region.ts'
import type { Kleene, When } from '../../time/when.ts'
import {
  ALWAYS,
  type Bearer,
  counterparts,
  type Prepared,
  type PreparedException,
  type PreparedPattern,
  type PreparedProvision,
  type PreparedZone,
} from '../prepared.ts'
import type { Ban } from '../prohibition.ts'
import { type Happening, happenings, type Sense, type Stand, senseOf, standAct } from './naive-evidence.ts'

/** The rules of compliance.md §3.4-3.5 a second time, for the checker: every question asked of every event. */
export type Court = {
  readonly prepared: Prepared
  readonly records: readonly EvidenceRecord[]
  readonly k: number
  readonly all: readonly Happening[]
  /** Verdict of a duty by its own evidence; set by whoever knows the rules of duties. */
  readonly duty: (court: Court, p: PreparedProvision, bearer: Bearer, t: number) => string
}

export const courtOf = (
  prepared: Prepared,
  records: readonly EvidenceRecord[],
  k: number,
  duty: Court['duty'],
): Court => ({
  prepared,
  records,
  k,
  all: happenings(records, prepared, k),
  duty,
})

const least = (...values: number[]): Kleene => Math.min(2, ...values) as Kleene
const most = (...values: number[]): Kleene => Math.max(0, ...values) as Kleene

export const among = (possible: bigint, wanted: bigint): Kleene =>
  (possible & wanted) === 0n ? 0 : (possible & ~wanted) === 0n ? 2 : 1

const stated = (values: readonly string[] | undefined, wanted: ReadonlySet<string>): Kleene => {
  if (!values) return 1
  const hits = values.filter(v => wanted.has(v)).length
  return hits === 0 ? 0 : hits === values.length ? 2 : 1
}

const into = (w: When, lo: number, hi: number): Kleene =>
  w.hi < lo || w.lo > hi ? 0 : w.lo >= lo && w.hi <= hi ? 2 : 1

/** Inside a zone, over its versions: certain when certain versions leave no second of the interval out. */
export function inZone(s: Sense, zone: PreparedZone): Kleene {
  const parts = zone.versions.map(v => ({
    v,
    time: into(s.when, v.window.lo, v.window.hi),
    place: inside(s.region, v.inner, v.outer),
  }))
  const sure = parts.filter(p => p.time > 0 && p.place === 2).sort((a, b) => a.v.window.lo - b.v.window.lo)
  let next = s.when.lo
  for (const p of sure) if (p.v.window.lo <= next) next = Math.max(next, p.v.window.hi + 1)
  return next > s.when.hi ? 2 : most(...parts.map(p => least(p.time, p.place)))
}

/** Value of each leg of a pattern. */
export function legs(s: Sense, p: PreparedPattern): Map<string, Kleene> {
  const out = new Map<string, Kleene>([['type', among(s.types, p.types)]])
  if (out.get('type') === 0) return out
  if (p.weapons) out.set('weapon', stated(s.named, p.weapons))
  if (p.targets) out.set('target', stated(s.targets, p.targets))
  if (p.pattern.item !== undefined) out.set('item', stated(s.items, new Set([p.pattern.item])))
  if (p.zone) out.set('zone', inZone(s, p.zone))
  return out
}

export const whole = (values: Iterable<Kleene>): Kleene => least(...values)

export const bound = (w: When, p: PreparedProvision): Kleene => {
  const { start, to } = p.force
  return w.hi < start.lo || w.lo > to ? 0 : w.lo >= start.hi && w.hi <= to ? 2 : 1
}

export type Excuse = 'none' | 'maybe' | 'sure'

export type NaiveCandidate = {
  readonly e: Happening
  readonly sense: Sense
  readonly stand: Stand
  readonly gap: When
  readonly distance: Distance
  readonly after: Kleene
  readonly near: Kleene
  readonly proportion: Kleene
  readonly pattern: Kleene
  readonly unlawful: Kleene
  readonly excuse: Excuse
}

/** One hostile act of the other side tried as a provocation for e. */
export function tryProvocation(
  court: Court,
  ban: Ban,
  bearer: Bearer,
  e: Happening,
  other: Happening,
  x: PreparedException,
): NaiveCandidate | undefined {
  const p = x.provocation!
  const rule = ban.provision.rule
  const by = x.exception.provocation!.by
  const group = by === 'other-side' ? bearer.others : new Set(by)
  if (other.id === e.id || group.size === 0) return undefined
  const a = senseOf(e, rule, court.prepared)
  const b = senseOf(other, rule, court.prepared)
  const type = among(b.types, p.types)
  const stand = standAct(other, group, group, rule, bearer.self)
  if (type === 0 || !stand.any) return undefined
  const gap = { lo: a.when.lo - b.when.hi, hi: a.when.hi - b.when.lo }
  const after = afterOf(e, other, gap, p.within)
  const nearness = after === 0 ? 1 : near(b.region, a.region, p.distance)
  const proportion: Kleene =
    x.maxStep === undefined
      ? 2
      : a.weapons.hi <= b.weapons.lo + x.maxStep
        ? 2
        : a.weapons.lo > b.weapons.hi + x.maxStep
          ? 0
          : 1
  const pattern = whole(legs(b, p).values())
  const unlawful = p.unlawfulOnly ? wasUnlawful(court, ban, bearer, a, other, b) : 2
  const rel = least(type, after, nearness, proportion, pattern, unlawful)
  return {
    e: other,
    sense: b,
    stand,
    gap,
    distance: apart(b.region, a.region),
    after,
    near: nearness,
    proportion,
    pattern,
    unlawful,
    excuse:
      rel === 2 && stand.level === 'ESTABLISHED'
        ? 'sure'
        : rel > 0 && stand.level !== 'NONE'
          ? 'maybe'
          : 'none',
  }
}

function afterOf(e: Happening, other: Happening, gap: When, within: number): Kleene {
  const plain: Kleene = gap.hi < 0 || gap.lo > within ? 0 : gap.lo >= 0 && gap.hi <= within ? 2 : 1
  if (plain === 0) return 0
  const says = (x: Happening, y: Happening) =>
    x.rulings.some(r => r.set.after !== undefined && y.ids.includes(r.set.after))
  if (says(e, other)) return gap.hi <= within ? 2 : 1
  return says(other, e) ? 0 : plain
}

function wasUnlawful(court: Court, ban: Ban, bearer: Bearer, a: Sense, other: Happening, b: Sense): Kleene {
  const rivals = ban.provision.bearers.filter(r => r.members.some(m => bearer.others.has(m)))
  if (rivals.length === 0) return 1
  return most(
    ...rivals.map(r => {
      if (b.when.hi < a.when.lo) {
        const v = verdictOn(court, ban, r, other).verdict
        return v === 'BREACHED' ? 2 : v === 'HOLDING' || v === 'PERMITTED' ? 0 : 1
      }
      const open = least(whole(legs(b, ban.pattern).values()), bound(b.when, ban.provision)) > 0
      return open && standAct(other, r.group, r.self, ban.provision.rule).level !== 'NONE' ? 1 : 0
    }),
  )
}

export type NaiveFinding = {
  readonly e: Happening
  readonly sense: Sense
  readonly stand: Stand
  readonly legs: ReadonlyMap<string, Kleene>
  readonly match: Kleene
  readonly excuse: Excuse
  readonly verdict: 'HOLDING' | 'PERMITTED' | 'ALLEGED' | 'DISPUTED' | 'POSSIBLE' | 'BREACHED'
}

/** The verdict on one event under a ban, from its definition. */
export function verdictOn(court: Court, ban: Ban, bearer: Bearer, e: Happening, raw = false): NaiveFinding {
  const rule = ban.provision.rule
  const sense = senseOf(e, rule, court.prepared)
  const stand = standAct(e, bearer.group, bearer.self, rule)
  const all = legs(sense, ban.pattern)
  all.set('time', bound(sense.when, ban.provision))
  const open = stand.level !== 'NONE' && whole(all.values()) > 0
  const suspended = open && !raw ? suspension(court, ban.provision, bearer, sense, e) : 0
  all.set('suspension', (2 - suspended) as Kleene)
  const match = whole(all.values())
  const excuse = open ? bestExcuse(court, ban, bearer, e, sense) : 'none'
  return { e, sense, stand, legs: all, match, excuse, verdict: table(stand.level, match, excuse) }
}

function table(level: Stand['level'], match: Kleene, excuse: Excuse): NaiveFinding['verdict'] {
  if (level === 'NONE' || match === 0) return 'HOLDING'
  if (excuse === 'sure') return 'PERMITTED'
  if (level === 'ALLEGED' || level === 'DISPUTED') return level
  return match === 2 && excuse === 'none' ? 'BREACHED' : 'POSSIBLE'
}

function bestExcuse(court: Court, ban: Ban, bearer: Bearer, e: Happening, sense: Sense): Excuse {
  const found = ban.exceptions.map(x => excuseUnder(court, ban, bearer, e, sense, x))
  return found.includes('sure') ? 'sure' : found.includes('maybe') ? 'maybe' : 'none'
}

export function excuseUnder(
  court: Court,
  ban: Ban,
  bearer: Bearer,
  e: Happening,
  sense: Sense,
  x: PreparedException,
): Excuse {
  if (!x.provocation)
    return (['none', 'maybe', 'sure'] as const)[stated(sense.targets, x.targets ?? new Set())]
  const found = court.all.map(o => tryProvocation(court, ban, bearer, e, o, x)?.excuse)
  return found.includes('sure') ? 'sure' : found.includes('maybe') ? 'maybe' : 'none'
}

function suspension(court: Court, p: PreparedProvision, bearer: Bearer, s: Sense, e: Happening): Kleene {
  return most(byNotice(court, p, bearer, s.when), byReciprocity(court, p, bearer, s, e))
}

/** Suspension by notices that the text honours; alive and about this provision or all of them. */
export function byNotice(court: Court, p: PreparedProvision, bearer: Bearer, w: When): Kleene {
  if (!p.provision.suspendable) return 0
  const retracted = (id: string) =>
    court.records.some(
      r =>
        r.kind === 'retraction' &&
        r.of === id &&
        r.received <= court.k &&
        !court.records.some(x => x.kind === 'retraction' && x.of === r.id && x.received <= court.k),
    )
  const notices = court.records.filter(
    (r): r is Suspension =>
      r.kind === 'suspension' &&
      r.received <= court.k &&
      bearer.self.has(r.by) &&
      (r.provision === undefined || r.provision === p.provision.id) &&
      !retracted(r.id),
  )
  return most(
    ...notices.map(n => {
      const begun = n.when.hi < w.lo ? 2 : n.when.lo > w.hi ? 0 : 1
      const still = n.until === undefined ? 2 : w.hi < n.until.lo ? 2 : w.lo > n.until.hi ? 0 : 1
      return least(begun, still)
    }),
  )
}

function byReciprocity(court: Court, p: PreparedProvision, bearer: Bearer, s: Sense, e: Happening): Kleene {
  const c = counterparts(court.prepared, p, bearer)
  if (!c) return 0
  if (c.linked.judged === 'obligation')
    return most(
      ...c.bearers.map(other => {
        if (court.duty(court, c.linked, other, s.when.lo - 1) === 'OVERDUE') return 2
        const later = court.duty(court, c.linked, other, s.when.hi)
        return ['OVERDUE', 'UNVERIFIED', 'PARTIAL', 'CONTESTED'].includes(later) ? 1 : 0
      }),
    )
  if (c.linked.judged !== 'prohibition') return 0
  const ban: Ban = {
    provision: c.linked,
    pattern: c.linked.action!,
    exceptions: c.linked.exceptions,
    key: c.linked.provision.id,
  }
  let best: Kleene = 0
  for (const other of c.bearers)
    for (const o of court.all) {
      if (o.id === e.id) continue
      const w = senseOf(o, c.linked.rule, court.prepared).when
      if (w.lo > s.when.hi) continue
      if (w.hi < s.when.lo && verdictOn(court, ban, other, o).verdict === 'BREACHED') return 2
      const v = verdictOn(court, ban, other, o, true).verdict
      if (v !== 'HOLDING' && v !== 'PERMITTED') best = 1
    }
  return best
}

/** Coverage second by second, at the instants where it can change. */
export function looked(court: Court, p: PreparedProvision, window: When): 'yes' | 'partly' | 'no' {
  if (window.hi < window.lo) return 'no'
  const zone = (p.action ?? p.items ?? p.perform)?.zone?.id ?? court.prepared.accord.area
  const notes = court.records.flatMap(r => {
    if (r.kind !== 'coverage' || r.received > court.k) return []
    if (
      court.records.some(
        x =>
          x.kind === 'retraction' &&
          x.of === r.id &&
          x.received <= court.k &&
          !court.records.some(y => y.kind === 'retraction' && y.of === x.id && y.received <= court.k),
      )
    )
      return []
    const speaks =
      r.provision !== undefined
        ? r.provision === p.provision.id
        : r.zone === undefined || (zone !== undefined && court.prepared.inZones.get(r.zone)?.has(zone))
    return speaks ? [r] : []
  })
  const instants = [window.lo, ...notes.flatMap(n => [n.when.lo, n.when.hi + 1])].filter(
    t => t >= window.lo && t <= window.hi,
  )
  const levelAt = (t: number) => {
    const here = notes.filter(n => n.when.lo <= t && t <= n.when.hi).map(n => n.level)
    return here.includes('none') ? 0 : here.includes('adequate') ? 2 : here.includes('partial') ? 1 : 0
  }
  const levels = instants.map(levelAt)
  return levels.every(l => l === 2) ? 'yes' : levels.some(l => l > 0) ? 'partly' : 'no'
}

export const withinAsked = (w: When, from: number | undefined, t: number): Kleene =>
  into(w, from ?? ALWAYS.lo, t)
