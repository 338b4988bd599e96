import type { Accord } from '../accord/model.ts'
import { explain, intervals, judge } from '../compliance/judge.ts'
import type { AsOf, Explanation, ExplanationNode, Verdict } from '../compliance/verdict.ts'
import type { LedgerState } from '../ledger/state.ts'
import type { ProvisionView, RecordView } from './board.ts'
import { recordView } from './record-view.ts'
import { cellOf } from './state-board.ts'

/**
 * One provision's page: its verdict for every bearer under every reading (or under one), the derivation
 * of each, and every record cited. Undefined when the accord has no such provision.
 */
export function provisionView(
  accord: Accord,
  state: LedgerState,
  id: string,
  q: { readonly asOf: AsOf; readonly reading?: string },
): ProvisionView | undefined {
  const provision = accord.provisions.find(p => p.id === id)
  if (!provision) return undefined
  const document = accord.documents.find(d => d.id === provision.source.document)
  const evidence = [...state.evidence.values()]
  const readings = q.reading === undefined ? accord.readings.map(r => r.id) : [q.reading]
  // Only this provision is asked about; the others would be judged for nothing.
  const verdicts = readings.flatMap(reading => {
    const strips = intervals(accord, evidence, { k: q.asOf.k, to: q.asOf.t, reading, provision: id })
    return judge(accord, evidence, q.asOf, reading)
      .filter(v => v.provision === id)
      .map(verdict => ({
        verdict,
        explanation: explain(accord, evidence, verdict),
        intervals: strips.get(cellOf(verdict)) ?? [],
      }))
  })
  const records: Record<string, RecordView> = {}
  for (const { verdict, explanation } of verdicts)
    for (const record of citedBy(verdict, explanation)) {
      const view = records[record] ?? recordView(accord, state, record)
      if (view) records[record] = view
    }
  return {
    accord: accord.id,
    provision: id,
    kind: provision.kind,
    title: provision.title,
    words: provision.words,
    document: {
      id: provision.source.document,
      title: document?.title ?? { en: provision.source.document, ar: provision.source.document },
      points: provision.source.points ?? [],
      urls: provision.source.urls,
    },
    disputes: provision.disputes ?? [],
    verdicts,
    records,
    statements: [...state.statements.values()]
      .filter(s => s.received <= q.asOf.k && s.when.lo <= q.asOf.t)
      .filter(s => s.about?.provision === id || s.claimedException?.provision === id)
      .toSorted((a, b) => b.when.lo - a.when.lo),
  }
}

/** Every record that a verdict or its derivation names. */
export function citedBy(verdict: Verdict, explanation: Explanation): ReadonlySet<string> {
  const ids = new Set([...verdict.evidenceFor, ...verdict.evidenceAgainst])
  const visit = (nodes: readonly ExplanationNode[]) => {
    for (const n of nodes) {
      if (n.leaf === 'record') ids.add(n.record)
      else if (n.leaf === undefined) for (const list of [n.because, n.against, n.missing]) visit(list)
    }
  }
  for (const list of [explanation.because, explanation.against, explanation.missing]) visit(list)
  return ids
}
