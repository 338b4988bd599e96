import type { Proposal, ReadingOfReport } from '../proposal/proposal.ts'
import type { Report } from '../report/report.ts'

/** One line of the Inbox. */
export type InboxItem = {
  readonly report: Report
  readonly open: number
  readonly accepted: number
  readonly rejected: number
  /** First words of the cleaned text. */
  readonly excerpt: string
}

/** A report on the review screen. */
export type ReportReview = {
  readonly report: Report
  readonly reading: ReadingOfReport
  readonly decisions: readonly {
    readonly proposalId: string
    readonly seq: number
    readonly decision: 'accepted' | 'corrected' | 'rejected'
    readonly recordIds: readonly string[]
    readonly at: number
    readonly by: string
  }[]
  /** Proposals still open, in reading order. */
  readonly open: readonly Proposal[]
}
