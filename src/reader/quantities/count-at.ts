import { longestArabicPhrase } from '../text/phrases.ts'
import { type Counter, numberStandingAt, type Seen, see, seen } from './counter.ts'
import type { Bound } from './items.ts'
import type { NumberSight } from './number-words.ts'

/** A number with its noun, bound and side as they stand in a text, before its context is weighed. */
export type Count = {
  readonly value: number | readonly [number, number] | null
  /** Undefined: no noun; only a word of death or injury beside it can make it one. */
  readonly unit: string | undefined
  readonly bound?: Bound
  readonly perSide: boolean
  readonly vague?: string
  /** "30 others": counted like those before. */
  readonly others: boolean
  /** A bare singular ("مقتل جندي", "un soldat"): a count of one only where somebody came to harm. */
  readonly needsCasualty: boolean
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
  /** Where the number itself begins, behind its bound. */
  readonly numberStart: number
  /** Particles before the number (Arabic). */
  readonly prefix: string
}

type Amount = {
  readonly value: number | readonly [number, number] | null
  readonly vague?: string
  readonly bound?: Bound
  readonly to: number
  readonly start: number
  readonly numberStart: number
  readonly prefix: string
  readonly definite: boolean
}

/** The count that begins at token `i`, within tokens before `limit`. */
export function countAt(c: Counter, i: number, limit: number): Count | undefined {
  // "от 15 до 20" is a range; "от" alone would be a bound.
  const lead =
    seen(c, i, 'between') && rangeFrom(c, seen(c, i, 'between')!.to, true) ? undefined : seen(c, i, 'bound')
  const at = lead ? lead.to : i
  const amount = amountAt(c, at)
  if (!amount) {
    const alone = lead ? undefined : nounAloneAt(c, i)
    return alone && isFrame(c, i, alone) ? undefined : alone
  }
  if (!lead && isNamed(c, i)) return undefined
  const full = lead ? { ...amount, bound: lead.item.bound, start: lead.start, prefix: lead.prefix } : amount
  const count = withNoun(c, i, full)
  return count && count.to <= limit && !isTrivial(count) && !isFrame(c, i, count) ? count : undefined
}

/** "Resolution 2254", "aged 12", "رقم 7": a number behind such a word is a name. */
function isNamed(c: Counter, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const sight = see(c, k)
    if (sight && sight.to === i && sight.means.some(m => m.k === 'namesBefore')) return true
  }
  return false
}

const TIME = new Set(['minute', 'hour', 'day', 'week', 'month', 'year'])

/** "in one night", "within a month": one unit of time is a manner of speaking. */
const isTrivial = (count: Count): boolean =>
  count.value === 1 && count.unit !== undefined && TIME.has(count.unit)

/** "within two weeks", "خلال يومين", "iki gün içinde": when it happened, not how long it took. */
function isFrame(c: Counter, i: number, count: Count): boolean {
  if (count.unit === undefined || !TIME.has(count.unit)) return false
  if (see(c, i)?.means.some(m => m.k === 'spans') || see(c, count.to)?.means.some(m => m.k === 'spansAfter'))
    return true
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const sight = see(c, k)
    if (sight?.to === i && sight.means.some(m => m.k === 'spans')) return true
  }
  return false
}

function amountAt(c: Counter, i: number): Amount | undefined {
  const vague = seen(c, i, 'vague')
  if (vague) {
    return {
      value: null,
      vague: vague.item.name,
      to: vague.to,
      start: vague.start,
      numberStart: vague.start,
      prefix: vague.prefix,
      definite: true,
    }
  }
  const between = seen(c, i, 'between')
  const ranged = between && rangeFrom(c, between.to, true)
  if (ranged) return { ...ranged, start: between.start, prefix: between.prefix }
  return rangeFrom(c, i, false) ?? oneNumber(c, i)
}

function oneNumber(c: Counter, i: number): Amount | undefined {
  const n = numberStandingAt(c, i)
  if (!n) return undefined
  const round = n.digits ? undefined : seen(c, n.to - 1, 'roundWords')
  const sign = signBefore(c, i)
  return {
    value: n.value,
    ...(round || wordRound(c, i, n.to) ? { bound: 'approx' as const } : {}),
    to: n.to,
    start: sign ?? n.start,
    numberStart: n.start,
    prefix: n.prefix,
    definite: n.prefix.includes('ال'),
  }
}

/** "une dizaine": approximate by itself. */
function wordRound(c: Counter, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (seen(c, k, 'roundWords')) return true
  return false
}

/** "$5", "%40": the sign before a number is its unit and stands in the span. */
function signBefore(c: Counter, i: number): number | undefined {
  const before = c.tokens[i - 1]
  return before?.spaced && !c.tokens[i]!.spaced && (before.text === '$' || before.text === '%')
    ? before.start
    : undefined
}

