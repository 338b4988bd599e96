/**
 * What a verb of saying does before its content is looked at. `say` carries no stance of its own,
 * `add` continues the speaker before; the rest are acts.
 */
export type SayingAct =
  | 'say'
  | 'add'
  | 'relay'
  | 'affirm'
  | 'announce'
  | 'concede'
  | 'deny'
  | 'accuse'
  | 'warn'
  | 'threaten'
  | 'commit'
  | 'demand'
  | 'reject'
  | 'welcome'
  | 'express'
  | 'opine'
  | 'claim'

/**
 * What may introduce the content after the verb: `c` a clause, colon or quotation; `o` an object at once;
 * any other word is a preposition ("ب", "عن", "إلى" …). `oc` an object (whom), then the clause or preposition.
 */
export type Saying = { readonly act: SayingAct; readonly forms: string; readonly frames?: string }

/** Cue words on the content of a statement; each list is space-separated, `_` for a blank inside a phrase. */
export type ContentCues = {
  /** "does not intend to", "no plan": denies an intent or an act of one's own. */
  readonly noIntent: string
  /** To answer by force. */
  readonly retaliate: string
  /** "any": makes what follows an answer a condition. */
  readonly any: string
  /** "will not allow": a promise to prevent. */
  readonly prevent: string
  /** To attack, to break: with "will not", a promise. */
  readonly hostile: string
  /** "will not". */
  readonly willNot: string
  readonly may: string
  readonly collapse: string
  readonly must: string
  readonly violate: string
  readonly future: string
  /** Happenings that take place on a date: said in the future they are announced, not promised. */
  readonly scheduled: string
  readonly completed: string
  readonly committed: string
  readonly evaluation: string
  readonly refuse: string
  readonly agree: string
  /** First person plural or singular: the speaker's own side. */
  readonly we: string
  readonly conditions: string
  readonly until: string
  /** Words that end a condition. */
  readonly conditionEnds: string
  /** "what he called", before a quoted or named thing. */
  readonly glosses: string
}

export type AttributionLexicon = {
  readonly verbs: readonly Saying[]
  readonly cues: ContentCues
}
