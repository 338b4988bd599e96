import type { Claim } from '../evidence/record.ts'
import type { Words } from '../words.ts'
import { assumptionsOf } from './assumptions.ts'
import { notesFor, observedIn } from './coverage.ts'
import type { Docket } from './docket.ts'
import type { DutyState, InstanceState, Performance } from './duty-model.ts'
import { MOST_RECORDS } from './judge-ban.ts'
import { type DutyFinding, dutyFinding } from './obligation.ts'
import type { Bearer, PreparedProvision } from './prepared.ts'
import {
  capital,
  counted,
  fill,
  join,
  listed,
  partyWords,
  reasons,
  typesWords,
  untilWords,
  whenWords,
} from './say.ts'
import { settlesDuty } from './settle-duty.ts'
import { bestFirst } from './standing.ts'
import { TEMPLATES, type Template } from './templates.ts'
import type { ObligationVerdict, Verdict } from './verdict.ts'

const DAY = 86_400

/** Verdict on an obligation for one bearer at t. */
export const judgeDuty = (
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  t: number,
): Omit<Verdict, 'asOf'> => composeDuty(d, p, bearer, dutyFinding(d, p, bearer, t), t)

/** Words, codes and evidence of a duty whose sums are known. */
export function composeDuty(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  found: DutyFinding,
  t: number,
): Omit<Verdict, 'asOf'> {
  const { verdict, state } = found
  const notes = notesFor(d.act.coverage, p, d.prepared)
  const due = dueOf(state)
  const window = { lo: p.force.start.lo, hi: Math.min(t, due?.hi ?? t, p.force.to) }
  const observed = observedIn(notes, window)
  const q = state.quantity
  const codes = new Set(found.codes)
  if (verdict === 'CLAIMED' && state.worst.every(s => s.best.every(f => onlyOwnWord(f, bearer))))
    codes.add('self-serving')
  if (found.waitsFor.length > 0 && verdict === 'DORMANT' && isMutual(d, p)) codes.add('mutual-wait')
  const evidence = evidenceOf(
    found,
    notes.filter(n => n.level === 'adequate').map(n => n.id),
  )
  return {
    provision: p.provision.id,
    bearer: bearer.members,
    reading: d.prepared.reading,
    verdict,
    codes: [...codes],
    ...(q && q.required > 1 && { quantity: { low: q.low, high: q.high, required: q.required } }),
    timeliness: timelinessOf(p, verdict, state, due, t),
    correspondence: correspondenceOf(state),
    ...(due && { due }),
    observed,
    counts: countsOf(state),
    evidenceFor: evidence.for.slice(0, MOST_RECORDS),
    evidenceAgainst: evidence.against.slice(0, MOST_RECORDS),
    assumptions: assumptionsOf(d, p, [p.perform?.zone, p.items?.zone, p.trigger?.zone], t, observed),
    because: capital(sentence(d, p, bearer, found, due, t)),
    settles: ['DORMANT', 'DISCHARGED', 'SUSPENDED'].includes(verdict)
      ? []
      : settlesDuty(d, p, bearer, verdict, state.worst, t),
  }
}

/** The due interval of the instances that carry the verdict: the earliest, when there are several. */
function dueOf(state: DutyState): Verdict['due'] {
  let due: Verdict['due']
  for (const s of state.worst)
    if (s.instance.due && (!due || s.instance.due.lo < due.lo)) due = s.instance.due
  return due
}

/** Do both sides' duties wait for each other? */
function isMutual(d: Docket, p: PreparedProvision): boolean {
  const other = p.provision.reciprocity && d.prepared.byId.get(p.provision.reciprocity.with)
  return other?.provision.reciprocity?.with === p.provision.id
}

const onlyOwnWord = (f: Performance, bearer: Bearer): boolean =>
  f.standing.for.length > 0 &&
  f.standing.for.every(c => c.speaksFor !== undefined && bearer.self.has(c.speaksFor))

