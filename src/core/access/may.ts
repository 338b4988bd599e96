import type { Role, Viewer } from './viewer.ts'

/** What somebody wants to do on an accord. */
export type Act = 'read' | 'report' | 'decide' | 'release' | 'administer'

const NEEDS: Readonly<Record<Act, readonly Role[]>> = {
  read: ['viewer', 'reporter', 'reviewer', 'releaser', 'exchange', 'administrator'],
  report: ['reporter', 'reviewer', 'administrator'],
  decide: ['reviewer', 'administrator'],
  release: ['releaser', 'administrator'],
  administer: ['administrator'],
}

/**
 * May this viewer do this on this accord? The one rule under lists, counts, search, exports and feeds alike.
 * Whoever may not read an accord must not learn that it exists: the edge answers "not found".
 */
export function may(viewer: Viewer, act: Act, accord: string): boolean {
  const roles = [...(viewer.roles['*'] ?? []), ...(viewer.roles[accord] ?? [])]
  return roles.some(r => NEEDS[act].includes(r))
}
