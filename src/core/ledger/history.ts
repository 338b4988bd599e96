import type { LedgerRecord } from './entry.ts'
import type { Introduction, LedgerState, Noted } from './state.ts'

export type RecordStatus = 'active' | 'retracted' | 'superseded' | 'undone'

/** One record with everything that ever happened to it. */
export type RecordHistory = Noted & {
  readonly id: string
  readonly status: RecordStatus
  /** The content that holds; of an undone record, the last that did. */
  readonly record: LedgerRecord
  /** Every entry that brought it in, oldest first, the undone ones too. */
  readonly versions: readonly Introduction[]
  /** Ids of the retractions and corrections that name it. */
  readonly retractedBy: readonly string[]
  readonly supersededBy: readonly string[]
}

/**
 * A record's history and standing, a correction's claim included.
 *
 * @param knownAt seconds UTC: its standing by what was received up to then. Undoing has no such clock (it
 *   says that the entry should never have been made), so it counts at every moment.
 * @returns undefined when no entry names the id, or none received by `knownAt`.
 */
export function historyOf(
  state: LedgerState,
  id: string,
  knownAt = Number.POSITIVE_INFINITY,
): RecordHistory | undefined {
  const versions = (state.inner.introductions.get(id) ?? []).filter(i => i.record.record.received <= knownAt)
  const holds = versions.findLast(i => i.live)
  const shown = holds ?? versions.at(-1)
  if (!shown) return undefined

  const known = (by: Iterable<{ readonly id: string; readonly received: number }>) =>
    [...by]
      .filter(r => r.received <= knownAt)
      .map(r => r.id)
      .sort()
  const retractedBy = known(state.inner.retractions.get(id)?.values() ?? [])
  const supersededBy = known(state.inner.corrections.get(id)?.values() ?? [])
  const status = !holds
    ? 'undone'
    : retractedBy.length
      ? 'retracted'
      : supersededBy.length
        ? 'superseded'
        : 'active'
  const { seq, recordedAt, by, record } = shown
  return { id, status, record, seq, recordedAt, by, versions, retractedBy, supersededBy }
}

/** Ids of all records ever brought in, a correction's claims included; no order. */
export function recordIds(state: LedgerState): Iterable<string> {
  return state.inner.introductions.keys()
}

/** The entry as held in the state, undone or not. */
export function entryAt(state: LedgerState, seq: number) {
  return state.inner.entries.get(seq)
}
