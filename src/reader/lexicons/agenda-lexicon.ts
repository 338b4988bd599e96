/** Words of negotiations. `_` for a blank, `*` for any ending. */
export type AgendaLexicon = {
  /** Agenda item id to the words that name it. */
  readonly items: Readonly<Record<string, string>>
  /** An item moves towards agreement. */
  readonly converging: string
  readonly agreed: string
  readonly contested: string
  /** It is put off. */
  readonly deferred: string
  /** Before what must come first: "until", "waits for". */
  readonly until: string
  readonly supports: string
  readonly opposes: string
  readonly withCondition: string
  /** Parts a sentence into clauses with stances of their own. */
  readonly clauses: string
  /** "within the agreement". */
  readonly withinAccord: string
  /** "only in answer to provocations", "self-defence". */
  readonly onlyInAnswer: string
  /** First-person or reported intent to do something: makes an announced plan a promise. */
  readonly intend: string
}
