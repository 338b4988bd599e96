import type { Claim, Correction, Retraction } from '../../core/evidence/record.ts'
import { canonicalJson } from '../../core/ledger/canonical.ts'
import { historyOf } from '../../core/ledger/history.ts'
import type { LedgerState } from '../../core/ledger/state.ts'

/** What importing would do to a ledger. The same file again plans nothing. */
export type ImportPlan = {
  readonly added: readonly Claim[]
  /** Rows whose content differs from what was imported before. */
  readonly corrected: readonly Correction[]
  readonly same: number
  /** Rows a person took back here: the source repeating them is no reason to bring them in again. */
  readonly leftAlone: number
  /** Rows that were imported before and are not in the file, when it is the whole of its source. */
  readonly gone: readonly Retraction[]
}

/** Ids of retractions that an import made by itself, so that a row that comes back can be told from one a person took back. */
const GONE = '-gone-'

/**
 * Compares claims read from a file with what the ledger holds of the same origin.
 *
 * @param claims with ids `${origin}:${row id}`, each its own event.
 * @param complete the file is the complete state of its source: what is missing was deleted there.
 * @param received seconds UTC, of corrections and retractions.
 */
export function importPlan(
  state: LedgerState,
  claims: readonly Claim[],
  {
    origin,
    complete,
    received,
  }: { readonly origin: string; readonly complete: boolean; readonly received: number },
): ImportPlan {
  const added: Claim[] = []
  const corrected: Correction[] = []
  let [same, leftAlone] = [0, 0]
  for (const claim of claims) {
    const { last, next } = versionsOf(state, claim.event)
    if (last === undefined) {
      added.push(claim)
      continue
    }
    const held = historyOf(state, last)
    if (held?.status === 'retracted' && held.retractedBy.every(id => id.includes(GONE)))
      added.push({ ...claim, id: next })
    else if (
      held?.status !== 'active' ||
      held.record.of !== 'evidence' ||
      held.record.record.kind !== 'claim'
    )
      leftAlone++
    else if (contentOf(held.record.record) === contentOf(claim)) same++
    else
      corrected.push({
        kind: 'correction',
        id: `${next}-c`,
        supersedes: last,
        claim: { ...claim, id: next },
        received,
        why: `the source changed the row (${origin})`,
      })
  }
  return {
    added,
    corrected,
    same,
    leftAlone,
    gone: complete ? goneFrom(state, claims, origin, received) : [],
  }
}

/** The newest version of an imported event, and the id of the one after it: 'acled:7', 'acled:7#2', … */
function versionsOf(state: LedgerState, event: string): { readonly last?: string; readonly next: string } {
  if (!state.evidence.has(event)) return { next: event }
  let last = event
  for (let n = 2; ; n++) {
    const next = `${event}#${n}`
    if (!state.evidence.has(next) && !state.evidence.has(`${next}-c`)) return { last, next }
    last = next
  }
}

/** When a row was received says nothing about whether it changed. */
const contentOf = ({ id: _id, received: _received, ...content }: Claim): string => canonicalJson(content)

function goneFrom(
  state: LedgerState,
  claims: readonly Claim[],
  origin: string,
  received: number,
): readonly Retraction[] {
  const here = new Set(claims.map(c => c.event))
  const before = new Set<string>()
  for (const r of state.evidence.values()) {
    const claim = r.kind === 'claim' ? r : r.kind === 'correction' ? r.claim : undefined
    if (claim?.id.startsWith(`${origin}:`) && claim.event.startsWith(`${origin}:`)) before.add(claim.event)
  }
  return [...before]
    .filter(event => !here.has(event))
    .flatMap(event => {
      const { last } = versionsOf(state, event)
      if (last === undefined || historyOf(state, last)?.status !== 'active') return []
      const why = `no longer in the source (${origin})`
      return { kind: 'retraction' as const, id: `${last}${GONE}${received}`, of: last, received, why }
    })
}
