import type { When } from '../time/when.ts'
import type { Words } from '../words.ts'

/** Verdicts on prohibitions and lapses, weakest first (compliance.md §3.5). */
export const PROHIBITION_VERDICTS = [
  'HOLDING',
  'PERMITTED',
  'ALLEGED',
  'DISPUTED',
  'POSSIBLE',
  'BREACHED',
] as const
/** A verdict on a prohibition, a lapse or an obstruction. */
export type ProhibitionVerdict = (typeof PROHIBITION_VERDICTS)[number]

/** Verdicts on obligations and counter-duties (compliance.md §3.6). */
export const OBLIGATION_VERDICTS = [
  'DORMANT',
  'SUSPENDED',
  'DISCHARGED',
  'PENDING',
  'CLAIMED',
  'CONTESTED',
  'POSSIBLY',
  'PARTIAL',
  'LATE',
  'FULFILLED',
  'OVERDUE',
  'UNVERIFIED',
] as const
/** A verdict on a duty. */
export type ObligationVerdict = (typeof OBLIGATION_VERDICTS)[number]

/** Permissions: used, not used, gone beyond. NOT_JUDGED: definitions, mechanisms, recitals without a duty. */
export type PermissionVerdict = 'EXERCISED' | 'UNUSED' | 'EXCEEDED'
/** Every verdict there is. */
export type VerdictName =
  | ProhibitionVerdict
  | ObligationVerdict
  | PermissionVerdict
  | 'NOT_IN_FORCE'
  | 'NOT_JUDGED'

/** How far a claim is established (§3.3). */
export type EvidenceLevel = 'NONE' | 'ALLEGED' | 'DISPUTED' | 'ESTABLISHED'

/** Two clocks: `t` as of when in the world, `k` knowing what. Both seconds UTC. */
export type AsOf = { readonly t: number; readonly k: number }

/** The verdict on one provision for one bearer under one reading at (t, k). */
export type Verdict = {
  readonly provision: string
  /** Party ids; several = bound jointly. */
  readonly bearer: readonly string[]
  readonly reading: string
  readonly asOf: AsOf
  readonly verdict: VerdictName
  /** zone-uncertain, time-uncertain, type-uncertain, response-claimed, due, past-due, conditional, contested, denied, refuted, … */
  readonly codes: readonly string[]
  /** Bounds and requirement for quantities and items: q⁻, q⁺, required. */
  readonly quantity?: { readonly low: number; readonly high: number; readonly required: number }
  readonly timeliness: {
    readonly kind: 'on_time' | 'late' | 'overdue' | 'no_deadline' | 'not_due' | 'unknown'
    readonly days?: number
  }
  readonly correspondence: 'as_agreed' | 'partial' | 'different' | 'unknown'
  /** The civil due interval, when there is a deadline. */
  readonly due?: When
  readonly observed: 'yes' | 'partly' | 'no'
  /** Verdict on the counter-duty a breach spawned. */
  readonly repair?: { readonly verdict: ObligationVerdict; readonly due?: When }
  readonly counts: { readonly [name: string]: number }
  /** Record ids: minimal support first. */
  readonly evidenceFor: readonly string[]
  readonly evidenceAgainst: readonly string[]
  readonly assumptions: readonly {
    readonly kind: 'start' | 'zone-version' | 'reading' | 'coverage'
    readonly id: string
    readonly words: Words
  }[]
  /** One sentence each way, rendered from the derivation, no free text. */
  readonly because: Words
  /** The smallest single change that would flip it. */
  readonly settles: readonly Settlement[]
}

/** One change that would settle an open verdict, and to what. */
export type Settlement = {
  readonly what: Words
  readonly event?: string
  readonly to: VerdictName
}

/** Derivation as a tree; leaves are record ids, zone versions, rulings or arithmetic facts (§3.7). */
export type Explanation = {
  readonly rule: string
  readonly verdict?: string
  readonly certainty?: 0 | 1 | 2
  /** What the node is about, for programs (the checker, links): ids of the parts it names. */
  readonly about?: Readonly<Record<string, string | number>>
  readonly words: Words
  readonly because: readonly ExplanationNode[]
  readonly against: readonly ExplanationNode[]
  readonly missing: readonly ExplanationNode[]
}
/** A part of a derivation: a rule with parts of its own, or a leaf. */
export type ExplanationNode =
  | (Explanation & { readonly leaf?: undefined })
  | { readonly leaf: 'record'; readonly record: string; readonly words: Words }
  | { readonly leaf: 'zone'; readonly zone: string; readonly version: string; readonly words: Words }
  | { readonly leaf: 'fact'; readonly fact: string; readonly words: Words }

/** The verdict over time: consecutive intervals of t at a fixed k. */
export type VerdictInterval = {
  readonly from: number
  readonly to: number
  readonly verdict: VerdictName
  readonly codes: readonly string[]
}
