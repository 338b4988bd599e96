import type { Token } from '../text/tokens.ts'
import { cueAt, cuesOf } from './content.ts'
import type { StatementKind } from './statement-found.ts'

/**
 * The words of a condition in the content: after "if", "unless", "in case"; after "before" or "until" in
 * a refusal; the provocation a threat answers ("any breach"). Without the particle, to the next
 * comma or the content's end. Offsets are UTF-16, half-open.
 */
export function conditionIn(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  lang: string,
  kind: StatementKind,
  refuses: boolean,
): { start: number; end: number } | undefined {
  const sets = cuesOf(lang)
  for (let i = from; i < to; i++) {
    const n =
      cueAt(tokens, i, to, sets.conditions, lang) || (refuses ? cueAt(tokens, i, to, sets.until, lang) : 0)
    if (n) return clause(text, tokens, i + n, to, lang)
  }
  if (kind !== 'threat') return undefined
  for (let i = from; i < to; i++) {
    if (!sets.any.single.has(tokens[i]!.text)) continue
    return clause(text, tokens, i, to, lang)
  }
  return undefined
}

/** A condition longer than this is cut: it has run into the next clause. */
const MOST_WORDS = 14

function clause(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  lang: string,
): { start: number; end: number } | undefined {
  const ends = cuesOf(lang).conditionEnds
  let at = from
  let words = 0
  for (; at < to && words < MOST_WORDS; at++) {
    const t = tokens[at]!
    if (
      t.kind === 'break' ||
      t.text === ',' ||
      t.text === '،' ||
      t.text === '؛' ||
      t.text === ';' ||
      t.text === '.'
    )
      break
    if (at > from && cueAt(tokens, at, to, ends, lang)) break
    // "if they shell us we shall …": the future verb opens the consequence.
    if (lang === 'ar' && at > from && /^[فو]?س[ين]/.test(t.text) && t.text.length > 4 && words > 0) break
    if (t.kind === 'word') words++
  }
  let last = at - 1
  while (last >= from && CLOSERS.has(tokens[last]!.text) && !opensWithin(tokens, from, last)) last--
  if (last < from) return undefined
  const start = tokens[from]!.start
  const end = tokens[last]!.end
  return text.slice(start, end).trim() ? { start, end } : undefined
}

const CLOSERS = new Set(['»', '”', '"', '“', '.', '!', '-', "'", '’'])

/** A closing mark belongs to the condition when its opening one does. */
function opensWithin(tokens: readonly Token[], from: number, close: number): boolean {
  const mark = tokens[close]!.text
  const opener = mark === '»' ? '«' : mark === '”' ? '“' : mark === '"' ? '"' : undefined
  if (!opener) return false
  for (let i = from; i < close; i++) if (tokens[i]!.text === opener) return true
  return false
}
