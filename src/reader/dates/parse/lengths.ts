import type { Unit } from '../date-lexicon.ts'
import type { DateMatch, Expression } from '../expression.ts'
import { number, type Parser, past, pastArticle, pastGlue, see, seen } from './parser.ts'
import { durationAt, LENGTH_UNITS, monthAt } from './pieces.ts'

/** "three days ago", "قبل يومين", "in two weeks", "within 72 hours", "10 gün içinde". */
export function shiftAt(p: Parser, i: number): DateMatch | undefined {
  return withinAt(p, i) ?? agoOrLaterAt(p, i)
}

function withinAt(p: Parser, i: number): DateMatch | undefined {
  const before = seen(p, i, 'within')
  if (before) {
    const coming = aroundAt(p, before.to)
    if (coming?.expression.kind === 'around' && coming.expression.sign === 1)
      return limited(i, before, coming.to, coming.expression.unit, coming.expression.n)
    const length = durationAt(p, pastArticle(p, before.to))
    if (length && !length.definite && !(p.lang === 'tr' && !seen(p, length.to, 'withinAfter'))) {
      const to = past(p, length.to, 'withinAfter')
      return countsFromEvent(p, to)
        ? { ...limited(i, before, to, length.unit, undefined), limit: true, fromEvent: true }
        : limited(i, before, to, length.unit, length.n)
    }
  }
  const during = seen(p, i, 'during')
  if (during) {
    const coming = aroundAt(p, pastArticle(p, during.to))
    if (
      coming?.expression.kind === 'around' &&
      coming.expression.sign === 1 &&
      coming.expression.n !== undefined
    )
      return limited(i, during, coming.to, coming.expression.unit, coming.expression.n)
  }
  const limit = seen(p, i, 'duringLimit')
  const length = limit && durationAt(p, limit.to)
  if (
    length &&
    !length.definite &&
    !countsFromEvent(p, length.to) &&
    !seen(p, length.to, 'direction') &&
    // "خلال شهر رمضان": the word for month before a name is no length.
    !monthAt(p, limit.to)
  )
    return limited(i, limit, length.to, length.unit, length.n)
  return p.lang === 'tr' ? turkishWithinAt(p, i) : undefined
}

function turkishWithinAt(p: Parser, i: number): DateMatch | undefined {
  const coming = aroundAt(p, i)
  const length =
    coming?.expression.kind === 'around' && coming.expression.sign === 1 ? coming : durationAt(p, i)
  const after = length && seen(p, length.to, 'withinAfter')
  if (!after) return undefined
  const [unit, n] =
    'expression' in length ? [unitOf(length.expression), countOf(length.expression)] : [length.unit, length.n]
  return limited(i, length, after.to, unit, n)
}

const unitOf = (e: Expression): Unit => (e.kind === 'around' ? e.unit : 'day')
const countOf = (e: Expression): number | undefined => (e.kind === 'around' ? e.n : undefined)

function limited(
  from: number,
  begin: { start: number; prefix: string },
  to: number,
  unit: Unit,
  n: number | undefined,
): DateMatch {
  return {
    expression: { kind: 'shift', unit, n, sign: 1, limit: true },
    start: begin.start,
    prefix: begin.prefix,
    from,
    to,
    limit: n !== undefined,
  }
}

function agoOrLaterAt(p: Parser, i: number): DateMatch | undefined {
  for (const [kind, sign] of [
    ['agoBefore', -1],
    ['laterBefore', 1],
  ] as const) {
    const word = seen(p, i, kind)
    const length = word && durationAt(p, word.to)
    // "قبل يومين من التوقيع", "بعد أسبوع على الهجوم": counted from an event, not from publication.
    if (length && !length.definite && LENGTH_UNITS.has(length.unit) && !countsFromEvent(p, length.to))
      return shift(i, word, length.to, length.unit, length.n, sign)
  }
  const length = durationAt(p, i)
  if (!length) return undefined
  for (const [kind, sign] of [
    ['agoAfter', -1],
    ['laterAfter', 1],
  ] as const) {
    const word = seen(p, length.to, kind)
    if (word && !(p.lang === 'tr' && followsAblative(p, i)))
      return shift(i, length, word.to, length.unit, length.n, sign)
  }
  return undefined
}

/** "Toplantıdan üç gün önce": counted from the event in the ablative before it. */
const followsAblative = (p: Parser, i: number): boolean => {
  const before = p.tokens[i - 1]
  return before?.kind === 'word' && /(?:dan|den|tan|ten)$/.test(before.text)
}

