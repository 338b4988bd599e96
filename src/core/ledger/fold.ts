import { canonicalJson } from './canonical.ts'
import { headAfter } from './chain.ts'
import type { Entry, LedgerRecord } from './entry.ts'
import { emptyLedger, type Introduction, type LedgerState } from './state.ts'

/** What one entry changed among the records that hold: a record whose content changed is in both lists. */
export type LedgerChange = {
  readonly entered: readonly LedgerRecord[]
  readonly left: readonly LedgerRecord[]
}

/** LedgerState as this file sees it: the same maps, open for writing. */
type Writable<T> =
  T extends ReadonlyMap<infer K, infer V>
    ? Map<K, V extends ReadonlyMap<unknown, unknown> ? Writable<V> : V extends readonly (infer I)[] ? I[] : V>
    : T extends ReadonlySet<infer V>
      ? Set<V>
      : T extends readonly (infer V)[]
        ? V[]
        : T
type Ledger = { -readonly [K in keyof LedgerState]: Writable<LedgerState[K]> }

/**
 * Computes what a ledger says from its entries, given in order of `seq`.
 *
 * @param options.heldAt milliseconds UTC: only what this ledger had confirmed by then ("what did we hold
 *   on that day"). What could be *known* on a day is another question, asked of the records' `received`
 *   (docs/decisions/0003-two-knowledge-clocks.md).
 */
export function fold(
  entries: Iterable<Entry>,
  options: { readonly accord?: string; readonly heldAt?: number } = {},
): LedgerState {
  let state: LedgerState | undefined
  for (const entry of entries) {
    // recordedAt never falls, so nothing after this one was held either.
    if (options.heldAt !== undefined && entry.recordedAt > options.heldAt) break
    state ??= emptyLedger(options.accord ?? entry.accord)
    applyEntry(state, entry)
  }
  return state ?? emptyLedger(options.accord ?? '')
}

/**
 * Brings `state` up to date with the next entry **in place**; the same result as folding from the start.
 * Costs by the size of the entry (and of the entry it undoes), not of the ledger.
 *
 * @returns the records that came in and went out, for engines that update by difference.
 * @throws Error when the entry is not the next one: a caller that skips entries has a bug.
 */
export function applyEntry(state: LedgerState, entry: Entry): LedgerChange {
  if (entry.seq <= state.head.seq) throw new Error(`entry ${entry.seq} applied after entry ${state.head.seq}`)
  const ledger = state as Ledger
  const change = { entered: [], left: [] }
  ledger.inner.entries.set(entry.seq, entry)
  turn(ledger, entry, true, change)
  ledger.head = headAfter(entry)
  return change
}

type Change = { entered: LedgerRecord[]; left: LedgerRecord[] }

/** Makes an entry live or dead. An undoing does so to its target, and an undone undoing to its target's target. */
function turn(ledger: Ledger, entry: Entry, on: boolean, change: Change): void {
  let [at, live] = [entry, on]
  while (at.body.kind === 'entry.undone') {
    const target = ledger.inner.entries.get(at.body.seq)
    // An undoing reaches back only; one that names itself or the future says nothing.
    if (!target || target.seq >= at.seq) return
    const before = ledger.inner.undoings.get(target.seq) ?? 0
    const after = before + (live ? 1 : -1)
    if (after === 0) ledger.inner.undoings.delete(target.seq)
    else ledger.inner.undoings.set(target.seq, after)
    if ((before === 0) === (after === 0)) return
    if (after === 0) ledger.undone.delete(target.seq)
    else ledger.undone.add(target.seq)
    ;[at, live] = [target, after === 0]
  }
  take(ledger, at, live, change)
}

/** Adds (or takes back) what the entry itself says. */
function take(ledger: Ledger, entry: Entry, on: boolean, change: Change): void {
  const { body } = entry
  const noted = { seq: entry.seq, recordedAt: entry.recordedAt, by: entry.by }
  const { inner } = ledger
  switch (body.kind) {
    case 'entry.undone':
      return
    case 'accord.adopted':
      put(ledger.adoptions, { ...noted, sha256: body.sha256, document: body.document }, on)
      ledger.adopted = ledger.adoptions.at(-1)
      return
    case 'report.received':
      putNewest(inner.reports, ledger.reports, body.report.id, { ...noted, report: body.report }, on)
      return
    case 'report.read':
      putNewest(inner.readings, ledger.readings, body.reportId, { ...noted, reading: body.reading }, on)
      return
    case 'proposal.decided': {
      const { proposalId, decision, proposal, why } = body
      const recordIds = body.records.map(r => r.record.id)
      const held = {
        ...noted,
        proposalId,
        decision,
        proposal,
        recordIds,
        ...(why === undefined ? {} : { why }),
      }
      const lists = childOf(inner.decisions, body.reportId)
      const newest = childOf(ledger.decisions, body.reportId)
      putNewest(lists, newest, proposalId, held, on)
      if (lists.size === 0) inner.decisions.delete(body.reportId)
      if (newest.size === 0) ledger.decisions.delete(body.reportId)
      for (const record of body.records) introduce(ledger, entry, record, on, change)
      return
    }
    case 'records.added':
      for (const record of body.records) introduce(ledger, entry, record, on, change)
      return
    default: {
      const list = ledger.rooms.get(body.kind) ?? []
      put(list, entry, on)
      if (list.length) ledger.rooms.set(body.kind, list)
      else ledger.rooms.delete(body.kind)
    }
  }
}

