/**
 * Page furniture that is no part of a report. Data: one a language in `lexicons/`. Lists are phrases
 * parted by '|', folded when loaded; digits and marks inside a line are ignored when lines are compared.
 */
export type CleanLexicon = {
  /** A line that begins so is furniture: "read also". */
  readonly starts: string
  /** The same, but a sentence may begin so too: only a short line without an end mark is furniture. */
  readonly mayStart: string
  /** The same, but only with a colon or dash behind: "watch:", "tags:". */
  readonly labels: string
  /** A line that is only this. */
  readonly whole: string
  /** A short line that holds this anywhere. */
  readonly holds: string
  /** A line made only of these is a share bar. */
  readonly networks: string
  /** A line made only of these is an agency tag. */
  readonly agencies: string
}
