import { type Stretch, sentencesOf } from '../text/sentences.ts'
import { type Scan, scan } from '../text/tokens.ts'
import { type DayNumber, dayOfIso, isoDay } from './calendar.ts'
import type { DayPart, StretchPart } from './date-lexicon.ts'
import type { DateMatch } from './expression.ts'
import { type InContext, matchesIn } from './find-dates.ts'
import { type Lang, type PreparedDates, preparedDates } from './languages.ts'
import { endsStretch, isFixed, isTimely, postposition, setsLimit } from './limits.ts'
import { type Parser, parserOf } from './parse/parser.ts'
import { atClock, resolve } from './resolve.ts'
import { type Basis, basisOf, spanStart } from './surface.ts'
import { signAround, type TenseSign, tenseSignsOf } from './tense.ts'
import type { Granularity, Resolved } from './value.ts'

/** One date in a text, on the exact words it came from. */
export type DateFound = {
  /** UTF-16 offsets in the text, half-open. */
  readonly start: number
  readonly end: number
  readonly surface: string
  /**
   * A day, YYYY-MM, YYYY, YYYY-Www, YYYY-Qn, a minute (Z when the zone is stated, else local) or
   * start/end. Null: the text is vague or its publication day unknown; nothing is invented.
   */
  readonly iso: string | null
  readonly granularity: Granularity
  readonly role?: 'deadline'
  readonly part?: StretchPart | DayPart
  /** 'local' or the IANA zone the text names. */
  readonly tz?: string
  readonly calendar?: 'islamic-umalqura'
  /** What the value was counted from: nothing, the publication day, or a date the text named before. */
  readonly basis: Basis
  /** The clause looks forward: what is dated had not happened yet. */
  readonly forward?: true
  /** For a vague stretch of the past or future, the edge that is known: '../2018-11-28'. */
  readonly within?: string
}

export type DateOptions = {
  readonly lang: Lang
  /** Day or instant of publication, ISO; without it relative dates have no value. */
  readonly publishedAt?: string | undefined
}

/**
 * The dates a text names, in order, none overlapping. Linear in the text. A number is a date only where
 * the grammar says so: scores, roads, resolutions and counts are none.
 */
export function readDates(text: string, options: DateOptions): readonly DateFound[] {
  return readDatesIn(scan(text), options)
}

/** The same for a text already split into tokens. */
export function readDatesIn(scanned: Scan, options: DateOptions): readonly DateFound[] {
  const language = preparedDates(options.lang)
  const p = parserOf(language, scanned)
  const published = options.publishedAt === undefined ? undefined : dayOfIso(options.publishedAt)
  const found: DateFound[] = []
  let anchor: DayNumber | undefined
  for (const sentence of sentencesOf(scanned)) {
    const matches = matchesIn(p, sentence)
    if (!matches.length) continue
    const signs = tenseSignsOf(language.tense, scanned, sentence.from, sentence.to)
    for (const m of matches) {
      const read = readMatch(p, language, m, sentence, signs, published, anchor)
      if (!read) continue
      found.push(read.found)
      anchor = read.day ?? anchor
    }
  }
  return found
}

type Read = { readonly found: DateFound; readonly day: DayNumber | undefined }

function readMatch(
  p: Parser,
  language: PreparedDates,
  m: InContext,
  sentence: Stretch,
  signs: readonly TenseSign[],
  published: DayNumber | undefined,
  anchor: DayNumber | undefined,
): Read | undefined {
  const post = postposition(p, m.to)
  const sign = signAround(signs, language.tense, m.from, m.to)
  const tense = sign?.tense
  if (!isTimely(p, m, tense)) return undefined
  const by =
    m.limit === true || m.before.includes('by') || (m.prefix.includes('ب') && endsStretch(m.expression))
  const noun = setsLimit(p, sentence, m)
  // "Before the end of the year" lies ahead by itself; a bare weekday only where the clause looks there.
  const upTo =
    (post !== undefined || m.before.includes('until') || m.before.includes('before')) &&
    (tense !== 'past' || sign?.promise === true || (isFixed(m.expression) && !sign?.irreal))
  // "They agreed to leave by Sunday" looks forward, "they had left by Sunday" does not.
  const forward = tense === 'future' || noun || (by && !sign?.irreal) || upTo
  const value = resolve(m.expression, { published, anchor, forward, limit: by || noun })
  if (!value) return undefined
  const ahead = value.last === undefined || published === undefined ? forward : value.last >= published
  const limit = by || (noun && ahead) || (upTo && ahead)
  // "The end of" a stretch is a day only where a limit is set, so the value may change with the role.
  const final = limit && !by && !noun ? resolve(m.expression, { published, anchor, forward, limit }) : value
  if (m.limit && !m.fromEvent && value.iso === null && value.granularity !== 'day')
    return built(p, m, value, { limit: false, forward, published })
  return built(p, m, final ?? value, { limit, forward, published, ...(limit && post ? { post } : {}) })
}

type Built = {
  readonly limit: boolean
  readonly forward: boolean
  readonly published: DayNumber | undefined
  readonly post?: { readonly to: number }
}

function built(p: Parser, m: InContext, value: Resolved, how: Built): Read {
  const { text } = p.scanned
  const start = spanStart(p, m, how.limit)
  const end = p.tokens[(how.post ? how.post.to : m.to) - 1]!.end
  const clocked = m.clock && value.granularity === 'day' && value.first !== undefined
  const part = clocked ? undefined : (value.part ?? m.dayPart)
  const e = m.expression
  const hijri = e.kind === 'day' || e.kind === 'month' || e.kind === 'year' ? e.hijri : false
  const within = vagueWithin(value, how.published)
  const found: DateFound = {
    start,
    end,
    surface: text.slice(start, end),
    iso: clocked ? clockedIso(m, value.first!) : value.iso,
    granularity: clocked ? (m.clockTo ? 'range' : 'minute') : value.granularity,
    ...(how.limit ? { role: 'deadline' as const } : {}),
    ...(part ? { part: part === 'end' ? 'late' : part } : {}),
    ...(m.clock?.zone && m.clock.zone !== 'UTC' ? { tz: m.clock.zone } : {}),
    ...(hijri ? { calendar: 'islamic-umalqura' as const } : {}),
    basis: basisOf(e),
    ...(how.forward ? { forward: true as const } : {}),
    ...(within ? { within } : {}),
  }
  return {
    found,
    day: value.granularity === 'range' ? value.last : value.iso === null ? undefined : value.first,
  }
}

/** A minute, or from minute to minute; the zone behind the second clock is said of both. */
function clockedIso(m: DateMatch, day: DayNumber): string {
  const from = m.clock!
  if (!m.clockTo) return atClock(day, from)
  const zone = m.clockTo.zone ?? from.zone
  const zoned = zone ? { zone } : {}
  return `${atClock(day, { ...from, ...zoned })}/${atClock(day, { ...m.clockTo, ...zoned })}`
}

/** "In recent days" has no beginning, but it ends with publication. */
function vagueWithin(value: Resolved, published: DayNumber | undefined): string | undefined {
  if (published === undefined) return undefined
  if (value.granularity === 'vague-past') return `../${isoDay(published)}`
  return value.granularity === 'vague-future' ? `${isoDay(published)}/..` : undefined
}
