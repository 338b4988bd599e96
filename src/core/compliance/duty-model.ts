import type { Kleene, When } from '../time/when.ts'
import type { Known } from './docket.ts'
import type { Match } from './match.ts'
import type { PreparedPattern, PreparedProvision } from './prepared.ts'
import type { Standing } from './standing.ts'
import type { ObligationVerdict } from './verdict.ts'

/** One act that may perform a duty, with how far it matches and whether it was on time. */
export type Performance = {
  readonly known: Known
  readonly standing: Standing
  readonly match: Match
  /** T when there is no deadline. */
  readonly onTime: Kleene
  /** How many items or persons it covers; high is Infinity when no report says. */
  readonly count: { readonly low: number; readonly high: number }
  readonly actorAssumed: boolean
}

/** One thing to be done: the duty itself, or one trigger, item or period of it (compliance.md §3.6). */
export type Instance = {
  readonly key: string
  /** When it came into being: the trigger's or first sighting's time, or the start of force. */
  readonly since: When
  /** Its ground is not certain: it is shown and never overdue. */
  readonly conditional: boolean
  readonly trigger?: { readonly known: Known; readonly standing: Standing }
  readonly item?: string
  readonly due?: When
  /** When coverage must have been adequate for its absence to count. */
  readonly watch: When
  readonly required: number
  readonly performances: readonly Performance[]
}

/** One instance at a moment. */
export type InstanceState = {
  readonly instance: Instance
  readonly verdict: ObligationVerdict
  readonly codes: readonly string[]
  /** The performances that carry the verdict. */
  readonly best: readonly Performance[]
  /** Where none does: those that were claimed by then and count for nothing. */
  readonly vain: readonly Performance[]
  readonly quantity?: {
    readonly low: number
    readonly high: number
    readonly required: number
    readonly late: number
  }
}

/** The whole duty at t: its verdict is that of its worst instance. */
export type DutyState = {
  readonly verdict: ObligationVerdict
  readonly codes: readonly string[]
  /** Instances by verdict. */
  readonly tally: Readonly<Record<string, number>>
  /** The first instances that carry the verdict, in the order of their grounds. */
  readonly worst: readonly InstanceState[]
  readonly worstTotal: number
  readonly quantity?: InstanceState['quantity']
}

/** What a duty asks for, apart from where it stands in the accord: a provision's own, or a counter-duty. */
export type Duty = {
  readonly provision: PreparedProvision
  readonly perform: PreparedPattern
  readonly key: string
}

/** What a provision's own duty asks for. */
export const dutyOf = (p: PreparedProvision): Duty => ({
  provision: p,
  perform: p.perform!,
  key: p.provision.id,
})

/** Best to worst news; the worst instance gives the duty's verdict. */
export const WORSE: readonly ObligationVerdict[] = [
  'DORMANT',
  'DISCHARGED',
  'SUSPENDED',
  'FULFILLED',
  'PENDING',
  'LATE',
  'CLAIMED',
  'POSSIBLY',
  'CONTESTED',
  'UNVERIFIED',
  'PARTIAL',
  'OVERDUE',
]

/** Is `a` worse news than `b`? */
export const worseThan = (a: ObligationVerdict, b: ObligationVerdict): boolean =>
  WORSE.indexOf(a) > WORSE.indexOf(b)

/** The worst verdict that a tally counts; DORMANT when it counts none. */
export const worstOf = (tally: Readonly<Record<string, number>>): ObligationVerdict =>
  WORSE.findLast(v => (tally[v] ?? 0) > 0) ?? 'DORMANT'

/** Performances that a state names, earliest first; more would only say the same. */
export const MOST_BEST = 20

/** Instances a verdict's codes and evidence are drawn from; the tally knows them all. */
export const MOST_INSTANCES = 100
