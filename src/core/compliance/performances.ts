import { and, F, inWindow, type Kleene, T, U, type When } from '../time/when.ts'
import { type Docket, type Known, knownUnder, remembered } from './docket.ts'
import type { Duty, Performance } from './duty-model.ts'
import { conjunction, type Leg, type Match, patternMatch, sameValue, typeMatch, zoneMatch } from './match.ts'
import type { Bearer } from './prepared.ts'
import { type Standing, standingOfPerformance } from './standing.ts'

type Bounds = {
  /** A performance must come after this. */
  readonly after: When
  readonly due: When | undefined
  readonly trigger?: Known
  readonly sameAs?: 'sector' | 'item' | 'zone'
  readonly item?: string
  /** A performance must fall in this period (recurring duties). */
  readonly period?: When
}

/** Acts that may perform a duty: the type may match and nobody certain else did them. */
export function performancesOf(
  d: Docket,
  duty: Duty,
  bearer: Bearer,
  bounds: Bounds,
): readonly Performance[] {
  const pool = remembered(d, `performers ${duty.key} ${bearer.key}`, () => performers(d, duty, bearer))
  const out: Performance[] = []
  for (const base of pool) {
    const { known } = base
    const legs = [...base.legs, ...boundLegs(d, known, bounds)]
    const match = conjunction(legs)
    if (match.value === F) continue
    out.push({
      known,
      standing: base.standing,
      match,
      onTime: bounds.due ? onTime(known.attributes.when, bounds.due) : T,
      count: base.count,
      actorAssumed: base.actorAssumed,
    })
  }
  return out
}

type Base = {
  readonly known: Known
  readonly standing: Standing
  readonly legs: Match['legs']
  readonly count: Performance['count']
  readonly actorAssumed: boolean
}

function performers(d: Docket, duty: Duty, bearer: Bearer): readonly Base[] {
  const out: Base[] = []
  const aloneBound = duty.provision.bearers.length === 1
  for (const known of knownUnder(d, duty.provision.rule)) {
    if (typeMatch(known.attributes.types, duty.perform.types) === F) continue
    const m = patternMatch(known.attributes, duty.perform)
    if (m.value === F) continue
    const { standing, performer } = standingOfPerformance(known.event, bearer, duty.provision.rule)
    if (performer === 'other') continue
    const certainActor = performer === 'bearer' || (performer === 'unnamed' && aloneBound)
    const { count, items } = known.attributes
    out.push({
      known,
      standing,
      legs: [...m.legs, { leg: 'actor', value: certainActor ? T : U }],
      count: count ?? (items ? { low: 1, high: 1 } : { low: 1, high: Infinity }),
      actorAssumed: performer === 'unnamed' && aloneBound,
    })
  }
  return out
}

function boundLegs(d: Docket, known: Known, b: Bounds): Match['legs'] {
  const a = known.attributes
  const legs: { leg: Leg; value: Kleene }[] = []
  const after: Kleene = a.when.hi < b.after.lo ? F : a.when.lo >= b.after.hi ? T : U
  legs.push({ leg: 'time', value: after })
  if (b.period) legs.push({ leg: 'time', value: inWindow(a.when, b.period) })
  if (b.item !== undefined) legs.push({ leg: 'item', value: sameValue(a.items, new Set([b.item])) })
  const t = b.trigger?.attributes
  if (t && b.sameAs === 'sector') legs.push({ leg: 'sector', value: sameValue(a.sectors, t.sectors) })
  if (t && b.sameAs === 'item') legs.push({ leg: 'item', value: sameValue(a.items, t.items) })
  if (t && b.sameAs === 'zone') legs.push({ leg: 'zone', value: sameZone(d, known, b.trigger!) })
  return legs
}

function sameZone(d: Docket, a: Known, b: Known): Kleene {
  let best: Kleene = F
  for (const z of d.prepared.zones.values()) {
    const both = and(
      zoneMatch(a.attributes.region, a.attributes.when, z),
      zoneMatch(b.attributes.region, b.attributes.when, z),
    )
    if (both > best) best = both
  }
  return best
}

/** `onTime(f)` of §3.6. */
export const onTime = (f: When, due: When): Kleene => (f.hi <= due.lo ? T : f.lo > due.hi ? F : U)
