import type { Accord } from '../accord/model.ts'
import type { LedgerState } from '../ledger/state.ts'
import type { When } from '../time/when.ts'
import { incidentsOf } from '../view/incidents.ts'
import { stateBoard } from '../view/state-board.ts'
import { statementList } from '../view/statement-list.ts'
import { talksBoard } from '../view/talks-board.ts'
import type { Locale } from '../words.ts'
import type { Brief, ReleaseLevel } from './brief.ts'
import { composeBrief } from './compose.ts'
import type { BriefWarning } from './material.ts'

export type BriefRequest = {
  /** The civil days the brief speaks of. */
  readonly period: When
  /** Knowing what: seconds UTC. */
  readonly k: number
  readonly reading: string
  readonly locale: Locale
  readonly level: ReleaseLevel
}

/**
 * The brief for a period: everything computed at the period's end, beside the period of equal length
 * before it. A pure function of accord, ledger and request: asked again it gives the same to the byte.
 */
export function briefOf(
  accord: Accord,
  state: LedgerState,
  r: BriefRequest,
  warnings: readonly BriefWarning[] = [],
): Brief {
  const evidence = [...state.evidence.values()]
  const entries = state.head.seq
  const asOf = { t: r.period.hi, k: r.k }
  const length = r.period.hi - r.period.lo + 1
  const before = { lo: r.period.lo - length, hi: r.period.lo - 1 }
  const said = statementList(accord, state, asOf, r.reading)
  return composeBrief({
    accord,
    locale: r.locale,
    level: r.level,
    period: r.period,
    before,
    board: stateBoard(accord, evidence, { asOf, reading: r.reading, entries }),
    boardBefore: stateBoard(accord, evidence, {
      asOf: { t: before.hi, k: r.k },
      reading: r.reading,
      entries,
    }),
    incidents: incidentsOf(accord, evidence, asOf),
    evidence,
    statements: said.statements,
    promises: said.undertakings.map(({ undertaking: u, verdicts }) => ({
      id: u.id,
      words: u.words,
      verdicts,
    })),
    talks: talksBoard(accord, [...state.positions.values()], asOf),
    warnings,
  })
}
