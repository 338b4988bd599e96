import type { EventType, WeaponClass } from '../../core/event/types.ts'

/** Words that tell of an event: `_` for a blank, `*` for any ending of a word. Longer phrases win. */
export type EventCue = {
  readonly type: EventType
  readonly cues: string
  readonly weapon?: WeaponClass
  /** One of these must stand near the cue in the same sentence: "prevented … from reaching". */
  readonly needs?: string
}

export type EventLexicon = {
  readonly cues: readonly EventCue[]
  /** Weapons named beside an event. */
  readonly weapons: readonly { readonly weapon: WeaponClass; readonly cues: string }[]
  /** Adjectives of nationality and movement to the gazetteer's id of the actor. */
  readonly belonging: readonly { readonly id: string; readonly cues: string }[]
  /** Right before a cue: it did not happen ("no", "stop", "halt to"). */
  readonly negations: string
  /** In the clause before a cue: it has not happened yet or only might. */
  readonly unreal: string
  /** Behind a cue: it is planned or talked about ("… is on the table"). */
  readonly pending: string
  /** Before an actor: it did it ("by"). */
  readonly by: string
}
