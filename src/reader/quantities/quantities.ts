import { type DateFound, readDatesIn } from '../dates/dates.ts'
import type { Lang } from '../dates/languages.ts'
import { type Stretch, sentencesOf } from '../text/sentences.ts'
import { type Scan, scan } from '../text/tokens.ts'
import { type Casualty, casualtyAround, casualtyBeside } from './casualty.ts'
import { type Count, countAt } from './count-at.ts'
import { type Counter, counterOf, numberStandingAt, see, seen } from './counter.ts'
import type { Bound } from './items.ts'
import { preparedQuantities } from './languages.ts'

/** One quantity in a text, on the exact words it came from. */
export type QuantityFound = {
  /** UTF-16 offsets in the text, half-open. */
  readonly start: number
  readonly end: number
  readonly surface: string
  /** A number, low and high of a range, or null when the text gives only a vague amount. */
  readonly value: number | readonly [number, number] | null
  /** 'person', 'person-killed', 'person-wounded', 'violation', 'km', 'day' …; English, singular. */
  readonly unit: string
  readonly bound?: Bound
  readonly per?: 'side'
  /** Surface of the quantity this one is a part of. */
  readonly part_of?: string
  /** 'tens', 'hundreds', 'thousands' … */
  readonly vague?: string
  readonly mode?: 'all-for-all'
}

export type QuantityOptions = {
  readonly lang: Lang
  /** Dates already read from the same text; numbers inside them are no quantities. */
  readonly dates?: readonly DateFound[]
}

/**
 * The quantities a text names, in order, none overlapping. Linear in the text. A number counts only
 * with a noun of the lexicon, or beside a word of death or injury; names, ages and dates are none.
 */
export function readQuantities(text: string, options: QuantityOptions): readonly QuantityFound[] {
  return readQuantitiesIn(scan(text), options)
}

/** The same for a text already split into tokens. */
export function readQuantitiesIn(scanned: Scan, options: QuantityOptions): readonly QuantityFound[] {
  const c = counterOf(preparedQuantities(options.lang), scanned)
  const dates = options.dates ?? readDatesIn(scanned, { lang: options.lang })
  const found: QuantityFound[] = []
  for (const sentence of sentencesOf(scanned)) found.push(...inSentence(c, sentence, dates))
  return found
}

type Placed = Count & {
  readonly unit: string
  /** What a verb around the count says befell the persons; counts joined to it share it. */
  readonly casualty: Casualty | undefined
  readonly root: string | undefined
}

function inSentence(c: Counter, sentence: Stretch, dates: readonly DateFound[]): QuantityFound[] {
  const counts: Placed[] = []
  let date = 0
  let i = sentence.from
  while (i < sentence.to) {
    const token = c.tokens[i]!
    while (date < dates.length && dates[date]!.end <= token.start) date++
    const count = mayCount(c, i) ? countAt(c, i, sentence.to) : undefined
    const placed = count && !overlapsDate(dates, date, count) ? place(c, count, counts.at(-1)) : undefined
    if (!placed) {
      i++
      continue
    }
    counts.push(placed)
    i = Math.max(placed.to, i + 1)
  }
  return counts.map((count, k) => built(c, count, k, counts, sentence))
}

/** Can a count begin here at all? Most words are in no book. */
function mayCount(c: Counter, i: number): boolean {
  const token = c.tokens[i]!
  if (token.kind !== 'word') return token.kind === 'number'
  return (
    see(c, i) !== undefined ||
    numberStandingAt(c, i) !== undefined ||
    c.numbers.lexicon.weakOne.includes(token.text)
  )
}

function overlapsDate(dates: readonly DateFound[], from: number, count: Count): boolean {
  for (let k = from; k < dates.length && dates[k]!.start < count.end; k++)
    // A date that begins with the count's own bound or ends in its noun is still a date.
    if (dates[k]!.end > count.numberStart) return true
  return false
}

/** Gives a count its unit from its noun, its verb and the count before it; undefined when it is none. */
function place(c: Counter, count: Count, previous: Placed | undefined): Placed | undefined {
  const left = previous ? previous.to : 0
  const part = previous !== undefined && partOfPrevious(c, previous.to, count.from)
  const linked = part || joined(c, previous, count)
  const root = part ? (previous.root ?? surfaceOf(c, previous)) : linked ? previous!.root : undefined
  const inherited = linked ? previous!.casualty : undefined
  if (count.unit === undefined) {
    const casualty = count.others
      ? (casualtyAround(c, count.from, count.to, left) ?? inherited)
      : casualtyBeside(c, count.from, count.to)
    if (casualty) return { ...count, unit: `person-${casualty}`, casualty, root }
    return count.others && previous?.unit.startsWith('person')
      ? { ...count, unit: 'person', casualty, root }
      : undefined
  }
  if (count.unit !== 'person') {
    if (count.needsCasualty && !count.unit.startsWith('person-')) return undefined
    return { ...count, unit: count.unit, casualty: undefined, root }
  }
  const casualty = casualtyAround(c, count.from, count.to, left) ?? inherited
  if (count.needsCasualty && !casualty) return undefined
  return { ...count, unit: casualty ? `person-${casualty}` : 'person', casualty, root }
}

/** Does "among them" stand between two counts? */
function partOfPrevious(c: Counter, from: number, to: number): boolean {
  if (to - from > 6) return false
  for (let i = from; i < to; i++) if (seen(c, i, 'partOf')) return true
  return false
}

/** "12 مدنياً و5 جنود": nothing but "and" or a comma between. */
function joined(c: Counter, previous: Placed | undefined, count: Count): boolean {
  if (!previous) return false
  const between = count.from - previous.to
  if (between === 0) return count.prefix.startsWith('و') || c.lang !== 'ar'
  return (
    between <= 2 &&
    /^(?:,|،|و|and|et|и|ve|\s)+$/.test(
      c.tokens
        .slice(previous.to, count.from)
        .map(t => t.text)
        .join(' '),
    )
  )
}

const surfaceOf = (c: Counter, count: Count): string => c.scanned.text.slice(count.start, count.end)

function built(
  c: Counter,
  count: Placed,
  at: number,
  all: readonly Placed[],
  sentence: Stretch,
): QuantityFound {
  return {
    start: count.start,
    end: count.end,
    surface: surfaceOf(c, count),
    value: count.value,
    unit: count.unit,
    ...(count.bound ? { bound: count.bound } : {}),
    ...(count.perSide ? { per: 'side' as const } : {}),
    ...(count.root !== undefined ? { part_of: count.root } : {}),
    ...(count.vague !== undefined ? { vague: count.vague } : {}),
    ...(isAllForAll(c, count, all[at + 1], sentence) ? { mode: 'all-for-all' as const } : {}),
  }
}

/** "всех в обмен на всех" behind persons, before the next count. */
function isAllForAll(c: Counter, count: Placed, next: Placed | undefined, sentence: Stretch): boolean {
  if (!count.unit.startsWith('person')) return false
  for (let i = count.to; i < (next?.from ?? sentence.to); i++)
    if (see(c, i) && seen(c, i, 'allForAll')) return true
  return false
}
