import { fail, ok, type Result } from '../../../../core/result.ts'
import { civilOf, dayOf, whenOf } from '../../../../core/time/civil.ts'
import type { When } from '../../../../core/time/when.ts'
import { type FieldFault, filled, type Values } from './form.ts'

/** An interval as two civil texts in the accord's zone; the second is empty when the first says it all. */
export function whenTexts(when: When, tz: string): { readonly from: string; readonly to: string } {
  const day = dayOf(when.lo, tz)
  for (const text of [minuteOf(when.lo, tz), day, day.slice(0, 7), day.slice(0, 4)]) {
    const whole = whenOf(text, tz)
    if (whole.ok && whole.value.lo === when.lo && whole.value.hi === when.hi) return { from: text, to: '' }
  }
  const last = dayOf(when.hi, tz)
  const wholeLast = whenOf(last, tz)
  const wholeFirst = whenOf(day, tz)
  return {
    from: wholeFirst.ok && wholeFirst.value.lo === when.lo ? day : minuteOf(when.lo, tz),
    to: wholeLast.ok && wholeLast.value.hi === when.hi ? last : minuteOf(when.hi, tz),
  }
}

function minuteOf(seconds: number, tz: string): string {
  const [, , , hour, minute] = civilOf(seconds, tz)
  return `${dayOf(seconds, tz)}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Reads the two texts back: from the beginning of the first to the end of the second (or of the first). */
export function whenFrom(values: Values, tz: string): Result<When, FieldFault> {
  const [from, to] = [filled(values, 'from'), filled(values, 'to')]
  if (!from) return fail({ field: 'from', why: 'needed' })
  const first = whenOf(from, tz)
  if (!first.ok) return fail({ field: 'from', why: 'date' })
  if (!to) return ok(first.value)
  const last = whenOf(to, tz)
  if (!last.ok) return fail({ field: 'to', why: 'date' })
  if (last.value.hi < first.value.lo) return fail({ field: 'to', why: 'backwards' })
  return ok({ lo: first.value.lo, hi: last.value.hi })
}
