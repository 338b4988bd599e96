import { fail, ok, type Result } from '../result.ts'
import type { When } from './when.ts'

export type DateProblem = { kind: 'not-a-date' | 'no-such-day' | 'no-such-zone'; input: string }

const FORMATS = new Map<string, Intl.DateTimeFormat>()

function formatOf(tz: string): Intl.DateTimeFormat {
  let f = FORMATS.get(tz)
  if (!f) {
    f = new Intl.DateTimeFormat('en-US', {
      timeZone: tz,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    })
    FORMATS.set(tz, f)
  }
  return f
}

/** The civil reading of an instant in an IANA zone: [year, month 1-12, day, hour, minute, second]. */
export function civilOf(
  seconds: number,
  tz: string,
): readonly [number, number, number, number, number, number] {
  const parts: Record<string, number> = {}
  for (const p of formatOf(tz).formatToParts(seconds * 1000)) parts[p.type] = Number(p.value)
  return [parts.year!, parts.month!, parts.day!, parts.hour!, parts.minute!, parts.second!]
}

/**
 * The instant (seconds UTC) at which a clock in `tz` shows the given civil time. In a spring gap the
 * instant after the gap; in an autumn fold the first of the two.
 */
export function instantOf(
  tz: string,
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second) / 1000
  const offsetAt = (t: number) => {
    const [y, mo, d, h, mi, s] = civilOf(t, tz)
    return Date.UTC(y, mo - 1, d, h, mi, s) / 1000 - t
  }
  // Two guesses bracket any transition; the earlier of the instants that read back right wins.
  const candidates = [asUtc - offsetAt(asUtc - 86400), asUtc - offsetAt(asUtc + 86400)]
  const right = candidates.filter(t => t + offsetAt(t) === asUtc)
  return right.length ? Math.min(...right) : Math.max(...candidates)
}

/**
 * Reads a civil date or instant as the interval it names in `tz`.
 *
 * @param text '2018', '2018-11', '2018-11-25', '2018-11-25T14:00', '2018-11-25T14:00:30', the last two
 *   also with 'Z' or '+03:00', which then rule instead of `tz`.
 * @returns the whole year, month, day, minute or second there; 'no-such-day' for 30 February.
 */
export function whenOf(text: string, tz: string): Result<When, DateProblem> {
  const m =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:\d{2})?)?)?)?$/.exec(text)
  if (!m) return fail({ kind: 'not-a-date', input: text })
  const [year, month, day] = [Number(m[1]), Number(m[2] ?? 1), Number(m[3] ?? 1)]
  const [hour, minute, second] = [Number(m[4] ?? 0), Number(m[5] ?? 0), Number(m[6] ?? 0)]
  const check = new Date(Date.UTC(year, month - 1, day))
  // Date.UTC rolls 30 February over to March; a changed month is the only sign.
  if (check.getUTCMonth() !== month - 1 || hour > 23 || minute > 59 || second > 59)
    return fail({ kind: 'no-such-day', input: text })
  try {
    formatOf(tz)
  } catch {
    return fail({ kind: 'no-such-zone', input: tz })
  }
  if (m[4] !== undefined) {
    const zone = m[7]
    const lo =
      zone === undefined
        ? instantOf(tz, year, month, day, hour, minute, second)
        : Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offsetSeconds(zone)
    return ok({ lo, hi: m[6] === undefined ? lo + 59 : lo })
  }
  const lo = instantOf(tz, year, month, day)
  const next = m[3] ? dayAfter(year, month, day) : m[2] ? [year, month + 1, 1] : [year + 1, 1, 1]
  return ok({ lo, hi: instantOf(tz, next[0]!, next[1]!, next[2]!) - 1 })
}

function dayAfter(year: number, month: number, day: number): [number, number, number] {
  const d = new Date(Date.UTC(year, month - 1, day + 1))
  return [d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate()]
}

function offsetSeconds(zone: string): number {
  if (zone === 'Z') return 0
  const sign = zone[0] === '-' ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(4, 6)) * 60)
}

/** '2018-11-25': the civil day that `seconds` falls on in `tz`. */
export function dayOf(seconds: number, tz: string): string {
  const [y, m, d] = civilOf(seconds, tz)
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

/** ISO-8601 duration of days, hours, minutes, seconds or weeks, in seconds: 'P3D', 'PT72H', 'P1W'. Undefined when not one. */
export function secondsOf(duration: string): number | undefined {
  const m = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration)
  if (!m || duration === 'P' || duration.endsWith('T')) return undefined
  const n = (i: number) => Number(m[i] ?? 0)
  return n(1) * 604800 + n(2) * 86400 + n(3) * 3600 + n(4) * 60 + n(5)
}
