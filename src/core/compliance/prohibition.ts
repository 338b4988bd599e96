import { near } from '../place/region.ts'
import { and, F, type Kleene, not, or, T, U } from '../time/when.ts'
import { type Ban, banOf } from './ban.ts'
import { type Docket, type Known, knownUnder, remembered } from './docket.ts'
import { rawDuty } from './duty.ts'
import { afterLeg, type Candidate, carveOut, firstEndingAt, proportion } from './exception-legs.ts'
import { type Excuse, eventVerdict, rankOf, severityOf } from './lattice.ts'
import { conjunction, inForce, type Match, patternMatch, typeMatch } from './match.ts'
import {
  type Bearer,
  counterparts,
  type Force,
  type PreparedException,
  type PreparedProvision,
} from './prepared.ts'
import { type Standing, standingOfAct } from './standing.ts'
import { noticeBefore } from './suspension.ts'
import type { ProhibitionVerdict } from './verdict.ts'

/** What one event amounts to under one prohibition for one bearer, whatever the period asked about. */
export type Finding = {
  readonly known: Known
  readonly standing: Standing
  readonly match: Match
  readonly force: Kleene
  readonly forceOf: Force
  readonly suspended: Kleene
  readonly excuse: Excuse
  /** The best justification found, if any. */
  readonly candidate?: Candidate
  readonly verdict: ProhibitionVerdict
}

/** Findings of every event that may be an act under the ban and that somebody says the bearer did. */
export function findingsOf(d: Docket, ban: Ban, bearer: Bearer): readonly Finding[] {
  return remembered(d, `findings ${ban.key} ${bearer.key}`, () => {
    lookBackInOrder(d)
    const out: Finding[] = []
    for (const known of actsUnder(d, ban)) {
      const f = findingOf(d, ban, bearer, known)
      if (f.standing.for.length > 0 && f.match.value !== F) out.push(f)
    }
    return out
  })
}

/**
 * Works out, first things first, every finding that others look back on (reciprocity, unlawful
 * provocations). Each depends only on findings of events that ended earlier, so asking in this order
 * keeps the recursion shallow however long the chain of reprisals is.
 */
function lookBackInOrder(d: Docket): void {
  remembered(d, 'look back', () => {
    const entangled = new Set<PreparedProvision>()
    for (const p of d.prepared.provisions) {
      if (p.judged !== 'prohibition') continue
      const linked = p.provision.reciprocity && d.prepared.byId.get(p.provision.reciprocity.with)
      if (linked?.judged === 'prohibition') entangled.add(p).add(linked)
      if (p.exceptions.some(x => x.provocation?.unlawfulOnly)) entangled.add(p)
    }
    const work = [...entangled].flatMap(p => {
      const ban = banOf(p)
      return actsUnder(d, ban).map(known => ({ ban, known }))
    })
    work.sort((a, b) => a.known.attributes.when.hi - b.known.attributes.when.hi)
    for (const { ban, known } of work)
      for (const bearer of ban.provision.bearers) findingOf(d, ban, bearer, known)
    return true
  })
}

/** Events whose type may be the ban's, in order of their last second. */
function actsUnder(d: Docket, ban: Ban): readonly Known[] {
  return remembered(d, `acts ${ban.key}`, () =>
    knownUnder(d, ban.provision.rule).filter(k => typeMatch(k.attributes.types, ban.pattern.types) !== F),
  )
}

/** What one event amounts to for one bearer; worked out once a docket. */
export function findingOf(d: Docket, ban: Ban, bearer: Bearer, known: Known): Finding {
  const key = `${ban.key} ${bearer.key}`
  let own = d.findings.get(key) as Map<string, Finding> | undefined
  if (!own) {
    own = new Map<string, Finding>()
    d.findings.set(key, own)
  }
  let f = own.get(known.event.id)
  if (!f) {
    f = find(d, ban, bearer, known)
    own.set(known.event.id, f)
  }
  return f
}

