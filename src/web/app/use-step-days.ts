import { useAsked } from '../route/router.tsx'
import { askedDay, stepDay, todayIn } from './step-day.ts'

/** Moves the header's moment by whole days; past today it becomes "now" again. */
export function useStepDays(tz: string): (by: number) => void {
  const { asOf, ask } = useAsked()
  return by => {
    const now = Date.now() / 1000
    const today = todayIn(tz, now)
    const next = stepDay(askedDay(asOf, tz, now), by)
    ask({ asOf: next >= today ? undefined : next })
  }
}
