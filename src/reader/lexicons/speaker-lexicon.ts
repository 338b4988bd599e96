/** Nouns and small words by which a speaker is recognised; space-separated, `_` for a blank inside a phrase. */
export type SpeakerLexicon = {
  /** Titles and offices: minister, spokesman, commander. */
  readonly roles: string
  /** People without a name: source, official, witness. */
  readonly sources: string
  /** Several at once: residents, both sides, local media. */
  readonly collectives: string
  /** Bodies: ministry, army, mission. */
  readonly bodies: string
  /** What carries words: agency, channel, newspaper, site. */
  readonly carriers: string
  /** Carrier nouns left out of the carrier's name ("the site «X»" is X). */
  readonly dropped: string
  /** What words are put in: statement, tweet, interview; the ones kept as `medium` come first in `documents`. */
  readonly documents: string
  readonly occasions: string
  /** Platforms that carry words themselves. */
  readonly platforms: string
  /** Hearers: "to journalists" is no carrier. */
  readonly hearers: string
  /** Common given names: they start a personal name. */
  readonly given: string
  /** Function words and adverbs that end a noun phrase. */
  readonly stops: string
  /** Nouns of the field that begin another noun phrase. */
  readonly things: string
  /** Adjectives that may follow a head noun. */
  readonly adjectives: string
  /** Participles that open a description of a source ("taking part in the talks"). */
  readonly participles: string
  /** "on condition of anonymity". */
  readonly anonymity: string
}
