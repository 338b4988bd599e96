import type { Viewer } from '../core/access/viewer.ts'
import type { EntryBody, LedgerRecord } from '../core/ledger/entry.ts'
import { entryAt, historyOf } from '../core/ledger/history.ts'
import type { LedgerState } from '../core/ledger/state.ts'
import type { Problem } from '../core/problem.ts'
import type { Draft, Proposal } from '../core/proposal/proposal.ts'
import { recordsOfDraft } from '../core/proposal/records-of-draft.ts'
import type { Report } from '../core/report/report.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { whenOf } from '../core/time/civil.ts'
import { withRoots } from './copies.ts'
import type { Desk } from './desk.ts'
import type { House } from './house.ts'
import { notFound, problem } from './problem-status.ts'
import { uuidV7 } from './uuid-v7.ts'

export type Decision = {
  readonly proposalId: string
  readonly decision: 'accepted' | 'rejected'
  /** The proposal as a person corrected it; makes the decision 'corrected'. */
  readonly draft?: Draft | undefined
  readonly why?: string | undefined
}

export type Decided = {
  readonly proposalId: string
  readonly seq: number
  readonly decision: 'accepted' | 'corrected' | 'rejected'
  readonly records: readonly LedgerRecord[]
  /** From which clock the records' `received` was taken. */
  readonly receivedFrom: 'publication' | 'now'
}

/**
 * Enters a person's decision on one proposal. Nothing is written when the proposal is unknown, already
 * decided, or when somebody else wrote in the meantime (`expectedSeq`).
 *
 * @param now milliseconds UTC.
 */
export async function decide(
  house: House,
  desk: Desk,
  viewer: Viewer,
  reportId: string,
  decisions: readonly Decision[],
  { now, expectedSeq }: { readonly now: number; readonly expectedSeq?: number | undefined },
): Promise<Result<readonly Decided[], Problem>> {
  const report = desk.state.reports.get(reportId)?.report
  if (!report) return fail(notFound('report', reportId))
  const reading = desk.state.readings.get(reportId)?.reading
  const taken = desk.state.decisions.get(reportId)
  const receivedFrom = report.publishedAt === undefined ? 'now' : 'publication'
  const received = receivedOf(report, desk.accord.tz, Math.floor(now / 1000))

  const bodies: Extract<EntryBody, { kind: 'proposal.decided' }>[] = []
  // A promise's draft names the statement it was made in by that one's proposal, which may be in this batch.
  const recordOf = (proposalId: string) =>
    bodies.find(b => b.proposalId === proposalId)?.records[0]?.record.id ??
    taken?.get(proposalId)?.recordIds[0]
  for (const d of statementsFirst(decisions, reading?.proposals ?? [])) {
    const proposal = reading?.proposals.find(p => p.id === d.proposalId)
    if (!proposal) return fail(notFound('proposal', d.proposalId, 'proposalId'))
    if (taken?.has(d.proposalId) || bodies.some(b => b.proposalId === d.proposalId))
      return fail(
        problem('already-decided', `proposal '${d.proposalId}' was already decided`, {
          field: 'proposalId',
          expected: 'a proposal that is still open, or an undo of the earlier decision first',
        }),
      )
    if (d.draft && d.draft.kind !== proposal.draft.kind)
      return fail(
        problem('wrong-kind', `a ${proposal.draft.kind} cannot be corrected into a ${d.draft.kind}`, {
          field: 'draft.kind',
          expected: proposal.draft.kind,
        }),
      )
    bodies.push(bodyOf(report, proposal, d, { received, now, recordOf, state: desk.state }))
  }
  const written = await house.append(desk.id, viewer, bodies, expectedSeq)
  if (!written.ok) return written
  return ok(
    written.value.map((entry, i) => ({
      proposalId: bodies[i]!.proposalId,
      seq: entry.seq,
      decision: bodies[i]!.decision,
      records: bodies[i]!.records,
      receivedFrom,
    })),
  )
}

function statementsFirst(
  decisions: readonly Decision[],
  proposals: readonly Proposal[],
): readonly Decision[] {
  const isStatement = (d: Decision) => proposals.find(p => p.id === d.proposalId)?.kind === 'statement'
  return [...decisions.filter(isStatement), ...decisions.filter(d => !isStatement(d))]
}

