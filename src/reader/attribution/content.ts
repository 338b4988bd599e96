import type { ContentCues } from '../lexicons/attribution-lexicon.ts'
import { ATTRIBUTION_LEXICONS } from '../lexicons/attribution-lexicons.ts'
import type { Token } from '../text/tokens.ts'
import { type WordSet, wordSet } from './words.ts'

/** What cue words say about the content of a statement. */
export type ContentFeatures = {
  readonly [K in Exclude<
    keyof ContentCues,
    'conditions' | 'until' | 'conditionEnds' | 'glosses' | 'any'
  >]: boolean
} & {
  /** The first word is a verb, so the content tells what happened rather than what it is like. */
  readonly tells: boolean
}

type Sets = { readonly [K in keyof ContentCues]: WordSet }

const SETS = new Map<string, Sets>()
for (const [lang, lexicon] of Object.entries(ATTRIBUTION_LEXICONS))
  SETS.set(
    lang,
    Object.fromEntries(Object.entries(lexicon.cues).map(([name, list]) => [name, wordSet(list)])) as Sets,
  )

/** The cue sets of a language, English for one we have none for. */
export const cuesOf = (lang: string): Sets => SETS.get(lang) ?? SETS.get('en')!

/** The features cue words decide, each one bit. */
const CUED = [
  'noIntent',
  'retaliate',
  'prevent',
  'hostile',
  'willNot',
  'may',
  'collapse',
  'must',
  'violate',
  'future',
  'scheduled',
  'completed',
  'committed',
  'evaluation',
  'refuse',
  'agree',
  'we',
] as const

/** All cues of a language in one table, so that a content is walked once. */
type CueTable = {
  readonly single: ReadonlyMap<string, number>
  readonly phrases: ReadonlyMap<
    string,
    readonly { readonly words: readonly string[]; readonly bit: number }[]
  >
  readonly stems: readonly { readonly stem: string; readonly bit: number }[]
}

const TABLES = new Map<string, CueTable>()

function tableOf(lang: string): CueTable {
  const known = TABLES.get(lang)
  if (known) return known
  const sets = cuesOf(lang)
  const single = new Map<string, number>()
  const phrases = new Map<string, { words: readonly string[]; bit: number }[]>()
  const stems: { stem: string; bit: number }[] = []
  CUED.forEach((name, n) => {
    const bit = 1 << n
    for (const word of sets[name].single) single.set(word, (single.get(word) ?? 0) | bit)
    for (const [first, list] of sets[name].phrases) {
      const all = phrases.get(first) ?? []
      for (const words of list) all.push({ words, bit })
      phrases.set(first, all)
    }
    for (const stem of sets[name].stems) stems.push({ stem, bit })
  })
  const table = { single, phrases, stems }
  TABLES.set(lang, table)
  return table
}

/** Reads the features of the tokens [from, to). */
export function featuresOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  lang: string,
): ContentFeatures {
  const table = tableOf(lang)
  let bits = 0
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') continue
    const { text } = token
    bits |=
      (table.single.get(text) ?? 0) & (NEGATORS.has(tokens[i - 1]?.text ?? '') && i > from ? ~VIOLATES : ~0)
    for (const { words, bit } of table.phrases.get(text) ?? NONE)
      if (phraseFrom(tokens, i, to, words)) bits |= bit
    for (const { stem, bit } of table.stems) if (text.startsWith(stem)) bits |= bit
    if (lang !== 'ar' || text.length < 3) continue
    const c = text.charCodeAt(0)
    if (c !== WAW && c !== FA && c !== BA && c !== LAM) continue
    const rest = text.slice(1)
    bits |= table.single.get(rest) ?? 0
    if (rest.startsWith('ال')) bits |= table.single.get(rest.slice(2)) ?? 0
  }
  const has = (name: (typeof CUED)[number]): boolean => (bits & (1 << CUED.indexOf(name))) !== 0
  return {
    noIntent: has('noIntent'),
    retaliate: has('retaliate'),
    prevent: has('prevent'),
    hostile: has('hostile'),
    willNot: has('willNot') || negatedFuture(tokens, from, to, lang),
    may: has('may'),
    collapse: has('collapse'),
    must: has('must'),
    violate: has('violate'),
    future: has('future') || futureForm(tokens, from, to, lang),
    scheduled: has('scheduled'),
    completed: has('completed'),
    committed: has('committed'),
    evaluation: has('evaluation'),
    refuse: has('refuse'),
    agree: has('agree'),
    we: has('we'),
    tells: tells(tokens, from, to, lang),
  }
}
/** Right before a word of breach: it was not broken. */
const NEGATORS = new Set([
  'لم',
  'لا',
  'لن',
  'ما',
  'not',
  'не',
  'ne',
  'n',
  'never',
  'no',
  'без',
  'pas',
  'aucune',
  'any',
])
const VIOLATES = 1 << CUED.indexOf('violate')
const NONE: readonly { readonly words: readonly string[]; readonly bit: number }[] = []
const WAW = 0x648
const FA = 0x641
const BA = 0x628
const LAM = 0x644

/** Do the words stand from token `i` on, apostrophes and hyphens between them aside? */
function phraseFrom(tokens: readonly Token[], i: number, to: number, words: readonly string[]): number {
  let at = i + 1
  let n = 1
  while (n < words.length && at < to) {
    const next = tokens[at]!
    if (next.kind === 'mark' && (next.text === "'" || next.text === '-')) at++
    else if (next.text === words[n]) {
      n++
      at++
    } else return 0
  }
  return n === words.length ? at - i : 0
}

