import { foldedText } from '../../core/text/fold.ts'
import { type PhraseBook, phraseBook } from '../text/phrases.ts'
import type { QuantityLexicon } from './quantity-lexicon.ts'

export type Bound = 'min' | 'max' | 'approx'

/** What a phrase of a quantity lexicon means. */
export type QuantityItem =
  | { readonly k: 'noun'; readonly unit: string; readonly count: 1 | 2 | 'many' }
  | { readonly k: 'bound' | 'boundAfter'; readonly bound: Bound }
  | { readonly k: 'vague'; readonly name: string }
  | {
      readonly k:
        | 'between'
        | 'to'
        | 'or'
        | 'of'
        | 'roundWords'
        | 'oneAfter'
        | 'twoAfter'
        | 'perSide'
        | 'allForAll'
        | 'partOf'
        | 'others'
        | 'killedBefore'
        | 'killedAfter'
        | 'woundedBefore'
        | 'woundedAfter'
        | 'otherActs'
        | 'namesBefore'
        | 'spans'
        | 'spansAfter'
    }

const PLAIN = [
  'between',
  'to',
  'or',
  'of',
  'roundWords',
  'oneAfter',
  'twoAfter',
  'perSide',
  'allForAll',
  'partOf',
  'others',
  'killedBefore',
  'killedAfter',
  'woundedBefore',
  'woundedAfter',
  'otherActs',
  'namesBefore',
  'spans',
  'spansAfter',
] as const

const phrases = (list: string | undefined): string[] => (list ? list.split('|').filter(Boolean) : [])

/** All phrases of a lexicon in one book. A form that several nouns share keeps the first. */
export function quantityBook(lexicon: QuantityLexicon): PhraseBook<QuantityItem> {
  const entries: [string, QuantityItem][] = []
  const taken = new Set<string>()
  const addNoun = (list: string | undefined, unit: string, count: 1 | 2 | 'many') => {
    for (const phrase of phrases(list)) {
      const key = foldedText(phrase)
      if (taken.has(key)) continue
      taken.add(key)
      entries.push([phrase, { k: 'noun', unit, count }])
    }
  }
  for (const noun of lexicon.nouns) {
    addNoun(noun.one, noun.unit, 1)
    addNoun(noun.many, noun.unit, 'many')
    addNoun(noun.two, noun.unit, 2)
  }
  const add = (list: string | undefined, item: QuantityItem) => {
    for (const phrase of phrases(list)) entries.push([phrase, item])
  }
  for (const bound of ['min', 'max', 'approx'] as const) {
    add(lexicon.before[bound], { k: 'bound', bound })
    add(lexicon.after[bound], { k: 'boundAfter', bound })
  }
  for (const [name, list] of Object.entries(lexicon.vague)) add(list, { k: 'vague', name })
  for (const k of PLAIN) add(lexicon[k], { k })
  return phraseBook(entries)
}
