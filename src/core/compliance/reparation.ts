import type { When } from '../time/when.ts'
import { T } from '../time/when.ts'
import type { Docket } from './docket.ts'
import { type InstanceState, worseThan } from './duty-model.ts'
import { instanceState } from './instance-state.ts'
import { instanceAfter } from './instances.ts'
import { severityOf } from './lattice.ts'
import type { Bearer, PreparedProvision } from './prepared.ts'
import type { Finding } from './prohibition.ts'
import type { ObligationVerdict } from './verdict.ts'

/** How a counter-duty stands. */
export type Repair = {
  readonly verdict: ObligationVerdict
  readonly due?: When
  readonly codes: readonly string[]
  readonly states: readonly InstanceState[]
}

/**
 * The counter-duty that breaches at or above `on` call into being (compliance.md §3.6). When events
 * are on record and none is bad enough, the duty has no ground: DISCHARGED; without any, none was owed.
 *
 * @param findings of the primary prohibition for the bearer, those that lie in the period asked about.
 */
export function repairOf(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  findings: readonly Finding[],
  t: number,
): Repair | undefined {
  const r = p.reparation
  if (!r) return undefined
  const grounds = findings.filter(f => severityOf(f.verdict) >= severityOf(r.on))
  if (grounds.length === 0) {
    const anything = findings.some(f => f.verdict !== 'HOLDING')
    return anything
      ? { verdict: 'DISCHARGED', codes: ['ground-removed'], states: [] }
      : { verdict: 'DORMANT', codes: ['no-trigger'], states: [] }
  }
  const duty = { provision: p, perform: r.perform, key: `${p.provision.id}#reparation` }
  const by = r.bearer ?? bearer
  const states = grounds.map(f =>
    instanceState(
      d,
      p,
      instanceAfter(
        d,
        duty,
        by,
        { known: f.known, standing: f.standing },
        {
          certain: f.match.value === T,
          within: r.within,
          deadline: undefined,
          required: 1,
        },
      ),
      t,
    ),
  )
  const worst = states.reduce((a, b) => (worseThan(b.verdict, a.verdict) ? b : a))
  return {
    verdict: worst.verdict,
    ...(worst.instance.due && { due: worst.instance.due }),
    codes: worst.codes,
    states,
  }
}
