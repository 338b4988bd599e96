import type { Provenance } from '../evidence/record.ts'
import type { When } from '../time/when.ts'

/** What kind of act the words perform (shared domain §3.5). */
export const SPEECH_ACTS = [
  'assert',
  'deny',
  'accuse',
  'commit',
  'warn',
  'threaten',
  'demand',
  'accept',
  'reject',
  'condition',
  'welcome',
  'announce',
  'explain',
  'concede',
  'speculate',
] as const
export type SpeechAct = (typeof SPEECH_ACTS)[number]

/** One relay, outermost (what we read) last to originator first: `chain[0]` heard the speaker. */
export type Relay = { readonly name: string; readonly language?: string; readonly date?: string }

/** Words said by somebody and carried to us; the outlet's own gloss and reading are kept apart. */
export type Statement = {
  readonly id: string
  readonly speaker?: {
    readonly name?: string
    readonly role?: string
    readonly named: 'named' | 'office_only' | 'unnamed' | 'collective'
    /** Party id for whom the speaker speaks, when a person decided so. */
    readonly party?: string
  }
  /** Originator → relay → publisher. */
  readonly chain: readonly Relay[]
  readonly act: SpeechAct
  readonly modality?: 'asserts' | 'denies' | 'doubts' | 'conditional' | 'intends'
  /** The speaker's own words where quoted. */
  readonly quote?: string
  readonly paraphrase?: string
  /** The outlet's wording about the speaker ("what he called …"). */
  readonly gloss?: string
  readonly condition?: string
  readonly target?: string
  readonly when: When
  readonly about?: {
    readonly provision?: string
    readonly party?: string
    readonly agenda?: string
    readonly event?: string
  }
  /** Outlets' readings of what it amounts to; one statement, several readings. */
  readonly readings?: readonly { readonly outlet: string; readonly reading: string; readonly url?: string }[]
  /** A party's position that its act is allowed; never a clause. */
  readonly claimedException?: { readonly provision?: string; readonly events?: readonly string[] }
  readonly denies?: string
  readonly summary?: { readonly en?: string; readonly ar?: string }
  readonly grade?: { readonly reliability: string; readonly credibility: number }
  readonly provenance?: Provenance
  readonly received: number
}

/** A promise taken from a statement, judged like an obligation: said against done. */
export type Undertaking = {
  readonly id: string
  readonly statement?: string
  readonly party: string
  /** What counts as keeping it. */
  readonly types: readonly string[]
  readonly mode: 'do' | 'refrain'
  readonly quantity?: number
  readonly each?: 'side'
  readonly deadline?: string
  readonly zone?: string
  readonly condition?: string
  readonly words: { readonly en?: string; readonly ar?: string }
  readonly when: When
  readonly received: number
  readonly provenance?: Provenance
}
