import type { Viewer } from '../../core/access/viewer.ts'
import type { EvidenceRecord } from '../../core/evidence/record.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { withChanges } from '../changes.ts'
import type { Desk } from '../desk.ts'
import type { House } from '../house.ts'
import { problem } from '../problem-status.ts'
import { uuidV7 } from '../uuid-v7.ts'

/**
 * Adds one record that a person entered by hand and says which verdicts became others by it.
 *
 * @param make gives the record; `received` is now, for records that do not say when they could be known.
 */
export async function addEvidence(
  house: House,
  desk: Desk,
  viewer: Viewer,
  now: number,
  make: (given: { readonly id: string; readonly received: number }) => unknown,
): Promise<Result<unknown, Problem>> {
  // The schemas of the routes have checked every field; what they give differs from the type in `readonly` alone.
  const record = make({ id: uuidV7(now * 1000), received: now }) as EvidenceRecord
  if (record.received > now)
    return fail(
      problem('in-the-future', 'it cannot have been known before it was', {
        field: 'received',
        expected: `at most ${now}, now`,
      }),
    )
  const done = await withChanges(desk, { t: now, k: now }, () =>
    house.append(desk.id, viewer, [
      { kind: 'records.added', records: [{ of: 'evidence', record }], origin: 'by hand' },
    ]),
  )
  if (!done.ok) return done
  const { written, changed, entries } = done.value
  return ok({ seq: written[0]!.seq, record: { of: 'evidence', record }, changed, entries })
}
