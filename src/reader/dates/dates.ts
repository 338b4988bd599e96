import { foldedText } from '../../core/text/fold.ts'
import { type Stretch, sentencesOf } from '../text/sentences.ts'
import { type Scan, scan } from '../text/tokens.ts'
import { type DayNumber, dayOfIso, isoDay } from './calendar.ts'
import type { DayPart, StretchPart } from './date-lexicon.ts'
import type { DateMatch, Expression } from './expression.ts'
import type { DateItem } from './items.ts'
import { type Lang, type PreparedDates, preparedDates } from './languages.ts'
import { dateAt } from './parse/date-at.ts'
import { number, type Parser, parserOf, past, pastGlue, pastSuffix, see, seen } from './parse/parser.ts'
import { isAt } from './parse/pieces.ts'
import { atClock, type Granularity, type Resolved, resolve } from './resolve.ts'
import { signAround, type TenseSign, tenseSignsOf } from './tense.ts'

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
  readonly basis: 'stated' | 'published' | 'text'
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

/** A match and the kinds of phrase that stand right before it. */
type InContext = DateMatch & { readonly before: readonly DateItem['k'][] }

const CONTEXT: ReadonlySet<DateItem['k']> = new Set([
  'by',
  'before',
  'until',
  'since',
  'from',
  'at',
  'within',
  'during',
  'every',
  'namesBefore',
  'dayWord',
  'monthWord',
  'yearWord',
  'about',
  'of',
  'between',
  'rangeTo',
  'rangeAnd',
  'dayPart',
  'clock',
  'equals',
  'laterBefore',
  'agoBefore',
])
const ARTICLES = new Set(['the', 'le', 'la', 'les', 'l', "'"])

function matchesIn(p: Parser, sentence: Stretch): InContext[] {
  const found: InContext[] = []
  /** Kinds of the phrases that end at a token. */
  const ended = new Map<number, readonly DateItem['k'][]>()
  const last = lastCore(p, sentence)
  let core = sentence.from - 1
  let i = sentence.from
  // Behind the last word that can date anything nothing is left to find.
  while (i <= last) {
    while (core < i || !isCore(p, core)) core++
    const sight = see(p, i)
    const token = p.tokens[i]!
    if (sight?.means.some(m => m.k === 'names')) {
      i = sight.to
      continue
    }
    const before = (ended.get(i) ?? []).slice(-CONTEXT_KINDS)
    if (core - i <= CORE_REACH && mayBegin(p, i, sight !== undefined)) {
      const match = dateAt(p, i)
      if (match && match.to <= sentence.to && isMeant(p, match, before)) {
        found.push({ ...match, before })
        for (const other of match.more ?? []) found.push({ ...other, before })
        i = Math.max(match.to, match.more?.at(-1)?.to ?? 0)
        continue
      }
      if (match && before.includes('namesBefore')) {
        // The rest of a name is no date either.
        i = Math.max(match.to, i + 1)
        continue
      }
    }
    const kinds = sight?.means.map(m => m.k).filter(k => CONTEXT.has(k)) ?? []
    if (kinds.length) ended.set(sight!.to, [...(ended.get(sight!.to) ?? []), ...before, ...kinds])
    else if (ARTICLES.has(token.text) && before.length)
      ended.set(i + 1, [...(ended.get(i + 1) ?? []), ...before])
    i++
  }
  return sharedDirections(found)
}

/** "الثلاثاء والأربعاء الماضيين": the direction behind the last weekday is said of both. */
function sharedDirections(matches: InContext[]): InContext[] {
  for (let i = matches.length - 2; i >= 0; i--) {
    const [a, b] = [matches[i]!, matches[i + 1]!]
    const [x, y] = [a.expression, b.expression]
    if (x.kind !== 'weekday' || y.kind !== 'weekday' || x.pointing || x.week || !y.pointing) continue
    if (b.from - a.to <= 1) matches[i] = { ...a, expression: { ...x, pointing: y.pointing } }
  }
  return matches
}

/** How many kinds before a date are looked at; a text of prepositions alone must not pile them up. */
const CONTEXT_KINDS = 12

/** Phrases without which nothing is a date. */
const CORE: ReadonlySet<DateItem['k']> = new Set([
  'month',
  'weekday',
  'unit',
  'relative',
  'anaphor',
  'weekend',
  'season',
  'yearWord',
  'thisYear',
  'lastYear',
  'yearEnd',
  'monthEnd',
])
/** How many tokens a date may begin before its first such phrase: "الساعة السابعة والنصف من مساء يوم …". */
const CORE_REACH = 12

