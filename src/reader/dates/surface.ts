import { foldedText } from '../../core/text/fold.ts'
import type { DateMatch, Expression } from './expression.ts'
import type { Parser } from './parse/parser.ts'
import { isAt } from './parse/pieces.ts'

/** What a value was counted from: nothing, the publication day, or a date the text named before. */
export type Basis = 'stated' | 'published' | 'text'

/** What the value of a phrase is counted from. */
export function basisOf(e: Expression): Basis {
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

const basisOfYear = (year: unknown): Basis =>
  typeof year === 'number'
    ? 'stated'
    : typeof year === 'object' && year !== null && 'sameAs' in year
      ? 'text'
      : 'published'

/** The article or preposition that belongs to the phrase in French and Russian. */
export function spanStart(p: Parser, m: DateMatch, limit: boolean): number {
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
