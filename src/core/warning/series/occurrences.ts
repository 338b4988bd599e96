import type { Accord } from '../../accord/model.ts'
import { type Docket, knownUnder } from '../../compliance/docket.ts'
import { actorsOf, type EventFacts, ruledActors } from '../../compliance/facts.ts'
import { typeMatch, zoneMatch } from '../../compliance/match.ts'
import { maskOf } from '../../compliance/type-mask.ts'
import type { EventType } from '../../event/types.ts'
import { dayOf } from '../../time/civil.ts'
import { F, type Kleene, T } from '../../time/when.ts'
import { dayOfDate } from './daily-series.ts'

/**
 * The kinds of events that are counted, each with everything below it in the tree. `hostile` holds the
 * next five; a total is counted anew from the events, never summed.
 */
export const WATCHED_KINDS = [
  'hostile',
  'remote_violence',
  'ground_attack',
  'small_arms_fire',
  'sniper_fire',
  'attack_on_civilians',
  'attack_on_post',
  'air_activity',
  'access_restriction',
  'violation_alleged',
] as const satisfies readonly EventType[]
export type WatchedKind = (typeof WATCHED_KINDS)[number]
const MASKS = WATCHED_KINDS.map(k => [k, maskOf([k])] as const)

/** One happening as the series count it: several reports, or two sides' versions, are one. */
export type Occurrence = {
  /** The event, or the first of the versions that were linked. */
  readonly event: string
  readonly events: readonly string[]
  /** Civil days between which it happened; the same when the day is known. */
  readonly first: number
  readonly last: number
  /** Civil day on which it was first reported. */
  readonly knownOn: number
  /** Zones it lies in certainly (2) or perhaps (1); others are absent. */
  readonly zones: ReadonlyMap<string, Kleene>
  /** Kinds it certainly is of. */
  readonly kinds: readonly WatchedKind[]
  /** Who did it, as far as all versions agree; empty = unknown or disputed. */
  readonly parties: readonly string[]
  /** Source of the first report. */
  readonly source: string
  /** Metres east and north, when it is known to a point. */
  readonly at?: { readonly x: number; readonly y: number; readonly radius: number }
}

/** Everything that counts at the docket's moment of knowledge. Linear in its records and zones. */
export function occurrencesOf(accord: Accord, docket: Docket): Occurrence[] {
  const dayMemo = new Map<number, number>()
  const day = (seconds: number) => {
    // Civil days do not change within a quarter of an hour anywhere.
    const key = Math.floor(seconds / 900)
    let d = dayMemo.get(key)
    if (d === undefined) {
      d = dayOfDate(dayOf(seconds, accord.tz))
      dayMemo.set(key, d)
    }
    return d
  }
  const known = knownUnder(docket, accord.evidence).filter(k =>
    MASKS.some(([, m]) => typeMatch(k.attributes.types, m) === T),
  )
  const stories = Map.groupBy(known, k => k.event.story)
  return [...stories.values()].map(versions => {
    const [best] = [...versions].sort((a, b) => width(a.attributes.when) - width(b.attributes.when))
    const claims = versions
      .flatMap(v => v.event.asserting)
      .sort((a, b) => a.received - b.received || (a.id < b.id ? -1 : 1))
    const { when, region, types } = best!.attributes
    const zones = new Map<string, Kleene>()
    for (const zone of docket.prepared.zones.values()) {
      const answer = zoneMatch(region, when, zone)
      if (answer !== F) zones.set(zone.id, answer)
    }
    const disc = region.shapes.find(s => s.kind === 'disc')
    return {
      event: versions.map(v => v.event.id).sort()[0]!,
      events: versions.flatMap(v => v.event.ids).sort(),
      first: day(when.lo),
      last: day(when.hi),
      knownOn: day(claims[0]!.received),
      zones,
      kinds: MASKS.filter(([, m]) => typeMatch(types, m) === T).map(([k]) => k),
      parties: agreedParties(versions.map(v => v.event)),
      source: claims[0]!.source,
      ...(disc && { at: { x: disc.x, y: disc.y, radius: disc.r } }),
    }
  })
}

const width = (w: { readonly lo: number; readonly hi: number }) => w.hi - w.lo

/** The actors that every report names; a report that names nobody does not contradict. */
function agreedParties(events: readonly EventFacts[]): string[] {
  const named = events
    .flatMap(e => {
      const ruled = ruledActors(e)
      return ruled ? [ruled] : e.asserting.map(actorsOf)
    })
    .filter(a => a.length > 0)
  const [first, ...rest] = named.map(a => [...a].sort())
  if (!first) return []
  return rest.every(a => a.join() === first.join()) ? first : []
}
