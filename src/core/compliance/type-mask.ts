import { closureOf, EVENT_TYPES, type EventType } from '../event/types.ts'

const BIT = new Map<EventType, bigint>(EVENT_TYPES.map((t, i) => [t, 1n << BigInt(i)]))
const MEMO = new Map<string, bigint>()

/**
 * The named types and everything below them, as bits in the order of `EVENT_TYPES`.
 *
 * Used for patterns and for reports alike: a report that says only "remote violence" may have been
 * shelling, so its set of possible types is the whole branch (docs/compliance.md, departures).
 */
export function maskOf(types: readonly EventType[]): bigint {
  const key = types.join(' ')
  let mask = MEMO.get(key)
  if (mask === undefined) {
    mask = 0n
    for (const t of closureOf(types)) mask |= BIT.get(t)!
    MEMO.set(key, mask)
  }
  return mask
}

/** Does the accord language know this type? */
export const isEventType = (t: string): boolean => BIT.has(t)
