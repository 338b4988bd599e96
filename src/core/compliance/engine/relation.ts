import { near } from '../../place/region.ts'
import { and, F, T } from '../../time/when.ts'
import { afterLeg, proportion } from '../exception-legs.ts'
import type { Search } from './ban-side.ts'
import { RICH } from './lens.ts'
import type { Parts } from './parts.ts'

/**
 * `rel` of compliance.md §3.5 between an act and a possible provocation, with the provocation's own
 * strength: 0 no excuse, 1 possible, 2 certain.
 */
export function relation(parts: Parts, event: number, other: number, strong: boolean, x: Search): 0 | 1 | 2 {
  if (other === event) return 0
  const { lens, events } = parts
  const ruled = events.rulings.size > 0 && !(events.isPlain(event) && events.isPlain(other))
  if (ruled || lens.state[event] === RICH || lens.state[other] === RICH)
    return carefully(parts, event, other, strong, x)
  const least = lens.lo[event]! - lens.hi[other]!
  const most = lens.hi[event]! - lens.lo[other]!
  if (most < 0 || least > x.within) return 0
  let sure = least >= 0 && most <= x.within && strong
  const r = lens.r[event]! + lens.r[other]!
  const dx = lens.x[event]! - lens.x[other]!
  const dy = lens.y[event]! - lens.y[other]!
  const d2 = dx * dx + dy * dy
  if (r === 0) {
    if (d2 > x.reach * x.reach) return 0
  } else if (x.reach < r || d2 > (x.reach - r) * (x.reach - r)) {
    if (d2 >= (x.reach + r + 1) * (x.reach + r + 1)) return 0
    sure = false
  }
  if (x.maxStep >= 0) {
    if (lens.weaponLow[event]! > lens.weaponHigh[other]! + x.maxStep) return 0
    if (lens.weaponHigh[event]! > lens.weaponLow[other]! + x.maxStep) sure = false
  }
  return sure ? 2 : 1
}

/** The same by the rules' own functions: places that are no plain disc, rulings on the order. */
function carefully(parts: Parts, event: number, other: number, strong: boolean, x: Search): 0 | 1 | 2 {
  const { lens, events } = parts
  const [own, theirs] = [events.facts(event), events.facts(other)]
  // One of them is about to be taken out.
  if (!own || !theirs) return 0
  const a = { event: own, attributes: lens.attributes(event) }
  const b = { event: theirs, attributes: lens.attributes(other) }
  const after = afterLeg(a, b, x.within)
  if (after === F) return 0
  const close = near(b.attributes.region, a.attributes.region, x.reach)
  const step = x.maxStep < 0 ? T : proportion(a.attributes.weapons, b.attributes.weapons, x.maxStep)
  const rel = and(after, and(close, step))
  if (rel === F) return 0
  return rel === T && strong ? 2 : 1
}

/** How far an exception by target alone excuses an act: 0 not, 1 perhaps, 2 certainly. */
export function carvedOut(
  targets: ReadonlySet<string> | undefined,
  exceptions: readonly Search['exception'][],
): number {
  let best = 0
  for (const x of exceptions) {
    if (x.provocation) continue
    const wanted = x.targets ?? new Set()
    const hits = targets ? [...targets].filter(t => wanted.has(t)).length : -1
    best = Math.max(best, hits === -1 ? 1 : hits === 0 ? 0 : hits === targets!.size ? 2 : 1)
  }
  return best
}
