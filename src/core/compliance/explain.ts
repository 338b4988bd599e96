import type { Accord } from '../accord/model.ts'
import type { EvidenceRecord } from '../evidence/record.ts'
import { type Docket, openDocket } from './docket.ts'
import { explainLarge, isLarge } from './engine/large.ts'
import { explainOne as explainSmall } from './explain-one.ts'
import type { Question } from './judge-one.ts'
import { prepare } from './prepare.ts'
import type { Bearer, Prepared, PreparedProvision } from './prepared.ts'
import type { Explanation } from './verdict.ts'

/**
 * The derivation of one verdict as a tree (compliance.md §3.7): rules above, records, zone versions and
 * arithmetic below. Support is minimal, counter-evidence capped and counted, exceptions name their
 * nearest misses, and `missing` says what would settle it. `check-explanation.ts` verifies a tree from
 * the records alone.
 *
 * @param bearer party ids in the provision's order; a pair that the provision does not bind throws.
 */
export function explain(
  accord: Accord | Prepared,
  records: readonly EvidenceRecord[],
  provision: string,
  bearer: readonly string[],
  reading: string | undefined,
  asked: Question,
): Explanation {
  const prepared = 'byId' in accord ? accord : prepare(accord, reading)
  const p = prepared.byId.get(provision)
  const b = p?.bearers.find(x => x.key === bearer.join('+'))
  if (!p || !b)
    throw new Error(`provision ${provision} does not bind ${bearer.join('+')} under ${prepared.reading}`)
  return explainOne(openDocket(prepared, records, asked.k), p, b, asked)
}

/** As `explain`, on an open docket. */
export const explainOne = (
  d: Docket,
  p: PreparedProvision,
  bearer: Bearer,
  asked: Omit<Question, 'k'>,
): Explanation => (isLarge(d) ? explainLarge(d, p, bearer, asked) : explainSmall(d, p, bearer, asked))
