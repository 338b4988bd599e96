/** A character that would change the direction of what follows it. */
export type BidiControl = { readonly at: number; readonly name: string }

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\u061c', 'ALM'],
  ['\u200e', 'LRM'],
  ['\u200f', 'RLM'],
  ['\u202a', 'LRE'],
  ['\u202b', 'RLE'],
  ['\u202c', 'PDF'],
  ['\u202d', 'LRO'],
  ['\u202e', 'RLO'],
  ['\u2066', 'LRI'],
  ['\u2067', 'RLI'],
  ['\u2068', 'FSI'],
  ['\u2069', 'PDI'],
])

/** What stands in for a control that was made visible: one unit, so that offsets do not move. */
export const SHOWN_CONTROL = '\u2426'

/** Controls that embed, override or isolate. The three single marks (ALM, LRM, RLM) only hint and stay. */
const OBEYED = /[\u202a-\u202e\u2066-\u2069]/g

/** Every bidirectional control of a text, with its Unicode abbreviation. */
export function bidiControlsOf(text: string): readonly BidiControl[] {
  const found: BidiControl[] = []
  for (const m of text.matchAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g))
    found.push({ at: m.index, name: NAMES.get(m[0])! })
  return found
}

/**
 * The text with embeddings, overrides and isolates made visible instead of obeyed: each becomes ␦.
 * Same length, so spans stay right.
 */
export function showBidi(text: string): string {
  return text.replace(OBEYED, SHOWN_CONTROL)
}
