import { nameKey } from '../../core/text/arabic.ts'
import { foldedText } from '../../core/text/fold.ts'
import { scan } from '../text/tokens.ts'

/** Stands in for every letter of a redacted name: offsets stay, and no quotation can hold it. */
export const BLOCK = '█'

/**
 * The text with every name of the list blacked out, letter for letter, in any spelling that folds or
 * reads alike (hamza, article, "Abd" compounds, بن). Of a name of three words or more, two of its words in a
 * row are enough: a first and a family name give a person away.
 *
 * @param names persons' names from the vault; a name of one word is blacked out as a word.
 */
export function redact(text: string, names: readonly string[]): string {
  const keys = new Set<string>()
  for (const name of names) {
    const parts = nameKey(name).split(' ').filter(Boolean)
    if (!parts.length) continue
    keys.add(parts.join(' '))
    if (parts.length >= 3) for (let i = 0; i + 1 < parts.length; i++) keys.add(`${parts[i]} ${parts[i + 1]}`)
    if (parts.length >= 3) keys.add(`${parts[0]} ${parts.at(-1)}`)
  }
  if (!keys.size) return text
  const longest = Math.max(...[...keys].map(k => k.split(' ').length))
  const words = scan(text).tokens.filter(t => t.kind === 'word')
  const spans: [number, number][] = []
  for (let i = 0; i < words.length; i++)
    // A compound ("عبد الرحمن") is two words in the text and one in the key; بن is none.
    for (let n = Math.min(words.length - i, longest * 2 + 2); n >= 1; n--) {
      const start = words[i]!.start
      const end = words[i + n - 1]!.end
      if (end - start > 200) continue
      if (!matches(text.slice(start, end), keys)) continue
      spans.push([start, end])
      i += n - 1
      break
    }
  if (!spans.length) return text
  const units = [...text.split('')]
  for (const [start, end] of spans)
    for (let k = start; k < end; k++) if (!/\s/.test(units[k]!)) units[k] = BLOCK
  return units.join('')
}

/** The words as they are, or without a particle written onto the first (ولسالم). */
function matches(words: string, keys: ReadonlySet<string>): boolean {
  if (keys.has(nameKey(words))) return true
  const folded = foldedText(words)
  for (let skip = 1; skip <= 2; skip++) {
    if (!/^[وفبلك]+$/.test(folded.slice(0, skip))) return false
    if (folded.length - skip > 2 && keys.has(nameKey(folded.slice(skip)))) return true
  }
  return false
}

/** Does any name of the list still stand in the text? The last question before a text leaves the house. */
export function holdsName(text: string, names: readonly string[]): boolean {
  const folded = ` ${foldedText(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  return names.some(name => {
    const key = foldedText(name)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    return key !== '' && folded.includes(` ${key} `)
  })
}