function countsOf(state: DutyState): Record<string, number> {
  return state.quantity?.late ? { ...state.tally, late: state.quantity.late } : { ...state.tally }
}

function timelinessOf(
  p: PreparedProvision,
  verdict: ObligationVerdict,
  state: DutyState,
  due: Verdict['due'],
  t: number,
): Verdict['timeliness'] {
  if (!due) return !state.tally.instances ? { kind: 'unknown' } : { kind: 'no_deadline' }
  switch (verdict) {
    case 'FULFILLED':
      return { kind: 'on_time' }
    case 'LATE':
      return { kind: 'late', days: lateDays(state) }
    case 'OVERDUE':
      return { kind: 'overdue', days: Math.floor((t - due.hi) / DAY) }
    case 'PARTIAL':
      if (t <= due.lo) return { kind: 'not_due' }
      return t > due.hi + p.lag &&
        state.quantity !== undefined &&
        state.quantity.high < state.quantity.required
        ? { kind: 'overdue', days: Math.floor((t - due.hi) / DAY) }
        : { kind: 'unknown' }
    case 'DORMANT':
    case 'SUSPENDED':
    case 'DISCHARGED':
      return { kind: 'unknown' }
    default:
      return t <= due.lo ? { kind: 'not_due' } : { kind: 'unknown' }
  }
}

/**
 * Whole days, begun ones counted, by which a date was certainly missed: of one act, the first that was
 * made; of several that add up, the last.
 */
function lateDays(state: DutyState): number {
  let worst = 0
  for (const s of state.worst) {
    const days = s.best.flatMap(f =>
      s.instance.due && f.onTime === 0
        ? [Math.ceil((f.known.attributes.when.lo - s.instance.due.hi) / DAY)]
        : [],
    )
    if (days.length > 0)
      worst = Math.max(worst, s.instance.required > 1 ? Math.max(...days) : Math.min(...days))
  }
  return worst
}

/** A reviewer's ruling on whether what was done is what was agreed; the least favourable of several. */
function correspondenceOf(state: DutyState): Verdict['correspondence'] {
  const order = ['unknown', 'as_agreed', 'partial', 'different'] as const
  let worst: Verdict['correspondence'] = 'unknown'
  for (const s of state.worst)
    for (const f of s.best) {
      const said = f.known.event.rulings.find(r => r.set.correspondence !== undefined)?.set.correspondence
      if (said && order.indexOf(said) > order.indexOf(worst)) worst = said
    }
  return worst
}

function evidenceOf(found: DutyFinding, coverage: readonly string[]): { for: string[]; against: string[] } {
  const ids = (claims: readonly Claim[]) => bestFirst(claims).map(c => c.id)
  const unique = (list: string[]) => [...new Set(list)]
  const { verdict, state } = found
  const carrying = state.worst
  const triggers = carrying.flatMap(s => (s.instance.trigger ? ids(s.instance.trigger.standing.for) : []))
  const done = (s: InstanceState) => (s.best.length ? s.best : s.vain)
  const asserting = unique(
    carrying.flatMap(s => done(s).flatMap(f => [...ids(f.standing.for), ...ids(f.known.event.asserting)])),
  )
  const denying = unique(carrying.flatMap(s => done(s).flatMap(f => ids(f.standing.against))))
  const refutedFor = unique(carrying.flatMap(s => done(s).flatMap(f => ids([...f.known.event.asserting]))))
  switch (verdict) {
    case 'OVERDUE':
    case 'UNVERIFIED':
    case 'PENDING':
      return {
        for: unique([...denying, ...triggers, ...(verdict === 'OVERDUE' ? coverage : [])]),
        against: refutedFor,
      }
    case 'DISCHARGED':
      return { for: [...found.releaseIds], against: [] }
    default:
      return { for: unique([...asserting, ...triggers]), against: denying }
  }
}

