import type { When } from '../time/when.ts'
import type { Docket } from './docket.ts'
import { dutyOf, type Instance } from './duty-model.ts'
import { performancesOf } from './performances.ts'
import { ALWAYS, type Bearer, type PreparedProvision } from './prepared.ts'

/** The due interval of a duty that runs from `start`. */
export function dueFrom(p: PreparedProvision, start: When): When | undefined {
  if (p.deadline !== undefined) return { lo: p.deadline, hi: p.deadline }
  if (p.within === undefined) return undefined
  return { lo: start.lo + p.within, hi: start.hi + p.within }
}

/** The duty as one thing to be done. */
export function single(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  key: string,
  due: When | undefined,
): Instance {
  return {
    key,
    since: { lo: p.force.start.lo, hi: p.force.start.lo },
    conditional: false,
    ...(due && { due }),
    watch: { lo: p.force.start.hi, hi: due?.hi ?? ALWAYS.hi },
    required: p.provision.quantity ?? 1,
    performances: performancesOf(d, dutyOf(p), bearer, { after: p.force.start, due }),
  }
}

/** A period is judged once it is over; the first one is open business from its start. */
export const opening = (period: When, index: number): When =>
  index > 0 ? { lo: period.hi, hi: period.hi } : { lo: period.lo, hi: period.lo }