function introduce(ledger: Ledger, entry: Entry, record: LedgerRecord, on: boolean, change: Change): void {
  const before = note(ledger, entry, record.record.id, record, on)
  const after = holding(ledger.inner.introductions.get(record.record.id)!)
  if (record.of === 'evidence' && record.record.kind === 'correction') {
    const claim: LedgerRecord = { of: 'evidence', record: record.record.claim }
    note(ledger, entry, claim.record.id, claim, on, record.record.id)
  }
  if (before === after) return
  if (before) drop(ledger, before)
  if (after) hold(ledger, after)
  // A record that comes in again with the same content changes nothing for anybody downstream.
  if (before && after && canonicalJson(before) === canonicalJson(after)) return
  if (before) change.left.push(before)
  if (after) change.entered.push(after)
}

/** Notes in a record's history that an entry brought it in (or no longer does); returns what held before. */
function note(
  ledger: Ledger,
  entry: Entry,
  id: string,
  record: LedgerRecord,
  on: boolean,
  through?: string,
): LedgerRecord | undefined {
  const list = ledger.inner.introductions.get(id) ?? []
  const before = holding(list)
  const at = list.findLastIndex(
    i => i.seq === entry.seq && i.through === through && i.record.record === record.record,
  )
  if (at >= 0) list[at] = { ...list[at]!, live: on }
  else
    list.push({
      seq: entry.seq,
      recordedAt: entry.recordedAt,
      by: entry.by,
      record,
      live: on,
      ...(through === undefined ? {} : { through }),
    })
  ledger.inner.introductions.set(id, list)
  return before
}

/** The first live content, a correction's claim aside: that one is held inside its correction. */
function holding(list: readonly Introduction[]): LedgerRecord | undefined {
  return list.find(i => i.live && i.through === undefined)?.record
}

function hold(ledger: Ledger, held: LedgerRecord): void {
  const { record } = held
  switch (held.of) {
    case 'evidence':
      ledger.evidence.set(record.id, held.record)
      if (held.record.kind === 'retraction')
        childOf(ledger.inner.retractions, held.record.of).set(record.id, held.record)
      if (held.record.kind === 'correction')
        childOf(ledger.inner.corrections, held.record.supersedes).set(record.id, held.record)
      return
    case 'statement':
      ledger.statements.set(record.id, held.record)
      return
    case 'undertaking':
      ledger.undertakings.set(record.id, held.record)
      return
    case 'position':
      ledger.positions.set(record.id, held.record)
  }
}

function drop(ledger: Ledger, held: LedgerRecord): void {
  const { id } = held.record
  const map = {
    evidence: ledger.evidence,
    statement: ledger.statements,
    undertaking: ledger.undertakings,
    position: ledger.positions,
  }[held.of]
  map.delete(id)
  if (held.of !== 'evidence') return
  if (held.record.kind === 'retraction') removeChild(ledger.inner.retractions, held.record.of, id)
  if (held.record.kind === 'correction') removeChild(ledger.inner.corrections, held.record.supersedes, id)
}

/** Puts an item into (or out of) a list kept in order of entry number. */
function put<T extends { readonly seq: number }>(list: T[], item: T, on: boolean): void {
  // From the end, because nearly every item is the newest.
  const before = list.findLastIndex(other => other.seq < item.seq)
  if (on) list.splice(before + 1, 0, item)
  else if (list[before + 1]?.seq === item.seq) list.splice(before + 1, 1)
}

function putNewest<T extends { readonly seq: number }>(
  lists: Map<string, T[]>,
  newest: Map<string, T>,
  key: string,
  item: T,
  on: boolean,
): void {
  const list = lists.get(key) ?? []
  put(list, item, on)
  const last = list.at(-1)
  if (last) {
    lists.set(key, list)
    newest.set(key, last)
  } else {
    lists.delete(key)
    newest.delete(key)
  }
}

function childOf<K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const child = map.get(key) ?? new Map<K, V>()
  map.set(key, child)
  return child
}

function removeChild<V>(map: Map<string, Map<string, V>>, key: string, child: string): void {
  const children = map.get(key)
  children?.delete(child)
  if (children?.size === 0) map.delete(key)
}
