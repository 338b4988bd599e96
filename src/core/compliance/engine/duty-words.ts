import type { ObligationVerdict } from '../verdict.ts'

/** Verdicts of an instance by number, best news first: the order in which duties are summed up. */
export const STATES = [
  'FULFILLED',
  'PENDING',
  'LATE',
  'CLAIMED',
  'POSSIBLY',
  'CONTESTED',
  'UNVERIFIED',
  'OVERDUE',
] as const satisfies readonly ObligationVerdict[]
/** One of the states an instance can be in. */
export type State = (typeof STATES)[number]
const NUMBERS = new Map<State, number>(STATES.map((s, i) => [s, i]))
/** The number of a state. */
export const stateNumber = (s: State): number => NUMBERS.get(s)!

export const FULFILLED = stateNumber('FULFILLED')
export const PENDING = stateNumber('PENDING')
export const LATE = stateNumber('LATE')
export const CLAIMED = stateNumber('CLAIMED')
export const POSSIBLY = stateNumber('POSSIBLY')
export const CONTESTED = stateNumber('CONTESTED')
export const UNVERIFIED = stateNumber('UNVERIFIED')
export const OVERDUE = stateNumber('OVERDUE')

/** Classes of performances, as far as one can serve as one: certain, established but open, alleged, disputed. */
export const CERTAIN = 0
export const OPEN = 1
export const SAID = 2
export const DENIED_TOO = 3
/** Refuted or only denied: serves nothing, and is shown as what was claimed in vain. */
export const REFUSED = 4
export const CLASSES = 5
