import type { Suspension } from '../../evidence/record.ts'
import { apart, type Distance, near } from '../../place/region.ts'
import type { Kleene, When } from '../../time/when.ts'
import type { Ban } from '../ban.ts'
import { type Bearer, counterparts, type PreparedException, type PreparedProvision } from '../prepared.ts'
import { among, bound, type Court, least, legs, most, stated, whole } from './court.ts'
import type { Happening } from './happening.ts'
import { type Sense, senseOf } from './naive-evidence.ts'
import { type Stand, standAct } from './naive-standing.ts'

/** How far a justification goes. */
export type Excuse = 'none' | 'maybe' | 'sure'

/** One hostile act tried as a provocation, with the value of each leg. */
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

/** What one event amounts to under a ban. */
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

/** The best excuse that one exception gives an act. */
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
