import { foldedText } from '../../core/text/fold.ts'
import {
  longestArabicPhrase,
  longestPhrase,
  type PhraseBook,
  phraseBook,
  type Sight,
} from '../text/phrases.ts'
import type { Scan } from '../text/tokens.ts'
import type { TenseLexicon } from './date-lexicon.ts'

export type Tense = 'past' | 'future'
type Mark = Tense | 'pastened' | 'pastOrNoun' | 'promises'

/** A language's signs of looking back or forward, prepared once. */
export type TenseBook = {
  readonly book: PhraseBook<Mark>
  readonly lexicon: TenseLexicon
  readonly lang: string
  readonly bareAfter: ReadonlySet<string>
  readonly nounBefore: ReadonlySet<string>
  readonly notVerbs: ReadonlySet<string>
}

const words = (list: string | undefined): string[] => list?.split('|').filter(Boolean) ?? []
const folded = (list: string | undefined): ReadonlySet<string> => new Set(words(list).map(foldedText))

export function tenseBook(lexicon: TenseLexicon, lang: string): TenseBook {
  const entries: [string, Mark][] = []
  for (const mark of ['future', 'past', 'pastOrNoun', 'promises', 'pastened'] as const)
    for (const phrase of words(lexicon[mark])) entries.push([phrase, mark])
  return {
    book: phraseBook(entries),
    lexicon,
    lang,
    bareAfter: folded(lexicon.bareAfter),
    nounBefore: folded(lexicon.nounBefore),
    notVerbs: folded(lexicon.notVerbs),
  }
}

/**
 * Where a clause shows its tense. `irreal`: behind كان, "had", لم: what was to be, or was not.
 * `promise`: a past verb that binds the future.
 */
export type TenseSign = {
  readonly at: number
  readonly tense: Tense
  readonly irreal: boolean
  readonly promise: boolean
}

/** How far before a verb "كان" or "was" still turns it. */
const PASTENED_REACH = 4

/** The tense signs of tokens [from, to), in order. */
export function tenseSignsOf(
  tense: TenseBook,
  scanned: Scan,
  from: number,
  to: number,
): readonly TenseSign[] {
  const signs: TenseSign[] = []
  let pastened = -100
  for (let i = from; i < to; i++) {
    const token = scanned.tokens[i]!
    if (token.kind !== 'word') continue
    // à folds to a: only the verb counts.
    if (token.text === 'a' && scanned.text[token.start] !== 'a') continue
    const marks = marksAt(tense, scanned, i)
    if (marks?.includes('pastened')) pastened = i
    const found = marks ? fromMarks(tense, scanned, i, from, marks) : fromShape(tense, scanned, i, from)
    if (!found) continue
    const irreal = i >= pastened && i - pastened <= PASTENED_REACH
    signs.push({
      at: i,
      tense: irreal ? 'past' : found,
      irreal,
      promise: marks?.includes('promises') ?? false,
    })
  }
  return signs
}

function marksAt(tense: TenseBook, scanned: Scan, i: number): readonly Mark[] | undefined {
  const sight: Sight<Mark> | undefined =
    tense.lang === 'ar'
      ? longestArabicPhrase(tense.book, scanned.tokens, i, scanned.folded.map)
      : longestPhrase(tense.book, scanned.tokens, i)
  return sight && (sight.prefix === '' || sight.prefix === 'و' || sight.prefix === 'ف')
    ? sight.means
    : undefined
}

function fromMarks(
  tense: TenseBook,
  scanned: Scan,
  i: number,
  from: number,
  marks: readonly Mark[],
): Tense | undefined {
  if (marks.includes('future')) {
    // "commencé" folds like "commence": a written participle is never the present.
    const token = scanned.tokens[i]!
    const participle = tense.lang === 'fr' && /[éÉ]e?s?$/.test(scanned.text.slice(token.start, token.end))
    return participle && !PREDICATES.has(token.text) ? undefined : 'future'
  }
  if (marks.includes('past') || marks.includes('pastened') || marks.includes('promises')) return 'past'
  return mayBeVerb(tense, scanned, i, from) ? 'past' : undefined
}

/** French participles that look forward by themselves. */
const PREDICATES = new Set([
  'prevu',
  'prevue',
  'prevus',
  'prevues',
  'programme',
  'programmee',
  'fixe',
  'fixee',
])

function fromShape(tense: TenseBook, scanned: Scan, i: number, from: number): Tense | undefined {
  const word = scanned.tokens[i]!.text
  if (word.length < 3 || word.length > 25 || tense.notVerbs.has(word.replace(/^[وف](?=.{4})/, '')))
    return undefined
  if (tense.notVerbs.has(word)) return undefined
  const before = i > from ? scanned.tokens[i - 1]!.text : undefined
  if (before !== undefined && (tense.bareAfter.has(before) || tense.nounBefore.has(before))) return undefined
  for (const [shape, found] of tense.lexicon.shapes) if (shape.test(word)) return found
  return undefined
}

/** An Arabic word that is a verb or a noun ("نشر") is a noun behind a preposition, a noun or another verb. */
function mayBeVerb(tense: TenseBook, scanned: Scan, i: number, from: number): boolean {
  const token = scanned.tokens[i]!
  const before = scanned.tokens[i - 1]
  if (i === from || !before || before.kind === 'mark') return true
  if (/^[وف]/.test(token.text) && !tense.book.has(token.text)) return true
  return OPENS_CLAUSE.has(before.text)
}

const OPENS_CLAUSE = new Set(
  'الذي التي الذين اللذين حيث كما ثم قد وقد لقد عندما حين حينما بعدما بينما اذ فيما ان انه انها انهم وكان لما منذ يوم'.split(
    ' ',
  ),
)

/** Index of the first sign at token `at` or behind it. */
function firstFrom(signs: readonly TenseSign[], at: number): number {
  let [lo, hi] = [0, signs.length]
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (signs[mid]!.at < at) lo = mid + 1
    else hi = mid
  }
  return lo
}

/**
 * The sign that governs a date at tokens [from, to): the nearest before it, or the first after it when
 * the date opens its clause or the language puts its verbs last.
 */
export function signAround(
  signs: readonly TenseSign[],
  tense: TenseBook,
  from: number,
  to: number,
): TenseSign | undefined {
  const after = signs[firstFrom(signs, to)]
  const before = signs[firstFrom(signs, from) - 1]
  return tense.lexicon.verbLast ? (after ?? before) : (before ?? after)
}
