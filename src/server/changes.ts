import { judgeDocket } from '../core/compliance/judge.ts'
import type { AsOf } from '../core/compliance/verdict.ts'
import type { Problem } from '../core/problem.ts'
import { ok, type Result } from '../core/result.ts'
import type { StateBoard } from '../core/view/board.ts'
import { docketOf } from '../core/view/docket-of.ts'
import { changesBetween } from '../core/view/state-board.ts'
import type { Desk } from './desk.ts'

/**
 * Does some writing and says which verdicts became others by it, as of one moment, under the default
 * reading. The desk's state is changed in place by the writing.
 */
export async function withChanges<T>(
  desk: Desk,
  asOf: AsOf,
  write: () => Promise<Result<T, Problem>>,
): Promise<
  Result<{ readonly written: T; readonly changed: StateBoard['changed']; readonly entries: number }, Problem>
> {
  const verdicts = () =>
    judgeDocket(docketOf(desk.accord, [...desk.state.evidence.values()], asOf.k, 'default'), asOf)
  const before = verdicts()
  const written = await write()
  if (!written.ok) return written
  return ok({
    written: written.value,
    changed: changesBetween(desk.accord, before, verdicts()),
    entries: desk.state.head.seq,
  })
}
