import type { Accord } from '../accord/model.ts'
import type { Verdict } from '../compliance/verdict.ts'
import type { EvidenceRecord } from '../evidence/record.ts'
import type { Statement } from '../statement/statement.ts'
import type { When } from '../time/when.ts'
import type { StateBoard } from '../view/board.ts'
import type { Incident } from '../view/incidents.ts'
import type { TalksBoard } from '../view/talks-board.ts'
import type { Locale } from '../words.ts'
import type { ReleaseLevel } from './brief.ts'

/** What a brief is made of: the computed views at the period's end and, for comparison, at its start. */
export type BriefMaterial = {
  readonly accord: Accord
  readonly locale: Locale
  readonly level: ReleaseLevel
  /** The civil days the brief speaks of, as seconds. */
  readonly period: When
  /** The period of equal length before it. */
  readonly before: When
  readonly board: StateBoard
  readonly boardBefore: StateBoard
  readonly incidents: readonly Incident[]
  readonly evidence: readonly EvidenceRecord[]
  readonly statements: readonly Statement[]
  readonly promises: readonly {
    readonly words: { readonly en?: string; readonly ar?: string }
    readonly id: string
    readonly verdicts: readonly Verdict[]
  }[]
  readonly talks: TalksBoard
  readonly warnings: readonly BriefWarning[]
}

/** An alert as a brief tells it; the numbers are the warning room's. */
export type BriefWarning = {
  readonly id: string
  readonly zone: string
  readonly since: number
  readonly observed: number
  readonly expected: { readonly low: number; readonly high: number }
  readonly perYearByChance: number
}
