import type { Modality } from '../accord/model.ts'
import type { Explanation, Verdict, VerdictInterval, VerdictName } from '../compliance/verdict.ts'
import type { EvidenceRecord } from '../evidence/record.ts'
import type { Statement, Undertaking } from '../statement/statement.ts'
import type { TalksPosition } from '../talks/position.ts'
import type { Words } from '../words.ts'

/** The State page: is the accord holding, provision by provision and party by party. */
export type StateBoard = {
  readonly accord: string
  readonly title: Words
  readonly tz: string
  readonly asOf: { readonly t: number; readonly k: number }
  readonly reading: string
  readonly readings: readonly { readonly id: string; readonly name: Words; readonly author: string }[]
  readonly parties: readonly { readonly id: string; readonly name: Words; readonly role: string }[]
  readonly bottomLine: Words
  readonly counts: Readonly<Record<string, number>>
  readonly rows: readonly BoardRow[]
  /** Verdicts that differ from those `sinceDays` before. */
  readonly changed: readonly {
    readonly provision: string
    readonly bearer: readonly string[]
    readonly from: VerdictName
    readonly to: VerdictName
    /** Its day had come, and reports may still come; see `isDue`. */
    readonly fromWaiting?: boolean
    readonly toWaiting?: boolean
    readonly words: Words
  }[]
  readonly deadlines: readonly {
    readonly provision: string
    readonly title: Words
    readonly due: number
    readonly verdict: VerdictName
    /** Its day has come, and reports may still come; see `isDue`. */
    readonly waiting?: boolean
  }[]
  readonly entries: number
}

export type BoardRow = {
  readonly provision: string
  readonly document: string
  readonly kind: Modality
  readonly title: Words
  readonly due?: number
  readonly cells: readonly {
    readonly bearer: readonly string[]
    readonly verdict: Verdict
    /** The strip of time beside the cell. */
    readonly strip: readonly VerdictInterval[]
    /** Other readings that part from this one. */
    readonly differs: readonly { readonly reading: string; readonly verdict: VerdictName }[]
  }[]
}

/** One provision's page: text, verdicts under every reading, derivation, evidence. */
export type ProvisionView = {
  readonly accord: string
  readonly provision: string
  readonly kind: Modality
  readonly title: Words
  readonly words: Words
  readonly document: {
    readonly id: string
    readonly title: Words
    readonly points: readonly string[]
    readonly urls: readonly string[]
  }
  readonly disputes: readonly {
    readonly phrase: Words
    readonly positions: readonly {
      readonly by: string
      readonly says: Words
      readonly reading?: string
      readonly source?: string
    }[]
  }[]
  readonly verdicts: readonly {
    readonly verdict: Verdict
    readonly explanation: Explanation
    readonly intervals: readonly VerdictInterval[]
  }[]
  /** Every record that any verdict here cites, by id. */
  readonly records: Readonly<Record<string, RecordView>>
  /** Claimed exceptions and other statements about this provision: positions, never clauses. */
  readonly statements: readonly Statement[]
}

/** A record with where it came from, for the evidence drawer. */
export type RecordView = {
  readonly id: string
  readonly seq: number
  readonly recordedAt: number
  readonly by: string
  readonly status: 'active' | 'retracted' | 'superseded' | 'undone'
  readonly summary: Words
  readonly record:
    | { readonly of: 'evidence'; readonly record: EvidenceRecord }
    | { readonly of: 'statement'; readonly record: Statement }
    | { readonly of: 'undertaking'; readonly record: Undertaking }
    | { readonly of: 'position'; readonly record: TalksPosition }
}
