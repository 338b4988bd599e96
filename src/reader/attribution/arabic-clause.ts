import type { ArabicVerb } from './arabic-verbs.ts'
import type { Phrase } from './arabic-words.ts'
import type { Item } from './unit.ts'

/** A verb of saying with what belongs to it. */
export type ArabicFrame = {
  readonly verb: ArabicVerb
  /** Items: the verb; where the content begins (items.length when it stands before the verb). */
  readonly at: number
  readonly content: number
  readonly subject?: Phrase
  /** Subject stood before the verb. */
  readonly before: boolean
  /** Carriers met beside the verb, outermost last as met. */
  readonly carriers: readonly string[]
  /** Relay chain of نقل … عن … عن …, outermost first, speaker last. */
  readonly chain?: readonly Phrase[]
  readonly target?: string
  readonly medium?: string
  readonly anonymous: boolean
  /** The quotation is before the verb. */
  readonly quoteBefore?: Item
}
