import type { Accord } from '../accord/model.ts'
import type { Docket } from '../compliance/docket.ts'
import { explainOne } from '../compliance/explain.ts'
import { judgeDocket } from '../compliance/judge.ts'
import type { AsOf, Explanation, ExplanationNode, Verdict } from '../compliance/verdict.ts'
import type { LedgerState } from '../ledger/state.ts'
import type { ProvisionView, RecordView } from './board.ts'
import { docketOf } from './docket-of.ts'
import { recordView } from './record-view.ts'
import { stripOf } from './state-board.ts'

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
  const verdicts = readings.flatMap(reading => {
    const docket = docketOf(accord, evidence, q.asOf.k, reading)
    return judgeDocket(docket, q.asOf)
      .filter(v => v.provision === id)
      .map(verdict => ({
        verdict,
        explanation: explanationOf(docket, verdict),
        intervals: stripOf(docket, verdict),
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

/**
 * A verdict's derivation. Those whom a permission protects others from have a verdict and no duty in the
 * provision: theirs is the verdict's own sentence and records.
 */
function explanationOf(docket: Docket, v: Verdict): Explanation {
  const provision = docket.prepared.byId.get(v.provision)
  const bearer = provision?.bearers.find(b => b.key === v.bearer.join('+'))
  if (provision && bearer) return explainOne(docket, provision, bearer, v.asOf)
  const leaf = (record: string) => ({ leaf: 'record' as const, record, words: { en: record, ar: record } })
  return {
    rule: 'obstruction',
    verdict: v.verdict,
    words: v.because,
    because: v.evidenceFor.map(leaf),
    against: v.evidenceAgainst.map(leaf),
    missing: [],
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
