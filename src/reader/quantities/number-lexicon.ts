/** How a language writes numbers, in digits and in words. Data: one a language in `lexicons/`. */
export type NumberLexicon = {
  /** Marks between groups of three digits; ' ' stands for any blank. */
  readonly group: string
  /** Marks before decimals. */
  readonly decimal: string
  /** Words that add their value: three, thirty, двести, ألفين. */
  readonly add: Readonly<Record<string, number>>
  /** Words that multiply what stands before them: hundred, dozen, тысяч, مليون. */
  readonly times: Readonly<Record<string, number>>
  /** Words for one that are also articles: they count only beside another number word. */
  readonly weakOne: readonly string[]
  /** Words between number words: and, et. Arabic writes و onto the next word instead. */
  readonly join: readonly string[]
  /** Forms that say two when nothing stands before them (ألفا) but one in the accusative (ألفاً). */
  readonly constructDual?: readonly string[]
  /** Before or after a scale word: half a million, مليون ونصف. */
  readonly half: readonly string[]
}
