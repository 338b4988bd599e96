import { useEffect, useRef } from 'react'
import type { Draft, Proposal } from '../../../core/proposal/proposal.ts'
import { useWords } from '../../locale/locale.tsx'
import { Icon } from '../../show/icon.tsx'
import { Foreign } from '../../show/said.tsx'
import { DraftSummary } from './draft-summary.tsx'
import { EditDraft } from './edit/edit-draft.tsx'
import { sureness } from './review-order.ts'
import { scrollInPane } from './scroll-in-pane.ts'
import { inboxWords } from './words/words.ts'

type Props = {
  readonly accord: string
  readonly proposal: Proposal
  readonly decision: 'accepted' | 'corrected' | 'rejected' | undefined
  readonly selected: boolean
  readonly editing: boolean
  readonly onSelect: () => void
  readonly onAccept: (draft?: Draft) => void
  readonly onReject: () => void
  readonly onEdit: (on: boolean) => void
  /** Absent while the decision is on its way to the server. */
  readonly onUndo: (() => void) | undefined
}

/** One proposal: what would be recorded, on which words, how sure the reader is, and the three answers. */
export function ProposalCard(props: Props) {
  const { accord, proposal, decision, selected, editing, onSelect } = props
  const w = useWords(inboxWords).review
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (selected && card.current) scrollInPane(card.current, 'near')
  }, [selected])

  const sure = sureness(proposal.confidence)
  return (
    <li
      ref={card}
      className="proposal"
      data-kind={proposal.kind}
      data-selected={selected || undefined}
      data-decided={decision}
      aria-current={selected || undefined}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys move the selection; pressing is a shortcut */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div className="proposal-body" onClick={onSelect}>
        <DraftSummary accord={accord} draft={proposal.draft} />
        {selected && !decision && (
          <p className="proposal-why">
            <span className="sure" data-sure={sure}>
              {w.sure[sure]}
            </span>
            {proposal.reason && (
              <span>
                {w.because}: <Foreign text={proposal.reason} />
              </span>
            )}
            {proposal.by !== 'rules' && <span className="tag tag-claim">{w.by(proposal.by)}</span>}
          </p>
        )}
      </div>
      {decision ? (
        <p className="proposal-decided">
          <Icon name={decision === 'rejected' ? 'close' : 'check'} width="13" height="13" />
          <span>{w.decided[decision]}</span>
          {props.onUndo && (
            <button type="button" className="link-button small" onClick={props.onUndo}>
              {w.undo}
            </button>
          )}
        </p>
      ) : editing ? (
        <EditDraft
          accord={accord}
          draft={proposal.draft}
          onSave={props.onAccept}
          onCancel={() => props.onEdit(false)}
        />
      ) : (
        selected && <Answers {...props} />
      )}
    </li>
  )
}

function Answers({ onAccept, onEdit, onReject }: Props) {
  const w = useWords(inboxWords).review
  return (
    <div className="answers">
      <button type="button" className="button button-main button-small" onClick={() => onAccept()}>
        {w.accept} <kbd className="kbd">a</kbd>
      </button>
      <button type="button" className="button button-small" onClick={() => onEdit(true)}>
        {w.edit} <kbd className="kbd">e</kbd>
      </button>
      <button type="button" className="button button-small" onClick={onReject}>
        {w.reject} <kbd className="kbd">x</kbd>
      </button>
    </div>
  )
}
