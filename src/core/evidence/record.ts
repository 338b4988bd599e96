import type { EventType, WeaponClass } from '../event/types.ts'
import type { Place } from '../place/place.ts'
import type { When } from '../time/when.ts'

/** Admiralty code: the two are independent. F and 6 mean "no basis to judge", not "worst". */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6
export type Grade = { readonly reliability: Reliability; readonly credibility: Credibility }

/** Where the words of a record came from, so that any verdict can be opened down to them. */
export type Provenance = {
  readonly reportId?: string
  /** UTF-16 offsets in the report's cleaned text, half-open. */
  readonly span?: { readonly start: number; readonly end: number }
  readonly outlet?: string
  readonly url?: string
  readonly language?: string
}

/** A figure is a claim with an as-of time; low = high when one number was given. */
export type Figure = {
  readonly what: 'killed' | 'wounded' | 'released' | 'displaced' | 'items' | 'incidents' | 'persons'
  readonly low: number
  readonly high: number
  readonly asOf?: number
}

/**
 * One source's word that an event happened (or did not): `report` in compliance.md §3.2.
 * Several claims with the same `event` speak of one event; two sides' versions have two events and a link.
 */
export type Claim = {
  readonly kind: 'claim'
  readonly id: string
  readonly event: string
  /** What it may have been; a pattern matches certainly only if every type here is under it. */
  readonly types: readonly EventType[]
  /** Who did it; absent = the report does not say. Several = acted together. */
  readonly actor?: string | readonly string[]
  readonly target?: string
  readonly when: When
  readonly place: Place
  readonly weapons?: readonly WeaponClass[]
  /** Id of the outlet, agency, monitor or person (pseudonymous) that said it. */
  readonly source: string
  /** Party for whom the source speaks, if it does: caps self-serving claims, permits admission. */
  readonly speaksFor?: string
  /** Origin after the chain of relays is collapsed: copies of one story share a root and count once. */
  readonly root: string
  readonly grade: Grade
  readonly stance: 'asserts' | 'denies'
  /** When we, or a reader of the source, could first know it: seconds UTC. */
  readonly received: number
  /** Item the act was performed on (a weapon, a post, a road, a list), for obligations over items. */
  readonly item?: string
  readonly sector?: string
  readonly figures?: readonly Figure[]
  readonly summary?: { readonly en?: string; readonly ar?: string }
  readonly provenance?: Provenance
}

export type Retraction = {
  readonly kind: 'retraction'
  readonly id: string
  readonly of: string
  readonly received: number
  readonly why?: string
}

/** One retraction and one claim in one atomic step. */
export type Correction = {
  readonly kind: 'correction'
  readonly id: string
  readonly supersedes: string
  readonly claim: Claim
  readonly received: number
  readonly why?: string
}

/** A reviewer's decision on an event's attributes; the newest ruling on an attribute holds. */
export type Ruling = {
  readonly kind: 'ruling'
  readonly id: string
  readonly event: string
  readonly set: {
    readonly types?: readonly EventType[]
    readonly actor?: string | readonly string[] | null
    readonly when?: When
    readonly place?: Place
    /** Order against another event whose stamp is equal or overlaps. */
    readonly after?: string
    readonly correspondence?: 'as_agreed' | 'partial' | 'different' | 'unknown'
  }
  readonly by: string
  readonly why: string
  readonly received: number
}

/** Two events are one happening told twice; undone by retracting the link. */
export type Link = {
  readonly kind: 'link'
  readonly id: string
  readonly events: readonly [string, string]
  readonly relation: 'same-event' | 'versions-of' | 'response-to'
  readonly received: number
  readonly by: string
}

/** Who could look where and when; silence without it is "unknown". */
export type Coverage = {
  readonly kind: 'coverage'
  readonly id: string
  readonly zone?: string
  readonly provision?: string
  readonly when: When
  readonly level: 'adequate' | 'partial' | 'none'
  readonly why?: string
  readonly received: number
}

/** A party gives notice that it suspends a provision (or all); the accord says whether it may. */
export type Suspension = {
  readonly kind: 'suspension'
  readonly id: string
  readonly provision?: string
  readonly by: string
  readonly when: When
  readonly until?: When
  readonly received: number
}

/** All counterparties release a bearer from a duty, or a later text supersedes it. */
export type Release = {
  readonly kind: 'discharge'
  readonly id: string
  readonly provision: string
  readonly bearer?: string
  readonly when: When
  readonly received: number
  readonly why: string
}

export type EvidenceRecord = Claim | Retraction | Correction | Ruling | Link | Coverage | Suspension | Release
