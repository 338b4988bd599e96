import { useEffect, useMemo, useRef } from 'react'
import type { Proposal, ReadingOfReport } from '../../../core/proposal/proposal.ts'
import { makesRecord } from '../../../core/proposal/records-of-draft.ts'
import { useCount, useLocale, useWords } from '../../locale/locale.tsx'
import { Foreign } from '../../show/said.tsx'
import { scrollInPane } from './scroll-in-pane.ts'
import { type Block, blocksOf, segmentsOf } from './text-layout.ts'
import { inboxWords } from './words/words.ts'

type Props = {
  readonly reading: ReadingOfReport
  readonly proposals: readonly Proposal[]
  readonly decided: ReadonlyMap<string, string>
  readonly selected: Proposal | undefined
  /** A span that a link pointed at ('in the report'). */
  readonly pointed: { readonly start: number; readonly end: number } | undefined
  readonly onSelect: (id: string) => void
}

/** The cleaned text with the words of each proposal lit; what was set aside is folded where it stood. */
export function ReportText({ reading, proposals, decided, selected, pointed, onSelect }: Props) {
  const w = useWords(inboxWords).review
  const blocks = useMemo(() => blocksOf(reading), [reading])
  const frame = useRef<HTMLDivElement>(null)
  const lit = selected?.span ?? pointed

  useEffect(() => {
    if (!lit) return
    const mark = frame.current?.querySelector<HTMLElement>('[data-lit]')
    if (mark) scrollInPane(mark, 'middle')
  }, [lit])

  if (!reading.text.trim()) return <p className="quiet card-body">{w.noText}</p>
  return (
    <div
      className="report-text"
      ref={frame}
      lang={reading.language}
      dir={reading.language === 'ar' ? 'rtl' : 'auto'}
    >
      {blocks.map(block =>
        block.kind === 'text' ? (
          <p key={block.start}>
            {segmentsOf(block.start, block.end, proposals, pointed).map(s => {
              const text = reading.text.slice(s.start, s.end)
              const isLit = lit !== undefined && lit.start <= s.start && lit.end >= s.end
              const asking = s.proposals.filter(makesRecord)
              const shown = asking.at(-1) ?? s.proposals.at(-1)
              if (!shown && !isLit) return text
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list of proposals is the keyboard's way
                <mark
                  key={s.start}
                  className="span"
                  data-kind={shown?.kind}
                  data-lit={isLit || undefined}
                  data-decided={shown && decided.get(shown.id)}
                  onClick={asking.length ? () => onSelect(pick(asking, selected?.id)) : undefined}
                >
                  {text}
                </mark>
              )
            })}
          </p>
        ) : (
          <Removed key={`r${block.paragraphs[0]!.text.slice(0, 24)}${blocks.indexOf(block)}`} block={block} />
        ),
      )}
    </div>
  )
}

/** Pressing the same words again walks outwards through the proposals that share them. */
function pick(proposals: readonly Proposal[], selected: string | undefined): string {
  const inwards = proposals.toReversed()
  const at = inwards.findIndex(p => p.id === selected)
  return inwards[(at + 1) % inwards.length]!.id
}

function Removed({ block }: { readonly block: Extract<Block, { kind: 'removed' }> }) {
  const w = useWords(inboxWords).review
  const count = useCount()
  const { language, dir } = useLocale()
  const reasons = [...new Set(block.paragraphs.map(p => p.why).filter(why => why !== undefined))]
  return (
    <details className="removed" lang={language} dir={dir}>
      <summary>
        {w.removed(count(block.paragraphs.length))}
        {reasons.length > 0 && (
          <span className="faint"> ({reasons.map(r => w.why[r] ?? r).join(' / ')})</span>
        )}
      </summary>
      {block.paragraphs.map((p, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one reading do not move
        <p key={i}>
          <Foreign text={p.text} />
        </p>
      ))}
    </details>
  )
}
