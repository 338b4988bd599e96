import { dayOf, whenOf } from '../../core/time/civil.ts'

/** '2018-11-28' and 1 → '2018-11-29': civil days, no clock of the browser's zone involved. */
export function stepDay(day: string, by: number): string {
  const [y, m, d] = day.slice(0, 10).split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(y, m - 1, d + by)).toISOString().slice(0, 10)
}

/** Today's civil day in the accord's zone. `now` seconds UTC. */
export const todayIn = (tz: string, now: number): string => dayOf(now, tz)

/** The day that an address asks for ('2018-11-28', '2018-11'); today when it asks for none that exists. */
export function askedDay(asOf: string | undefined, tz: string, now: number): string {
  const when = asOf === undefined ? undefined : whenOf(asOf, tz)
  return dayOf(when?.ok ? when.value.hi : now, tz)
}
