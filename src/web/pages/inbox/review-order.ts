import type { Proposal } from '../../../core/proposal/proposal.ts'
import { makesRecord } from '../../../core/proposal/records-of-draft.ts'
import type { ReportReview } from '../../../core/view/inbox.ts'

export type Decision = ReportReview['decisions'][number]

/** Kinds in the order of the review: what binds first, then what was said, happened, and is held. */
const KINDS: readonly Proposal['kind'][] = ['undertaking', 'statement', 'event', 'position']
const PARTS: readonly Proposal['kind'][] = ['report-date', 'date', 'figure', 'mention']

export type Group = { readonly kind: Proposal['kind']; readonly proposals: readonly Proposal[] }

const inOrder = (proposals: readonly Proposal[]) =>
  proposals.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)

/** Proposals that ask for a decision, grouped by kind, each group in the order of the text. */
export function groupsOf(proposals: readonly Proposal[]): readonly Group[] {
  return KINDS.map(kind => ({
    kind,
    proposals: inOrder(proposals.filter(p => p.kind === kind && makesRecord(p))),
  })).filter(g => g.proposals.length > 0)
}

/** What was read besides: dates, figures, names. */
export function partsOf(proposals: readonly Proposal[]): readonly Group[] {
  return PARTS.map(kind => ({ kind, proposals: inOrder(proposals.filter(p => p.kind === kind)) })).filter(
    g => g.proposals.length > 0,
  )
}

/** The open proposal to look at after `from` was decided: the next one down, else the first that is left. */
export function nextOpen(
  ordered: readonly Proposal[],
  decided: ReadonlySet<string>,
  from: string | undefined,
): string | undefined {
  const at = ordered.findIndex(p => p.id === from)
  const open = (p: Proposal) => !decided.has(p.id) && p.id !== from
  return (ordered.slice(at + 1).find(open) ?? ordered.find(open))?.id
}

/** How sure the reader is, in three steps; its number is not a probability and is not shown. */
export function sureness(confidence: number): 'high' | 'middle' | 'low' {
  return confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'middle' : 'low'
}
