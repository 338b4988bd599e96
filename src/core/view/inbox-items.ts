import type { LedgerState } from '../ledger/state.ts'
import { makesRecord } from '../proposal/records-of-draft.ts'
import type { InboxItem, ReportReview } from './inbox.ts'

/** Characters of a report's cleaned text shown in the list. */
const EXCERPT = 180

/** The Inbox, newest report first. `open` counts the proposals that would make a record and wait for a decision. */
export function inboxItems(state: LedgerState): readonly InboxItem[] {
  return [...state.reports.values()]
    .toSorted((a, b) => b.report.received - a.report.received || b.seq - a.seq)
    .map(({ report }) => {
      const reading = state.readings.get(report.id)?.reading
      const decisions = state.decisions.get(report.id)
      const taken = [...(decisions?.values() ?? [])]
      const open = (reading?.proposals ?? []).filter(p => makesRecord(p) && !decisions?.has(p.id))
      const text = reading?.text.replaceAll(/\s+/g, ' ').trim() ?? ''
      return {
        report,
        open: open.length,
        accepted: taken.filter(d => d.decision !== 'rejected').length,
        rejected: taken.filter(d => d.decision === 'rejected').length,
        excerpt: text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text,
      }
    })
}

/** One report with its reading and what was decided about it; undefined when there is no such report or it was never read. */
export function reportReview(state: LedgerState, reportId: string): ReportReview | undefined {
  const report = state.reports.get(reportId)?.report
  const reading = state.readings.get(reportId)?.reading
  if (!report || !reading) return undefined
  const decided = state.decisions.get(reportId)
  return {
    report,
    reading,
    decisions: [...(decided?.values() ?? [])]
      .toSorted((a, b) => a.seq - b.seq)
      .map(d => ({
        proposalId: d.proposalId,
        seq: d.seq,
        decision: d.decision,
        recordIds: d.recordIds,
        at: d.recordedAt,
        by: d.by,
      })),
    open: reading.proposals
      .filter(p => makesRecord(p) && !decided?.has(p.id))
      .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  }
}
