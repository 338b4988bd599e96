import { discInside } from '../../place/region.ts'
import { and, F, type Kleene, T, U } from '../../time/when.ts'
import { patternMatch, zoneMatch } from '../match.ts'
import type { PreparedPattern } from '../prepared.ts'
import { EPOCH } from './claims.ts'
import { type Lens, PLAIN } from './lens.ts'

/** `type ∧ weapon ∧ target ∧ item ∧ zone` of an event as the lens sees it; the type is given. */
export function patternOn(lens: Lens, event: number, type: Kleene, pattern: PreparedPattern): Kleene {
  if (type === F) return F
  const conditions = pattern.weapons || pattern.targets || pattern.pattern.item !== undefined
  if (conditions || lens.state[event] !== PLAIN) return patternMatch(lens.attributes(event), pattern).value
  const { zone } = pattern
  if (!zone) return type
  if (zone.versions.length !== 1) {
    const a = lens.attributes(event)
    return and(type, zoneMatch(a.region, a.when, zone))
  }
  const v = zone.versions[0]!
  const lo = lens.lo[event]! + EPOCH
  const hi = lens.hi[event]! + EPOCH
  if (hi < v.window.lo || lo > v.window.hi) return F
  const time: Kleene = v.window.lo <= lo && hi <= v.window.hi ? T : U
  return and(type, and(time, discInside(lens.x[event]!, lens.y[event]!, lens.r[event]!, v.inner, v.outer)))
}
