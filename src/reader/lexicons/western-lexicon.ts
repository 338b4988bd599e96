import type { AttributionLexicon } from './attribution-lexicon.ts'
import type { SpeakerLexicon } from './speaker-lexicon.ts'

/** What the reader of English, French and Russian attributions needs beyond verbs and cues. */
export type WesternLexicon = AttributionLexicon & {
  readonly speakers: SpeakerLexicon
  /** Before a source that says it: "according to", "selon", "по словам". */
  readonly according: string
  /** Before a source quoted by the one who speaks: "citing", "со ссылкой на". */
  readonly citing: string
  /** Before a carrier: "carried by", "cité par". */
  readonly carriedBy: string
  /** Before a carrier spoken to: "in an interview with". */
  readonly spokenTo: string
  /** "that". */
  readonly that: string
  /** Words between subject and verb that belong to the verb. */
  readonly auxiliaries: string
  readonly negations: string
  readonly pronouns: string
  /** "it was reported": nobody speaks. */
  readonly impersonal: string
  /** "by his words": the person named last. */
  readonly hisWords: string
  /** Right before a verb: no statement ("declined to", "refused to"). */
  readonly silent: string
  /** Prepositions before a hearer or carrier: "to", "à". */
  readonly to: string
  /** Words that part a subject from what stands before it. */
  readonly boundaries: string
  /** Prepositions that may stand inside a speaker's phrase. */
  readonly inside: string
  /** Prepositions and adverbs that end a subject after its verb. */
  readonly after: string
  /** Words that open a relative or participial aside. */
  readonly asides: string
  /** Words dropped from a subject's start. */
  readonly leads: string
}
