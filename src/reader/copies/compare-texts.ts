import { foldedText } from '../../core/text/fold.ts'
import { NEGATIONS, SOFT_WORDS } from './soft-words.ts'

/**
 * 'same': one text reprinted. 'same-story': edited, extended or put in another order, telling the same.
 * 'different': other facts, though most words be alike; a changed verb, place, day or figure is enough.
 */
export type Likeness = 'same' | 'same-story' | 'different'

/** Least share of the shorter text's content words that the longer must hold to tell the same story. */
const LEAST_SHARED = 0.6
/** Sentences this alike tell the same thing; what then differs on both sides is a differing fact. */
const SAME_SENTENCE = 0.34

/**
 * Compares two reports' texts. Only proposes: where facts differ it never says "same", since a wrong merge
 * hides a report while a missed one costs a glance.
 */
export function compareTexts(a: string, b: string): Likeness {
  const [x, y] = [contentOf(a), contentOf(b)]
  if (!x.all.size || !y.all.size) return foldedText(a).trim() === foldedText(b).trim() ? 'same' : 'different'
  const shared = overlap(x.all, y.all) / Math.min(x.all.size, y.all.size)
  if (shared < LEAST_SHARED) return 'different'
  for (const s of x.sentences) {
    const best = y.sentences
      .map(t => ({ t, alike: jaccard(s.words, t.words) }))
      .toSorted((p, q) => q.alike - p.alike)[0]
    if (!best || best.alike < SAME_SENTENCE) continue
    if (s.negated !== best.t.negated) return 'different'
    // A word of one that stands nowhere in the other text, against one of the other likewise: replaced.
    const onlyHere = [...s.words].some(w => !holds(y.all, w))
    const onlyThere = [...best.t.words].some(w => !holds(x.all, w))
    if (onlyHere && onlyThere) return 'different'
  }
  return x.order === y.order ? 'same' : 'same-story'
}

type Content = {
  readonly all: ReadonlySet<string>
  readonly sentences: readonly { readonly words: ReadonlySet<string>; readonly negated: boolean }[]
  /** All folded words in order, desk tags left out. */
  readonly order: string
}

/** "(وكالات)", "(Reuters)" at an edge, "UPDATE 2:", "عاجل |": a desk's tags, no part of the text. */
const TAGS =
  /^\s*(?:(?:update\s*\d*|breaking|urgent|عاجل|срочно|son dak[iİı]ka|mise à jour)\s*[:|\-–—]\s*)+|\s*[([][^()[\]]{2,30}[)\]]\s*\.?\s*$/giu

function contentOf(text: string): Content {
  const body = text.replace(TAGS, '')
  const sentences = body
    .split(/[.!?؟؛\n]+/)
    .map(s =>
      foldedText(s)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    )
    .filter(s => s.length)
    .map(words => ({
      words: new Set(
        words
          .filter(w => !SOFT_WORDS.has(w) && !SOFT_WORDS.has(w.replace(/^[وفلب]/, '')))
          .map(stemOf)
          .filter(Boolean),
      ),
      negated: words.filter(w => NEGATIONS.has(w) || NEGATIONS.has(w.replace(/^[وف]/, ''))).length % 2 === 1,
    }))
  return {
    sentences,
    all: new Set(sentences.flatMap(s => [...s.words])),
    order: foldedText(body)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join(' '),
  }
}

/** A rough stem for telling inflections of one word from two words; wrong stems only make texts more different. */
function stemOf(word: string): string {
  if (/^\p{N}+$/u.test(word)) return word
  if (/[\u0600-\u06ff]/.test(word)) {
    let w = word
    if (w.length > 4) w = w.replace(/^(?:وال|فال|بال|كال|لل|ال)/, '')
    if (w.length > 5) w = w.replace(/^[وف]/, '')
    if (w.length > 4) w = w.replace(/^[بلك](?=ال|..ال)/, '').replace(/^ل(?=.{4})/, '')
    // "ونفى" keeps its last letter, so that it still is "نفى" with "and" before it.
    for (let i = 0; i < 2 && w.length > (w[0] === 'و' ? 4 : 3); i++)
      w = w.replace(/(?:هما|هم|ها|نا|ون|ين|ان|ات|وا|ه|ا|ت|ي)$/, '')
    return w
  }
  // Inflection sits at the end in the other four; five letters tell words apart well enough.
  return word.length > 6 ? word.slice(0, 5) : word.slice(0, Math.max(3, word.length - 1))
}

/** Is the word there, with or without an Arabic "and" written onto it? "ونفى" begins what "نفى" did. */
const holds = (words: ReadonlySet<string>, word: string): boolean =>
  words.has(word) || words.has(`و${word}`) || (word[0] === 'و' && word.length > 3 && words.has(word.slice(1)))

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let n = 0
  for (const w of a) if (holds(b, w)) n++
  return n
}
const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const n = overlap(a, b)
  return n / (a.size + b.size - n || 1)
}
