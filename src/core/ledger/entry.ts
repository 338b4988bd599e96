import type { EvidenceRecord } from '../evidence/record.ts'
import type { Proposal, ReadingOfReport } from '../proposal/proposal.ts'
import type { Report } from '../report/report.ts'
import type { Statement, Undertaking } from '../statement/statement.ts'
import type { TalksPosition } from '../talks/position.ts'

/**
 * What one ledger entry says. Entries are only ever appended; a correction is a new entry.
 * Everything shown is computed from these (promise 1 of ARCHITECTURE.md).
 */
export type EntryBody =
  /** The accord text in force from here on: the parsed file's canonical JSON and its hash. */
  | { readonly kind: 'accord.adopted'; readonly sha256: string; readonly document: unknown }
  | { readonly kind: 'report.received'; readonly report: Report }
  /** The reader's proposals, kept so that decisions stay meaningful when the reader changes. */
  | { readonly kind: 'report.read'; readonly reportId: string; readonly reading: ReadingOfReport }
  /** A person's decision on one proposal; `records` are what it made true (empty when rejected). */
  | {
      readonly kind: 'proposal.decided'
      readonly reportId: string
      readonly proposalId: string
      readonly decision: 'accepted' | 'corrected' | 'rejected'
      readonly proposal: Proposal
      readonly records: readonly LedgerRecord[]
      readonly why?: string
    }
  /** Takes back an earlier decision or record entry, whole. */
  | { readonly kind: 'entry.undone'; readonly seq: number; readonly why?: string }
  | { readonly kind: 'records.added'; readonly records: readonly LedgerRecord[]; readonly origin: string }
  /** Other rooms' entries (exchange, alerts, briefs, settings): `kind` begins with the room's name. */
  | {
      readonly kind: `${'exchange' | 'warning' | 'brief' | 'zone' | 'import' | 'setting' | 'user' | 'lexicon' | 'comment'}.${string}`
      readonly data: unknown
    }

export type LedgerRecord =
  | { readonly of: 'evidence'; readonly record: EvidenceRecord }
  | { readonly of: 'statement'; readonly record: Statement }
  | { readonly of: 'undertaking'; readonly record: Undertaking }
  | { readonly of: 'position'; readonly record: TalksPosition }

/** One entry as stored. Hash = SHA-256 over the canonical JSON of everything but `hash`, `prev` included. */
export type Entry = {
  readonly accord: string
  /** 1, 2, 3, … per accord, without gaps. */
  readonly seq: number
  /** Milliseconds UTC at which the store confirmed it: transaction time, never given by a caller. */
  readonly recordedAt: number
  /** Pseudonymous account id, or 'system'. */
  readonly by: string
  readonly body: EntryBody
  /** Hex; 64 zeros for the first entry. */
  readonly prev: string
  readonly hash: string
}
