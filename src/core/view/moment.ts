import type { AsOf } from '../compliance/verdict.ts'
import type { Problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { whenOf } from '../time/civil.ts'

/**
 * The moment a person means by a date or an instant: a civil day, month or year means its last second
 * in `tz` ("as of 28 November" includes that day), an instant means itself.
 *
 * @param field name of the parameter, for the message.
 * @returns seconds UTC, or a problem that names the field and the form expected.
 */
export function momentOf(text: string, tz: string, field: string): Result<number, Problem> {
  const when = whenOf(text.trim(), tz)
  if (when.ok) return ok(when.value.hi)
  return fail({
    code: when.error.kind,
    message:
      when.error.kind === 'no-such-day'
        ? `'${text}' is no day of the calendar`
        : when.error.kind === 'no-such-zone'
          ? `'${when.error.input}' is no time zone we know`
          : `'${text}' is no date`,
    where: { field },
    expected: 'YYYY-MM-DD, or an instant such as 2018-11-28T14:00Z',
    severity: 'error',
  })
}

/**
 * The two clocks of a question. Without `asOf` the world is looked at now; without `knownAt`
 * everything known now counts, also about the past.
 *
 * @param now seconds UTC; the caller's clock, core reads none.
 */
export function asOfFrom(
  asked: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined },
  tz: string,
  now: number,
): Result<AsOf, Problem> {
  const t = asked.asOf ? momentOf(asked.asOf, tz, 'asOf') : ok(now)
  if (!t.ok) return t
  const k = asked.knownAt ? momentOf(asked.knownAt, tz, 'knownAt') : ok(now)
  if (!k.ok) return k
  return ok({ t: t.value, k: k.value })
}
