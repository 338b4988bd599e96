import { stripClitics } from './arabic.ts'
import { foldedText } from './fold.ts'

/** Longer runs of letters are no words (a base64 line, a URL); an index row has a limit. */
const LONGEST = 40

/** The words of a text as a search index keeps them: folded, each once, in order of appearance. */
export function wordsIn(text: string): readonly string[] {
  const words = foldedText(text).split(/[^\p{L}\p{N}]+/u)
  return [...new Set(words.filter(w => w.length > 1 && w.length <= LONGEST))]
}

/** The words of a text with, for Arabic ones, what is left without و, ف, ب, ل, ك and ال: what an index keeps. */
export function indexWords(text: string): readonly string[] {
  return [...new Set(wordsIn(text).flatMap(formsOf))]
}

/**
 * What somebody searches for: a list a word, of which the text must have one. 'بالقصف' finds القصف and قصف.
 * Empty when there is no word in it.
 */
export function queryWords(text: string): readonly (readonly string[])[] {
  return wordsIn(text).map(formsOf)
}

const ARABIC = /\p{Script=Arabic}/u

function formsOf(word: string): readonly string[] {
  return ARABIC.test(word) ? stripClitics(word).map(s => s.stem) : [word]
}
