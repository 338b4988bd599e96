import type { Suspension } from '../evidence/record.ts'
import type { When } from '../time/when.ts'
import { and, F, type Kleene, or, T, U } from '../time/when.ts'
import type { Docket, Known } from './docket.ts'
import type { Bearer, PreparedProvision } from './prepared.ts'

/** Notices by the bearer, or by its guarantor, about this provision or the whole accord. */
export function noticesOf(d: Docket, p: PreparedProvision, bearer: Bearer): readonly Suspension[] {
  return d.act.suspensions.filter(
    s => (s.provision === undefined || s.provision === p.provision.id) && bearer.self.has(s.by),
  )
}

/** Was the provision suspended for the bearer when the event happened, by a notice the text honours? */
export const noticeBefore = (d: Docket, p: PreparedProvision, bearer: Bearer, known: Known): Kleene =>
  suspendedDuring(d.act.suspensions, p, bearer, known.attributes.when)

/** Is the provision suspended at the instant t? */
export const suspendedAt = (d: Docket, p: PreparedProvision, bearer: Bearer, t: number): Kleene =>
  suspendedDuring(d.act.suspensions, p, bearer, { lo: t, hi: t })

/** Suspension of a provision for a bearer over a stretch of time, from the notices themselves. */
export function suspendedDuring(
  suspensions: readonly Suspension[],
  p: PreparedProvision,
  bearer: Bearer,
  when: When,
): Kleene {
  if (!p.provision.suspendable) return F
  let best: Kleene = F
  for (const s of suspensions)
    if ((s.provision === undefined || s.provision === p.provision.id) && bearer.self.has(s.by))
      best = or(best, during(s, when))
  return best
}

/** A notice must certainly precede what it covers (§3.5); it ends at `until`, if that is given. */
function during(s: Suspension, when: When): Kleene {
  const begun: Kleene = s.when.hi < when.lo ? T : s.when.lo > when.hi ? F : U
  if (!s.until) return begun
  const still: Kleene = when.hi < s.until.lo ? T : when.lo > s.until.hi ? F : U
  return and(begun, still)
}
