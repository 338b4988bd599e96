import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { whenOf } from '../time/civil.ts'
import type { When } from '../time/when.ts'

/** Longest period a brief may speak of, in days: a year, leap day included. */
const MOST_DAYS = 366

/** '2018-11-26/2018-12-02', '2018-12' or '2018-11-28' as the civil days it names in `tz`; `field` for the fault. */
export function briefPeriod(text: string, tz: string, field = 'period'): Result<When, Problem> {
  const wrong = (message: string): Result<When, Problem> =>
    fail({
      code: 'bad-period',
      message,
      where: { field },
      expected: 'two days as 2018-11-26/2018-12-02, a day or a month',
      severity: 'error',
    })
  const [first, last, more] = text.split('/')
  if (more !== undefined) return wrong(`'${text}' is no period`)
  const [from, to] = [whenOf(first!, tz), whenOf(last ?? first!, tz)]
  if (!from.ok) return wrong(`'${first}' is no day`)
  if (!to.ok) return wrong(`'${last}' is no day`)
  if (to.value.hi < from.value.lo) return wrong('the period ends before it begins')
  if (to.value.hi - from.value.lo > MOST_DAYS * 86_400)
    return wrong(`the period is longer than ${MOST_DAYS} days`)
  return ok({ lo: from.value.lo, hi: to.value.hi })
}
