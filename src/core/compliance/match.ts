import { inside, type Region } from '../place/region.ts'
import type { When } from '../time/when.ts'
import { and, F, inWindow, type Kleene, or, T, U } from '../time/when.ts'
import type { Attributes } from './facts.ts'
import type { Force, PreparedPattern, PreparedZone } from './prepared.ts'

/** What left a match open or closed it: the reason codes of §3.5. */
export type Leg = 'type' | 'zone' | 'time' | 'target' | 'weapon' | 'suspension' | 'item' | 'sector' | 'actor'
/** The value of a match and of each of its conditions. */
export type Match = {
  readonly value: Kleene
  readonly legs: readonly { readonly leg: Leg; readonly value: Kleene }[]
}

/** Are all, some or none of the possible types among the pattern's? */
export const typeMatch = (possible: bigint, wanted: bigint): Kleene => {
  const common = possible & wanted
  return common === 0n ? F : common === possible ? T : U
}

/** `inZone` over the zone's versions in time: certain when certain versions cover the whole interval. */
export function zoneMatch(region: Region, when: When, zone: PreparedZone): Kleene {
  let best: Kleene = F
  let covered = when.lo
  for (const v of [...zone.versions].sort((a, b) => a.window.lo - b.window.lo)) {
    const time = inWindow(when, v.window)
    if (time === F) continue
    const place = inside(region, v.inner, v.outer)
    best = or(best, and(time, place))
    if (place === T && v.window.lo <= covered) covered = Math.max(covered, v.window.hi + 1)
  }
  return covered > when.hi ? T : best
}

/** Do the stated values fall among the wanted? Unstated or partly outside: cannot tell. */
function setMatch(stated: ReadonlySet<string> | undefined, wanted: ReadonlySet<string>): Kleene {
  if (!stated) return U
  let hits = 0
  for (const s of stated) if (wanted.has(s)) hits++
  return hits === 0 ? F : hits === stated.size ? T : U
}

/** `type ∧ inZone ∧ target ∧ weapon ∧ item` of a pattern, with the value of each leg. */
export function patternMatch(a: Attributes, p: PreparedPattern): Match {
  const legs: { leg: Leg; value: Kleene }[] = [{ leg: 'type', value: typeMatch(a.types, p.types) }]
  if (legs[0]!.value === F) return { value: F, legs }
  if (p.weapons) legs.push({ leg: 'weapon', value: setMatch(a.weapons.named, p.weapons) })
  if (p.targets) legs.push({ leg: 'target', value: setMatch(a.targets, p.targets) })
  if (p.pattern.item !== undefined)
    legs.push({ leg: 'item', value: setMatch(a.items, new Set([p.pattern.item])) })
  if (p.zone) legs.push({ leg: 'zone', value: zoneMatch(a.region, a.when, p.zone) })
  return conjunction(legs)
}

/** All conditions together. */
export const conjunction = (legs: Match['legs']): Match => ({
  value: legs.reduce<Kleene>((v, l) => and(v, l.value), T),
  legs,
})

/** Is the text in force at `when`? Between claimed starts it cannot be told. */
export function inForce(when: When, force: Force): Kleene {
  if (when.hi < force.start.lo || when.lo > force.to) return F
  return when.lo >= force.start.hi && when.hi <= force.to ? T : U
}

/** Kleene equality of two stated values (sector, item); several or none stated: cannot tell unless they exclude each other. */
export function sameValue(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): Kleene {
  if (!a || !b) return U
  const common = a.intersection(b).size
  if (common === 0) return F
  return a.size === 1 && b.size === 1 ? T : U
}
