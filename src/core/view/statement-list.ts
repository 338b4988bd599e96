import type { Accord } from '../accord/model.ts'
import { judgeDocket } from '../compliance/judge.ts'
import type { AsOf, Verdict } from '../compliance/verdict.ts'
import type { LedgerState } from '../ledger/state.ts'
import type { Statement, Undertaking } from '../statement/statement.ts'
import { docketOf } from './docket-of.ts'
import { accordOfPromises } from './undertaking-provision.ts'

/** The Statements page: who said what through whom, and promises judged as said against done. */
export type StatementList = {
  readonly accord: string
  readonly asOf: AsOf
  /** Newest first. */
  readonly statements: readonly Statement[]
  readonly undertakings: readonly {
    readonly undertaking: Undertaking
    readonly verdicts: readonly Verdict[]
  }[]
}

/** Statements said by `t` and known by `k`; each promise with a verdict for every bearer. */
export function statementList(
  accord: Accord,
  state: Pick<LedgerState, 'statements' | 'undertakings' | 'evidence'>,
  asOf: AsOf,
  reading: string,
): StatementList {
  const seen = (r: { readonly received: number; readonly when: { readonly lo: number } }) =>
    r.received <= asOf.k && r.when.lo <= asOf.t
  const newest = <T extends { readonly id: string; readonly when: { readonly lo: number } }>(a: T, b: T) =>
    b.when.lo - a.when.lo || (a.id < b.id ? -1 : 1)
  const promises = [...state.undertakings.values()].filter(seen).toSorted(newest)
  const verdicts = promises.length
    ? judgeDocket(
        docketOf(accordOfPromises(accord, promises), [...state.evidence.values()], asOf.k, reading),
        asOf,
      )
    : []
  return {
    accord: accord.id,
    asOf,
    statements: [...state.statements.values()].filter(seen).toSorted(newest),
    undertakings: promises.map(undertaking => ({
      undertaking,
      verdicts: verdicts.filter(v => v.provision === undertaking.id),
    })),
  }
}