function countsFromEvent(p: Parser, i: number): boolean {
  const word = p.tokens[i]?.text
  if (word === undefined) return false
  if (p.lang === 'ar') return word === 'من' || word === 'علي' || word === 'عن'
  if (p.lang === 'fr') return word === 'apres' || word === 'avant'
  if (p.lang === 'ru') return word === 'после' || word === 'до'
  return word === 'of' || word === 'after' || word === 'before'
}

const shift = (
  from: number,
  begin: { start: number; prefix: string },
  to: number,
  unit: Unit,
  n: number | undefined,
  sign: -1 | 1,
): DateMatch => ({
  expression: { kind: 'shift', unit, n, sign, limit: false },
  start: begin.start,
  prefix: begin.prefix,
  from,
  to,
})

/** The last or next N units: "الأيام الثلاثة الماضية", "the past 48 hours", "son üç gün", "ces derniers jours". */
export function aroundAt(p: Parser, at: number): DateMatch | undefined {
  const i = pastGlue(p, at)
  const start = see(p, at)?.start ?? p.tokens[at]?.start
  const prefix = see(p, at)?.prefix ?? ''
  if (start === undefined) return undefined
  const build = (unit: Unit, n: number | undefined, to: number, sign: -1 | 1): DateMatch => ({
    expression: { kind: 'around', unit, n, sign },
    start,
    prefix,
    from: at,
    to,
  })
  const word = leadAt(p, i)
  if (word) {
    const length = durationAt(p, pastGlue(p, word.to)) ?? singleAt(p, word)
    const whole = length && 'bare' in length && !word.one
    if (length && !whole && LENGTH_UNITS.has(length.unit))
      return build(length.unit, length.n, length.to, word.sign)
  }
  if (p.lexicon.directionSide === 'before') return undefined
  // The direction stands behind: the unit, its number, the direction in the orders Arabic and French use.
  const length = durationAt(p, pastArticle(p, i)) ?? frenchAround(p, pastArticle(p, i))
  if (!length || !LENGTH_UNITS.has(length.unit)) return undefined
  let { n, to } = length
  if ('sign' in length) return build(length.unit, n, to, length.sign as -1 | 1)
  if (n === undefined) {
    const g = pastGlue(p, to)
    const counted = number(p, g) ?? definiteNumber(p, g)
    if (counted && (counted.prefix === '' || counted.prefix === 'ال') && Number.isInteger(counted.value))
      ({ value: n, to } = counted)
    else to = past(p, to, 'few')
  }
  const pointed = seen(p, to, 'direction')
  if (!pointed || pointed.item.to === 'this') return undefined
  if (n === 1) return undefined
  to = past(p, pointed.to, 'few')
  return build(length.unit, n, to, pointed.item.to === 'next' ? 1 : -1)
}

/** ثلاثة with its article is not a number word of its own in the book: "الأيام الثلاثة". */
function definiteNumber(p: Parser, i: number): { value: number; to: number; prefix: string } | undefined {
  const n = number(p, i)
  return n && { value: n.value, to: n.to, prefix: n.prefix }
}

type Lead = { readonly sign: -1 | 1; readonly to: number; readonly one: boolean }

function leadAt(p: Parser, i: number): Lead | undefined {
  const article = pastArticle(p, i)
  for (const j of article > i ? [i, article] : [i]) {
    const last = seen(p, j, 'lastOf')
    if (last) return { sign: -1, to: last.to, one: seen(p, j, 'direction')?.item.to !== 'past' }
    const next = seen(p, j, 'nextOf')
    if (next) return { sign: 1, to: next.to, one: seen(p, j, 'direction') === undefined }
    const pointed = p.lexicon.directionSide === 'before' ? seen(p, j, 'direction') : undefined
    if (pointed && pointed.item.to !== 'this')
      return { sign: pointed.item.to === 'next' ? 1 : -1, to: pointed.to, one: false }
  }
  return undefined
}

/** "the past week", "последний месяц": one unit back from publication, not the calendar's. */
function singleAt(p: Parser, lead: Lead): { unit: Unit; n: number; to: number } | undefined {
  const unit = lead.one ? seen(p, lead.to, 'unit') : undefined
  return unit?.item.count === 1 ? { unit: unit.item.unit, n: 1, to: unit.to } : undefined
}

/** "les trois derniers jours": number, direction, unit. */
function frenchAround(p: Parser, i: number): { unit: Unit; n: number; to: number; sign: -1 | 1 } | undefined {
  if (p.lang !== 'fr') return undefined
  const n = number(p, i)
  const pointed = n && seen(p, n.to, 'direction')
  const unit = pointed && seen(p, pointed.to, 'unit')
  if (!unit || pointed.item.to === 'this') return undefined
  return { unit: unit.item.unit, n: n.value, to: unit.to, sign: pointed.item.to === 'next' ? 1 : -1 }
}
