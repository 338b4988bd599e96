import type { EventType, WeaponClass } from '../event/types.ts'
import type { Credibility, Reliability } from '../evidence/record.ts'
import type { Position } from '../place/place.ts'
import type { Words } from '../words.ts'

/**
 * An accord as data, format "hudna/1": the parsed, validated and resolved form of
 * `accords/<id>/accord.yaml`. Dates are still the file's civil texts (in `tz`); durations ISO-8601;
 * distances whole metres. `docs/accord-format.md` is the page for authors.
 */
export type Accord = {
  readonly accord: 'hudna/1'
  readonly id: string
  readonly title: Words
  readonly summary?: Words
  /** IANA zone in which dates without a zone are meant. */
  readonly tz: string
  readonly projection: { readonly kind: 'local-metres'; readonly origin: Position }
  /** Zone id: the accord's area, for catching swapped coordinates. */
  readonly area?: string
  readonly form?: 'written' | 'verbal' | 'communique' | 'tacit'
  readonly sidedness?: 'unilateral' | 'bilateral' | 'multilateral'
  readonly class?: 'cessation_of_hostilities' | 'preliminary' | 'definitive' | 'humanitarian_pause' | 'local'
  readonly purpose?: readonly string[]
  readonly coverage?: 'whole_conflict' | 'area' | 'route' | 'named_sites'
  readonly parties: readonly Party[]
  readonly documents: readonly AccordDocument[]
  readonly zones: readonly Zone[]
  readonly readings: readonly Reading[]
  readonly evidence: EvidenceRule
  readonly provisions: readonly Provision[]
  /** Topics of talks that this accord's monitors follow. */
  readonly agenda?: readonly AgendaItem[]
  /** Elements of a ceasefire text (UN DPPA 2022, ch. 1) that the text leaves open, with why it is so. */
  readonly gaps?: readonly { readonly element: string; readonly note: Words }[]
  /** What could not be found when the file was written. */
  readonly notVerified?: readonly Words[]
}

export type Party = {
  readonly id: string
  readonly name: Words
  readonly role: 'party' | 'guarantor' | 'mediator' | 'observer' | 'monitor' | 'group' | 'outlet'
  /** Parties with different sides answer each other; guarantors may have none. */
  readonly side?: string
  /** The guarantor through whom this party is bound. */
  readonly answersTo?: string
  readonly adherence?: 'signatory' | 'joined' | 'not_joined' | 'excluded' | 'listed_terrorist'
  readonly aliases?: readonly string[]
  readonly note?: Words
}

/** One instrument of the accord: a memorandum, protocol, annex. */
export type AccordDocument = {
  readonly id: string
  readonly title: Words
  readonly signed?: string
  readonly signatories: readonly string[]
  readonly guarantors?: readonly string[]
  /** Several claimants may name different starts; each gives its own run. */
  readonly starts: readonly {
    readonly id: string
    readonly at: string
    readonly claimant?: string
    readonly source: string
    readonly note?: Words
  }[]
  readonly ends?: readonly {
    readonly at: string
    readonly type: 'expired' | 'ended_by_party' | 'overtaken' | 'superseded'
    readonly by?: string
    readonly source?: string
  }[]
  readonly supersedes?: string
  readonly stage?: string
  readonly symbol?: string
  readonly sources: readonly string[]
}

/**
 * A zone as versions in time. Vague edge: certainly inside `inner`, certainly not outside `outer`
 * (inner = outer when the line is exact). Geometries are feature ids in `zones.geojson`, resolved into `rings`.
 */
export type Zone = {
  readonly id: string
  readonly name: Words
  readonly kind: string
  readonly versions: readonly ZoneVersion[]
}
export type ZoneVersion = {
  readonly from: string
  readonly to?: string
  readonly inner: Geometry
  readonly outer: Geometry
  readonly source?: string
  readonly accuracy?: string
}
export type Geometry = readonly (readonly (readonly Position[])[])[]

/** Who says the text means this. `default` always exists; each reading is judged whole. */
export type Reading = {
  readonly id: string
  readonly author: string
  readonly name: Words
  readonly basis?: Words
  /** Document id to the id of the start this reading takes. */
  readonly starts?: Readonly<Record<string, string>>
  readonly source?: string
}

export type EvidenceRule = {
  /** Distinct roots needed for "established". */
  readonly independent: number
  readonly reliability: Reliability
  readonly credibility: Credibility
  readonly selfServingCap: 1
  /** Whether a bearer's admission against its own interest establishes the act alone. */
  readonly admission: 'sufficient' | 'counts'
  /** Wait after a deadline before absence counts, ISO-8601. */
  readonly lag: string
}

