import type { Provenance } from '../evidence/record.ts'
import type { LedgerRecord } from '../ledger/entry.ts'
import { unreachable } from '../result.ts'
import type { Draft, Proposal } from './proposal.ts'

/**
 * The records that accepting a proposal makes true. Dates, figures and mentions are parts of other
 * proposals: accepting one only confirms the reading, and gives no record.
 *
 * @param draft the proposal's own, or as a person corrected it.
 * @param from where the words came from; the record keeps it whatever the draft says.
 * @param newId gives a fresh id each time it is called.
 * @param recordOf the record that accepting another proposal made: a promise's draft names its statement by
 *   proposal. A statement that was not accepted is not named.
 * @param received seconds UTC at which a reader of the source could first know it.
 */
export function recordsOfDraft(
  draft: Draft,
  from: Provenance,
  newId: () => string,
  received: number,
  recordOf: (proposalId: string) => string | undefined = () => undefined,
): readonly LedgerRecord[] {
  const common = { received, provenance: from }
  const linked = <T extends { readonly statement?: string }>({ statement, ...rest }: T) => {
    const record = statement === undefined ? undefined : recordOf(statement)
    return { ...rest, ...(record !== undefined && { statement: record }) }
  }
  switch (draft.kind) {
    case 'statement':
      return [{ of: 'statement', record: { ...draft.statement, ...common, id: newId() } }]
    case 'event':
      return [
        {
          of: 'evidence',
          record: {
            ...draft.claim,
            ...common,
            kind: 'claim',
            id: newId(),
            event: draft.claim.event ?? newId(),
          },
        },
      ]
    case 'undertaking':
      return [{ of: 'undertaking', record: { ...linked(draft.undertaking), ...common, id: newId() } }]
    case 'position':
      return [{ of: 'position', record: { ...linked(draft.position), ...common, id: newId() } }]
    case 'date':
    case 'figure':
    case 'mention':
    case 'report-date':
      return []
    default:
      return unreachable(draft)
  }
}

/** Does accepting this proposal write a record (rather than only confirm a part of the reading)? */
export function makesRecord(p: Pick<Proposal, 'kind'>): boolean {
  return p.kind === 'statement' || p.kind === 'event' || p.kind === 'undertaking' || p.kind === 'position'
}
