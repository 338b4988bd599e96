import type { PreparedException, PreparedPattern, PreparedProvision } from './prepared.ts'

/** The prohibition a finding is about: a provision's action, or the obstruction of a permission. */
export type Ban = {
  readonly provision: PreparedProvision
  readonly pattern: PreparedPattern
  readonly exceptions: readonly PreparedException[]
  readonly key: string
}

/** The ban that a prohibition or a duty to keep something up sets. */
export const banOf = (p: PreparedProvision): Ban => ({
  provision: p,
  pattern: p.action!,
  exceptions: p.exceptions,
  key: p.provision.id,
})

/** The ban on obstructing a protected permission, which binds the other parties (§3.6). */
export const obstructionOf = (p: PreparedProvision): Ban => ({
  provision: p,
  pattern: p.obstruction!,
  exceptions: [],
  key: `${p.provision.id}#obstruction`,
})
