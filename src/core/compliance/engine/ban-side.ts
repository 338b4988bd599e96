import type { Ban } from '../ban.ts'
import type { Bearer, PreparedException } from '../prepared.ts'
import { PROHIBITION_VERDICTS } from '../verdict.ts'
import { DayTally } from './day-tally.ts'
import { Grid } from './grid.ts'
import type { Parts } from './parts.ts'
import { Voice } from './voices.ts'

/** Provocations looked for by one bearer under one exception. */
export type Search = {
  readonly exception: PreparedException
  readonly within: number
  readonly reach: number
  /** Steps on the weapon ladder, -1 without a condition of proportion. */
  readonly maxStep: number
  readonly voice: Voice
  readonly grid: Grid
  /** Types already compared with the exception's: Kleene + 1 by type number. */
  readonly typeMemo: number[]
  /** The heaviest weapon that a certain provocation was ever known to be at least. */
  heaviest: number
}

/** One bearer of a ban: its acts, and what may excuse them. */
export type Side = {
  readonly bearer: Bearer
  readonly voice: Voice
  readonly searches: readonly Search[]
  /** Acts of this bearer that nothing excuses, and those that something only may. */
  readonly open: Grid
  readonly doubtful: Grid
  /** The lightest that the heaviest weapon of an act was ever. */
  lightest: number
  readonly tally: DayTally
}

/** A bearer's side of a ban, empty. */
export function sideOf(ban: Ban, bearer: Bearer, { claims, events }: Parts): Side {
  const { rule } = ban.provision
  const searches = ban.exceptions.flatMap((exception): Search[] => {
    const p = exception.provocation
    const by = exception.exception.provocation?.by
    const group = by === undefined || by === 'other-side' ? bearer.others : new Set(by)
    if (!p || group.size === 0) return []
    const question = { kind: 'act' as const, group, self: group, accuser: bearer.self }
    return [
      {
        exception,
        within: p.within,
        reach: p.distance,
        maxStep: exception.maxStep ?? -1,
        voice: new Voice(claims, events, question, rule),
        grid: new Grid(p.distance, p.within),
        typeMemo: [],
        heaviest: -1,
      },
    ]
  })
  const reach = Math.max(0, ...searches.map(s => s.reach))
  const bucket = Math.max(3600, ...searches.map(s => s.within))
  return {
    bearer,
    voice: new Voice(claims, events, { kind: 'act', group: bearer.group, self: bearer.self }, rule),
    searches,
    open: new Grid(reach, bucket),
    doubtful: new Grid(reach, bucket),
    lightest: Infinity,
    tally: new DayTally(PROHIBITION_VERDICTS.length),
  }
}

/** Bytes of a side's indexes. */
export const sideBytes = (s: Side): number =>
  s.open.bytes() + s.doubtful.bytes() + s.tally.bytes() + s.searches.reduce((n, x) => n + x.grid.bytes(), 0)
