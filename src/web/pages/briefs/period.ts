import { dayOf, instantOf } from '../../../core/time/civil.ts'

export const LENGTHS = ['1', '7', '30'] as const
export type Length = (typeof LENGTHS)[number]

/**
 * The period of so many civil days that ends on the day asked about: '2018-11-26/2018-12-02'.
 * @param asOf the address's moment, a day or an instant; without one the day of `now` (seconds UTC) in `tz`.
 */
export function periodOf(asOf: string | undefined, now: number, tz: string, length: Length): string {
  const last = asOf?.slice(0, 10) ?? dayOf(now, tz)
  const [y, m, d] = last.split('-').map(Number)
  // Noon, so that a change of the clocks cannot move the day.
  const first = dayOf(instantOf(tz, y!, m!, d! - (Number(length) - 1), 12), tz)
  return `${first}/${last}`
}
