import type { StatementFound } from './statement-found.ts'
import type { Unit } from './unit.ts'

/** Turkish conditions are endings: a word in -sa/-se, or before "durumunda", "halinde", "önce", "kadar". */
export function withCondition(unit: Unit, f: StatementFound): StatementFound {
  if (!f.content || f.conditional_on) return f
  const { tokens, text } = unit.scanned
  const inside = tokens.filter(t => t.start >= f.content!.start && t.end <= f.content!.end)
  for (let i = 0; i < inside.length; i++) {
    const t = inside[i]!
    if (t.kind !== 'word') continue
    const conditional =
      t.text.length > 5 &&
      /(irsa|irse|arsa|erse|ursa|sarsa|mazsa|mezse|dursa|ilirse|ilirsa|lirsa|yorsa|olursa|ederse)$/.test(
        t.text,
      )
    const noun = /^(durumunda|halinde|takdirde|surece)$/.test(t.text)
    const before =
      /^(once|kadar|olmadan)$/.test(t.text) && /mayac|meyec/.test(inside.map(x => x.text).join(' '))
    if (!conditional && !noun && !before) continue
    let from = i
    while (from > 0 && inside[from - 1]!.kind !== 'mark' && i - from < 8) from--
    const last = conditional ? i : i - 1
    if (last < from) continue
    return {
      ...f,
      conditional_on: text.slice(inside[from]!.start, inside[last]!.end),
      modality: f.modality === 'denies' ? 'denies' : 'conditional',
    }
  }
  return f
}
