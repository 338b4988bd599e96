import type { Clock } from '../expression.ts'
import { number, type Parser, past, seen, standsAlone } from './parser.ts'

export type ClockSight = {
  readonly clock: Clock
  readonly from: number
  readonly to: number
  readonly start: number
  readonly prefix: string
}

/**
 * A time of the clock with its zone: "الساعة 18:30 بتوقيت غرينتش", "6 p.m.", "20 h 15", "saat 06.30".
 * A bare number is one only behind the word for hour or before am, pm or a zone.
 */
export function clockAt(p: Parser, i: number): ClockSight | undefined {
  const word = seen(p, i, 'clock')
  // "at", "в", "à" are too common to take into the span; ساعة and saat are nouns.
  const noun = word !== undefined && (p.lang === 'ar' || p.lang === 'tr')
  const at = word ? word.to : i
  const face = faceAt(p, at, word !== undefined)
  if (!face) return undefined
  let { hour, minute, to } = face
  const half = half12(p, to, hour)
  if (half) ({ hour, to } = half)
  else if (face.needsHalf) {
    if (!noun && !seen(p, to, 'zone')) return undefined
  }
  if (hour > 24 || minute > 59) return undefined
  let zone: string | undefined
  const bracket = p.tokens[to]?.text === '(' || p.tokens[to]?.text === ','
  const named = seen(p, to, 'zone') ?? (bracket ? seen(p, to + 1, 'zone') : undefined)
  if (named) {
    zone = named.item.tz
    const spanned = !bracket && !(p.lang === 'fr' && zone === 'local')
    // ", heure locale" says the zone but stands outside the phrase.
    if (spanned) ({ to } = named)
  }
  const equal = zone === undefined || zone === 'local' ? bracketed(p, to) : undefined
  if (equal) ({ hour, minute, zone, to } = equal)
  return {
    clock: { hour, minute, ...(zone ? { zone } : {}) },
    from: i,
    to,
    start: noun ? word.start : p.tokens[at]!.start,
    prefix: noun ? word.prefix : '',
  }
}

/** "20:00 (17:00 GMT)": the clock in brackets names its zone and rules. */
function bracketed(
  p: Parser,
  i: number,
): { hour: number; minute: number; zone: string; to: number } | undefined {
  if (p.tokens[i]?.text !== '(') return undefined
  const face = faceAt(p, i + 1, false)
  const zone = face && seen(p, face.to, 'zone')
  if (!zone || p.tokens[zone.to]?.text !== ')') return undefined
  return { hour: face.hour, minute: face.minute, zone: zone.item.tz, to: zone.to + 1 }
}

type Face = { hour: number; minute: number; to: number; needsHalf: boolean }

function faceAt(p: Parser, i: number, worded: boolean): Face | undefined {
  const { tokens } = p
  const token = tokens[i]
  if (token?.kind === 'number') {
    if (token.text.length === 4 && seen(p, i + 1, 'zone') && standsAlone(p, i))
      return {
        hour: Number(token.text.slice(0, 2)),
        minute: Number(token.text.slice(2)),
        to: i + 1,
        needsHalf: false,
      }
    if (token.text.length > 2 || !clockNumberStands(p, i)) return undefined
    const hour = Number(token.text)
    const mark = tokens[i + 1]
    const minutes = tokens[i + 2]
    if (mark && !mark.spaced && minutes?.kind === 'number' && !minutes.spaced && minutes.text.length === 2) {
      if (mark.text === ':')
        return { hour, minute: Number(minutes.text), to: pastSeconds(p, i + 3), needsHalf: false }
      if (
        mark.text === '.' &&
        (worded || seen(p, i + 3, 'am') || seen(p, i + 3, 'pm') || seen(p, i + 3, 'zone'))
      )
        return tokens[i + 3]?.text === '.' && tokens[i + 4]?.kind === 'number' && !tokens[i + 4]!.spaced
          ? undefined
          : { hour, minute: Number(minutes.text), to: i + 3, needsHalf: !worded }
    }
    const hours = seen(p, i + 1, 'hourMark')
    if (hours && p.lang !== 'en') {
      const after = tokens[hours.to]
      if (after?.kind === 'number' && after.text.length === 2 && Number(after.text) < 60)
        return { hour, minute: Number(after.text), to: hours.to + 1, needsHalf: false }
      // "20 heures" behind à is a time; elsewhere it is a length.
      return worded ? { hour, minute: 0, to: hours.to, needsHalf: false } : undefined
    }
    return { hour, minute: 0, to: hours ? hours.to : i + 1, needsHalf: true }
  }
  const named = worded || p.lang === 'ar' ? seen(p, i, 'hour') : undefined
  if (named) {
    const more = pastMinutes(p, named.to)
    return { hour: named.item.n, minute: more.minute, to: more.to, needsHalf: !worded }
  }
  return undefined
}

function clockNumberStands(p: Parser, i: number): boolean {
  const before = p.tokens[i - 1]
  return (
    p.tokens[i]!.spaced || before === undefined || '(«"“-'.includes(before.text) || before.kind === 'word'
  )
}

const pastSeconds = (p: Parser, i: number): number =>
  p.tokens[i]?.text === ':' && p.tokens[i + 1]?.kind === 'number' && !p.tokens[i]!.spaced ? i + 2 : i

/** "والنصف", "والربع", "إلا ربعا", "وعشر دقائق" behind an hour in words. */
function pastMinutes(p: Parser, i: number): { minute: number; to: number } {
  for (const [kind, minute] of [
    ['halfPast', 30],
    ['quarterPast', 15],
    ['quarterTo', -15],
  ] as const) {
    const word = seen(p, i, kind)
    if (word) return { minute, to: word.to }
  }
  const n = number(p, i)
  const unit = n?.prefix === 'و' ? seen(p, n.to, 'unit') : undefined
  return n && unit?.item.unit === 'minute' && n.value < 60
    ? { minute: n.value, to: unit.to }
    : { minute: 0, to: i }
}

/** Morning and evening turn a twelve-hour face into twenty-four hours. */
function half12(p: Parser, i: number, hour: number): { hour: number; to: number } | undefined {
  const of = p.lang === 'ar' ? past(p, i, 'of') : i
  const am = seen(p, of, 'am') ?? seen(p, i, 'am')
  if (am) return hour <= 12 ? { hour: hour % 12, to: am.to } : undefined
  const pm = seen(p, of, 'pm') ?? seen(p, i, 'pm')
  if (!pm || hour > 12) return undefined
  // ليلا from midnight to four is after midnight.
  const night = p.tokens[pm.to - 1]!.text === 'ليلا'
  if (night && (hour === 12 || hour < 5)) return { hour: hour % 12, to: pm.to }
  return { hour: (hour % 12) + 12, to: pm.to }
}