/** "8 to 12", "ثمانية و12" behind between, "10-15", "two or three". */
function rangeFrom(c: Counter, i: number, between: boolean): Amount | undefined {
  const a = numberStandingAt(c, i)
  if (!a) return undefined
  let j = a.to
  const to = seen(c, j, 'to')
  const or = seen(c, j, 'or')
  const dash = to !== undefined && c.tokens[j]!.text === '-'
  if (to && (between || dash || AND_FREE.has(c.tokens[j]!.text))) j = to.to
  else if (or) j = or.to
  else if (between && c.lang === 'ar') j = c.tokens[j]?.text === 'و' ? j + 1 : j
  else return undefined
  const b = numberStandingAt(c, j)
  if (!b || (j === a.to && !b.prefix.startsWith('و') && c.tokens[j]?.text !== 'و')) return undefined
  const values = edges(a, b)
  if (!values) return undefined
  return { value: values, to: b.to, start: a.start, numberStart: a.start, prefix: a.prefix, definite: false }
}

/** Words that make a range without "between": to, إلى, ila. "and" does not. */
const AND_FREE = new Set(['to', 'الي', 'ila', 'до', 'حتي', 'a'])

/** Low and high; "8 to 12 thousand" scales both. */
function edges(a: NumberSight, b: NumberSight): readonly [number, number] | undefined {
  if (b.value <= a.value) return undefined
  for (const scale of [1e6, 1000])
    if (
      b.value >= scale * 2 &&
      a.value < scale &&
      b.value % scale === 0 &&
      a.value > 0 &&
      b.value / scale > a.value &&
      b.value / scale < 1000 &&
      b.scaled
    )
      return [a.value * scale, b.value]
  return [a.value, b.value]
}

function withNoun(c: Counter, from: number, amount: Amount): Count | undefined {
  let at = amount.to
  let bound = amount.bound
  const tail = boundBehind(c, at)
  if (tail) {
    bound ??= tail.bound
    at = tail.to
  }
  const noun = nounBehind(c, at, amount)
  if (noun) {
    at = noun.to
    const end = boundBehind(c, at)
    if (end && c.lang !== 'tr') {
      bound ??= end.bound
      at = end.to
    }
    const side = seen(c, at, 'perSide')
    return counted(c, from, amount, bound, noun.unit, side ? side.to : at, { perSide: side !== undefined })
  }
  if (amount.value === null) return undefined
  // "50 from each side": what sides give each other are persons.
  const side = seen(c, at, 'perSide')
  if (side) return counted(c, from, amount, bound, 'person', side.to, { perSide: true })
  const sign = signUnit(c, amount)
  if (sign) return counted(c, from, amount, bound, sign, at, {})
  const others = seen(c, at, 'others')
  if (others && (others.prefix === '' || others.prefix === 'ال'))
    return counted(c, from, amount, bound, undefined, others.to, { others: true })
  return canStandAlone(c, at) ? counted(c, from, amount, bound, undefined, at, {}) : undefined
}

function signUnit(c: Counter, amount: Amount): string | undefined {
  const sign = amount.start < amount.numberStart ? c.scanned.text[amount.start] : undefined
  return sign === '$' ? 'usd' : sign === '%' ? 'percent' : undefined
}

function counted(
  c: Counter,
  from: number,
  amount: Amount,
  bound: Bound | undefined,
  unit: string | undefined,
  to: number,
  more: { perSide?: boolean; others?: boolean; needsCasualty?: boolean },
): Count {
  return {
    value: amount.value,
    unit,
    ...(bound ? { bound } : {}),
    ...(amount.vague !== undefined ? { vague: amount.vague } : {}),
    perSide: more.perSide ?? false,
    others: more.others ?? false,
    needsCasualty: more.needsCasualty ?? false,
    from,
    to,
    start: amount.start,
    end: c.tokens[to - 1]!.end,
    numberStart: amount.numberStart,
    prefix: amount.prefix,
  }
}

function boundBehind(c: Counter, i: number): { bound: Bound; to: number } | undefined {
  const found = seen(c, i, 'boundAfter')
  return found && found.prefix === '' ? { bound: found.item.bound, to: found.to } : undefined
}

type Noun = { readonly unit: string; readonly to: number }

/** How many describing words may stand between a number and its noun. */
const SKIP: Readonly<Record<string, number>> = { ar: 0, en: 3, ru: 3, tr: 3, fr: 2 }

/** The noun a number counts: right behind it, behind "of", or behind a few adjectives. */
function nounBehind(c: Counter, i: number, amount: Amount): Noun | undefined {
  const hyphen = c.lang === 'en' && c.tokens[i]?.text === '-' && !c.tokens[i]!.spaced
  const of = seen(c, i, 'of')
  const at = hyphen ? i + 1 : of && of.prefix === '' ? of.to : i
  const direct = nounAt(c, at, of !== undefined || amount.vague !== undefined || amount.definite)
  if (direct) return direct
  if (of && c.lang !== 'fr') return undefined
  for (let skip = 1; skip <= SKIP[c.lang]!; skip++) {
    const word = c.tokens[at + skip - 1]
    if (word?.kind !== 'word' || c.stops.has(word.text) || isMarker(c, at + skip - 1)) return undefined
    const noun = nounAt(c, at + skip, false)
    if (noun) return noun
  }
  return undefined
}

