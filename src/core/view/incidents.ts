import type { Accord, Zone } from '../accord/model.ts'
import type { AsOf } from '../compliance/verdict.ts'
import type { Claim, EvidenceRecord, Figure, Grade } from '../evidence/record.ts'
import type { Place } from '../place/place.ts'
import { type Projection, projectionAt } from '../place/projection.ts'
import { agree, inside } from '../place/region.ts'
import { areaOf, shapeOf } from '../place/shape.ts'
import { whenOf } from '../time/civil.ts'
import { and, F, inWindow, type Kleene, or, T, U, type When } from '../time/when.ts'
import type { Words } from '../words.ts'
import { activeClaims, activeLinks } from './active.ts'
import { summaryOf } from './record-summary.ts'

export type ZoneAnswer = 'inside' | 'outside' | 'cannot-tell'

/** One happening as its sources tell it: what all active claims of one event (or of linked ones) say together. */
export type Incident = {
  /** The event id; of linked events the first by id. */
  readonly event: string
  /** Events that a person said are the same happening. */
  readonly sameAs: readonly string[]
  readonly types: readonly string[]
  readonly actors: readonly string[]
  readonly targets: readonly string[]
  /** What the claims' times have in common; their hull when they contradict each other. */
  readonly when: When
  /** The sharpest place given. */
  readonly place: Place
  readonly zones: Readonly<Record<string, ZoneAnswer>>
  readonly figures: readonly (Figure & { readonly claim: string; readonly source: string })[]
  readonly claims: readonly {
    readonly id: string
    readonly source: string
    readonly root: string
    readonly grade: Grade
    readonly stance: 'asserts' | 'denies'
    readonly speaksFor?: string
    readonly url?: string
  }[]
  /** Distinct roots that assert it; copies of one story count once. */
  readonly independent: number
  readonly denied: number
  readonly summary: Words
}

/** The Incidents page, newest first: everything that may have happened by `t`, as known by `k`. */
export function incidentsOf(
  accord: Accord,
  evidence: Iterable<EvidenceRecord>,
  asOf: AsOf,
): readonly Incident[] {
  const all = [...evidence]
  const claims = activeClaims(all, asOf.k).filter(c => c.when.lo <= asOf.t)
  const rootOf = joinLinked(
    activeLinks(all, asOf.k)
      .filter(l => l.relation === 'same-event')
      .map(l => l.events),
  )
  const groups = new Map<string, Claim[]>()
  for (const c of claims) {
    const key = rootOf(c.event)
    groups.set(key, [...(groups.get(key) ?? []), c])
  }
  const zoneAt = zonesOf(accord)
  return [...groups]
    .map(([event, group]) => incidentOf(event, group, accord, zoneAt))
    .toSorted((a, b) => b.when.lo - a.when.lo || (a.event < b.event ? -1 : 1))
}

function incidentOf(event: string, group: readonly Claim[], accord: Accord, zoneAt: ZoneCheck): Incident {
  const asserting = group.filter(c => c.stance === 'asserts')
  const telling = asserting.length ? asserting : group
  const unique = (ids: readonly string[]) => [...new Set(ids)].sort()
  const best = telling.toSorted(byGrade)[0]!
  const when = commonTime(telling.map(c => c.when))
  return {
    event,
    sameAs: unique(group.map(c => c.event)).filter(e => e !== event),
    types: unique(telling.flatMap(c => c.types)),
    actors: unique(telling.flatMap(c => (c.actor === undefined ? [] : [c.actor].flat()))),
    targets: unique(telling.flatMap(c => (c.target === undefined ? [] : [c.target]))),
    when,
    place: telling.map(c => c.place).toSorted((a, b) => vagueness(a) - vagueness(b))[0]!,
    zones: zoneAt(
      telling.map(c => c.place),
      when,
    ),
    figures: group.flatMap(c => (c.figures ?? []).map(f => ({ ...f, claim: c.id, source: c.source }))),
    claims: group.toSorted(byGrade).map(c => ({
      id: c.id,
      source: c.source,
      root: c.root,
      grade: c.grade,
      stance: c.stance,
      ...(c.speaksFor !== undefined && { speaksFor: c.speaksFor }),
      ...(c.provenance?.url !== undefined && { url: c.provenance.url }),
    })),
    independent: new Set(asserting.map(c => c.root)).size,
    denied: new Set(group.filter(c => c.stance === 'denies').map(c => c.root)).size,
    summary: summaryOf({ of: 'evidence', record: best }, accord),
  }
}

function byGrade(a: Claim, b: Claim): number {
  const key = (c: Claim) => `${c.grade.reliability}${c.grade.credibility}${c.id}`
  return key(a) < key(b) ? -1 : 1
}

function vagueness(p: Place): number {
  return p.kind === 'disc' ? p.radiusMetres : p.kind === 'area' ? 1e9 : 1e12
}

function commonTime(times: readonly When[]): When {
  const lo = Math.max(...times.map(w => w.lo))
  const hi = Math.min(...times.map(w => w.hi))
  return lo <= hi
    ? { lo, hi }
    : { lo: Math.min(...times.map(w => w.lo)), hi: Math.max(...times.map(w => w.hi)) }
}

/** Follows chains of "same event" links; the least id of a chain stands for it. */
function joinLinked(pairs: readonly (readonly [string, string])[]): (event: string) => string {
  const parent = new Map<string, string>()
  const find = (e: string): string => {
    let at = e
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  for (const [a, b] of pairs) {
    const [x, y] = [find(a), find(b)]
    if (x !== y) parent.set(x < y ? y : x, x < y ? x : y)
  }
  return find
}

type ZoneCheck = (places: readonly Place[], when: When) => Readonly<Record<string, ZoneAnswer>>

function zonesOf(accord: Accord): ZoneCheck {
  const plane = projectionAt(accord.projection.origin)
  const zones = accord.zones.map(z => ({ id: z.id, at: zoneCheck(z, plane, accord.tz) }))
  return (places, when) => {
    const { region } = agree(places.map(p => shapeOf(p, plane)))
    return Object.fromEntries(zones.map(z => [z.id, ANSWER[z.at(region, when)]!]))
  }
}

const ANSWER: readonly ZoneAnswer[] = ['outside', 'cannot-tell', 'inside']

/** A zone drawn in versions: certainly inside when inside one of them while that one was in force. */
function zoneCheck(zone: Zone, plane: Projection, tz: string) {
  const versions = zone.versions.map(v => ({
    inner: areaOf(v.inner, plane),
    outer: areaOf(v.outer, plane),
    period: periodOf(v, tz),
  }))
  return (region: Parameters<typeof inside>[0], when: When): Kleene => {
    let answer: Kleene = F
    for (const v of versions) {
      const inTime = inWindow(when, v.period)
      if (inTime !== F) answer = or(answer, and(inTime, inside(region, v.inner, v.outer)))
    }
    return answer
  }
}

/** The civil period in which a version of a zone holds: from the start of its first day to the end of its last. */
export function periodOf(v: { readonly from: string; readonly to?: string }, tz: string): When {
  const from = whenOf(v.from, tz)
  const to = v.to === undefined ? undefined : whenOf(v.to, tz)
  return {
    lo: from.ok ? from.value.lo : Number.MIN_SAFE_INTEGER,
    hi: to?.ok ? to.value.hi : Number.MAX_SAFE_INTEGER,
  }
}