type Entering = {
  readonly received: number
  /** Milliseconds UTC. */
  readonly now: number
  readonly recordOf: (proposalId: string) => string | undefined
  readonly state: LedgerState
}

function bodyOf(
  report: Report,
  proposal: Proposal,
  d: Decision,
  { received, now, recordOf, state }: Entering,
) {
  const from = {
    reportId: report.id,
    span: proposal.span,
    ...(report.outlet !== undefined && { outlet: report.outlet }),
    ...(report.url !== undefined && { url: report.url }),
    ...(report.language !== undefined && { language: report.language }),
  }
  const accepted = d.decision === 'accepted'
  return {
    kind: 'proposal.decided',
    reportId: report.id,
    proposalId: proposal.id,
    decision: accepted && d.draft ? 'corrected' : d.decision,
    proposal,
    records: accepted
      ? withRoots(
          recordsOfDraft(d.draft ?? proposal.draft, from, () => uuidV7(now), received, recordOf),
          proposal,
          report,
          state,
        )
      : [],
    ...(d.why !== undefined && { why: d.why }),
  } as const
}

/**
 * When a reader of the report could first know what it says, seconds UTC: by the end of the day it was
 * published, and never later than now. Unknown publication leaves only the moment of acceptance.
 */
export function receivedOf(report: Pick<Report, 'publishedAt'>, tz: string, now: number): number {
  if (report.publishedAt === undefined) return now
  const when = whenOf(report.publishedAt, tz)
  return when.ok ? Math.min(when.value.hi, now) : now
}

/**
 * Takes one record back: from `received` on it is as if it had never been, while what was shown before
 * can still be shown. An undo says that the entry should never have been made; this says that it was wrong.
 *
 * @param now milliseconds UTC.
 */
export async function retract(
  house: House,
  desk: Desk,
  viewer: Viewer,
  recordId: string,
  { why, now }: { readonly why: string; readonly now: number },
): Promise<Result<{ readonly seq: number; readonly record: LedgerRecord }, Problem>> {
  const history = historyOf(desk.state, recordId)
  if (!history) return fail(notFound('record', recordId))
  if (history.record.of !== 'evidence')
    return fail(
      problem('not-retractable', `a ${history.record.of} is taken back by undoing entry ${history.seq}`, {
        field: 'record',
        expected: 'a record of evidence',
      }),
    )
  if (history.status !== 'active')
    return fail(problem('already-retracted', `record '${recordId}' is ${history.status} already`))
  const record: LedgerRecord = {
    of: 'evidence',
    record: { kind: 'retraction', id: uuidV7(now), of: recordId, received: Math.floor(now / 1000), why },
  }
  const written = await house.append(desk.id, viewer, [
    { kind: 'records.added', records: [record], origin: 'retraction' },
  ])
  return written.ok ? ok({ seq: written.value[0]!.seq, record }) : written
}

/** Takes back an earlier entry whole: a decision, a batch of records, a line drawn, or an undo. */
export async function undo(
  house: House,
  desk: Desk,
  viewer: Viewer,
  seq: number,
  why?: string,
): Promise<Result<{ readonly seq: number; readonly undid: number }, Problem>> {
  const entry = entryAt(desk.state, seq)
  if (!entry) return fail(notFound('entry', String(seq)))
  if (
    entry.body.kind !== 'proposal.decided' &&
    entry.body.kind !== 'records.added' &&
    entry.body.kind !== 'zone.versioned' &&
    entry.body.kind !== 'entry.undone'
  )
    return fail(
      problem('not-undoable', `entry ${seq} is a ${entry.body.kind} and cannot be undone`, {
        field: 'seq',
        expected: 'the number of a decision, of added records, of a line drawn or of an undo',
      }),
    )
  if (desk.state.undone.has(seq))
    return fail(problem('already-undone', `entry ${seq} is undone already`, { field: 'seq' }))
  const written = await house.append(desk.id, viewer, [
    { kind: 'entry.undone', seq, ...(why !== undefined && { why }) },
  ])
  return written.ok ? ok({ seq: written.value[0]!.seq, undid: seq }) : written
}
