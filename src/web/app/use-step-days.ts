import { useAsked } from '../route/router.tsx'
import { stepDay, todayIn } from './step-day.ts'

/** Moves the header's moment by whole days; past today it becomes "now" again. */
export function useStepDays(tz: string): (by: number) => void {
  const { asOf, ask } = useAsked()
  return by => {
    const today = todayIn(tz, Date.now() / 1000)
    const next = stepDay(asOf ?? today, by)
    ask({ asOf: next >= today ? undefined : next })
  }
}