/** Words with a job of their own in the grammar are no adjectives. */
const isMarker = (c: Counter, i: number): boolean =>
  see(c, i)?.means.some(m => m.k !== 'others' && m.k !== 'noun' && m.k !== 'of') ?? false

function nounAt(c: Counter, i: number, definite: boolean): Noun | undefined {
  const noun = seen(c, i, 'noun') ?? (c.lang === 'ar' && definite ? possessedAt(c, i) : undefined)
  if (!noun) return undefined
  if (c.lang !== 'ar') return { unit: noun.item.unit, to: noun.to }
  if (noun.prefix !== '' && !(noun.prefix === 'ال' && definite)) return undefined
  const one = seen(c, noun.to, 'twoAfter')
  return { unit: noun.item.unit, to: one ? one.to : noun.to }
}

/** "ثلاثة من جنودها": a noun with a pronoun written onto it. */
function possessedAt(c: Counter, i: number): Seen<'noun'> | undefined {
  const token = c.tokens[i]
  const m = token?.kind === 'word' ? /^(.{3,}?)(?:ها|هم|هما|نا|ه)$/.exec(token.text) : null
  if (!token || !m) return undefined
  for (const stem of [m[1]!, m[1]!.replace(/ت$/, 'ه')]) {
    const bare = [{ ...token, text: stem }]
    const sight = longestArabicPhrase(c.book, bare, 0, c.scanned.folded.map)
    const item = sight?.means.find(x => x.k === 'noun')
    if (item?.k === 'noun') return { item, to: i + 1, start: token.start, prefix: '' }
  }
  return undefined
}

/** A number without a noun counts persons only where nothing else could be counted by it. */
function canStandAlone(c: Counter, i: number): boolean {
  const next = c.tokens[i]
  if (next?.kind !== 'word') return true
  if (c.lang !== 'ar') return true
  return BEHIND_BARE.has(next.text) || /^[وبل]/.test(next.text)
}

const BEHIND_BARE = new Set(
  'في علي من خلال بينهم جراء اثر نتيجه منهم قرب امس اليوم عند منذ حتي بعد قبل خلف داخل عقب جنوب شمال شرق غرب'.split(
    ' ',
  ),
)

/** A noun that is its own count: the dual, a single casualty, "الأسرى الـ50". */
function nounAloneAt(c: Counter, i: number): Count | undefined {
  if (c.lang !== 'ar') return articleCount(c, i)
  const noun = seen(c, i, 'noun')
  if (!noun) return undefined
  const base: Omit<Amount, 'value' | 'to'> = {
    start: noun.start,
    numberStart: noun.start,
    prefix: noun.prefix,
    definite: false,
  }
  const { unit, count } = noun.item
  // إصابة is an injury and the act of being hit: beside another number it is the act.
  if (see(c, i)!.means.some(m => m.k === 'killedBefore' || m.k === 'woundedBefore')) return undefined
  if (noun.prefix.endsWith('ال') || noun.prefix.endsWith('لل')) {
    const number = count === 'many' ? numberStandingAt(c, noun.to) : undefined
    return number?.prefix === 'ال'
      ? counted(c, i, { ...base, value: number.value, to: number.to }, undefined, unit, number.to, {})
      : undefined
  }
  if (count === 2) {
    const two = seen(c, noun.to, 'twoAfter')
    const to = two ? two.to : noun.to
    const side = seen(c, to, 'perSide')
    return counted(c, i, { ...base, value: 2, to }, undefined, unit, side ? side.to : to, {
      perSide: side !== undefined,
    })
  }
  if (count !== 1) return undefined
  const one = seen(c, noun.to, 'oneAfter')
  const amount = { ...base, value: 1, to: one ? one.to : noun.to }
  if (one) return TIME.has(unit) ? undefined : counted(c, i, amount, undefined, unit, one.to, {})
  if (!unit.startsWith('person')) return undefined
  return counted(c, i, amount, undefined, unit, noun.to, { needsCasualty: true })
}

/** "a soldier", "un soldat", "bir asker": one, where somebody came to harm. */
function articleCount(c: Counter, i: number): Count | undefined {
  const word = c.tokens[i]!
  if (!c.numbers.lexicon.weakOne.includes(word.text)) return undefined
  const amount: Amount = {
    value: 1,
    to: i + 1,
    start: word.start,
    numberStart: word.start,
    prefix: '',
    definite: false,
  }
  const noun = nounBehind(c, i + 1, amount)
  if (!noun?.unit.startsWith('person')) return undefined
  return counted(c, i, amount, undefined, noun.unit, noun.to, { needsCasualty: true })
}
