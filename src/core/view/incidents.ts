import type { Accord } from '../accord/model.ts'
import { actorsOf, attributesOf, type EventFacts, ruledActors } from '../compliance/facts.ts'
import { zoneMatch } from '../compliance/match.ts'
import { defaultReading, type Prepared } from '../compliance/prepare.ts'
import type { AsOf } from '../compliance/verdict.ts'
import type { Claim, EvidenceRecord, Figure, Grade, Link } from '../evidence/record.ts'
import type { Place } from '../place/place.ts'
import { whenOf } from '../time/civil.ts'
import type { When } from '../time/when.ts'
import type { Words } from '../words.ts'
import { docketOf } from './docket-of.ts'
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
  /** What the weighty claims' times have in common; their hull when they contradict each other. */
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
  /** Attributes on which its sources exclude each other: 'time', 'place', 'type', 'weapon', 'figure'. */
  readonly conflicts: readonly string[]
  /** Links that a person made to it, in force: another version of it, an answer to it, the same told twice. */
  readonly links?: readonly {
    readonly id: string
    readonly relation: Link['relation']
    /** The other event; of 'same-event' one that is part of this incident. */
    readonly event: string
  }[]
  readonly summary: Words
}

/**
 * The Incidents page, newest first: everything that may have happened by `t`, as known by `k`. Events,
 * links and rulings are resolved by the engine's own rules, so that the list and the verdicts agree.
 */
export function incidentsOf(
  accord: Accord,
  evidence: readonly EvidenceRecord[],
  asOf: AsOf,
): readonly Incident[] {
  const docket = docketOf(accord, evidence, asOf.k, defaultReading(accord))
  const links = linksByEvent(docket.act.links)
  return [...docket.events.values()]
    .flatMap(e => incidentOf(e, docket.prepared, accord, links))
    .filter(i => i.when.lo <= asOf.t)
    .toSorted((a, b) => b.when.lo - a.when.lo || (a.event < b.event ? -1 : 1))
}

type Links = ReadonlyMap<string, NonNullable<Incident['links']>>

function linksByEvent(links: readonly Link[]): Links {
  const by = new Map<string, NonNullable<Incident['links']>[number][]>()
  for (const { id, relation, events } of links)
    for (const [mine, event] of [events, [events[1], events[0]] as const]) {
      const list = by.get(mine)
      if (list) list.push({ id, relation, event })
      else by.set(mine, [{ id, relation, event }])
    }
  return by
}

function incidentOf(e: EventFacts, prepared: Prepared, accord: Accord, links: Links): Incident[] {
  const group = [...e.asserting, ...e.denying]
  const telling = e.asserting.length ? e.asserting : e.denying
  const best = telling.toSorted(byGrade)[0]
  if (!best) return []
  const attributes = attributesOf({ ...e, asserting: telling }, accord.evidence, prepared)!
  const ruledTypes = e.rulings.find(r => r.set.types !== undefined)?.set.types
  const ruledPlace = e.rulings.find(r => r.set.place !== undefined)?.set.place
  const unique = (ids: readonly string[]) => [...new Set(ids)].sort()
  const linked = [...new Map(e.ids.flatMap(id => links.get(id) ?? []).map(l => [l.id, l] as const)).values()]
  return [
    {
      event: e.id,
      sameAs: e.ids.filter(id => id !== e.id),
      types: unique(ruledTypes ?? telling.flatMap(c => c.types)),
      actors: unique(ruledActors(e) ?? telling.flatMap(actorsOf)),
      targets: unique(telling.flatMap(c => (c.target === undefined ? [] : [c.target]))),
      when: attributes.when,
      place: ruledPlace ?? telling.map(c => c.place).toSorted((a, b) => vagueness(a) - vagueness(b))[0]!,
      zones: Object.fromEntries(
        [...prepared.zones.values()].map(z => [
          z.id,
          ANSWER[zoneMatch(attributes.region, attributes.when, z)]!,
        ]),
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
      independent: new Set(e.asserting.map(c => c.root)).size,
      denied: new Set(e.denying.map(c => c.root)).size,
      conflicts: attributes.conflicts,
      ...(linked.length && { links: linked }),
      summary: summaryOf({ of: 'evidence', record: best }, accord),
    },
  ]
}

const ANSWER: readonly ZoneAnswer[] = ['outside', 'cannot-tell', 'inside']

function byGrade(a: Claim, b: Claim): number {
  const key = (c: Claim) => `${c.grade.reliability}${c.grade.credibility}${c.id}`
  return key(a) < key(b) ? -1 : 1
}

function vagueness(p: Place): number {
  return p.kind === 'disc' ? p.radiusMetres : p.kind === 'area' ? 1e9 : 1e12
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
