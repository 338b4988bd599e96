import type { Provenance } from '../evidence/record.ts'
import type { When } from '../time/when.ts'

export const STANCES = [
  'supports',
  'accepts_with_condition',
  'open',
  'silent',
  'defers',
  'opposes',
  'blocks',
] as const
export type Stance = (typeof STANCES)[number]

/** One party's stance on one agenda item from a moment on, with its source. */
export type TalksPosition = {
  readonly id: string
  readonly item: string
  /** Party id, or absent when the report speaks of the talks as a whole. */
  readonly party?: string
  readonly stance: Stance
  readonly condition?: string
  /** Agenda item or other matter that must come first. */
  readonly waitsFor?: string
  readonly statement?: string
  readonly round?: string
  readonly when: When
  readonly received: number
  readonly provenance?: Provenance
}

/** The state of an item, as a report gives it or as computed from positions. */
export const ITEM_STATES = ['agreed', 'converging', 'contested', 'deferred', 'unknown'] as const
export type ItemState = (typeof ITEM_STATES)[number]