function sentence(
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  found: DutyFinding,
  due: Verdict['due'],
  t: number,
): Words {
  const { accord } = d.prepared
  const { verdict, state } = found
  const party = partyWords(accord, bearer.members)
  const say = (template: Template, more: Record<string, Words | string | number> = {}) =>
    fill(TEMPLATES[template], { party, ...more })
  const lead = state.worst[0]
  const f = lead?.best[0]
  const date = due ? untilWords(due.hi, accord.tz) : ''
  const done = f && {
    act: capital(typesWords(f.known.attributes.types)),
    when: whenWords(f.known.attributes.when, accord.tz),
  }
  const many =
    (state.tally.instances ?? 0) > 1 && !state.quantity
      ? say('duty.instances', { n: state.worstTotal, total: state.tally.instances! })
      : undefined
  const refuted = found.codes.includes('refuted') ? say('duty.refuted') : undefined
  switch (verdict) {
    case 'PARTIAL': {
      const q = (state.quantity ?? lead!.quantity)!
      return join(
        say('duty.PARTIAL', { low: q.low, high: Math.min(q.high, q.required), required: q.required }),
        many,
      )
    }
    case 'FULFILLED': {
      if (state.quantity && state.quantity.required > 1)
        return say('duty.QUANTITY', { low: state.quantity.low, required: state.quantity.required })
      const sources = counted(new Set(f!.standing.for.map(c => c.root)).size, 'source')
      return join(say(due ? 'duty.FULFILLED' : 'duty.FULFILLED.undated', { ...done!, sources }), many)
    }
    case 'LATE':
      return join(
        say('duty.LATE', { ...lateWords(lead), days: counted(lateDays(state), 'day'), due: date }),
        many,
      )
    case 'POSSIBLY':
      return join(
        say('duty.POSSIBLY', {
          ...done!,
          reasons: reasons(lead!.codes.filter(c => c.endsWith('-uncertain'))),
        }),
        many,
      )
    case 'CLAIMED':
      return join(
        say('duty.CLAIMED', { ...done!, wants: counted(Math.max(1, f!.standing.wants), 'source') }),
        many,
      )
    case 'CONTESTED':
      return join(say('duty.CONTESTED', { ...done! }), many)
    case 'PENDING': {
      if (found.codes.includes('conditional'))
        return say('duty.PENDING.conditional', { reasons: reasons(['conditional']) })
      if (!due) return join(say('duty.PENDING.undated'), refuted)
      if (t > due.lo)
        return join(
          say('duty.PENDING.due', { due: date, until: untilWords(due.hi + p.lag, accord.tz) }),
          refuted,
          many,
        )
      return join(say('duty.PENDING', { due: date }), refuted, many)
    }
    case 'OVERDUE':
      return join(
        say('duty.OVERDUE', {
          due: date,
          days: counted(Math.max(1, Math.floor((t - due!.hi) / DAY)), 'day'),
        }),
        refuted,
        many,
      )
    case 'UNVERIFIED': {
      const why = lead?.codes.includes('no-items') ? 'no-items' : 'not-covered'
      return join(say('duty.UNVERIFIED', { due: date, reasons: reasons([why]) }), refuted, many)
    }
    case 'DORMANT': {
      if (found.waitsFor.length === 0) return say('duty.DORMANT')
      const others = listed(found.waitsFor.map(w => partyWords(accord, w.bearer.members)))
      return say(isMutual(d, p) ? 'duty.DORMANT.mutual' : 'duty.DORMANT.condition', { others })
    }
    case 'SUSPENDED':
      return say('duty.SUSPENDED', { reasons: reasons(found.codes) })
    default:
      return say('duty.DISCHARGED', { reasons: reasons(found.codes) })
  }

  function lateWords(s: InstanceState | undefined): { act: Words; when: Words } {
    const late = s?.best.find(x => x.onTime === 0) ?? f!
    return {
      act: capital(typesWords(late.known.attributes.types)),
      when: whenWords(late.known.attributes.when, accord.tz),
    }
  }
}