function find(d: Docket, ban: Ban, bearer: Bearer, known: Known): Finding {
  const standing = standingOfAct(known.event, bearer.group, bearer.self, ban.provision.rule)
  const pattern = remembered(d, `match ${ban.key} ${known.event.id}`, () =>
    patternMatch(known.attributes, ban.pattern),
  )
  const force = inForce(known.attributes.when, ban.provision.force)
  const idle = standing.rank === 0 || pattern.value === F || force === F
  const suspended = idle
    ? F
    : or(noticeBefore(d, ban.provision, bearer, known), brokenBefore(d, ban.provision, bearer, known))
  const match = conjunction([
    ...pattern.legs,
    { leg: 'time', value: force },
    { leg: 'suspension', value: not(suspended) },
  ])
  const candidate = idle ? undefined : bestExcuse(d, ban, bearer, known)
  const excuse = candidate?.excuse ?? 'none'
  return {
    known,
    standing,
    match,
    force,
    forceOf: ban.provision.force,
    suspended,
    excuse,
    ...(candidate && excuse !== 'none' && { candidate }),
    verdict: eventVerdict(standing.level, match.value, excuse),
  }
}

/** The verdict on an event with suspension left aside: all that reciprocity may ask of events not certainly earlier. */
function rawVerdict(d: Docket, ban: Ban, bearer: Bearer, known: Known): ProhibitionVerdict {
  return remembered(d, `raw ${ban.key} ${bearer.key} ${known.event.id}`, () => {
    const standing = standingOfAct(known.event, bearer.group, bearer.self, ban.provision.rule)
    const value = and(
      patternMatch(known.attributes, ban.pattern).value,
      inForce(known.attributes.when, ban.provision.force),
    )
    if (standing.rank === 0 || value === F) return 'HOLDING'
    return eventVerdict(standing.level, value, bestExcuse(d, ban, bearer, known)?.excuse ?? 'none')
  })
}

/**
 * Had the other side broken the linked provision before this event? The certain answer looks only at
 * events that certainly came earlier, the possible one at raw verdicts (compliance.md §3.5), so that
 * two provisions that wait for each other still have an answer.
 */
function brokenBefore(d: Docket, p: PreparedProvision, bearer: Bearer, known: Known): Kleene {
  const c = counterparts(d.prepared, p, bearer)
  if (!c) return F
  let best: Kleene = F
  for (const other of c.bearers) {
    best = or(
      best,
      c.linked.judged === 'prohibition'
        ? brokenBan(d, c.linked, other, known)
        : brokenDuty(d, c.linked, other, known),
    )
    if (best === T) return T
  }
  return best
}

function brokenBan(d: Docket, linked: PreparedProvision, other: Bearer, known: Known): Kleene {
  const ban = banOf(linked)
  let best: Kleene = F
  for (const e of actsUnder(d, ban)) {
    if (e.event.id === known.event.id || e.attributes.when.lo > known.attributes.when.hi) continue
    const first = e.attributes.when.hi < known.attributes.when.lo
    if (first && findingOf(d, ban, other, e).verdict === 'BREACHED') return T
    if (best === F && severityOf(rawVerdict(d, ban, other, e)) >= severityOf('ALLEGED')) best = U
  }
  return best
}

/** A linked duty counts as broken while it is overdue; where that cannot be told, neither can this. */
function brokenDuty(d: Docket, linked: PreparedProvision, other: Bearer, known: Known): Kleene {
  if (linked.judged !== 'obligation') return F
  if (rawDuty(d, linked, other, known.attributes.when.lo - 1).verdict === 'OVERDUE') return T
  const later = rawDuty(d, linked, other, known.attributes.when.hi).verdict
  return later === 'OVERDUE' || later === 'UNVERIFIED' || later === 'PARTIAL' || later === 'CONTESTED' ? U : F
}

const STRENGTH: Record<Excuse, number> = { none: 0, maybe: 1, sure: 2 }

/** The first of the strongest excuses, exception by exception and in order of time. */
function bestExcuse(d: Docket, ban: Ban, bearer: Bearer, known: Known): Candidate | undefined {
  let best: Candidate | undefined
  for (const x of ban.exceptions)
    for (const c of eachCandidate(d, ban, bearer, known, x, true)) {
      if (!best || STRENGTH[c.excuse] > STRENGTH[best.excuse]) best = c
      // A million acts at one instant: the first certain excuse will do.
      if (c.excuse === 'sure') return c
    }
  return best
}

