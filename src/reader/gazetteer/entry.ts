import type { Position } from '../../core/place/place.ts'

/** How large a thing a place name means. A district stays a district: it is never drawn as a dot. */
export type PlaceLevel = 'site' | 'town' | 'district' | 'governorate' | 'region' | 'country'

/**
 * When a name counts. Most always do; a name that is also an ordinary word needs a cue.
 * - `ctx`: a place word before it ("town of"), or a place beside it in a list; `ctxin`: a preposition of place is enough;
 *   with `ar`, `ru`, `tr` or `lat` behind it, only in that script or language
 * - `weak`: from a bulk list, not looked at by hand: needs a cue in every script
 * - `idafa`: in Arabic also a noun that takes a definite complement (حماة الديار)
 * - `birth`: مسقط رأسه is a birthplace, not Muscat
 * - `nob`: no name after ب (بحماس, "eagerly")
 * - `amman`: عمان is Amman unless سلطنة or a written damma says Oman
 * - `power`: a state that such reports name as an actor, unless a preposition of place says otherwise
 */
export type EntryFlag = string

export type PlaceEntry = {
  readonly kind: 'place'
  readonly id: string
  /** The English name the product shows. */
  readonly name: string
  readonly nameAr?: string
  /** ISO 3166 alpha-2 where known. */
  readonly country?: string
  readonly level: PlaceLevel
  readonly at: Position
  /** Kilometres around `at` within which the place lies. */
  readonly radiusKm: number
  /** The province that has the same name, when there is one: what the bare name means. */
  readonly area?: { readonly at: Position; readonly radiusKm: number }
  readonly flags: readonly EntryFlag[]
  readonly spellings: readonly string[]
  /** Official code of the place in a p-code table, when it came from one. */
  readonly pcode?: string
}

export type ActorSort =
  | 'army'
  | 'group'
  | 'government'
  | 'opposition'
  | 'mission'
  | 'organisation'
  | 'monitor'
  | 'outlet'
  | 'state'

export type ActorEntry = {
  readonly kind: 'actor'
  readonly id: string
  readonly name: string
  readonly nameAr?: string
  readonly sort: ActorSort
  readonly country?: string
  readonly flags: readonly EntryFlag[]
  readonly spellings: readonly string[]
}

export type GazetteerEntry = PlaceEntry | ActorEntry
