import type { EntryBody } from '../ledger/entry.ts'
import { type Act, may } from './may.ts'
import type { Viewer } from './viewer.ts'

/** Kinds of entry, by how they begin, that ask for less or more than a decider. */
const ACTS: readonly (readonly [string, Act])[] = [
  ['report.', 'report'],
  ['comment.', 'report'],
  ['brief.', 'release'],
  ['accord.', 'administer'],
  ['setting.', 'administer'],
  ['user.', 'administer'],
  ['exchange.', 'administer'],
]

/** What appending an entry of this kind amounts to. */
export function actOf(kind: EntryBody['kind']): Act {
  return ACTS.find(([room]) => kind.startsWith(room))?.[1] ?? 'decide'
}

/** May this viewer append all of these to this accord's ledger? */
export function mayAppend(viewer: Viewer, accord: string, bodies: readonly EntryBody[]): boolean {
  const roles = [...(viewer.roles['*'] ?? []), ...(viewer.roles[accord] ?? [])]
  return bodies.every(
    ({ kind }) =>
      may(viewer, actOf(kind), accord) ||
      // The exchange committee writes its own room's entries and no other.
      (kind.startsWith('exchange.') && roles.includes('exchange')),
  )
}
