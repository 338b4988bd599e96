import type { Claim } from '../evidence/record.ts'
import type { Statement, Undertaking } from '../statement/statement.ts'
import type { TalksPosition } from '../talks/position.ts'

/**
 * What the reader thinks a report says, tied to the exact words. Nothing here is a record until a
 * person accepts it. `draft` is the record that accepting would write (ids and `received` filled in then).
 */
export type Proposal = {
  /** Deterministic: same text and reader version give the same id. */
  readonly id: string
  readonly kind:
    | 'statement'
    | 'event'
    | 'undertaking'
    | 'position'
    | 'date'
    | 'figure'
    | 'mention'
    | 'report-date'
  /** UTF-16 offsets in the cleaned text, half-open. */
  readonly span: { readonly start: number; readonly end: number }
  readonly surface: string
  /** 0..1, the reader's own; never shown as a probability of truth. */
  readonly confidence: number
  /** Why the reader thinks so: rule name and cue words. */
  readonly reason: string
  /** 'rules' or the name of a model the user configured. */
  readonly by: string
  readonly group?: string
  readonly draft: Draft
}

export type Draft =
  | { readonly kind: 'statement'; readonly statement: Omit<Statement, 'id' | 'received'> }
  | {
      readonly kind: 'event'
      readonly claim: Omit<Claim, 'id' | 'received' | 'event'> & { readonly event?: string }
    }
  | { readonly kind: 'undertaking'; readonly undertaking: Omit<Undertaking, 'id' | 'received'> }
  | { readonly kind: 'position'; readonly position: Omit<TalksPosition, 'id' | 'received'> }
  | {
      readonly kind: 'date'
      readonly iso: string | null
      readonly granularity: string
      readonly role?: 'deadline'
      readonly how?: string
    }
  | {
      readonly kind: 'figure'
      readonly value: number | null
      readonly unit: string
      readonly bound?: string
      readonly per?: string
    }
  | {
      readonly kind: 'mention'
      readonly of: 'place' | 'actor'
      readonly canonical: string
      readonly id?: string
    }
  | {
      readonly kind: 'report-date'
      readonly publishedAt: string
      readonly how: 'stated-in-text' | 'inferred'
    }

/** The whole reading of one report. */
export type ReadingOfReport = {
  readonly readerVersion: string
  readonly language: string
  readonly publishedAt?: string
  readonly publishedHow: 'given' | 'stated-in-text' | 'inferred' | 'unknown'
  /** Cleaned text on which all spans lie. */
  readonly text: string
  /** Paragraphs of the original, which were kept, and why the rest went. */
  readonly paragraphs: readonly {
    readonly text: string
    readonly kept: boolean
    readonly why?: 'repeat' | 'boilerplate' | 'empty'
    /** Index of the paragraph it repeats. */
    readonly repeats?: number
  }[]
  readonly proposals: readonly Proposal[]
  readonly warnings: readonly string[]
}
