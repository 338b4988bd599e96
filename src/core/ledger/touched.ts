import type { EvidenceRecord } from '../evidence/record.ts'
import type { Entry } from './entry.ts'
import type { LedgerState } from './state.ts'

/** What entries after some point may have changed, for tables that are brought up to date by difference. */
export type Touched = {
  /** An accord text or a line of a zone came into force or went: whatever depends on it changes as a whole. */
  readonly accord: boolean
  readonly reports: ReadonlySet<string>
  readonly records: ReadonlySet<string>
  /** Events whose claims, rulings or links may read differently, with all events linked to them. */
  readonly events: ReadonlySet<string>
}

/** Everything touched by the entries after `seq`, in a state that holds them. Linear in the links and in what was touched. */
export function touchedSince(state: LedgerState, seq: number): Touched {
  const reports = new Set<string>()
  const records = new Set<string>()
  const events = new Set<string>()
  let accord = false
  for (let n = seq + 1; n <= state.head.seq; n++) {
    for (const { body } of reached(state, n)) {
      if (body.kind === 'accord.adopted' || body.kind === 'zone.versioned') accord = true
      if (body.kind === 'report.received') reports.add(body.report.id)
      if (body.kind === 'report.read') reports.add(body.reportId)
      if (body.kind === 'proposal.decided' || body.kind === 'records.added')
        for (const { record } of body.records) touch(state, record.id, records, events)
    }
  }
  addLinked(state, events)
  return { accord, reports, records, events }
}

/** The entry and, when it undoes, what it undoes: an undoing of an undoing reaches on. */
function* reached(state: LedgerState, seq: number): Generator<Entry> {
  for (let entry = state.inner.entries.get(seq); entry; ) {
    yield entry
    const { body, seq: at }: Entry = entry
    entry = body.kind === 'entry.undone' && body.seq < at ? state.inner.entries.get(body.seq) : undefined
  }
}

/** A record in all its contents: when one goes, another under the same id may hold. */
function touch(state: LedgerState, id: string, records: Set<string>, events: Set<string>): void {
  if (records.has(id)) return
  records.add(id)
  for (const { record } of state.inner.introductions.get(id) ?? [])
    if (record.of === 'evidence') touchEvidence(state, record.record, records, events)
}

function touchEvidence(
  state: LedgerState,
  record: EvidenceRecord,
  records: Set<string>,
  events: Set<string>,
): void {
  switch (record.kind) {
    case 'claim':
    case 'ruling':
      events.add(record.event)
      return
    case 'link':
      for (const event of record.events) events.add(event)
      return
    case 'correction':
      touch(state, record.claim.id, records, events)
      touch(state, record.supersedes, records, events)
      return
    case 'retraction':
      touch(state, record.of, records, events)
  }
}

function addLinked(state: LedgerState, events: Set<string>): void {
  if (events.size === 0) return
  const linked = new Map<string, string[]>()
  for (const record of state.evidence.values()) {
    if (record.kind !== 'link') continue
    const [a, b] = record.events
    linked.set(a, [...(linked.get(a) ?? []), b])
    linked.set(b, [...(linked.get(b) ?? []), a])
  }
  // A set grows while it is walked, and the walk reaches what was added.
  for (const event of events) for (const other of linked.get(event) ?? []) events.add(other)
}
