import type { Stretch } from '../text/sentences.ts'
import type { DateMatch, Expression } from './expression.ts'
import type { DateItem } from './items.ts'
import { dateAt } from './parse/date-at.ts'
import { number, type Parser, pastGlue, see } from './parse/parser.ts'

/** A match and the kinds of phrase that stand right before it. */
export type InContext = DateMatch & { readonly before: readonly DateItem['k'][] }

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

/** The date phrases of a sentence, in order, each with what stands before it. */
export function matchesIn(p: Parser, sentence: Stretch): InContext[] {
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
