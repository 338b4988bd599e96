import type { Accord } from '../accord/model.ts'
import type { EvidenceRecord } from '../evidence/record.ts'
import { banOf } from './ban.ts'
import { notesFor } from './coverage.ts'
import { type Docket, openDocket, remembered } from './docket.ts'
import { type Instance, type InstanceState, worstOf } from './duty-model.ts'
import { instanceBreaks, instanceState } from './instance-state.ts'
import { instancesOf } from './instances.ts'
import { openReasons } from './judge-ban.ts'
import { judgeOne } from './judge-one.ts'
import { severityOf, withinPeriod } from './lattice.ts'
import { dutyFinding, findingFrom } from './obligation.ts'
import { prepare } from './prepare.ts'
import { type Bearer, counterparts, type Prepared, type PreparedProvision } from './prepared.ts'
import { findingsOf } from './prohibition.ts'
import type { ObligationVerdict, ProhibitionVerdict, VerdictInterval, VerdictName } from './verdict.ts'

/**
 * The verdict as t runs from the start of force to `until`, knowing what was received by k: consecutive
 * intervals, both ends included. A prohibition's is the worst so far, so it never falls.
 *
 * @param until seconds; by default k. A later one shows what deadlines will do if nothing more comes in.
 */
export function intervals(
  accord: Accord | Prepared,
  records: readonly EvidenceRecord[],
  provision: string,
  bearer: readonly string[],
  reading: string | undefined,
  k: number,
  until: number = k,
): VerdictInterval[] {
  const prepared = 'byId' in accord ? accord : prepare(accord, reading)
  const d = openDocket(prepared, records, k)
  const p = prepared.byId.get(provision)
  const b = p?.bearers.find(x => x.key === bearer.join('+'))
  return p && b ? intervalsOf(d, p, b, until) : []
}

/** As `intervals`, on an open docket. */
export function intervalsOf(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  until: number,
): VerdictInterval[] {
  const from = p.force.start.lo
  if (p.judged === 'none' || from > until) return []
  const breaks = [...new Set([from, ...breaksOf(d, p, bearer, until)])]
    .filter(t => t >= from && t <= until)
    .sort((a, b) => a - b)
  const at =
    p.judged === 'prohibition'
      ? banAt(d, p, bearer)
      : p.judged === 'obligation' && (p.trigger || p.recurring)
        ? dutyAt(d, p, bearer, until)
        : (t: number) => lean(d, p, bearer, t)
  const out: { from: number; to: number; verdict: VerdictName; codes: readonly string[] }[] = []
  for (const t of breaks) {
    const now =
      t > p.force.to && p.force.ended && !discharged(p)
        ? { verdict: 'NOT_IN_FORCE' as const, codes: [p.force.ended] }
        : at(t)
    const last = out.at(-1)
    if (last) last.to = t - 1
    if (last && last.verdict === now.verdict && last.codes.join() === now.codes.join()) last.to = until
    else out.push({ from: t, to: until, verdict: now.verdict, codes: now.codes })
  }
  return out
}

const discharged = (p: PreparedProvision): boolean =>
  p.judged === 'obligation' && p.provision.supersededBy !== undefined && p.force.ended === 'superseded'

function lean(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  t: number,
): { verdict: VerdictName; codes: readonly string[] } {
  if (p.judged === 'obligation') return dutyFinding(d, p, bearer, t)
  const v = judgeOne(d, p, bearer, { t })
  return { verdict: v.verdict, codes: v.codes }
}

/** A sweep: the worst verdict so far, and why, as each event begins to be possible and becomes certain. */
function banAt(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
): (t: number) => { verdict: VerdictName; codes: readonly string[] } {
  type Step = { t: number; verdict: ProhibitionVerdict; codes: readonly string[]; event: string }
  const steps: Step[] = []
  for (const finding of findingsOf(d, banOf(p), bearer)) {
    const { lo, hi } = finding.known.attributes.when
    const codesAt = (inPeriod: 1 | 2, verdict: ProhibitionVerdict) =>
      verdict === 'POSSIBLE' ? openReasons({ finding, inPeriod, verdict }) : []
    const early = withinPeriod(finding.verdict, 1)
    if (lo < hi)
      steps.push({ t: lo, verdict: early, codes: codesAt(1, early), event: finding.known.event.id })
    steps.push({
      t: hi,
      verdict: finding.verdict,
      codes: codesAt(2, finding.verdict),
      event: finding.known.event.id,
    })
  }
  steps.sort((a, b) => a.t - b.t)
  let next = 0
  let worst: ProhibitionVerdict = 'HOLDING'
  let codes: readonly string[] = []
  let carrier = ''
  return t => {
    for (; next < steps.length && steps[next]!.t <= t; next++) {
      const s = steps[next]!
      const rises = severityOf(s.verdict) > severityOf(worst)
      // The same event, now certainly past: the reason "time" falls away.
      if (rises || (s.verdict === worst && s.event === carrier)) {
        worst = s.verdict
        codes = s.codes
        carrier = s.event
      }
    }
    return { verdict: worst, codes }
  }
}

