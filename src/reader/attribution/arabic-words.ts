import { AR_SPEAKERS } from '../lexicons/ar/actors.ts'
import { type Item, matched } from './unit.ts'
import { wordSet } from './words.ts'

/** A noun phrase that may be a speaker or a carrier. */
export type Phrase = {
  readonly sort: 'role' | 'source' | 'collective' | 'body' | 'carrier' | 'document' | 'name' | 'unknown'
  readonly head: string
  /** Whole phrase, without its description. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** Personal name at its end, and the title before it. */
  readonly name?: string
  readonly title?: string
  /** "taking part in the talks", said of a source. */
  readonly description?: string
  /** Items, half-open. */
  readonly from: number
  readonly to: number
  readonly definite: boolean
}

/** The nouns and small words of Arabic speakers, ready for lookup. */
export const ARABIC_NOUNS = {
  roles: wordSet(AR_SPEAKERS.roles),
  sources: wordSet(AR_SPEAKERS.sources),
  collectives: wordSet(AR_SPEAKERS.collectives),
  bodies: wordSet(AR_SPEAKERS.bodies),
  carriers: wordSet(AR_SPEAKERS.carriers),
  dropped: wordSet(AR_SPEAKERS.dropped),
  documents: wordSet(AR_SPEAKERS.documents),
  platforms: wordSet(AR_SPEAKERS.platforms),
  given: wordSet(AR_SPEAKERS.given),
  stops: wordSet(AR_SPEAKERS.stops),
  things: wordSet(AR_SPEAKERS.things),
  adjectives: wordSet(AR_SPEAKERS.adjectives),
  participles: wordSet(AR_SPEAKERS.participles),
}

/** Titles that take "of the …" with ل: الأمين العام للأمم المتحدة. */
export const WITH_LAM = wordSet(
  'الأمين أمين الممثل ممثل القائد المدير المتحدث الناطق المبعوث المنسق المندوب المفوض المركز القيادة الهيئة',
)

export const isStop = (key: string): boolean => ARABIC_NOUNS.stops.single.has(key)

export const isThing = (key: string): boolean =>
  ARABIC_NOUNS.things.single.has(key) ||
  (key.length > 3 && /^[وفبل]/.test(key) && ARABIC_NOUNS.things.single.has(key.slice(1)))

export const MARKERS = new Set([
  'ان',
  'بان',
  'انه',
  'انها',
  'انهم',
  'قوله',
  'قولها',
  'قولهم',
  'فان',
  'بانه',
  'بانها',
  'اننا',
  'انني',
])

export const LINKS = new Set(['بن', 'ابن', 'ابو', 'ابي', 'عبد', 'ال', 'ام', 'دي', 'فان', 'فون', 'بو'])

export const OPEN_ADJECTIVES = new Set(['رفيع', 'رفيعه', 'كبير', 'واسع', 'عالي', 'رفيعي'])

export function definiteWord(key: string): boolean {
  return (key.startsWith('ال') && key.length > 3) || PROPER_ENDS.has(key)
}

const PROPER_ENDS = new Set(['نفسه', 'نفسها', 'ذاته'])

export function isAdjective(key: string): boolean {
  if (ARABIC_NOUNS.adjectives.single.has(key)) return true
  if (ARABIC_NOUNS.bodies.single.has(key) || ARABIC_NOUNS.collectives.single.has(key) || isThing(key))
    return false
  // A plural of persons is another noun: "informed the journalists".
  return /ي(ه)?$/.test(key)
}

/** Does a word begin with لل or with ل/ب/و on a known noun: something other than a name? */
export function beginsWithParticle(key: string): boolean {
  if (key === 'بلا') return false
  if (key.startsWith('لل')) return true
  if (!/^[لبو]/.test(key)) return false
  const rest = key.slice(1)
  return (
    ARABIC_NOUNS.carriers.single.has(rest) ||
    ARABIC_NOUNS.bodies.single.has(rest) ||
    ARABIC_NOUNS.documents.single.has(rest) ||
    (rest.startsWith('ال') && rest.length > 3) ||
    isThing(rest) ||
    isStop(rest)
  )
}

export function sortOf(items: readonly Item[], i: number, head: string): Phrase['sort'] | undefined {
  const item: Item = head === items[i]!.key ? items[i]! : { ...items[i]!, key: head }
  const view =
    item === items[i] ? items : Object.assign([], { [i]: item, [i + 1]: items[i + 1], [i + 2]: items[i + 2] })
  if (matched(view, i, ARABIC_NOUNS.carriers) && !matched(view, i, ARABIC_NOUNS.roles)) return 'carrier'
  if (matched(view, i, ARABIC_NOUNS.carriers) && ARABIC_NOUNS.dropped.single.has(head)) return 'carrier'
  if (matched(view, i, ARABIC_NOUNS.collectives)) return 'collective'
  if (matched(view, i, ARABIC_NOUNS.sources) && !definiteWord(head)) return 'source'
  if (matched(view, i, ARABIC_NOUNS.roles)) return 'role'
  if (matched(view, i, ARABIC_NOUNS.sources)) return 'source'
  if (matched(view, i, ARABIC_NOUNS.bodies)) return 'body'
  if (matched(view, i, ARABIC_NOUNS.documents)) return 'document'
  if (matched(view, i, ARABIC_NOUNS.platforms)) return 'carrier'
  if (ANAPHORS.has(head) || (head.startsWith('ال') && ARABIC_NOUNS.sources.single.has(head.slice(2))))
    return 'source'
  if (head.startsWith('ال') && ARABIC_NOUNS.documents.single.has(head.slice(2))) return 'document'
  return undefined
}

const ANAPHORS = new Set(['نظيره', 'نظيرته', 'نظيرها', 'الاخير', 'الاخيره'])

export function listOf(sort: Phrase['sort']) {
  switch (sort) {
    case 'carrier':
      return ARABIC_NOUNS.carriers
    case 'collective':
      return ARABIC_NOUNS.collectives
    case 'body':
      return ARABIC_NOUNS.bodies
    default:
      return ARABIC_NOUNS.roles
  }
}
