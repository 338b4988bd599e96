import { F, T, U } from '../time/when.ts'
import { banOf } from './ban.ts'
import type { Docket } from './docket.ts'
import { rawDuty } from './duty.ts'
import type { DutyState } from './duty-model.ts'
import { type Bearer, counterparts, type PreparedProvision } from './prepared.ts'
import { findingsOf } from './prohibition.ts'
import { suspendedAt } from './suspension.ts'
import type { ObligationVerdict } from './verdict.ts'

/** A duty's verdict at t with what stands before its own table: condition, suspension, release. */
export type DutyFinding = {
  readonly verdict: ObligationVerdict
  readonly codes: readonly string[]
  readonly state: DutyState
  /** The other side's duties that a reciprocal duty waits for. */
  readonly waitsFor: readonly { readonly bearer: Bearer; readonly verdict: string }[]
  readonly releaseIds: readonly string[]
}

/** Judges a duty for one bearer at t (compliance.md §3.6). A duty that was performed stays performed. */
export const dutyFinding = (d: Docket, p: PreparedProvision, bearer: Bearer, t: number): DutyFinding =>
  findingFrom(d, p, bearer, rawDuty(d, p, bearer, t), t)

/** As `dutyFinding`, from a duty's own state. */
export function findingFrom(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  state: DutyState,
  t: number,
): DutyFinding {
  const plain: DutyFinding = {
    verdict: state.verdict,
    codes: state.codes,
    state,
    waitsFor: [],
    releaseIds: [],
  }
  if (state.verdict === 'FULFILLED' || state.verdict === 'LATE') return plain

  const releases = d.act.releases.filter(
    r =>
      r.provision === p.provision.id &&
      r.when.hi <= t &&
      (r.bearer === undefined || bearer.group.has(r.bearer)),
  )
  if (releases.length > 0)
    return { ...plain, verdict: 'DISCHARGED', codes: ['released'], releaseIds: releases.map(r => r.id) }
  if (p.provision.supersededBy !== undefined && p.force.ended === 'superseded' && t > p.force.to)
    return { ...plain, verdict: 'DISCHARGED', codes: ['superseded'] }

  const suspended = suspendedAt(d, p, bearer, t)
  if (suspended === T) return { ...plain, verdict: 'SUSPENDED', codes: ['suspended'] }
  const codes = suspended === U ? [...state.codes, 'suspension-uncertain'] : state.codes
  return reciprocal(d, p, bearer, t, { ...plain, codes })
}

/**
 * Reciprocity between duties. It looks at the other side's raw state, so that two duties that wait for
 * each other are both dormant rather than undefined (worked example 17).
 */
function reciprocal(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  t: number,
  plain: DutyFinding,
): DutyFinding {
  const c = counterparts(d.prepared, p, bearer)
  if (!c || c.bearers.length === 0) return plain
  const mode = p.provision.reciprocity!.mode
  const waitsFor = c.bearers.map(b => ({ bearer: b, verdict: rawVerdictAt(d, c.linked, b, t) }))
  if (mode === 'suspends') {
    if (waitsFor.some(w => w.verdict === 'OVERDUE' || w.verdict === 'BREACHED'))
      return { ...plain, verdict: 'SUSPENDED', codes: ['reciprocity'], waitsFor }
    return { ...plain, waitsFor }
  }
  const done = (v: string) =>
    v === 'FULFILLED' || v === 'LATE' || v === 'HOLDING' || v === 'PERMITTED' ? T : F
  const some = (v: string) =>
    ['PARTIAL', 'POSSIBLY', 'CLAIMED', 'CONTESTED', 'ALLEGED', 'DISPUTED', 'POSSIBLE'].includes(v)
  const met = waitsFor.every(w => done(w.verdict) === T)
    ? T
    : waitsFor.every(w => done(w.verdict) === T || some(w.verdict))
      ? U
      : F
  if (met === T) return { ...plain, waitsFor }
  const nothingDone =
    plain.verdict === 'PENDING' || plain.verdict === 'OVERDUE' || plain.verdict === 'UNVERIFIED'
  if (!nothingDone) return { ...plain, codes: [...plain.codes, 'condition-not-met'], waitsFor }
  if (met === F) return { ...plain, verdict: 'DORMANT', codes: ['condition-not-met'], waitsFor }
  // The other side may have done its part: this side's duty may stand, so its absence proves nothing.
  return { ...plain, verdict: 'PENDING', codes: [...plain.codes, 'conditional'], waitsFor }
}

function rawVerdictAt(d: Docket, p: PreparedProvision, bearer: Bearer, t: number): string {
  if (p.judged === 'obligation') return rawDuty(d, p, bearer, t).verdict
  if (p.judged !== 'prohibition') return 'NOT_JUDGED'
  const worst = findingsOf(d, banOf(p), bearer).filter(f => f.known.attributes.when.hi <= t)
  return worst.some(f => f.verdict === 'BREACHED') ? 'BREACHED' : 'HOLDING'
}
