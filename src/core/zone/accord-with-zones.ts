import type { Accord } from '../accord/model.ts'
import type { LedgerState } from '../ledger/state.ts'
import { withZoneVersions, ZONE_VERSIONED, type ZoneVersioned, zoneVersionedOf } from './zone-versioned.ts'

/** A drawn version with the entry that holds it, which an undoing names. */
export type HeldZoneVersion = ZoneVersioned & {
  readonly seq: number
  /** Milliseconds UTC. */
  readonly recordedAt: number
  readonly by: string
}

/** The drawn versions that a ledger holds, oldest entry first; one that does not read is as if it were not there. */
export function zoneVersionsIn(state: LedgerState, k = Number.POSITIVE_INFINITY): readonly HeldZoneVersion[] {
  return (state.rooms.get(ZONE_VERSIONED) ?? []).flatMap(({ body, seq, recordedAt, by }) => {
    const read = zoneVersionedOf((body as { data?: unknown }).data)
    return read.ok && read.value.received <= k ? [{ ...read.value, seq, recordedAt, by }] : []
  })
}

/** By the document of the accord, then by the entries that count: the engine prepares an accord once a value. */
const MERGED = new WeakMap<object, Map<string, Accord>>()
/** Moments of knowledge asked about that are kept; each costs one accord. */
const KEPT = 16

/**
 * The accord in force with the zones that were drawn since, as known by `k` (seconds UTC; default: all of
 * them). The same value for the same entries.
 *
 * @returns undefined while no accord was adopted.
 */
export function accordWithZones(state: LedgerState, k = Number.POSITIVE_INFINITY): Accord | undefined {
  const accord = state.adopted?.document as Accord | undefined
  if (!accord || !state.rooms.has(ZONE_VERSIONED)) return accord
  const drawn = zoneVersionsIn(state, k)
  if (!drawn.length) return accord
  const byEntries = MERGED.get(accord) ?? new Map<string, Accord>()
  MERGED.set(accord, byEntries)
  const key = drawn.map(d => d.seq).join(' ')
  const merged = byEntries.get(key) ?? { ...accord, zones: withZoneVersions(accord.zones, drawn) }
  byEntries.delete(key)
  byEntries.set(key, merged)
  if (byEntries.size > KEPT) byEntries.delete(byEntries.keys().next().value!)
  return merged
}