/** Can token `i` be what makes a phrase a date: a month, a unit of time, a year, a date in digits? */
function isCore(p: Parser, i: number): boolean {
  const token = p.tokens[i]
  if (!token) return true
  if (token.kind === 'number') {
    const mark = p.tokens[i + 1]?.text
    return token.text.length === 4 || mark === '/' || mark === '.' || mark === '-'
  }
  if (token.kind !== 'word') return false
  const means = see(p, i)?.means
  if (means?.some(m => CORE.has(m.k))) return true
  // "في 17 الجاري", "في 20 منه"
  return (
    p.tokens[i - 1]?.kind === 'number' &&
    (token.text === 'منه' || means?.some(m => m.k === 'direction') === true)
  )
}

function lastCore(p: Parser, sentence: Stretch): number {
  for (let i = sentence.to - 1; i >= sentence.from; i--) if (isCore(p, i)) return i
  return -1
}

const mayBegin = (p: Parser, i: number, sighted: boolean): boolean => {
  const token = p.tokens[i]!
  return sighted || token.kind === 'number' || token.text === 'q' || token.text === 't' || numberBegins(p, i)
}

const numberBegins = (p: Parser, i: number): boolean => {
  const token = p.tokens[i]!
  if (token.kind !== 'word') return false
  // "a" begins "a year ago" without being a number; "الـ48" begins with its article.
  return p.lang === 'ar' ? number(p, i) !== undefined || pastGlue(p, i) > i : p.numbers.book.has(token.text)
}

/** Does the text mean a date here? Weak names need company; "every Friday" and the Movement of 23 March are none. */
function isMeant(p: Parser, m: DateMatch, before: readonly DateItem['k'][]): boolean {
  const has = (...kinds: DateItem['k'][]) => kinds.some(k => before.includes(k))
  const e = m.expression
  if (
    has('every') &&
    (e.kind === 'weekday' || e.kind === 'stretch' || e.kind === 'month' || e.kind === 'relative')
  )
    return false
  if (has('namesBefore') && isNamed(e)) return false
  if (e.kind === 'shift' && e.sign === 1 && !e.limit && p.lang === 'en' && e.n === undefined) return false
  const attached = /[بل]/.test(m.prefix)
  switch (m.weak) {
    case 'month':
      return (
        attached ||
        has('at', 'since', 'until', 'by', 'before', 'from', 'monthWord', 'rangeTo', 'during', 'of', 'within')
      )
    case 'weekday':
      return attached || has('at', 'since', 'until', 'by', 'before', 'from', 'dayWord', 'rangeTo')
    case 'year':
      return attached ? m.prefix.includes('ل') : yearMeant(p, m, before)
    default:
      return true
  }
}

/** "ثورة 25 يناير": a name made of a day and month carries no year and no direction. */
const isNamed = (e: Expression): boolean =>
  ((e.kind === 'day' || e.kind === 'month') && e.year === undefined && e.pointing === undefined) ||
  (e.kind === 'weekday' && e.pointing === undefined) ||
  e.kind === 'relative'

/** Prepositions behind which a bare four-digit number is a year. */
const YEAR_PREPOSITIONS = new Set(['في', 'in', 'en', 'منذ', 'since', 'depuis', 'خلال', 'during'])

