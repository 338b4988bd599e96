import type { Viewer } from '../../core/access/viewer.ts'
import { type Brief, SECTIONS } from '../../core/brief/brief.ts'
import { type BriefRequest, briefOf } from '../../core/brief/brief-of.ts'
import {
  type BriefEdits,
  type HeldBrief,
  type ReleasedBrief,
  releasedBriefs,
} from '../../core/brief/released.ts'
import { canonicalJson } from '../../core/ledger/canonical.ts'
import { fold } from '../../core/ledger/fold.ts'
import { entryAt } from '../../core/ledger/history.ts'
import { sha256 } from '../../core/ledger/sha256.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { accordWithZones } from '../../core/zone/accord-with-zones.ts'
import type { Desk } from '../desk.ts'
import type { House } from '../house.ts'
import { notFound, problem } from '../problem-status.ts'
import { uuidV7 } from '../uuid-v7.ts'

export const heldBriefs = (desk: Desk): readonly HeldBrief[] =>
  releasedBriefs(desk.state.rooms.get('brief.released') ?? [])

/** Composes a brief on a desk, as known by the request's `k`. */
export function composeOn(desk: Pick<Desk, 'accord' | 'state'>, request: BriefRequest): Brief {
  return briefOf(accordWithZones(desk.state, request.k) ?? desk.accord, desk.state, request)
}

export type Release = {
  readonly request: BriefRequest
  readonly edits: BriefEdits
  readonly notBefore?: number | undefined
  readonly corrects?: { readonly id: string; readonly changed: string } | undefined
}

/**
 * Freezes a brief in the ledger with its hash. What it corrects must itself have been released here.
 *
 * @param now milliseconds UTC.
 */
export async function releaseBrief(
  house: House,
  desk: Desk,
  viewer: Viewer,
  r: Release,
  now: number,
): Promise<Result<HeldBrief, Problem>> {
  if (r.corrects && !heldBriefs(desk).some(b => b.id === r.corrects!.id))
    return fail(notFound('brief', r.corrects.id, 'corrects.id'))
  const unknown = [...Object.keys(r.edits.notes ?? {}), ...(r.edits.omit ?? [])].find(
    s => !(SECTIONS as readonly string[]).includes(s),
  )
  if (unknown)
    return fail(
      problem('no-such-section', `a brief has no section '${unknown}'`, {
        field: 'edits',
        expected: SECTIONS.join(', '),
      }),
    )
  const brief = composeOn(desk, r.request)
  const released: ReleasedBrief = {
    id: uuidV7(now),
    brief,
    sha256: sha256(canonicalJson(brief)),
    edits: r.edits,
    level: r.request.level,
    ...(r.notBefore !== undefined && { notBefore: r.notBefore }),
    ...(r.corrects && { corrects: r.corrects }),
    basis: { seq: desk.state.head.seq, request: r.request },
  }
  const written = await house.append(
    desk.id,
    viewer,
    [{ kind: 'brief.released', data: released }],
    desk.state.head.seq,
  )
  if (!written.ok) return written
  const entry = written.value[0]!
  return ok({ ...released, seq: entry.seq, releasedAt: entry.recordedAt, by: entry.by })
}

/** Makes a released brief again from the ledger as it stood, and says whether it is the same to the byte. */
export function recomputed(
  desk: Desk,
  b: ReleasedBrief,
): { readonly same: boolean; readonly sha256: string } {
  const entries = function* () {
    for (let seq = 1; seq <= b.basis.seq; seq++) {
      const entry = entryAt(desk.state, seq)
      if (entry) yield entry
    }
  }
  const state = fold(entries(), { accord: desk.id })
  const accord = accordWithZones(state, b.basis.request.k) ?? desk.accord
  const hash = sha256(canonicalJson(briefOf(accord, state, b.basis.request)))
  return { same: hash === b.sha256, sha256: hash }
}
