import type { Accord } from '../../core/accord/model.ts'
import type { VerdictName } from '../../core/compliance/verdict.ts'
import type { LedgerRecord } from '../../core/ledger/entry.ts'
import type { Report } from '../../core/report/report.ts'
import type { InboxItem } from '../../core/view/inbox.ts'
import type { Words } from '../../core/words.ts'

// Envelopes of the API's answers; what is inside them are the core's own types. docs/api.md describes them.

export type AccordsAnswer = {
  readonly accords: readonly {
    readonly id: string
    readonly title: Words
    readonly summary?: Words
    readonly tz: string
    readonly entries: number
    readonly reports: number
    readonly open: number
  }[]
}

/** The zones come without their shapes, which have an address of their own. */
export type AccordAnswer = {
  readonly accord: Accord
  readonly sha256: string
  /** Milliseconds UTC. */
  readonly adoptedAt: number
  readonly entries: number
}

/** Whether the chain of hashes holds, over how many entries. */
export type VerifyAnswer = { readonly entries: number; readonly whole: boolean }

export type InboxAnswer = { readonly reports: readonly InboxItem[]; readonly entries: number }

export type ReceivedAnswer = {
  readonly report: Report
  /** The very bytes were here already; nothing was written. */
  readonly same: boolean
  readonly proposals: number
  readonly warnings: readonly string[]
}

/** A verdict that became another by what was decided. */
export type VerdictChange = {
  readonly provision: string
  readonly bearer: readonly string[]
  readonly from: VerdictName
  readonly to: VerdictName
  readonly fromWaiting?: boolean
  readonly toWaiting?: boolean
  readonly words: Words
}

export type DecidedAnswer = {
  readonly decided: readonly {
    readonly seq: number
    readonly decision: 'accepted' | 'corrected' | 'rejected'
    readonly records: readonly LedgerRecord[]
    readonly receivedFrom: 'publication' | 'now'
  }[]
  readonly changed: readonly VerdictChange[]
  readonly entries: number
}
