import { foldedText } from '../../core/text/fold.ts'
import type { SayingAct } from '../lexicons/attribution-lexicon.ts'
import { EN_ATTRIBUTION } from '../lexicons/en/attribution.ts'
import { FR_ATTRIBUTION } from '../lexicons/fr/attribution.ts'
import { RU_ATTRIBUTION } from '../lexicons/ru/attribution.ts'
import type { WesternLexicon } from '../lexicons/western-lexicon.ts'
import { nounCases } from './russian-nominative.ts'
import type { Item, Unit } from './unit.ts'
import { type WordSet, wordSet } from './words.ts'

/** A verb of saying met in a text. */
export type WesternVerb = {
  readonly act: SayingAct
  readonly key: string
  readonly clause: boolean
  readonly object: boolean
  readonly target: boolean
  readonly prepositions: ReadonlySet<string>
  /** Items. */
  readonly from: number
  readonly to: number
}

type VerbForm = Omit<WesternVerb, 'from' | 'to'> & {
  readonly words: readonly string[]
  readonly participle: boolean
}

/** A lexicon made ready for one language. */
export type WesternWords = {
  readonly lang: 'en' | 'fr' | 'ru'
  readonly verbs: ReadonlyMap<string, readonly VerbForm[]>
  readonly roles: WordSet
  readonly sources: WordSet
  readonly collectives: WordSet
  readonly bodies: WordSet
  readonly carriers: WordSet
  readonly documents: WordSet
  readonly platforms: WordSet
  readonly hearers: WordSet
  readonly participles: WordSet
  readonly anonymity: WordSet
} & { readonly [K in Exclude<keyof WesternLexicon, 'verbs' | 'cues' | 'speakers'>]: WordSet }

function wordsOf(lang: WesternWords['lang'], lexicon: WesternLexicon): WesternWords {
  const verbs = new Map<string, VerbForm[]>()
  for (const { act, forms, frames = 'c' } of lexicon.verbs) {
    const list = foldedText(frames).split(' ')
    for (const form of forms.split(' ')) {
      const words = foldedText(form)
        .split(/[_'’-]/)
        .filter(Boolean)
      const verb: VerbForm = {
        act,
        key: words.join(' '),
        words,
        // A French past participle is a verb only behind its auxiliary.
        participle: lang === 'fr' && /(é|és|ée|ées)$/.test(form),
        clause: list.includes('c'),
        object: list.includes('o'),
        target: list.includes('t'),
        prepositions: new Set(list.filter(f => !['c', 'o', 't'].includes(f))),
      }
      const known = verbs.get(words[0]!)
      if (known) known.push(verb)
      else verbs.set(words[0]!, [verb])
    }
  }
  for (const list of verbs.values()) list.sort((a, b) => b.words.length - a.words.length)
  const s = lexicon.speakers
  // Russian nouns are met in every case.
  const nouns = (list: string) => wordSet(lang === 'ru' ? declined(list) : list)
  return {
    lang,
    verbs,
    roles: nouns(s.roles),
    sources: nouns(s.sources),
    collectives: nouns(s.collectives),
    bodies: nouns(s.bodies),
    carriers: nouns(s.carriers),
    documents: nouns(s.documents),
    platforms: wordSet(s.platforms),
    hearers: wordSet(s.hearers),
    participles: wordSet(s.participles),
    anonymity: wordSet(s.anonymity),
    according: wordSet(lexicon.according),
    citing: wordSet(lexicon.citing),
    carriedBy: wordSet(lexicon.carriedBy),
    spokenTo: wordSet(lexicon.spokenTo),
    that: wordSet(lexicon.that),
    auxiliaries: wordSet(lexicon.auxiliaries),
    negations: wordSet(lexicon.negations),
    pronouns: wordSet(lexicon.pronouns),
    impersonal: wordSet(lexicon.impersonal),
    hisWords: wordSet(lexicon.hisWords),
    silent: wordSet(lexicon.silent),
    to: wordSet(lexicon.to),
    boundaries: wordSet(lexicon.boundaries),
    inside: wordSet(lexicon.inside),
    after: wordSet(lexicon.after),
    asides: wordSet(lexicon.asides),
    leads: wordSet(lexicon.leads),
  }
}

const declined = (list: string): string =>
  list
    .split(' ')
    .flatMap(w => (w.includes('_') ? [w] : [w, ...nounCases(w)]))
    .join(' ')

export const WESTERN: Readonly<Record<'en' | 'fr' | 'ru', WesternWords>> = {
  en: wordsOf('en', EN_ATTRIBUTION),
  fr: wordsOf('fr', FR_ATTRIBUTION),
  ru: wordsOf('ru', RU_ATTRIBUTION),
}

/** The verb that begins at item `i`, longest form first. */
export function westernVerb(unit: Unit, i: number, words: WesternWords): WesternVerb | undefined {
  const { items } = unit
  const item = items[i]!
  if (item.kind !== 'word') return undefined
  for (const form of words.verbs.get(item.key) ?? []) {
    let at = i
    let n = 0
    while (n < form.words.length && at < items.length) {
      if (items[at]!.key === form.words[n]) n++
      else if (!(items[at]!.key === "'" || items[at]!.key === '-')) break
      at++
    }
    if (n < form.words.length) continue
    if (form.participle && !(surfaceEnds(unit, items[at - 1]!, 'é') && behindAuxiliary(items, i))) continue
    return { ...form, from: i, to: at }
  }
  return undefined
}

const surfaceEnds = (unit: Unit, item: Item, _letter: string): boolean =>
  /é(e|s|es)?$/.test(unit.scanned.text.slice(item.start, item.end).normalize('NFC'))

const AUXILIARIES = new Set([
  'a',
  'ont',
  'avait',
  'avaient',
  'aurait',
  'auraient',
  'ayant',
  'est',
  'sont',
  'avons',
  'ai',
])
function behindAuxiliary(items: readonly Item[], i: number): boolean {
  for (let j = i - 1, n = 0; j >= 0 && n < 7; j--, n++) {
    const key = items[j]!.key
    if (AUXILIARIES.has(key)) return true
    if (
      !/^(-|'|t|il|elle|ils|elles|on|egalement|aussi|ensuite|pas|jamais|deja|par|la|suite|toutefois|meme|en|outre|notamment|s)$/.test(
        key,
      )
    )
      return false
  }
  return false
}