/**
 * The same for a duty of many instances: each goes from state to state at its own instants, and the sums
 * are kept as they go, so that thousands of instances are not added up again at every step.
 */
function dutyAt(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  until: number,
): (t: number) => { verdict: VerdictName; codes: readonly string[] } {
  const steps: { t: number; instance: Instance }[] = []
  for (const instance of instancesOf(d, p, bearer, until)) {
    const own = new Set([
      instance.since.lo,
      ...instanceBreaks(p, instance).filter(t => t > instance.since.lo),
    ])
    for (const t of own) if (t <= until) steps.push({ t, instance })
  }
  steps.sort((a, b) => a.t - b.t)
  const now = new Map<Instance, InstanceState>()
  const sums = new Map<ObligationVerdict, Map<string, number>>()
  const tally: Record<string, number> = { instances: 0 }
  const count = (s: InstanceState, by: 1 | -1) => {
    tally[s.verdict] = (tally[s.verdict] ?? 0) + by
    const codes = sums.get(s.verdict) ?? new Map<string, number>()
    sums.set(s.verdict, codes)
    for (const c of s.codes) codes.set(c, (codes.get(c) ?? 0) + by)
  }
  let next = 0
  return t => {
    for (; next < steps.length && steps[next]!.t <= t; next++) {
      const { t: at, instance } = steps[next]!
      const before = now.get(instance)
      if (before) count(before, -1)
      else tally.instances!++
      const state = instanceState(d, p, instance, at)
      now.set(instance, state)
      count(state, 1)
    }
    const verdict = worstOf(tally)
    const codes = [...(sums.get(verdict) ?? [])].flatMap(([c, n]) => (n > 0 ? [c] : []))
    const state = {
      verdict,
      codes: tally.instances ? codes : ['no-trigger'],
      tally,
      worst: [],
      worstTotal: 0,
    }
    return findingFrom(d, p, bearer, state, t)
  }
}

/** Every instant at which the verdict can change. */
function breaksOf(d: Docket, p: PreparedProvision, bearer: Bearer, until: number): readonly number[] {
  const out: number[] = []
  if (Number.isFinite(p.force.to)) out.push(p.force.to + 1)
  if (p.judged === 'prohibition')
    for (const f of findingsOf(d, banOf(p), bearer))
      out.push(f.known.attributes.when.lo, f.known.attributes.when.hi)
  else if (p.judged === 'permission') {
    for (const e of d.events.values()) for (const c of e.asserting) out.push(c.when.lo, c.when.hi)
  } else return out.concat(dutyBreaks(d, p, bearer, until))
  return out
}

function dutyBreaks(d: Docket, p: PreparedProvision, bearer: Bearer, until: number): readonly number[] {
  return remembered(d, `breaks ${p.provision.id} ${bearer.key} ${until}`, () => {
    const out: number[] = []
    for (const i of instancesOf(d, p, bearer, until))
      out.push(i.since.lo, i.since.hi, ...instanceBreaks(p, i))
    if (p.recurring) {
      const { every, from, to } = p.recurring
      for (let t = from, n = 0; t <= Math.min(to, until) && n < 5000; t += every, n++)
        out.push(t, t + every - 1, t + every)
    }
    for (const s of d.act.suspensions)
      out.push(s.when.lo, s.when.hi, s.when.hi + 1, ...(s.until ? [s.until.lo, s.until.hi + 1] : []))
    for (const r of d.act.releases) out.push(r.when.hi)
    for (const n of notesFor(d.act.coverage, p, d.prepared)) out.push(n.when.lo, n.when.hi + 1)
    const c = counterparts(d.prepared, p, bearer)
    if (c)
      for (const other of c.bearers) {
        if (c.linked.judged === 'obligation')
          for (const i of instancesOf(d, c.linked, other, until))
            out.push(i.since.lo, i.since.hi, ...instanceBreaks(c.linked, i))
        else if (c.linked.judged === 'prohibition')
          for (const f of findingsOf(d, banOf(c.linked), other)) out.push(f.known.attributes.when.hi)
      }
    return out
  })
}
