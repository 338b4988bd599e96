/** Who is asking. Every read takes one; there is no default. */
export type Role = 'viewer' | 'reporter' | 'reviewer' | 'releaser' | 'exchange' | 'administrator'

export type Viewer = {
  readonly id: string
  /** Roles per accord id; '*' stands for every accord. */
  readonly roles: Readonly<Record<string, readonly Role[]>>
  readonly release: 'internal' | 'parties' | 'public'
}

/** The one user of an embedded store on loopback: everything on every accord, the vault excepted. */
export const LOCAL_USER: Viewer = {
  id: 'local',
  roles: { '*': ['viewer', 'reporter', 'reviewer', 'releaser', 'administrator'] },
  release: 'internal',
}
