import { isA } from '../event/types.ts'

/** What a map tells apart by shape and colour: few enough to know by heart. */
export const MARKS = [
  'strike',
  'fight',
  'alleged',
  'air',
  'force',
  'post',
  'relief',
  'talk',
  'other',
] as const
export type Mark = (typeof MARKS)[number]

/** The first root that fits, in order: what does harm is seen first. */
const ROOTS: readonly (readonly [string, Mark])[] = [
  ['remote_violence', 'strike'],
  ['hostile', 'fight'],
  ['violation_alleged', 'alleged'],
  ['air_activity', 'air'],
  ['territorial_change', 'force'],
  ['force_movement', 'force'],
  ['post_or_patrol', 'post'],
  ['access_restriction', 'relief'],
  ['humanitarian', 'relief'],
  ['displacement', 'relief'],
  ['detention', 'relief'],
  ['exchange', 'relief'],
  ['talks', 'talk'],
  ['agreement', 'talk'],
  ['statement', 'talk'],
  ['suspension_notice', 'talk'],
]

/** The mark of what an incident may have been: of several types the one that stands first. */
export function markOf(types: readonly string[]): Mark {
  return ROOTS.find(([root]) => types.some(t => isA(t, root)))?.[1] ?? 'other'
}
