import type { Proposal } from '../../../core/proposal/proposal.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { Foreign } from '../../show/said.tsx'
import { DraftSummary } from './draft-summary.tsx'
import { partsOf } from './review-order.ts'
import { inboxWords } from './words/words.ts'

type Props = {
  readonly accord: string
  readonly proposals: readonly Proposal[]
}

/** Dates, figures and names the reader used: to check, not to decide. */
export function Parts({ accord, proposals }: Props) {
  const w = useWords(inboxWords).review
  const count = useCount()
  const groups = partsOf(proposals)
  if (!groups.length) return null
  return (
    <details className="parts">
      <summary>
        {w.alsoRead}{' '}
        <span className="faint num">{count(groups.reduce((n, g) => n + g.proposals.length, 0)).text}</span>
      </summary>
      <p className="faint small">{w.alsoReadNote}</p>
      {groups.map(g => (
        <section key={g.kind}>
          <h3>{w.kinds[g.kind]}</h3>
          <ul>
            {g.proposals.map(p => (
              <li key={p.id}>
                <Foreign text={p.surface} />
                <span className="quiet small">
                  <DraftSummary accord={accord} draft={p.draft} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}