/** Number of tokens at `i` that are a cue of the set; Arabic words with their particles off too. */
export function cueAt(tokens: readonly Token[], i: number, to: number, set: WordSet, lang: string): number {
  const token = tokens[i]
  if (token?.kind !== 'word') return 0
  const phrases = set.phrases.get(token.text)
  if (phrases)
    for (const words of phrases) {
      const n = phraseFrom(tokens, i, to, words)
      if (n) return n
    }
  if (set.single.has(token.text)) return 1
  for (const stem of set.stems) if (token.text.startsWith(stem)) return 1
  if (lang !== 'ar' || token.text.length < 4) return 0
  const c = token.text.charAt(0)
  if (c !== 'و' && c !== 'ف' && c !== 'ب' && c !== 'ل') return 0
  const rest = token.text.slice(1)
  return set.single.has(rest) || (rest.startsWith('ال') && set.single.has(rest.slice(2))) ? 1 : 0
}

/** Arabic words in سـ that are no future verb, folded. */
const NO_FUTURE = new Set(
  (
    'سيد سيده سيدي سيدات سيدتي سيناء سينا سيف سيفه سيل سيول سيء سييه سيي سيءه سياج سياق سياده سيادي سيطره سيطرت سيطر سيطروا سيطرتها سيطرته ' +
    'سيرغي سيرجي سيره سير سيرا سته ستين ستون ستوكهولم ستيفان ستافان ستيفن ستيباناكيرت ستار ستاره ستينات سنه سنوات سنوي سنويا سنويه سنتين سنين سنار سنجار سند سني سنيه سيتي سيدني سيليا سيئول سيبيريا سيسي سيارتين سيارات سياره سيارتها'
  ).split(' '),
)
const NO_FUTURE_STEM = /^(سياس|سيار|سياد|سيناري|ستيني|ستراتيج)/

function futureForm(tokens: readonly Token[], from: number, to: number, lang: string): boolean {
  for (let i = from; i < to; i++) {
    const { kind, text } = tokens[i]!
    if (kind !== 'word') continue
    if (lang === 'ar') {
      const c = text.charAt(0)
      const word = (c === 'و' || c === 'ف') && text.charAt(1) === 'س' ? text.slice(1) : text
      if (
        word.length > 3 &&
        (/^س[يتن]/.test(word) ? !NO_FUTURE.has(word) && !NO_FUTURE_STEM.test(word) : FIRST_PERSON.has(word))
      )
        return true
    } else if (lang === 'tr') {
      if (text.length > 5 && /(acak|ecek|acag|eceg)/.test(text)) return true
    } else if (lang === 'fr') {
      if (
        text.length > 5 &&
        /[eiu]?r(a|ai|as|ons|ont|ez)$/.test(text) &&
        !/^(opera|camera|etra)/.test(text) &&
        FUTURE_STEM.test(text)
      )
        return true
      // Reported speech turns the future into a conditional: "a assuré que Moscou respecterait".
      if (
        text.length > 7 &&
        /(er|ir|dr|tr|vr)ai(t|ent)$/.test(text) &&
        !/^(pourrai|devrai|serai|voudrai|faudrai)/.test(text)
      )
        return true
    } else if (lang === 'ru') {
      if (text.length > 5 && /(дим|вим|тим|чнем|нем|йдем|зим|рвем)$/.test(text) && text !== 'своим')
        return true
    }
  }
  return false
}
const FIRST_PERSON = new Set(['ساعمل', 'ساواصل', 'ساقوم', 'ساكون', 'ساحاول', 'سارد', 'سابقي', 'ساوقع'])
const FUTURE_STEM =
  /(er|ir|dr|tr|vr|ur|oir)(a|ai|as|ons|ont|ez)$|^(sera|seront|serons|aura|auront|aurons|ira|iront|fera|feront|pourra|pourront|devra|devront|verra)$/

/** "will not" where it is an ending or spread over words: ne … -rons pas, не + -м, -mayacağız. */
function negatedFuture(tokens: readonly Token[], from: number, to: number, lang: string): boolean {
  for (let i = from; i < to; i++) {
    const { kind, text } = tokens[i]!
    if (kind !== 'word') continue
    if (lang === 'tr' && text.length > 7 && /(mayaca|meyece)/.test(text)) return true
    if (
      lang === 'ru' &&
      text === 'не' &&
      /[еи]м(ся)?$/.test(tokens[i + 1]?.text ?? '') &&
      (tokens[i + 1]?.text.length ?? 0) > 5 &&
      !/(ируем|уем|яем|аем)$/.test(tokens[i + 1]!.text)
    )
      return true
    if (lang === 'fr' && (text === 'ne' || text === 'n'))
      for (let k = i + 1; k < Math.min(to, i + 5); k++)
        if (FUTURE_STEM.test(tokens[k]!.text) && tokens[k]!.text.length > 4) return true
  }
  return false
}

/** Does the content open with a verb of happening? Only Arabic word order says so cheaply. */
function tells(tokens: readonly Token[], from: number, to: number, lang: string): boolean {
  if (lang !== 'ar') return false
  const first = tokens[from]
  if (!first || to <= from) return false
  return /^[يتن]/.test(first.text) && first.text.length > 3
}
