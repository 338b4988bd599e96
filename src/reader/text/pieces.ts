import { type Stretch, sentencesOf } from './sentences.ts'
import type { Scan } from './tokens.ts'

/** No sentence that people write is longer; what is looked at pairwise inside one must not grow with the text. */
const LONGEST = 600

/** The sentences of a text, one without end cut into pieces of at most 600 tokens. */
export function piecesOf(scanned: Scan): readonly Stretch[] {
  const sentences = sentencesOf(scanned)
  if (!sentences.some(s => s.to - s.from > LONGEST)) return sentences
  const { tokens } = scanned
  return sentences.flatMap(s => {
    const cut: Stretch[] = []
    for (let from = s.from; from < s.to; from += LONGEST) {
      const to = Math.min(s.to, from + LONGEST)
      cut.push({ start: tokens[from]!.start, end: tokens[to - 1]!.end, from, to })
    }
    return cut
  })
}
