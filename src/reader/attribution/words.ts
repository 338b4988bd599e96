import { foldedText } from '../../core/text/fold.ts'

/** Words and phrases of a lexicon list, folded: single words for `has`, longer ones by their first word. */
export type WordSet = {
  readonly single: ReadonlySet<string>
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Beginnings of words, given with a star. */
  readonly stems: readonly string[]
}

/**
 * Reads a space-separated list; `_` stands for a blank inside a phrase, apostrophes and hyphens part words,
 * a star at the end of a word stands for any ending.
 */
export function wordSet(list: string): WordSet {
  const single = new Set<string>()
  const phrases = new Map<string, string[][]>()
  const stems: string[] = []
  for (const item of list.split(/\s+/)) {
    if (!item) continue
    if (item.endsWith('*')) {
      stems.push(foldedText(item.slice(0, -1)))
      continue
    }
    const words = foldedText(item)
      .split(/[_'’-]/)
      .filter(Boolean)
    const first = words[0]!
    if (words.length === 1) single.add(first)
    else {
      const known = phrases.get(first)
      if (known) known.push(words)
      else phrases.set(first, [words])
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.length - a.length)
  return { single, phrases, stems }
}
