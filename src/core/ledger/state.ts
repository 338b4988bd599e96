import type { Correction, EvidenceRecord, Retraction } from '../evidence/record.ts'
import type { Proposal, ReadingOfReport } from '../proposal/proposal.ts'
import type { Report } from '../report/report.ts'
import type { Statement, Undertaking } from '../statement/statement.ts'
import type { TalksPosition } from '../talks/position.ts'
import { EMPTY_HEAD, type Head } from './chain.ts'
import type { Entry, LedgerRecord } from './entry.ts'

/** The entry that said something: its number, when the store confirmed it (ms UTC) and who entered it. */
export type Noted = { readonly seq: number; readonly recordedAt: number; readonly by: string }

export type HeldAccord = Noted & { readonly sha256: string; readonly document: unknown }
export type HeldReport = Noted & { readonly report: Report }
export type HeldReading = Noted & { readonly reading: ReadingOfReport }
export type HeldDecision = Noted & {
  readonly proposalId: string
  readonly decision: 'accepted' | 'corrected' | 'rejected'
  readonly proposal: Proposal
  readonly recordIds: readonly string[]
  readonly why?: string
}

/**
 * What a ledger says, taken together: every live entry's content, undone entries left out. Of several live
 * entries on one thing (a report's reading, a proposal's decision) the newest holds; of a record the first,
 * because bringing an id in again changes nothing (compliance.md §3.9: what changes is a correction). The order
 * of the maps has no meaning.
 *
 * Retracted and superseded records are still here beside their retractions, because whether they count
 * depends on the moment of knowledge asked about; `historyOf` gives their status.
 */
export type LedgerState = {
  readonly accord: string
  readonly head: Head
  /** The accord text in force: the newest adoption that was not undone. */
  readonly adopted: HeldAccord | undefined
  readonly adoptions: readonly HeldAccord[]
  /** By report id. */
  readonly reports: ReadonlyMap<string, HeldReport>
  /** By report id: the newest reading. */
  readonly readings: ReadonlyMap<string, HeldReading>
  /** By report id, then by proposal id. */
  readonly decisions: ReadonlyMap<string, ReadonlyMap<string, HeldDecision>>
  /** Records by id, with retractions, corrections, rulings and links among the evidence. */
  readonly evidence: ReadonlyMap<string, EvidenceRecord>
  readonly statements: ReadonlyMap<string, Statement>
  readonly undertakings: ReadonlyMap<string, Undertaking>
  readonly positions: ReadonlyMap<string, TalksPosition>
  /** Other rooms' live entries by kind ('setting.locale', 'brief.published', …), oldest first. */
  readonly rooms: ReadonlyMap<string, readonly Entry[]>
  /** Numbers of the entries that are undone at present. */
  readonly undone: ReadonlySet<number>
  /** The bookkeeping of `applyEntry` and `historyOf`; not for other readers. */
  readonly inner: Inner
}

/** One time an entry brought in a record. A correction brings in its own record and, through it, its claim. */
export type Introduction = Noted & {
  readonly record: LedgerRecord
  readonly live: boolean
  /** The correction that carried this claim, when one did. */
  readonly through?: string
}

/** What `applyEntry` keeps to be able to take an entry's effect back: everything that could hold, oldest first. */
export type Inner = {
  readonly entries: Map<number, Entry>
  /** Entry number to how many live undoings name it; absent = live. */
  readonly undoings: Map<number, number>
  readonly reports: Map<string, HeldReport[]>
  readonly readings: Map<string, HeldReading[]>
  readonly decisions: Map<string, Map<string, HeldDecision[]>>
  readonly introductions: Map<string, Introduction[]>
  /** Id of a record to the held retractions, or corrections, that name it, by their ids. */
  readonly retractions: Map<string, Map<string, Retraction>>
  readonly corrections: Map<string, Map<string, Correction>>
}

/** The state of a ledger that holds nothing yet. */
export function emptyLedger(accord: string): LedgerState {
  return {
    accord,
    head: EMPTY_HEAD,
    adopted: undefined,
    adoptions: [],
    reports: new Map(),
    readings: new Map(),
    decisions: new Map(),
    evidence: new Map(),
    statements: new Map(),
    undertakings: new Map(),
    positions: new Map(),
    rooms: new Map(),
    undone: new Set(),
    inner: {
      entries: new Map(),
      undoings: new Map(),
      reports: new Map(),
      readings: new Map(),
      decisions: new Map(),
      introductions: new Map(),
      retractions: new Map(),
      corrections: new Map(),
    },
  }
}
