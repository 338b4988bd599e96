import type { Proposal, ReadingOfReport } from '../../../core/proposal/proposal.ts'

/** A stretch of the cleaned text, or paragraphs that were set aside at that point. */
export type Block =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'removed'; readonly paragraphs: ReadingOfReport['paragraphs'] }

/**
 * The cleaned text as paragraphs, with what was removed at the place where it stood. Kept paragraphs are
 * found in the text in their order; text between them (should the cleaner have joined any) is never lost.
 */
export function blocksOf(reading: Pick<ReadingOfReport, 'text' | 'paragraphs'>): readonly Block[] {
  const blocks: Block[] = []
  let done = 0
  const push = (end: number) => {
    for (const [start, stop] of linesOf(reading.text, done, end))
      blocks.push({ kind: 'text', start, end: stop })
    done = end
  }
  for (const p of reading.paragraphs) {
    if (p.kept) {
      const at = reading.text.indexOf(p.text.trim(), done)
      if (at >= 0) push(at + p.text.trim().length)
      continue
    }
    if (p.why === 'empty') continue
    const last = blocks.at(-1)
    if (last?.kind === 'removed')
      blocks[blocks.length - 1] = { kind: 'removed', paragraphs: [...last.paragraphs, p] }
    else blocks.push({ kind: 'removed', paragraphs: [p] })
  }
  push(reading.text.length)
  return blocks
}

function linesOf(text: string, from: number, to: number): readonly (readonly [number, number])[] {
  const lines: [number, number][] = []
  let start = from
  for (let i = from; i <= to; i++) {
    if (i < to && text[i] !== '\n') continue
    if (text.slice(start, i).trim()) lines.push([start, i])
    start = i + 1
  }
  return lines
}

/** A run of text under the same proposals, outermost first. */
export type Segment = {
  readonly start: number
  readonly end: number
  readonly proposals: readonly Proposal[]
}

/** Cuts a stretch of text wherever a proposal, or a span that was pointed at, begins or ends. */
export function segmentsOf(
  start: number,
  end: number,
  proposals: readonly Proposal[],
  pointed?: Proposal['span'],
): readonly Segment[] {
  const here = proposals
    .filter(p => p.span.start < end && p.span.end > start)
    .toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
  const cuts = new Set([start, end])
  for (const { start: from, end: to } of [...here.map(p => p.span), ...(pointed ? [pointed] : [])])
    for (const at of [from, to]) if (at > start && at < end) cuts.add(at)
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, i) => ({
    start: from,
    end: edges[i + 1]!,
    proposals: here.filter(p => p.span.start <= from && p.span.end >= edges[i + 1]!),
  }))
}
