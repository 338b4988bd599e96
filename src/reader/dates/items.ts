import { foldedText } from '../../core/text/fold.ts'
import { type PhraseBook, phraseBook } from '../text/phrases.ts'
import type { DateLexicon, DayPart, Direction, StretchPart, Unit } from './date-lexicon.ts'

/** What a phrase of a date lexicon means. */
export type DateItem =
  | {
      readonly k: 'month'
      readonly n: number
      readonly hijri: boolean
      readonly weak: boolean
      readonly cased: boolean
      readonly short: boolean
    }
  | { readonly k: 'weekday'; readonly n: number; readonly weak: boolean }
  | { readonly k: 'ordinal' | 'hour'; readonly n: number }
  | { readonly k: 'unit'; readonly unit: Unit; readonly count: 1 | 2 | 'many' }
  | { readonly k: 'direction'; readonly to: Direction }
  | { readonly k: 'part'; readonly part: StretchPart }
  | { readonly k: 'dayPart'; readonly part: DayPart }
  | { readonly k: 'relative'; readonly days: number; readonly part?: DayPart }
  | { readonly k: 'anaphor'; readonly unit: 'day' | 'week' | 'month' | 'year'; readonly shift: number }
  | { readonly k: 'zone'; readonly tz: string }
  | { readonly k: Plain }

/** Kinds that carry nothing but themselves. */
export type Plain =
  | 'weekend'
  | 'season'
  | 'loosely'
  | 'lastOf'
  | 'nextOf'
  | 'few'
  | 'by'
  | 'before'
  | 'until'
  | 'since'
  | 'from'
  | 'at'
  | 'within'
  | 'during'
  | 'untilAfter'
  | 'beforeAfter'
  | 'withinAfter'
  | 'sinceAfter'
  | 'agoBefore'
  | 'agoAfter'
  | 'laterBefore'
  | 'laterAfter'
  | 'rangeTo'
  | 'rangeAnd'
  | 'between'
  | 'betweenAfter'
  | 'of'
  | 'dayWord'
  | 'monthWord'
  | 'yearWord'
  | 'commonEra'
  | 'hijriEra'
  | 'thisYear'
  | 'lastYear'
  | 'equals'
  | 'about'
  | 'every'
  | 'namesBefore'
  | 'names'
  | 'clock'
  | 'hourMark'
  | 'am'
  | 'pm'
  | 'halfPast'
  | 'quarterPast'
  | 'quarterTo'
  | 'limits'
  | 'demonstrative'
  | 'duringLimit'
  | 'lastOrdinal'
  | 'yearEnd'
  | 'monthEnd'
  | 'limitStarts'
  | 'expired'

const PLAIN = [
  'loosely',
  'lastOf',
  'nextOf',
  'few',
  'by',
  'before',
  'until',
  'since',
  'from',
  'at',
  'within',
  'during',
  'untilAfter',
  'beforeAfter',
  'withinAfter',
  'sinceAfter',
  'agoBefore',
  'agoAfter',
  'laterBefore',
  'laterAfter',
  'rangeTo',
  'rangeAnd',
  'between',
  'betweenAfter',
  'of',
  'dayWord',
  'monthWord',
  'yearWord',
  'commonEra',
  'hijriEra',
  'thisYear',
  'lastYear',
  'equals',
  'about',
  'every',
  'namesBefore',
  'names',
  'clock',
  'hourMark',
  'am',
  'pm',
  'halfPast',
  'quarterPast',
  'quarterTo',
] as const

const phrases = (list: string | undefined): string[] => (list ? list.split('|').filter(Boolean) : [])

/** All phrases of a lexicon in one book. Of kinds that inflect by `endings`, every form is in it. */
export function dateBook(lexicon: DateLexicon): PhraseBook<DateItem> {
  const entries: [string, DateItem][] = []
  const endings = ['', ...(lexicon.endings?.split(' ') ?? [])]
  const add = (list: string | undefined, item: DateItem) => {
    for (const phrase of phrases(list)) entries.push([phrase, item])
  }
  const addForms = (list: string | undefined, item: DateItem) => {
    const seen = new Set<string>()
    for (const phrase of phrases(list))
      for (const ending of endings) {
        // Folding makes Turkish i and ı alike, so many endings coincide.
        const form = foldedText(phrase + ending)
        if (!seen.has(form)) entries.push([form, item])
        seen.add(form)
      }
  }
  const weak = new Set(phrases(lexicon.weakMonths).map(foldedText))
  const short = new Set(phrases(lexicon.shortMonths).map(foldedText))
  const cased = new Set(phrases(lexicon.casedMonths).map(foldedText))
  lexicon.months.forEach((names, i) => {
    for (const name of phrases(names)) {
      const key = foldedText(name)
      addForms(name, {
        k: 'month',
        n: i + 1,
        hijri: false,
        weak: weak.has(key),
        cased: cased.has(key),
        short: short.has(key),
      })
    }
  })
  lexicon.hijriMonths.forEach((names, i) => {
    add(names, { k: 'month', n: i + 1, hijri: true, weak: true, cased: false, short: false })
  })
  const weakDays = new Set(phrases(lexicon.weakWeekdays).map(foldedText))
  lexicon.weekdays.forEach((names, i) => {
    for (const name of phrases(names))
      addForms(name, { k: 'weekday', n: i + 1, weak: weakDays.has(foldedText(name)) })
  })
  lexicon.ordinals.forEach((names, i) => {
    add(names, { k: 'ordinal', n: i + 1 })
  })
  lexicon.hours?.forEach((names, i) => {
    add(names, { k: 'hour', n: i + 1 })
  })
  for (const [unit, words] of Object.entries(lexicon.units) as [
    Unit,
    { one: string; two?: string; many: string },
  ][]) {
    addForms(words.one, { k: 'unit', unit, count: 1 })
    add(words.two, { k: 'unit', unit, count: 2 })
    addForms(words.many, { k: 'unit', unit, count: 'many' })
  }
  addForms(lexicon.weekend, { k: 'weekend' })
  addForms(lexicon.seasons, { k: 'season' })
  for (const [to, list] of Object.entries(lexicon.directions) as [Direction, string][])
    add(list, { k: 'direction', to })
  for (const [part, list] of Object.entries(lexicon.parts) as [StretchPart, string][])
    add(list, { k: 'part', part })
  for (const [part, list] of Object.entries(lexicon.dayParts) as [DayPart, string][])
    add(list, { k: 'dayPart', part })
  for (const [days, list] of Object.entries(lexicon.relative))
    add(list, { k: 'relative', days: Number(days) })
  for (const [days, part, list] of lexicon.relativeParts) add(list, { k: 'relative', days, part })
  for (const [unit, shift, list] of lexicon.anaphora) addForms(list, { k: 'anaphor', unit, shift })
  for (const [tz, list] of Object.entries(lexicon.zones)) add(list, { k: 'zone', tz })
  for (const k of PLAIN) add(lexicon[k], { k })
  add(lexicon.demonstratives, { k: 'demonstrative' })
  add(lexicon.duringLimit, { k: 'duringLimit' })
  addForms(lexicon.lastOrdinal, { k: 'lastOrdinal' })
  add(lexicon.yearEnd, { k: 'yearEnd' })
  add(lexicon.monthEnd, { k: 'monthEnd' })
  add(lexicon.tense.limits, { k: 'limits' })
  add(lexicon.tense.limitStarts, { k: 'limitStarts' })
  add(lexicon.tense.expired, { k: 'expired' })
  return phraseBook(entries)
}
