import type { Case } from './case.ts'
import type { Item } from './score.ts'
export const cleanItems = (_: Case): { expected: readonly Item[]; found: readonly Item[] } => ({
  expected: [],
  found: [],
})
export const syndicationItems = cleanItems
