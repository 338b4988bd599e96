import { LADDER_TOP } from '../prepared.ts'

/** Steps of the lightest and the heaviest of a set of weapons (bits); the whole ladder when none is named. */
export function weaponRange(bits: number): { readonly low: number; readonly high: number } {
  return bits === 0 ? WHOLE : { low: 31 - Math.clz32(bits & -bits), high: 31 - Math.clz32(bits) }
}

const WHOLE = { low: 0, high: LADDER_TOP }
