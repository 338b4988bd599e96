import { cleanParagraphs } from '../../src/reader/clean/clean.ts'
import { compareTexts } from '../../src/reader/copies/compare-texts.ts'
import type { Case } from './case.ts'
import type { Item } from './score.ts'

type Read = { expected: readonly Item[]; found: readonly Item[] }

const item = (text: string): Item => ({ exact: text, value: text, shown: text })

/** Removed paragraphs, with why, expected and found. */
export function cleanItems(c: Case): Read {
  const e = c.expected as { removed: Record<string, string>; sentences_removed?: number }
  const cleaned = cleanParagraphs(c.paragraphs!, c.lang)
  const expected = Object.entries(e.removed).map(([i, why]) => item(`${i}:${why}`))
  const found = cleaned.paragraphs.flatMap((p, i) => (p.kept ? [] : [item(`${i}:${p.why}`)]))
  if (e.sentences_removed) expected.push(item(`sentences:${e.sentences_removed}`))
  if (cleaned.sentencesRemoved) found.push(item(`sentences:${cleaned.sentencesRemoved}`))
  return { expected, found }
}

/** The label expected and found for a pair of texts. */
export function syndicationItems(c: Case): Read {
  return {
    expected: [item((c.expected as { label: string }).label)],
    found: [item(compareTexts(c.a!, c.b!))],
  }
}
