/** Nouns that a text counts, with the forms in which they stand beside numbers; '|' between forms. */
export type CountedNoun = {
  readonly unit: string
  readonly one: string
  /** The dual, where its form says two by itself (Arabic). */
  readonly two?: string
  readonly many: string
}

/** How a language speaks of quantities. Data: one a language in `lexicons/`. */
export type QuantityLexicon = {
  readonly nouns: readonly CountedNoun[]
  readonly before: Readonly<Record<'min' | 'max' | 'approx', string>>
  readonly after: Readonly<Record<'min' | 'max' | 'approx', string>>
  readonly between: string
  readonly to: string
  readonly or: string
  /** Vague amounts by the name they get: tens, hundreds, thousands … */
  readonly vague: Readonly<Record<string, string>>
  /** Words between an amount and its noun: من, of, de. */
  readonly of: string
  /** Number words that are approximate by themselves: dizaine. */
  readonly roundWords?: string
  /** one, when it stands behind its noun: شخص واحد. */
  readonly oneAfter?: string
  readonly twoAfter?: string
  readonly perSide: string
  readonly allForAll: string
  /** "among them": what follows is part of what was counted before. */
  readonly partOf: string
  /** Others, counted like the persons named before. */
  readonly others: string
  readonly killedBefore: string
  readonly killedAfter: string
  readonly woundedBefore: string
  readonly woundedAfter: string
  /** Acts that befall the living: between a word of death and a number they part the two. */
  readonly otherActs: string
  /** Before, or behind, a length of time: it frames what happened and is not what is counted. */
  readonly spans?: string
  readonly spansAfter?: string
  /** Before a number these make it a name or an age: resolution, article, aged. */
  readonly namesBefore: string
  /** Words that may not stand between a number and its noun. */
  readonly stops?: string
}
