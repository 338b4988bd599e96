import type { StretchPart } from '../date-lexicon.ts'
import type { DateMatch, Expression } from '../expression.ts'
import { type Parser, past, pastArticle, pastSuffix, seen } from './parser.ts'
import { dayNumberAt, isCapital, monthAt, pointedUnitAt, yearTailAt } from './pieces.ts'
import { insideYear, quarterAt, yearAt } from './years.ts'

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
