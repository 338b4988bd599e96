import type { Claim, Ruling } from '../../evidence/record.ts'

/**
 * The evidence of compliance.md §3.2-3.3 written down a second time, definition by definition, with no
 * index, cache or order of its own. The explanation checker leans on this and never on the engine; it
 * shares only the accord's preparation, the plane's geometry and the rules of quarantine.
 */
export type Happening = {
  readonly id: string
  readonly ids: readonly string[]
  readonly yes: readonly Claim[]
  readonly no: readonly Claim[]
  readonly rulings: readonly Ruling[]
}
