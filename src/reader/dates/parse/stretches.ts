import type { StretchPart } from '../date-lexicon.ts'
import type { DateMatch, Expression, YearRef } from '../expression.ts'
import { number, type Parser, past, pastArticle, pastSuffix, seen } from './parser.ts'
import {
  afterYear,
  dayNumberAt,
  isCapital,
  monthAt,
  pointedUnitAt,
  yearNumberAt,
  yearPhraseAt,
  yearTailAt,
} from './pieces.ts'

/**
 * A month, week, quarter or year, with the part of it that is meant: "منتصف آذار المقبل", "early next
 * week", "в начале июля", "yıl sonu", "à la mi-avril".
 */
export function stretchAt(p: Parser, i: number): DateMatch | undefined {
  const loose = seen(p, i, 'loosely')
  const part = seen(p, i, 'part')
  if (part) {
    const inside = stretchAfterPart(p, part.to)
    return (
      inside && {
        ...inside,
        expression: withPart(inside.expression, part.item.part),
        from: i,
        start: part.start,
        prefix: part.prefix,
      }
    )
  }
  const whole = wholeStretchAt(p, i)
  if (whole) return p.lang === 'tr' ? withTurkishPart(p, whole) : whole
  if (loose) {
    const later = wholeStretchAt(p, past(p, loose.to, 'at', 'of'))
    return later && { ...later, from: i, start: loose.start, prefix: loose.prefix }
  }
  if (p.lang === 'tr') return turkishBareUnit(p, i)
  return undefined
}

/** What a part may be a part of; "the end of the year" is the present one. */
function stretchAfterPart(p: Parser, i: number): DateMatch | undefined {
  let j = p.tokens[i]?.text === '-' ? i + 1 : i
  if (p.lang === 'ar' || p.lang === 'en' || p.lang === 'fr') j = past(p, j, 'of')
  j = pastArticle(p, j)
  const whole = wholeStretchAt(p, j)
  if (whole) return whole.weak === 'month' || whole.weak === 'year' ? { ...whole, weak: undefined } : whole
  const unit = seen(p, j, 'unit')
  if (unit?.item.count !== 1 || !LONG.has(unit.item.unit)) return undefined
  // "بداية عام جديد", "the end of a month": only the definite unit is the present one.
  if (p.lang === 'ar' && !p.tokens[unit.to - 1]!.text.startsWith('ال')) return undefined
  return {
    expression: { kind: 'stretch', unit: unit.item.unit, pointing: 'this' },
    start: unit.start,
    from: i,
    to: unit.to,
    prefix: '',
  }
}

const LONG = new Set(['week', 'month', 'quarter', 'half', 'year'])

export function withPart(e: Expression, part: StretchPart): Expression {
  return e.kind === 'month' || e.kind === 'year' || e.kind === 'stretch' || e.kind === 'anaphor'
    ? { ...e, part }
    : e
}

function wholeStretchAt(p: Parser, i: number): DateMatch | undefined {
  return (
    weekOfMonthAt(p, i) ??
    endInOneWord(p, i) ??
    quarterAt(p, i) ??
    pointedStretchAt(p, i) ??
    namedMonthAt(p, i) ??
    yearAt(p, i) ??
    weekendOrSeasonAt(p, i)
  )
}

/** "the first week of May", "الأسبوع الأخير من أيار": a part of that month. */
function weekOfMonthAt(p: Parser, at: number): DateMatch | undefined {
  const i = pastArticle(p, at)
  const order = (j: number) => seen(p, j, 'ordinal') ?? seen(p, j, 'lastOrdinal')
  const [first, second] = p.lang === 'ar' ? [seen(p, i, 'unit'), undefined] : [undefined, order(i)]
  const behind = first ? order(first.to) : second && seen(p, second.to, 'unit')
  const unit = first ?? behind
  const nth = first ? behind : second
  if (unit?.item.k !== 'unit' || unit.item.unit !== 'week' || unit.item.count !== 1 || !nth || !behind)
    return undefined
  const month = monthAt(p, pastArticle(p, past(p, behind.to, 'of')))
  if (!month) return undefined
  const n = nth.item.k === 'ordinal' ? nth.item.n : 5
  if (n > 5) return undefined
  const tail = yearTailAt(p, month.to)
  return {
    expression: {
      kind: 'month',
      month: month.n,
      hijri: month.hijri,
      part: n === 1 ? 'early' : n < 4 ? 'mid' : 'late',
      ...(tail?.year !== undefined ? { year: tail.year } : {}),
      ...(tail?.pointing ? { pointing: tail.pointing } : {}),
    },
    start: (first ?? second)!.start,
    prefix: (first ?? second)!.prefix,
    from: at,
    to: tail?.to ?? month.to,
  }
}

/** "year-end": the end of the present one. */
function endInOneWord(p: Parser, i: number): DateMatch | undefined {
  const word = seen(p, i, 'yearEnd') ?? seen(p, i, 'monthEnd')
  if (!word) return undefined
  const unit = word.item.k === 'yearEnd' ? 'year' : 'month'
  return {
    expression: { kind: 'stretch', unit, pointing: 'this', part: 'end' },
    start: word.start,
    prefix: word.prefix,
    from: i,
    to: word.to,
  }
}