/**
 * Every event that an exception may point at for this act, in order of time.
 *
 * @param inReach leave out events that time alone rules out; false for explanations, which name the
 *   nearest misses.
 */
export const candidatesFor = (
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  known: Known,
  x: PreparedException,
  inReach: boolean,
): readonly Candidate[] => [...eachCandidate(d, ban, bearer, known, x, inReach)]

function* eachCandidate(
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  known: Known,
  x: PreparedException,
  inReach: boolean,
): Generator<Candidate> {
  if (x.exception.kind === 'carve-out') {
    yield carveOut(known, x)
    return
  }
  const p = x.provocation
  if (!p) return
  const by = x.exception.provocation!.by
  const group = by === 'other-side' ? bearer.others : new Set(by)
  if (group.size === 0) return
  const pool = remembered(d, `provocations ${ban.key} ${x.exception.id}`, () =>
    knownUnder(d, ban.provision.rule).filter(k => typeMatch(k.attributes.types, p.types) !== F),
  )
  const { lo, hi } = known.attributes.when
  for (let i = inReach ? firstEndingAt(pool, lo - p.within) : 0; i < pool.length; i++) {
    const other = pool[i]!
    if (other.event.id === known.event.id) continue
    if (inReach && other.attributes.when.lo > hi) continue
    const c = candidate(d, ban, bearer, known, other, x, group)
    if (c && (!inReach || c.excuse !== 'none')) yield c
  }
}

function candidate(
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  known: Known,
  other: Known,
  x: PreparedException,
  group: ReadonlySet<string>,
): Candidate | undefined {
  const standing = standingOfAct(other.event, group, group, ban.provision.rule, bearer.self)
  if (standing.for.length === 0) return undefined
  const legs = legsOf(d, ban, bearer, known, other, x)
  const rel = Object.values(legs).reduce(and, T)
  const excuse: Excuse =
    rel === T && standing.level === 'ESTABLISHED'
      ? 'sure'
      : rel !== F && standing.rank >= 1
        ? 'maybe'
        : 'none'
  return { exception: x, other, standing, legs, excuse }
}

function legsOf(
  d: Docket,
  ban: Ban,
  bearer: Bearer,
  known: Known,
  other: Known,
  x: PreparedException,
): Candidate['legs'] {
  const p = x.provocation!
  const a = known.attributes
  const b = other.attributes
  const after = afterLeg(known, other, p.within)
  const distance = after === F ? U : near(b.region, a.region, p.distance)
  const whole = patternMatch(b, p)
  return {
    type: typeMatch(b.types, p.types),
    after,
    near: distance,
    proportion: x.maxStep === undefined ? T : proportion(a.weapons, b.weapons, x.maxStep),
    pattern: whole.value,
    unlawful: p.unlawfulOnly ? unlawful(d, ban, bearer, known, other) : T,
  }
}

/**
 * Was the provocation itself a breach by the other side? Certain only for events that certainly came
 * first, so that the question never comes back to itself; otherwise the bare table, without excuses.
 */
export function unlawful(d: Docket, ban: Ban, bearer: Bearer, known: Known, other: Known): Kleene {
  const rivals = ban.provision.bearers.filter(b => b.members.some(m => bearer.others.has(m)))
  if (rivals.length === 0) return U
  const certainlyFirst = other.attributes.when.hi < known.attributes.when.lo
  let best: Kleene = F
  for (const rival of rivals) {
    if (certainlyFirst) {
      const v = findingOf(d, ban, rival, other).verdict
      best = or(best, v === 'BREACHED' ? T : severityOf(v) >= severityOf('ALLEGED') ? U : F)
    } else {
      const s = standingOfAct(other.event, rival.group, rival.self, ban.provision.rule)
      const m = and(
        patternMatch(other.attributes, ban.pattern).value,
        inForce(other.attributes.when, ban.provision.force),
      )
      best = or(best, rankOf(s.level) >= 1 && m !== F ? U : F)
    }
  }
  return best
}
