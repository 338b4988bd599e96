import { whenOf } from '../../core/time/civil.ts'
import type { When } from '../../core/time/when.ts'

const DAY = 86_400

/** Intervals already worked out: asking the platform for a zone's clock is slow, and reports repeat their days. */
const KNOWN = new Map<string, When | undefined>()
const MOST_KNOWN = 5_000

/**
 * The interval a date of the reader names in a zone: a day, month, year, minute, ISO week, quarter or
 * range. Undefined when the text is no such date.
 */
export function whenOfDate(iso: string, tz: string): When | undefined {
  const key = `${tz} ${iso}`
  if (KNOWN.has(key)) return KNOWN.get(key)
  const when = workedOut(iso, tz)
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  KNOWN.set(key, when)
  return when
}

function workedOut(iso: string, tz: string): When | undefined {
  const slash = iso.indexOf('/')
  if (slash >= 0) {
    const from = whenOfDate(iso.slice(0, slash), tz)
    const to = whenOfDate(iso.slice(slash + 1), tz)
    return from && to && from.lo <= to.hi ? { lo: from.lo, hi: to.hi } : (to ?? from)
  }
  const week = /^(\d{4})-W(\d{2})$/.exec(iso)
  if (week) return weekOf(Number(week[1]), Number(week[2]), tz)
  const quarter = /^(\d{4})-Q([1-4])$/.exec(iso)
  if (quarter) {
    const first = (Number(quarter[2]) - 1) * 3 + 1
    return whenOfDate(`${quarter[1]}-${two(first)}/${quarter[1]}-${two(first + 2)}`, tz)
  }
  const read = whenOf(iso, tz)
  return read.ok ? read.value : undefined
}

/** ISO week: the one with the year's first Thursday is week 1. */
function weekOf(year: number, week: number, tz: string): When | undefined {
  const fourth = Date.UTC(year, 0, 4) / 1000 / DAY
  const monday = fourth - ((new Date(Date.UTC(year, 0, 4)).getUTCDay() + 6) % 7) + (week - 1) * 7
  const first = isoOf(monday)
  const last = isoOf(monday + 6)
  const from = whenOf(first, tz)
  const to = whenOf(last, tz)
  return from.ok && to.ok ? { lo: from.value.lo, hi: to.value.hi } : undefined
}

const isoOf = (day: number): string => new Date(day * DAY * 1000).toISOString().slice(0, 10)
const two = (n: number): string => String(n).padStart(2, '0')
