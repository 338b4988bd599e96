import type { Claims } from './claims.ts'
import type { Events } from './events.ts'
import type { Lens } from './lens.ts'

/** The parts of the engine a monitor reads. */
export type Parts = { readonly claims: Claims; readonly events: Events; readonly lens: Lens }
