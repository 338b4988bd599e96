import type { DateMatch, YearRef } from '../expression.ts'
import { number, type Parser, past, pastArticle, pastSuffix, seen } from './parser.ts'
import { afterYear, monthAt, yearNumberAt, yearPhraseAt } from './pieces.ts'

/** A year: "عام 2018", "2018 года", "2018 yılında", or a bare number, which is weak. */
export function yearAt(p: Parser, i: number): DateMatch | undefined {
  const word = seen(p, i, 'yearWord')
  const at = word ? word.to : i
  const year = yearNumberAt(p, at)
  if (!year) return undefined
  const start = word ? word.start : p.tokens[i]!.start
  let to = afterYear(p, year.to)
  const after = pastSuffix(p, to)
  if (p.lang === 'tr') {
    const inside = insideYear(p, after, year.year)
    if (inside) return { ...inside, start, prefix: '', from: i }
    // A part follows the bare case: "2019'un başında".
    const part = seen(p, after, 'part')
    if (part || (after > to && /^[dt][ae]/.test(p.tokens[after - 1]!.text))) {
      if (part)
        return {
          expression: { kind: 'year', year: year.year, hijri: false, part: part.item.part },
          start,
          prefix: '',
          from: i,
          to: part.to,
        }
      return {
        expression: { kind: 'year', year: year.year, hijri: false },
        start,
        prefix: '',
        from: i,
        to: year.to,
      }
    }
  }
  const sure = word !== undefined || to > year.to || year.to > at + 1
  if (!sure && isCounting(p, year.to)) return undefined
  if (
    p.tokens[to]?.text === '-' &&
    p.tokens[to + 1]?.kind === 'word' &&
    !p.tokens[to]!.spaced &&
    !p.tokens[to + 1]!.spaced
  )
    to = year.to
  return {
    expression: { kind: 'year', year: year.year, hijri: year.hijri },
    start,
    prefix: word?.prefix ?? '',
    from: i,
    to,
    ...(sure ? {} : { weak: 'year' as const }),
  }
}

/** Does the word after a number look like what it counts? "2024 خرقاً", "1999 barrels", "2010 человек". */
function isCounting(p: Parser, i: number): boolean {
  const next = p.tokens[i]
  if (next?.kind !== 'word' || !next.spaced) return next?.text === '%'
  if (number(p, i)) return true
  switch (p.lang) {
    case 'ar': {
      // The counted noun after 11 and more is accusative: تنوين فتح, written or not.
      const written = p.scanned.text.slice(next.start, next.end)
      return /\u064b/.test(written) || /(?:[^وا]|ي)ا$/.test(next.text) || COUNTED_AR.has(next.text)
    }
    case 'en':
      return (
        /^[a-z]/.test(p.scanned.text[next.start]!) &&
        /(?:[^s]s|people|men|women|children)$/.test(next.text) &&
        next.text.length > 3
      )
    case 'fr':
      return /[sx]$/.test(next.text) && next.text.length > 3
    case 'ru':
      return !/^(?:г|год)/.test(next.text) && /(?:ов|ев|ей|ек|ий|ых|их|иц|ек)$/.test(next.text)
    default:
      return true
  }
}

const COUNTED_AR = new Set(
  'شخص مدني مقاتل جندي اسير نازح خرق قذيفه غاره كم طن دولار عنصر لاجي معتقل محتجز عايله اسره'.split(' '),
)

/** "الربع الأول من العام المقبل", "the second half of 2021", "Q3 2020", "первый квартал 2022 года". */
export function quarterAt(p: Parser, at: number): DateMatch | undefined {
  const i = pastArticle(p, at)
  const short = shortQuarter(p, i)
  let found: { n: number; kind: 'quarter' | 'half'; to: number; start: number; prefix: string } | undefined =
    short
  const ordinal = seen(p, i, 'ordinal')
  const unit = ordinal ? seen(p, ordinal.to, 'unit') : undefined
  if (ordinal && unit?.item.count === 1 && isPart(unit.item.unit))
    found = {
      n: ordinal.item.n,
      kind: unit.item.unit,
      to: unit.to,
      start: p.tokens[at]!.start,
      prefix: ordinal.prefix,
    }
  const first = p.lang === 'ar' ? seen(p, i, 'unit') : undefined
  const after = first && seen(p, first.to, 'ordinal')
  if (first && after && isPart(first.item.unit))
    found = { n: after.item.n, kind: first.item.unit, to: after.to, start: first.start, prefix: first.prefix }
  if (!found || found.n > (found.kind === 'quarter' ? 4 : 2)) return undefined
  const year = yearPhraseAt(p, found.to, true) ?? presentYearAt(p, found.to)
  // "the first half" alone may be of a match; "النصف الأول" too.
  if (!year && found.kind === 'half') return undefined
  return {
    expression: { kind: found.kind, n: found.n, ...(year?.year !== undefined ? { year: year.year } : {}) },
    start: found.start,
    prefix: found.prefix,
    from: at,
    to: year?.to ?? found.to,
  }
}

const isPart = (unit: string): unit is 'quarter' | 'half' => unit === 'quarter' || unit === 'half'

/** "of the year", "من العام": the present one. */
function presentYearAt(p: Parser, i: number): { year: YearRef; to: number } | undefined {
  const of = past(p, i, 'of')
  const unit = of > i ? seen(p, pastArticle(p, of), 'unit') : undefined
  return unit?.item.unit === 'year' && unit.item.count === 1
    ? { year: { pointing: 'this' }, to: unit.to }
    : undefined
}

function shortQuarter(
  p: Parser,
  i: number,
): { n: number; kind: 'quarter'; to: number; start: number; prefix: string } | undefined {
  const [letter, digit] = [p.tokens[i], p.tokens[i + 1]]
  if (letter?.text !== 'q' && letter?.text !== 't') return undefined
  if (digit?.kind !== 'number' || digit.spaced || !/^[1-4]$/.test(digit.text)) return undefined
  if (!yearPhraseAt(p, i + 2, true)) return undefined
  return { n: Number(digit.text), kind: 'quarter', to: i + 2, start: letter.start, prefix: '' }
}

/** What a Turkish year holds: "geçen yılın Eylül ayında", "gelecek yılın ilk çeyreği". */
export function insideYear(p: Parser, i: number, year: YearRef): DateMatch | undefined {
  const month = monthAt(p, i)
  if (month)
    return {
      expression: { kind: 'month', month: month.n, hijri: month.hijri, year },
      start: month.start,
      from: i,
      to: month.to,
      prefix: '',
    }
  const quarter = quarterAt(p, i)
  return quarter && (quarter.expression.kind === 'quarter' || quarter.expression.kind === 'half')
    ? { ...quarter, expression: { ...quarter.expression, year } }
    : undefined
}
