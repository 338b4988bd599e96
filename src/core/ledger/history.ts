import type { Entry, LedgerRecord } from './entry.ts'
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
  /** Ids of the retractions and corrections that take effect on it. */
  readonly retractedBy: readonly string[]
  readonly supersededBy: readonly string[]
}

/**
 * A record's history and standing, a correction's claim included, by the rules of the engine's `activeAt`: a
 * retraction taken back by a later one has no effect, nor has a correction taken back, whose claim goes with it.
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
  const holds = versions.find(i => i.live)
  const shown = holds ?? versions.at(-1)
  if (!shown) return undefined

  // A correction's claim stands and falls with its correction, and is superseded when that one is.
  const names = shown.through === undefined ? [id] : [id, shown.through]
  const retractedBy = names.flatMap(name => retractionsOf(state, name, knownAt)).sort()
  const supersededBy = names.flatMap(name => correctionsOf(state, name, knownAt)).sort()
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

type Received = { readonly id: string; readonly received: number }

/** The order in which the engine reads retractions: by receipt, then by id. */
const follows = (a: Received, b: Received) =>
  a.received > b.received || (a.received === b.received && a.id > b.id)

function retractionsOf(state: LedgerState, id: string, knownAt: number, after?: Received): string[] {
  return [...(state.inner.retractions.get(id)?.values() ?? [])]
    .filter(r => r.received <= knownAt && (!after || follows(r, after)))
    .filter(r => retractionsOf(state, r.id, knownAt, r).length === 0)
    .map(r => r.id)
}

function correctionsOf(state: LedgerState, id: string, knownAt: number): string[] {
  return [...(state.inner.corrections.get(id)?.values() ?? [])]
    .filter(c => c.received <= knownAt && retractionsOf(state, c.id, knownAt).length === 0)
    .map(c => c.id)
}

/** Ids of all records ever brought in, a correction's claims included; no order. */
export function recordIds(state: LedgerState): Iterable<string> {
  return state.inner.introductions.keys()
}

/** The entry as held in the state, undone or not. */
export function entryAt(state: LedgerState, seq: number): Entry | undefined {
  return state.inner.entries.get(seq)
}
