import type {
  Accord,
  AccordDocument,
  EvidenceRule,
  Exception,
  Pattern,
  Provision,
  Zone,
} from '../accord/model.ts'
import { WEAPON_LADDER } from '../event/types.ts'
import type { Projection } from '../place/projection.ts'
import type { Area } from '../place/shape.ts'
import type { When } from '../time/when.ts'

/** Before and after all time that accords speak of; finite, so that arithmetic stays arithmetic. */
export const ALWAYS: When = { lo: -8_640_000_000_000, hi: 8_640_000_000_000 }

/** When a text binds. It starts somewhere in `start` (an interval when the start is disputed). */
export type Force = {
  readonly start: When
  /** The same as the text gives it: a date without a time may be any moment of that day. */
  readonly begins: When
  /** Last second in force. */
  readonly to: number
  readonly ended?: 'expired' | 'ended_by_party' | 'overtaken' | 'superseded' | 'window'
  readonly startIds: readonly string[]
  /** Several claimants name different starts and this reading takes none of them. */
  readonly disputed: boolean
}

/** A zone with its versions on the plane. */
export type PreparedZone = {
  readonly id: string
  readonly zone: Zone
  readonly versions: readonly {
    readonly id: string
    readonly window: When
    readonly inner: Area
    readonly outer: Area
  }[]
}

/** A pattern with its types as bits and its zone resolved. */
export type PreparedPattern = {
  readonly pattern: Pattern
  /** Bits of every type that counts. */
  readonly types: bigint
  readonly zone?: PreparedZone
  readonly weapons?: ReadonlySet<string>
  readonly targets?: ReadonlySet<string>
}

/** An exception with its times in seconds. */
export type PreparedException = {
  readonly exception: Exception
  readonly provocation?: PreparedPattern & {
    readonly within: number
    readonly distance: number
    readonly unlawfulOnly: boolean
  }
  readonly maxStep?: number
  readonly targets?: ReadonlySet<string>
}

/** Who is bound: one party, or several jointly, with everything the rules ask about them. */
export type Bearer = {
  readonly key: string
  readonly members: readonly string[]
  readonly group: ReadonlySet<string>
  /** Members and those who answer for them: their word in their own favour is capped. */
  readonly self: ReadonlySet<string>
  /** Whose act performs the bearer's duty: members and those who answer to them. */
  readonly acting: ReadonlySet<string>
  readonly guarantors: ReadonlySet<string>
  /** Every party on another side. */
  readonly others: ReadonlySet<string>
}

/** A provision as one reading has it, ready to be judged. */
export type PreparedProvision = {
  readonly provision: Provision
  readonly judged: 'prohibition' | 'obligation' | 'permission' | 'none'
  readonly document: AccordDocument | undefined
  readonly force: Force
  readonly bearers: readonly Bearer[]
  readonly rule: EvidenceRule
  readonly lag: number
  readonly action?: PreparedPattern
  readonly exceptions: readonly PreparedException[]
  readonly perform?: PreparedPattern
  readonly items?: PreparedPattern
  readonly trigger?: PreparedPattern
  readonly within?: number
  /** The instant by which a dated duty is due. */
  readonly deadline?: number
  /** Starting point of `within` when it does not run from a trigger. */
  readonly after?: When
  readonly recurring?: { readonly every: number; readonly from: number; readonly to: number }
  readonly reparation?: {
    readonly perform: PreparedPattern
    readonly within: number
    readonly on: 'BREACHED' | 'POSSIBLE'
    readonly bearer?: Bearer
  }
  readonly obstruction?: PreparedPattern
  readonly obstructors: readonly Bearer[]
}

/** An accord under one reading, with dates as seconds, zones as metres and patterns as bits. */
export type Prepared = {
  readonly accord: Accord
  readonly reading: string
  readonly projection: Projection
  readonly zones: ReadonlyMap<string, PreparedZone>
  /** Zones that lie wholly in each zone: a note about the larger speaks for the smaller. */
  readonly inZones: ReadonlyMap<string, ReadonlySet<string>>
  readonly provisions: readonly PreparedProvision[]
  readonly byId: ReadonlyMap<string, PreparedProvision>
  readonly parties: ReadonlySet<string>
  readonly aliases: ReadonlyMap<string, string>
  readonly sideOf: ReadonlyMap<string, string>
}

/** The other side's bearers of the provision that this one is reciprocal with. */
export function counterparts(
  prepared: Prepared,
  p: PreparedProvision,
  bearer: Bearer,
): { readonly linked: PreparedProvision; readonly bearers: readonly Bearer[] } | undefined {
  const linked = p.provision.reciprocity && prepared.byId.get(p.provision.reciprocity.with)
  if (!linked) return undefined
  return { linked, bearers: linked.bearers.filter(b => b.members.some(m => bearer.others.has(m))) }
}

/** Steps on the proportionality ladder. */
export const LADDER: ReadonlyMap<string, number> = new Map(WEAPON_LADDER.map((w, i) => [w, i]))
/** The heaviest step. */
export const LADDER_TOP = WEAPON_LADDER.length - 1
