import type { Claim, EvidenceRecord, Figure, Grade, Ruling } from '../evidence/record.ts'
import { agree, type Region, SOMEWHERE } from '../place/region.ts'
import { shapeOf } from '../place/shape.ts'
import type { When } from '../time/when.ts'
import type { Act } from './act.ts'
import { LADDER, LADDER_TOP, type Prepared } from './prepared.ts'
import { maskOf } from './type-mask.ts'

/** The part of an evidence rule that says which reports carry weight. */
export type Threshold = {
  readonly reliability: Grade['reliability']
  readonly credibility: Grade['credibility']
}

/** An event as all active reports of it, told once or (by a link) under several ids. */
export type EventFacts = {
  /** Least of the ids joined by `same-event` links. */
  readonly id: string
  readonly ids: readonly string[]
  readonly asserting: readonly Claim[]
  readonly denying: readonly Claim[]
  /** Newest first. */
  readonly rulings: readonly Ruling[]
  /** Least id of the events that are versions of one happening: counted once where numbers add up. */
  readonly story: string
  readonly doublyCorrected: boolean
}

/** What an event was, resolved over its qualified reports (compliance.md §3.2). */
export type Attributes = {
  /** Bits of every type it may have been. */
  readonly types: bigint
  readonly when: When
  readonly region: Region
  /** Bounds on the weapon ladder; the whole ladder when no report names a weapon. */
  readonly weapons: {
    readonly low: number
    readonly high: number
    readonly named: ReadonlySet<string> | undefined
  }
  /** Undefined when no report says. */
  readonly targets: ReadonlySet<string> | undefined
  readonly items: ReadonlySet<string> | undefined
  readonly sectors: ReadonlySet<string> | undefined
  readonly count: { readonly low: number; readonly high: number } | undefined
  /** Attributes whose reports exclude each other: the hull of them was taken. */
  readonly conflicts: readonly string[]
}

/** Grade at least the threshold. F and 6 mean "no basis to judge" and never reach a better threshold. */
export const qualified = (g: Grade, t: Threshold): boolean =>
  g.reliability <= t.reliability && g.credibility <= t.credibility

/** All events of an active set, links applied. */
export function eventsOf(act: Act): ReadonlyMap<string, EventFacts> {
  const same = joiner()
  const story = joiner()
  for (const l of act.links) {
    if (l.relation === 'same-event') same.join(l.events[0], l.events[1])
    if (l.relation === 'same-event' || l.relation === 'versions-of') story.join(l.events[0], l.events[1])
  }
  type Draft = { ids: Set<string>; asserting: Claim[]; denying: Claim[]; rulings: Ruling[]; double: boolean }
  const drafts = new Map<string, Draft>()
  const draft = (event: string): Draft => {
    const id = same.least(event)
    let d = drafts.get(id)
    if (!d) {
      d = { ids: new Set(), asserting: [], denying: [], rulings: [], double: false }
      drafts.set(id, d)
    }
    d.ids.add(event)
    return d
  }
  for (const c of act.claims) {
    const d = draft(c.event)
    ;(c.stance === 'asserts' ? d.asserting : d.denying).push(c)
    if (act.doublyCorrected.has(c.id)) d.double = true
  }
  for (const r of act.rulings) if (drafts.has(same.least(r.event))) draft(r.event).rulings.push(r)
  return new Map(
    [...drafts].map(([id, d]) => [
      id,
      {
        id,
        ids: [...d.ids].sort(),
        asserting: d.asserting,
        denying: d.denying,
        rulings: d.rulings.reverse(),
        story: story.least(id),
        doublyCorrected: d.double,
      },
    ]),
  )
}

/** Union-find whose representative is the least member, so that the order of links cannot show. */
function joiner(): { join(a: string, b: string): void; least(a: string): string } {
  const up = new Map<string, string>()
  const least = (a: string): string => {
    let top = a
    for (let next = up.get(top); next !== undefined; next = up.get(top)) top = next
    return top
  }
  return {
    least,
    join(a, b) {
      const [x, y] = [least(a), least(b)]
      if (x < y) up.set(y, x)
      else if (y < x) up.set(x, y)
    },
  }
}

