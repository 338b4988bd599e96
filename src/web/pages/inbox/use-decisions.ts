import { useRef, useState } from 'react'
import { sentenceOf } from '../../../core/problem.ts'
import type { Draft } from '../../../core/proposal/proposal.ts'
import type { DecidedAnswer, VerdictChange } from '../../data/answers.ts'
import { Fault } from '../../data/fault.ts'
import { api } from '../../data/paths.ts'
import { post } from '../../data/request.ts'
import { invalidate } from '../../data/resource.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { useAsked } from '../../route/router.tsx'
import { toast } from '../../show/toast.tsx'
import { shared } from '../../words/shared.ts'
import type { Decision } from './review-order.ts'
import { inboxWords } from './words/words.ts'

export type Verdictless = {
  readonly proposalId: string
  readonly decision: 'accepted' | 'rejected'
  readonly draft?: Draft
}

export type Decisions = {
  /** Decided here and not yet confirmed by the server. */
  readonly pending: ReadonlyMap<string, 'accepted' | 'corrected' | 'rejected'>
  /** What the last acceptance did to the verdicts; undefined before the first and after an undo. */
  readonly outcome: readonly VerdictChange[] | undefined
  readonly decide: (decisions: readonly Verdictless[]) => Promise<boolean>
  readonly undo: (known: readonly Decision[]) => Promise<void>
  readonly undoOne: (seq: number) => Promise<void>
}

/** Sends decisions one batch after another, so that quick keys never overtake each other, and remembers them for undo. */
export function useDecisions(accord: string, report: string): Decisions {
  const w = useWords(inboxWords).review
  const faults = useWords(shared).fault
  const count = useCount()
  const { asOf } = useAsked()
  const [pending, setPending] = useState<Decisions['pending']>(new Map())
  const [outcome, setOutcome] = useState<readonly VerdictChange[]>()
  const batches = useRef<number[][]>([])
  const queue = useRef<Promise<unknown>>(Promise.resolve())

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.current.then(work, work)
    queue.current = next.catch(() => undefined)
    return next
  }
  const complain = (error: unknown) => {
    if (!(error instanceof Fault)) throw error
    toast(error.problem ? sentenceOf(error.problem) : faults.offlineTitle)
  }
  const refresh = () => invalidate(api.accord(accord))

  const decide: Decisions['decide'] = async decisions => {
    if (!decisions.length) return false
    const ids = decisions.map(d => d.proposalId)
    setPending(now => {
      const next = new Map(now)
      for (const d of decisions) next.set(d.proposalId, d.draft ? 'corrected' : d.decision)
      return next
    })
    const path = api.decisions(accord, report) + (asOf ? `?asOf=${encodeURIComponent(asOf)}` : '')
    try {
      const answer = await inTurn(() => post<DecidedAnswer>(path, { decisions }))
      batches.current.push(answer.decided.map(d => d.seq))
      if (decisions.some(d => d.decision === 'accepted')) setOutcome(answer.changed)
      refresh()
      return true
    } catch (error) {
      setPending(now => new Map([...now].filter(([id]) => !ids.includes(id))))
      complain(error)
      return false
    }
  }

  const take = async (seqs: readonly number[]) => {
    try {
      // Newest first: what came later may rest on what came before.
      for (const seq of seqs.toReversed()) await inTurn(() => post(api.undo(accord), { seq }))
      setPending(new Map())
      setOutcome(undefined)
      toast(w.undone(count(seqs.length)))
    } catch (error) {
      complain(error)
    }
    refresh()
  }
  return {
    pending,
    outcome,
    decide,
    undo: async known => {
      await queue.current
      const last =
        batches.current.pop() ??
        known
          .toSorted((a, b) => a.seq - b.seq)
          .slice(-1)
          .map(d => d.seq)
      if (last.length) await take(last)
      else toast(w.nothingToUndo)
    },
    undoOne: async seq => {
      batches.current = batches.current.map(b => b.filter(s => s !== seq)).filter(b => b.length > 0)
      await take([seq])
    },
  }
}
