import { dayOf, instantOf } from '../../core/time/civil.ts'

/** '2018-11-28' and 1 → '2018-11-29': civil days, no clock of the browser's zone involved. */
export function stepDay(day: string, by: number): string {
  const [y, m, d] = day.slice(0, 10).split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(y, m - 1, d + by)).toISOString().slice(0, 10)
}

/** Today's civil day in the accord's zone. `now` seconds UTC. */
export const todayIn = (tz: string, now: number): string => dayOf(now, tz)

/** Last second of a civil day in the zone. */
export function endOfDay(day: string, tz: string): number {
  const [y, m, d] = stepDay(day, 1).split('-').map(Number) as [number, number, number]
  return instantOf(tz, y, m, d) - 1
}
