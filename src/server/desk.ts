import type { Accord } from '../core/accord/model.ts'
import type { LedgerState } from '../core/ledger/state.ts'
import { accordWithZones } from '../core/zone/accord-with-zones.ts'

/** One accord at work: the text in force and what its ledger says, kept up to date in memory. */
export type Desk = { readonly id: string; readonly accord: Accord; readonly state: LedgerState }

/** The accord in force by a ledger, with the zones drawn since; undefined while none was adopted. */
export function accordOf(state: LedgerState): Accord | undefined {
  return accordWithZones(state)
}
