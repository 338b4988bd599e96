import type { Stretch } from '../text/sentences.ts'
import type { DateMatch, Expression } from './expression.ts'
import type { InContext } from './find-dates.ts'
import { type Parser, past, pastSuffix, seen } from './parse/parser.ts'
import { isAt } from './parse/pieces.ts'

/** Does the phrase itself say on which side of publication it lies? */
export const isFixed = (e: Expression): boolean =>
  ('year' in e && e.year !== undefined) ||
  ('pointing' in e && e.pointing !== undefined) ||
  e.kind === 'relative' ||
  (e.kind === 'day' && typeof e.month === 'object')

/** Is it the end of a stretch that is named? */
export const endsStretch = (e: Expression): boolean =>
  (e.kind === 'stretch' || e.kind === 'month' || e.kind === 'year') && e.part === 'end'

/**
 * Lengths of time are dates only where they point somewhere: "in three days" looks forward, "after two
 * days" in a story counts from a day the story named.
 */
export function isTimely(p: Parser, m: InContext, tense: string | undefined): boolean {
  const e = m.expression
  if (e.kind !== 'shift') return true
  if (e.limit)
    return isAt(p, m.from, 'duringLimit')
      ? tense === 'future'
      : tense !== 'past' || p.lang === 'tr' || isAt(p, m.from, 'within')

  return e.sign < 0 || tense === 'future'
}

/** A Turkish postposition behind the date: "-e kadar", "-den önce". */
export function postposition(
  p: Parser,
  i: number,
): { kind: 'untilAfter' | 'beforeAfter'; to: number } | undefined {
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
export function setsLimit(p: Parser, sentence: Stretch, m: DateMatch): boolean {
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