export type Modality =
  | 'prohibition'
  | 'obligation'
  | 'permission'
  | 'maintain'
  | 'definition'
  | 'mechanism'
  | 'recital'
  | 'time_limit'

export type Provision = {
  readonly id: string
  readonly kind: Modality
  readonly title: Words
  /** What it says, in our own words. */
  readonly words: Words
  readonly theme?: string
  /** Of `domain.md` §1.2: cease_fire, withdraw_heavy_weapons, … */
  readonly act?: string
  /** Each entry is a party, or a list of parties bound jointly (one verdict for the group). */
  readonly bearer: readonly (string | readonly string[])[]
  readonly boundThrough?: Readonly<Record<string, string>>
  readonly beneficiary?: readonly string[]
  readonly source: {
    readonly document: string
    readonly points?: readonly string[]
    readonly facts?: readonly string[]
    readonly urls: readonly string[]
  }
  /** Only under these readings; absent = under all. */
  readonly readings?: readonly string[]
  /** A phrase that parties read differently, who holds what. */
  readonly disputes?: readonly {
    readonly phrase: Words
    readonly positions: readonly {
      readonly by: string
      readonly says: Words
      readonly reading?: string
      readonly source?: string
    }[]
  }[]
  /** Fields that differ under a reading. */
  readonly under?: Readonly<Record<string, ProvisionPatch>>

  /** Prohibition, maintain (the lapse), permission (its exercise). */
  readonly action?: Pattern
  readonly window?: { readonly from?: string; readonly to?: string }
  readonly exceptions?: readonly Exception[]
  readonly reparation?: {
    readonly duty: string
    readonly words: Words
    readonly perform: Pattern
    readonly within: string
    readonly bearer?: string | readonly string[]
    readonly on?: 'BREACHED' | 'POSSIBLE'
  }
  /** Obligation: what counts as performing it. */
  readonly perform?: Pattern
  /** Obligation over items seen (each item must be performed on). */
  readonly over?: { readonly items: Pattern }
  readonly trigger?: Pattern & { readonly by?: 'other-side' | 'any' | readonly string[] }
  /** Exactly one of deadline, within, recurring; none = "no deadline". */
  readonly deadline?: string
  readonly within?: string
  /** Deadline relative to another provision's start or a document's start instead of a trigger event. */
  readonly after?: { readonly document?: string; readonly provision?: string }
  readonly recurring?: { readonly every: string; readonly from?: string; readonly to?: string }
  readonly quantity?: number
  readonly reciprocity?: {
    readonly with: string
    readonly by: 'other-side'
    readonly mode: 'condition' | 'suspends'
  }
  /** Whether a suspension notice is honoured by the text. */
  readonly suspendable?: boolean
  /** Permission: parties it protects, whose own acts are no obstruction of it. */
  readonly protects?: readonly string[]
  readonly obstruction?: Pattern
  readonly supersededBy?: string
  readonly evidence?: Partial<EvidenceRule>
  readonly note?: Words
}
export type ProvisionPatch = Partial<Omit<Provision, 'id' | 'under' | 'readings'>>

/** What events count: each field narrows. */
export type Pattern = {
  readonly types: readonly EventType[]
  readonly in?: string
  readonly weapons?: readonly WeaponClass[]
  readonly target?: readonly string[]
  /** Must agree with the trigger's: 'sector', 'item', 'zone'. */
  readonly same?: 'sector' | 'item' | 'zone'
  readonly item?: string
}

/** An exception that stands in the text, or that a reading says stands there. */
export type Exception = {
  readonly id: string
  readonly kind: 'permitted-response' | 'carve-out'
  readonly reading: string
  readonly order?: number
  readonly provocation?: Pattern & {
    readonly by: 'other-side' | readonly string[]
    readonly within: string
    /** Metres. */
    readonly distance: number
    readonly unlawfulOnly?: boolean
  }
  readonly proportion?: { readonly ladder: 'weapon-class'; readonly maxStep: number }
  /** carve-out: acts against these are outside the prohibition. */
  readonly target?: readonly string[]
  readonly source?: { readonly document: string; readonly points?: readonly string[] }
  readonly note?: Words
}

export type AgendaItem = {
  readonly id: string
  readonly title: Words
  readonly parent?: string
  readonly provision?: string
}
