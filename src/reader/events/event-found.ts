import type { EventType, WeaponClass } from '../../core/event/types.ts'
import type { Figure } from '../../core/evidence/record.ts'
import type { DateFound } from '../dates/dates.ts'
import type { PlaceMention } from '../mentions/mentions.ts'

/** Somebody named beside an event: gazetteer id, and the words. */
export type PartyNamed = {
  readonly id: string
  readonly canonical: string
  readonly start: number
  readonly end: number
}

/** Something a text says happened. Offsets are UTF-16, half-open. */
export type EventFound = {
  /** The clause that tells it. */
  readonly start: number
  readonly end: number
  /** The words that name it. */
  readonly cue: { readonly start: number; readonly end: number }
  readonly types: readonly EventType[]
  readonly actors: readonly PartyNamed[]
  readonly target?: PartyNamed
  readonly place?: PlaceMention
  readonly date?: DateFound
  readonly figures: readonly Figure[]
  readonly weapons: readonly WeaponClass[]
  /** 'denies' when the one who speaks says it did not happen. */
  readonly stance: 'asserts' | 'denies'
  /** Index of the statement in which it is told, when it is. */
  readonly statement?: number
}
