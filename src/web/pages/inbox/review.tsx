import { type ReactNode, useMemo, useState } from 'react'
import type { Draft } from '../../../core/proposal/proposal.ts'
import type { ReportReview } from '../../../core/view/inbox.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useShortcuts } from '../../keys/shortcuts.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { useAddress } from '../../route/router.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Said } from '../../show/said.tsx'
import { Outcome } from './outcome.tsx'
import { Parts } from './parts.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { ReportHead } from './report-head.tsx'
import { ReportText } from './report-text.tsx'
import { type Group, groupsOf, nextOpen } from './review-order.ts'
import { useDecisions } from './use-decisions.ts'
import { inboxWords } from './words/words.ts'
import './review.css'

type Props = { readonly accord: string; readonly report: string }

/** One report under review: its text on one side, what the reader proposes on the other. */
export function Review({ accord, report }: Props) {
  const review = useResource<ReportReview>(api.report(accord, report))
  return (
    <Loaded of={review} lines={14}>
      {data => <Screen accord={accord} review={data} />}
    </Loaded>
  )
}

function Screen({ accord, review }: { readonly accord: string; readonly review: ReportReview }) {
  const w = useWords(inboxWords).review
  const { reading, report } = review
  const pointed = spanOf(useAddress().query.get('span'))
  const { pending, outcome, decide, undo, undoOne } = useDecisions(accord, report.id)

  const groups = useMemo(() => groupsOf(reading.proposals), [reading])
  const ordered = useMemo(() => groups.flatMap(g => g.proposals), [groups])
  const decided = useMemo(() => {
    const map = new Map<string, 'accepted' | 'corrected' | 'rejected'>(pending)
    for (const d of review.decisions) map.set(d.proposalId, d.decision)
    return map
  }, [review, pending])
  const done = new Set(decided.keys())
  const [chosen, setChosen] = useState<string>()
  const [editing, setEditing] = useState(false)
  const selected =
    ordered.find(p => p.id === chosen) ?? ordered.find(p => p.id === nextOpen(ordered, done, undefined))

  const select = (id: string | undefined) => {
    setChosen(id)
    setEditing(false)
  }
  const move = (by: number) => {
    const at = ordered.findIndex(p => p.id === selected?.id)
    const to = ordered[Math.max(0, Math.min(ordered.length - 1, at + by))]
    if (to) select(to.id)
  }
  const answer = (decision: 'accepted' | 'rejected', id = selected?.id, draft?: Draft) => {
    if (!id || done.has(id)) return
    select(nextOpen(ordered, done, id) ?? id)
    void decide([{ proposalId: id, decision, ...(draft && { draft }) }])
  }
  const acceptGroup = (group: Group | undefined) => {
    const open = group?.proposals.filter(p => !done.has(p.id)) ?? []
    if (!open.length) return
    const all = new Set([...done, ...open.map(p => p.id)])
    select(nextOpen(ordered, all, open.at(-1)!.id) ?? open.at(-1)!.id)
    void decide(open.map(p => ({ proposalId: p.id, decision: 'accepted' as const })))
  }
  useShortcuts([
    { keys: 'j', does: w.keys.next, where: 'here', run: () => move(1) },
    { keys: 'k', does: w.keys.previous, where: 'here', run: () => move(-1) },
    {
      keys: 'n',
      does: w.keys.nextOpen,
      where: 'here',
      run: () => select(nextOpen(ordered, done, selected?.id)),
    },
    { keys: 'a', does: w.keys.accept, where: 'here', run: () => answer('accepted') },
    {
      keys: 'e',
      does: w.keys.edit,
      where: 'here',
      run: () => {
        if (!selected || done.has(selected.id)) return
        setChosen(selected.id)
        setEditing(true)
      },
    },
    { keys: 'x', does: w.keys.reject, where: 'here', run: () => answer('rejected') },
    { keys: 'u', does: w.keys.undo, where: 'here', run: () => void undo(review.decisions) },
    {
      keys: 'A',
      does: w.keys.acceptGroup,
      where: 'here',
      run: () => acceptGroup(groups.find(g => g.proposals.some(p => p.id === selected?.id))),
    },
  ])

  return (
    <div className="review">
      <ReportHead
        accord={accord}
        review={review}
        done={ordered.filter(p => done.has(p.id)).length}
        all={ordered.length}
      />
      <div className="review-panes">
        <section className="review-text pane card" aria-label={w.text}>
          <ReportText
            reading={reading}
            proposals={reading.proposals}
            decided={decided}
            selected={chosen || !pointed ? selected : undefined}
            pointed={pointed}
            onSelect={id => select(id)}
          />
        </section>
        <section className="review-proposals pane" aria-label={w.proposals}>
          <Outcome
            accord={accord}
            outcome={outcome}
            finished={ordered.length > 0 && ordered.every(p => done.has(p.id))}
          />
          {reading.warnings.length > 0 && (
            <details className="warnings">
              <summary>{w.warnings}</summary>
              <ul>
                {reading.warnings.map(text => (
                  <li key={text}>
                    <Said words={text} />
                  </li>
                ))}
              </ul>
            </details>
          )}
          {groups.length === 0 && <p className="quiet">{w.noProposals}</p>}
          {groups.map(group => (
            <ProposalGroup key={group.kind} group={group} done={done} onAcceptAll={() => acceptGroup(group)}>
              {group.proposals.map(p => {
                const seq = review.decisions.find(d => d.proposalId === p.id)?.seq
                return (
                  <ProposalCard
                    key={p.id}
                    accord={accord}
                    proposal={p}
                    decision={decided.get(p.id)}
                    selected={selected?.id === p.id}
                    editing={editing && selected?.id === p.id}
                    onSelect={() => select(p.id)}
                    onAccept={draft => answer('accepted', p.id, draft)}
                    onReject={() => answer('rejected', p.id)}
                    onEdit={on => {
                      setChosen(p.id)
                      setEditing(on)
                    }}
                    onUndo={seq === undefined ? undefined : () => void undoOne(seq)}
                  />
                )
              })}
            </ProposalGroup>
          ))}
          <Parts accord={accord} proposals={reading.proposals} />
        </section>
      </div>
    </div>
  )
}

type GroupProps = {
  readonly group: Group
  readonly done: ReadonlySet<string>
  readonly onAcceptAll: () => void
  readonly children: ReactNode
}

function ProposalGroup({ group, done, onAcceptAll, children }: GroupProps) {
  const w = useWords(inboxWords).review
  const count = useCount()
  const open = group.proposals.filter(p => !done.has(p.id)).length
  return (
    <section className="proposal-group" data-kind={group.kind}>
      <div className="proposal-group-head">
        <h2>
          <span className="kind-mark" aria-hidden="true" /> {w.kinds[group.kind]}{' '}
          <span className="faint num">{count(group.proposals.length).text}</span>
        </h2>
        {open > 1 && (
          <button type="button" className="button button-small button-bare" onClick={onAcceptAll}>
            {w.acceptAll(count(open))} <kbd className="kbd">A</kbd>
          </button>
        )}
      </div>
      <ul className="proposal-list">{children}</ul>
    </section>
  )
}

function spanOf(text: string | null): { readonly start: number; readonly end: number } | undefined {
  const m = /^(\d+)-(\d+)$/.exec(text ?? '')
  return m ? { start: Number(m[1]), end: Number(m[2]) } : undefined
}
