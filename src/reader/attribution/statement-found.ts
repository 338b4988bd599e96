import type { SayingAct } from '../lexicons/attribution-lexicon.ts'

/** What a statement amounts to, in the words of the quality cases. */
export type StatementKind =
  | 'report'
  | 'announcement'
  | 'position'
  | 'commitment'
  | 'threat'
  | 'warning'
  | 'accusation'
  | 'denial'

export type Span = { readonly start: number; readonly end: number }

/** Words said by somebody, as a report carries them. All spans are UTF-16 offsets in the text read, half-open. */
export type StatementFound = {
  /** From the first word of the attribution to the last of the content. */
  readonly start: number
  readonly end: number
  /** As written, without particles or quotation marks; null when nobody is named. */
  readonly speaker: string | null
  readonly speakerSpan?: Span
  readonly role: string | null
  readonly named: 'named' | 'office_only' | 'unnamed' | 'collective'
  /** Carriers, outermost first; the speaker is never among them. */
  readonly via: readonly string[]
  readonly kind: StatementKind
  /** The verb of saying, folded, or '' for "according to". */
  readonly verb: string
  readonly act: string
  /** Class of the verb: what it did before its content was looked at. */
  readonly saying: SayingAct
  /** What was said, in the speaker's words or the outlet's. */
  readonly content?: Span
  /** The words inside quotation marks. */
  readonly quote?: Span
  /** "what he called …": the outlet's own wording about a word of the speaker. */
  readonly gloss?: Span
  readonly conditional_on?: string
  readonly target?: string
  readonly medium?: string
  readonly anonymous?: true
  /** The speaker was taken over from the statement before ("he added"). */
  readonly continues?: true
  /** The content denies, or tells of a future or a condition. */
  readonly modality: 'asserts' | 'denies' | 'conditional' | 'intends' | 'doubts'
}

/** A speaker with the chain through which we hear them, while a text is read. */
export type Voice = {
  readonly speaker: string | null
  readonly span?: Span
  readonly role: string | null
  readonly named: StatementFound['named']
  readonly via: readonly string[]
  /** Folded head noun, for "the source", "the official" later in the text. */
  readonly head: string
  /** Agency or other medium speaking for itself. */
  readonly carrier: boolean
  readonly anonymous?: boolean
  /** "It was said": nobody speaks, not even somebody left out. */
  readonly impersonal?: boolean
}