/** Resolves an event's attributes. An event with no asserting report has none (undefined). */
export function attributesOf(e: EventFacts, t: Threshold, prepared: Prepared): Attributes | undefined {
  if (e.asserting.length === 0) return undefined
  const weighty = e.asserting.filter(c => qualified(c.grade, t))
  const from = weighty.length ? weighty : e.asserting
  const ruled = <A extends keyof Ruling['set']>(a: A): Ruling['set'][A] =>
    e.rulings.find(r => r.set[a] !== undefined)?.set[a]
  const conflicts: string[] = []

  const ruledTypes = ruled('types')
  const types = ruledTypes ? { mask: maskOf(ruledTypes), conflict: false } : typesOf(from)
  if (types.conflict) conflicts.push('type')
  const ruledWhen = ruled('when')
  const when = ruledWhen ? { when: ruledWhen, conflict: false } : whenOfAll(from)
  if (when.conflict) conflicts.push('time')
  const ruledPlace = ruled('place')
  const place = ruledPlace
    ? { region: { how: 'all' as const, shapes: [shapeOf(ruledPlace, prepared.projection)] }, conflict: false }
    : from.length
      ? agree(from.map(c => shapeOf(c.place, prepared.projection)))
      : { region: SOMEWHERE, conflict: false }
  if (place.conflict) conflicts.push('place')
  const count = countOf(from)
  if (count?.conflict) conflicts.push('figure')
  return {
    types: types.mask,
    when: when.when,
    region: place.region,
    weapons: weaponsOf(from, conflicts),
    targets: setOf(from.map(c => c.target)),
    items: setOf(from.map(c => c.item)),
    sectors: setOf(from.map(c => c.sector)),
    count: count && { low: count.low, high: count.high },
    conflicts,
  }
}

function typesOf(claims: readonly Claim[]): { mask: bigint; conflict: boolean } {
  let all = maskOf(claims[0]!.types)
  let any = all
  for (const c of claims) {
    const m = maskOf(c.types)
    all &= m
    any |= m
  }
  return all === 0n ? { mask: any, conflict: true } : { mask: all, conflict: false }
}

function whenOfAll(claims: readonly Claim[]): { when: When; conflict: boolean } {
  let [lo, hi, least, most] = [-Infinity, Infinity, Infinity, -Infinity]
  for (const { when } of claims) {
    lo = Math.max(lo, when.lo)
    hi = Math.min(hi, when.hi)
    least = Math.min(least, when.lo)
    most = Math.max(most, when.hi)
  }
  return lo <= hi ? { when: { lo, hi }, conflict: false } : { when: { lo: least, hi: most }, conflict: true }
}

function weaponsOf(claims: readonly Claim[], conflicts: string[]): Attributes['weapons'] {
  const said = claims.flatMap(c => (c.weapons?.length ? [new Set<string>(c.weapons)] : []))
  if (said.length === 0) return { low: 0, high: LADDER_TOP, named: undefined }
  let named = said.reduce((a, b) => a.intersection(b))
  if (named.size === 0) {
    named = said.reduce((a, b) => a.union(b))
    conflicts.push('weapon')
  }
  const steps = [...named].map(w => LADDER.get(w) ?? 0)
  return { low: Math.min(...steps), high: Math.max(...steps), named }
}

/** The values reports give; several mean that they differ and any may be right. */
function setOf(values: readonly (string | undefined)[]): ReadonlySet<string> | undefined {
  const out = new Set(values.filter(v => v !== undefined))
  return out.size ? out : undefined
}

/** Figures that count acts or persons, not casualties. */
const COUNTING: readonly Figure['what'][] = ['released', 'items', 'persons', 'incidents']

function countOf(claims: readonly Claim[]): { low: number; high: number; conflict: boolean } | undefined {
  const figures = claims.flatMap(c => {
    const f = COUNTING.flatMap(w => c.figures?.filter(x => x.what === w) ?? [])[0]
    return f ? [f] : []
  })
  if (figures.length === 0) return undefined
  const low = Math.max(...figures.map(f => f.low))
  const high = Math.min(...figures.map(f => f.high))
  if (low <= high) return { low, high, conflict: false }
  return {
    low: Math.min(...figures.map(f => f.low)),
    high: Math.max(...figures.map(f => f.high)),
    conflict: true,
  }
}

/** Actors a report names; empty when it names none. */
export const actorsOf = (c: Claim): readonly string[] =>
  c.actor === undefined ? [] : typeof c.actor === 'string' ? [c.actor] : c.actor

/** A reviewer's word on who did it: undefined = none given, empty = ruled unknown. */
export function ruledActors(e: EventFacts): readonly string[] | undefined {
  const r = e.rulings.find(x => x.set.actor !== undefined)
  if (!r) return undefined
  const a = r.set.actor
  return a === null || a === undefined ? [] : typeof a === 'string' ? [a] : a
}

/** Was `later` ruled to come after `earlier`? T-like true, false when ruled the other way, undefined when not ruled. */
export function ruledAfter(later: EventFacts, earlier: EventFacts): boolean | undefined {
  if (later.rulings.some(r => r.set.after !== undefined && earlier.ids.includes(r.set.after))) return true
  if (earlier.rulings.some(r => r.set.after !== undefined && later.ids.includes(r.set.after))) return false
  return undefined
}

/** Is this record a report, on its own or inside a correction? */
export const claimIn = (r: EvidenceRecord): Claim | undefined =>
  r.kind === 'claim' ? r : r.kind === 'correction' ? r.claim : undefined