function pointedStretchAt(p: Parser, i: number): DateMatch | undefined {
  const unit = pointedUnitAt(p, i)
  if (!unit || !LONG.has(unit.unit)) return undefined
  const { start, prefix } = unit
  const at = p.lang === 'tr' ? pastSuffix(p, unit.to) : unit.to
  if (unit.unit === 'week') {
    // "geçen hafta salı günü", "next week on Tuesday", "الأسبوع المقبل يوم الثلاثاء"
    const j = past(p, past(p, at, 'at'), 'dayWord')
    const day = seen(p, j, 'weekday')
    if (day && (p.lang === 'tr' || j > at)) {
      const to = p.lang === 'tr' ? past(p, day.to, 'dayWord') : day.to
      return {
        expression: { kind: 'weekday', n: day.item.n, week: unit.pointing },
        start,
        prefix,
        from: i,
        to,
      }
    }
  }
  if (unit.unit === 'year') {
    // Turkish names the year first: "geçen yılın Eylül ayında", "gelecek yılın ilk çeyreği".
    const inside = p.lang === 'tr' ? insideYear(p, at, { pointing: unit.pointing }) : undefined
    if (inside) return { ...inside, start, prefix, from: i }
  }
  return {
    expression: { kind: 'stretch', unit: unit.unit, pointing: unit.pointing },
    start,
    prefix,
    from: i,
    to: unit.to,
  }
}

function insideYear(p: Parser, i: number, year: YearRef): DateMatch | undefined {
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

function namedMonthAt(p: Parser, i: number): DateMatch | undefined {
  const before =
    seen(p, i, 'demonstrative') ?? (p.lexicon.directionSide === 'after' ? undefined : seen(p, i, 'direction'))
  const month = monthAt(p, before ? before.to : i)
  if (!month) return undefined
  const pointing = before ? (before.item.k === 'direction' ? before.item.to : 'this') : undefined
  if (pointing === 'recent') return undefined
  const tail = before ? undefined : yearTailAt(p, month.to)
  if (month.hijri && !tail?.hijri && !hijriStands(p, i, month.to, tail?.pointing !== undefined))
    return undefined
  if (month.short && !tail) return undefined
  const to = tail?.to ?? month.to
  // A month before a day number was read as a day, or is no date ("May 20 people").
  if (!tail && p.lang === 'en' && dayNumberAt(p, to)) return undefined
  const pointed = pointing ?? tail?.pointing
  return {
    expression: {
      kind: 'month',
      month: month.n,
      hijri: month.hijri,
      ...(tail?.year !== undefined ? { year: tail.year } : {}),
      ...(pointed ? { pointing: pointed } : {}),
    },
    start: before ? before.start : month.start,
    prefix: before ? before.prefix : month.prefix,
    from: i,
    to,
    ...(month.weak && !tail && !before && !(p.lang === 'tr' && isCapital(p, i))
      ? { weak: 'month' as const }
      : {}),
  }
}

/** A Hijri month alone is a first name as often: it needs the word for month or a direction. */
const hijriStands = (p: Parser, i: number, _to: number, pointed: boolean): boolean =>
  pointed || seen(p, i, 'monthWord') !== undefined

/** A year: "عام 2018", "2018 года", "2018 yılında", or a bare number, which is weak. */
function yearAt(p: Parser, i: number): DateMatch | undefined {
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
function quarterAt(p: Parser, at: number): DateMatch | undefined {
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

function weekendOrSeasonAt(p: Parser, i: number): DateMatch | undefined {
  const before =
    seen(p, i, 'demonstrative') ?? (p.lexicon.directionSide === 'after' ? undefined : seen(p, i, 'direction'))
  const at = before ? before.to : i
  const kind = seen(p, at, 'weekend') ?? seen(p, at, 'season')
  if (!kind) return undefined
  const tail = yearTailAt(p, kind.to)
  const pointing = before ? (before.item.k === 'direction' ? before.item.to : 'this') : tail?.pointing
  const base = {
    start: before?.start ?? kind.start,
    prefix: before?.prefix ?? kind.prefix,
    from: i,
    to: tail?.to ?? kind.to,
  }
  if (kind.item.k === 'weekend')
    return {
      ...base,
      expression: { kind: 'weekend', ...(pointing ? { pointing } : {}) },
      to: tail?.pointing ? tail.to : kind.to,
    }
  // A season without year or direction is no date (ربيع, spring).
  if (!pointing && tail?.year === undefined) return undefined
  return {
    ...base,
    expression: {
      kind: 'season',
      ...(tail?.year !== undefined ? { year: tail.year } : {}),
      ...(pointing ? { pointing } : {}),
    },
  }
}

/** "Mart sonunda", "bu yıl sonuna": the part stands behind. */
function withTurkishPart(p: Parser, whole: DateMatch): DateMatch {
  const part = seen(p, pastSuffix(p, whole.to), 'part')
  return part
    ? { ...whole, expression: withPart(whole.expression, part.item.part), to: part.to, weak: undefined }
    : whole
}

/** "yıl sonuna kadar", "ayın ortasında": the present year or month, named by a part of it. */
function turkishBareUnit(p: Parser, i: number): DateMatch | undefined {
  const unit = seen(p, i, 'unit')
  if (unit?.item.count !== 1 || !LONG.has(unit.item.unit)) return undefined
  const part = seen(p, unit.to, 'part')
  if (!part) return undefined
  return {
    expression: { kind: 'stretch', unit: unit.item.unit, pointing: 'this', part: part.item.part },
    start: unit.start,
    prefix: '',
    from: i,
    to: part.to,
  }
}
