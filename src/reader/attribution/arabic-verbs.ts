import { foldedText } from '../../core/text/fold.ts'
import { AR_ATTRIBUTION } from '../lexicons/ar/attribution.ts'
import type { SayingAct } from '../lexicons/attribution-lexicon.ts'
import type { Item } from './unit.ts'

/** A verb of saying met in a text. */
export type ArabicVerb = {
  readonly act: SayingAct
  readonly key: string
  /** What may introduce the content. */
  readonly clause: boolean
  readonly object: boolean
  /** Takes whom it is about or addressed to, then the content. */
  readonly target: boolean
  readonly prepositions: ReadonlySet<string>
  /** Letters of و or ف written onto it. */
  readonly skip: number
}

const VERBS = new Map<string, Omit<ArabicVerb, 'skip'>>()
for (const { act, forms, frames = 'c' } of AR_ATTRIBUTION.verbs) {
  const list = foldedText(frames).split(' ')
  for (const form of foldedText(forms).split(' '))
    if (!VERBS.has(form))
      VERBS.set(form, {
        act,
        key: form,
        clause: list.includes('c') || list.includes('oc'),
        object: list.includes('o'),
        target: list.includes('oc'),
        prepositions: new Set(list.filter(f => f !== 'c' && f !== 'o' && f !== 'oc')),
      })
}

/** The verb a word is, with or without و or ف. */
export function arabicVerb(key: string): ArabicVerb | undefined {
  const whole = VERBS.get(key)
  if (whole) return { ...whole, skip: 0 }
  const c = key.charCodeAt(0)
  if (c !== 0x648 && c !== 0x641) return undefined
  const rest = VERBS.get(key.slice(1))
  return rest && { ...rest, skip: 1 }
}

export const isArabicVerb = (key: string): boolean => {
  if (VERBS.has(key)) return true
  const c = key.charCodeAt(0)
  return (c === 0x648 || c === 0x641) && VERBS.has(key.slice(1))
}

const NEGATIONS = new Set(['لم', 'ولم', 'لا', 'ولا', 'لن', 'ولن', 'ما', 'دون', 'غير', 'عدم', 'فلم'])

/** "did not say", "without saying": no statement. */
export const negatedBefore = (items: readonly Item[], i: number): boolean =>
  NEGATIONS.has(items[i - 1]?.key ?? '') && items[i - 1]?.kind === 'word'

/** Words that open reported content: إن and its kin, "his saying". */
export const CONTENT_MARKERS = new Set(
  foldedText(
    'إن أن بأن إنه إنها إنهم إنهما إننا إنني أنه أنها أنهم أنهما أننا أنني بأنه بأنها بأنهم بأنهما بأننا فإن فإنه وإن وأن وبأن إنّ ألا بألا أنّ إنك إنكم',
  ).split(' '),
)
/** "his saying", "their confirming": after a relay. */
export const SAYING_NOUNS = new Set(
  foldedText(
    'قوله قولها قولهم قولهما تأكيده تأكيدها تأكيدهم نفيه نفيها تصريحه تصريحها إعلانه إعلانها تحذيره تحذيرها',
  ).split(' '),
)