function yearMeant(p: Parser, m: DateMatch, before: readonly DateItem['k'][]): boolean {
  if (before.includes('about')) return false
  const word = p.tokens[m.from - 1]
  if (word && YEAR_PREPOSITIONS.has(word.text.replace(/^[وف](?=في$|منذ$|خلال$)/, ''))) return true
  return before.some(k => k === 'since' || k === 'by' || k === 'until' || k === 'before') && p.lang !== 'ru'
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

/** Does the phrase itself say on which side of publication it lies? */
const isFixed = (e: Expression): boolean =>
  ('year' in e && e.year !== undefined) ||
  ('pointing' in e && e.pointing !== undefined) ||
  e.kind === 'relative' ||
  (e.kind === 'day' && typeof e.month === 'object')

const endsStretch = (e: Expression): boolean =>
  (e.kind === 'stretch' || e.kind === 'month' || e.kind === 'year') && e.part === 'end'

/**
 * Lengths of time are dates only where they point somewhere: "in three days" looks forward, "after two
 * days" in a story counts from a day the story named.
 */
function isTimely(p: Parser, m: InContext, tense: string | undefined): boolean {
  const e = m.expression
  if (e.kind !== 'shift') return true
  if (e.limit)
    return isAt(p, m.from, 'duringLimit')
      ? tense === 'future'
      : tense !== 'past' || p.lang === 'tr' || isAt(p, m.from, 'within')

  return e.sign < 0 || tense === 'future'
}

/** A Turkish postposition behind the date: "-e kadar", "-den önce". */
function postposition(p: Parser, i: number): { kind: 'untilAfter' | 'beforeAfter'; to: number } | undefined {
  if (p.lang !== 'tr') return undefined
  const at = past(p, pastSuffix(p, i), 'dayWord')
  const until = seen(p, at, 'untilAfter')
  if (until) return { kind: 'untilAfter', to: until.to }
  const before = seen(p, at, 'beforeAfter')
  return before && { kind: 'beforeAfter', to: before.to }
}

/** How many tokens away a word like "deadline" still speaks of this date. */
const LIMIT_REACH = 14

/** Does a word like "deadline" make this date a limit, one that neither begins here nor is over? */
function setsLimit(p: Parser, sentence: Stretch, m: DateMatch): boolean {
  if (!LIMITABLE.has(m.expression.kind)) return false
  const last = p.lexicon.tense.verbLast
  const from = Math.max(sentence.from, m.from - (last ? 3 : LIMIT_REACH))
  const to = Math.min(sentence.to, m.to + (last ? LIMIT_REACH : 3))
  let set = false
  for (let i = from; i < to; i++) {
    // Behind the date another clause may begin, whose limit is not this one.
    if (!last && i >= m.to && opensClause(p, i)) break
    if (isAt(p, i, 'expired')) return false
    if (isAt(p, i, 'limits') && !(i > 0 && isAt(p, i - 1, 'limitStarts'))) set = true
  }
  return set
}

const opensClause = (p: Parser, i: number): boolean =>
  p.tokens[i]!.kind === 'mark' ||
  (p.lang === 'ar' && p.tokens[i]!.text.startsWith('و')) ||
  CONJUNCTIONS.has(p.tokens[i]!.text)

const CONJUNCTIONS = new Set(['and', 'but', 'и', 'а', 'но', 'et', 'mais', 'while'])

const LIMITABLE: ReadonlySet<string> = new Set([
  'day',
  'weekday',
  'relative',
  'stretch',
  'month',
  'year',
  'anaphor',
])

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

function basisOf(e: Expression): DateFound['basis'] {
  switch (e.kind) {
    case 'day':
      if (e.gregorian) return basisOf(e.gregorian)
      if (typeof e.month === 'object' && 'sameAs' in e.month) return 'text'
      return basisOfYear(e.year)
    case 'month':
    case 'quarter':
    case 'half':
    case 'season':
    case 'year':
      return basisOfYear(e.year)
    case 'range':
      return basisOf(e.last)
    case 'anaphor':
      return 'text'
    case 'ambiguous':
      return 'stated'
    default:
      return 'published'
  }
}

const basisOfYear = (year: unknown): DateFound['basis'] =>
  typeof year === 'number'
    ? 'stated'
    : typeof year === 'object' && year !== null && 'sameAs' in year
      ? 'text'
      : 'published'

/** The article or preposition that belongs to the phrase in French and Russian. */
function spanStart(p: Parser, m: DateMatch, limit: boolean): number {
  const starts = p.lexicon.spanStarts
  if (limit && starts.limit) {
    const at = phraseBefore(p, m.from, starts.limit)
    if (at !== undefined) return at
  }
  const e = m.expression
  const lead = m.clock === undefined && m.dayPart === undefined
  const part = ('part' in e && e.part !== undefined) || (p.lang === 'en' && isAt(p, m.from, 'dayPart'))
  const list = part
    ? starts.part
    : isAt(p, m.from, 'weekday')
      ? starts.weekday
      : e.kind === 'day' || e.kind === 'ambiguous'
        ? lead || p.lang === 'fr'
          ? starts.day
          : undefined
        : e.kind === 'weekday'
          ? starts.weekday
          : e.kind === 'month' || (e.kind === 'year' && starts.month)
            ? starts.month
            : e.kind === 'stretch' ||
                e.kind === 'year' ||
                e.kind === 'quarter' ||
                e.kind === 'half' ||
                e.kind === 'around' ||
                e.kind === 'weekend'
              ? starts.stretch
              : undefined
  if (!list) return m.start
  return phraseBefore(p, m.from, list) ?? m.start
}

/** Where the longest phrase of the list begins that ends right before token `at`. */
function phraseBefore(p: Parser, at: number, list: string): number | undefined {
  for (const phrase of list.split('|').sort((a, b) => b.length - a.length)) {
    const words = foldedText(phrase).match(/[^\s']+|'/g) ?? []
    const from = at - words.length
    if (from >= 0 && words.every((w, k) => p.tokens[from + k]!.text === w)) return p.tokens[from]!.start
  }
  return undefined
}
