import type { Accord } from '../accord/model.ts'
import type { LedgerRecord } from '../ledger/entry.ts'
import { historyOf } from '../ledger/history.ts'
import type { LedgerState } from '../ledger/state.ts'
import type { RecordView } from './board.ts'
import { summaryOf } from './record-summary.ts'

/** A record with the entry that brought it in and what became of it; undefined when the ledger has none of that id. */
export function recordView(accord: Accord, state: LedgerState, id: string): RecordView | undefined {
  const history = historyOf(state, id)
  if (!history) return undefined
  return {
    id,
    seq: history.seq,
    recordedAt: history.recordedAt,
    by: history.by,
    status: history.status,
    summary: summaryOf(history.record, accord),
    record: history.record,
  }
}

/** The live record of that id among all kinds. */
export function liveRecord(state: LedgerState, id: string): LedgerRecord | undefined {
  const evidence = state.evidence.get(id)
  if (evidence) return { of: 'evidence', record: evidence }
  const statement = state.statements.get(id)
  if (statement) return { of: 'statement', record: statement }
  const undertaking = state.undertakings.get(id)
  if (undertaking) return { of: 'undertaking', record: undertaking }
  const position = state.positions.get(id)
  return position && { of: 'position', record: position }
}
