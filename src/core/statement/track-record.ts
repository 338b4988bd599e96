import type { Verdict } from '../compliance/verdict.ts'
import { standingOf } from '../view/verdict-words.ts'
import { speakerKey } from './register.ts'
import type { Statement, Undertaking } from './statement.ts'

export const OUTCOMES = ['kept', 'broken', 'open', 'cannot_tell'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** One line of the record: who promised, and which promises came to what. A count is the length of its list. */
export type TrackRecord = {
  readonly party: string
  /** The speaker's name or office; absent on the party's own line. */
  readonly speaker?: string
  /** Ids of undertakings. */
  readonly cases: { readonly [O in Outcome]: readonly string[] }
}

type Promise = { readonly undertaking: Undertaking; readonly verdicts: readonly Verdict[] }

/**
 * What became of one promise. It is kept when every one held to it kept it, broken when one certainly did not,
 * open while one may still keep it. A promise under a condition is never counted broken: whether the condition
 * came about is in words that no rule judges.
 */
export function outcomeOf({ undertaking, verdicts }: Promise): Outcome {
  const standings = verdicts.map(standingOf)
  if (standings.includes('broken')) return undertaking.condition === undefined ? 'broken' : 'cannot_tell'
  if (standings.includes('open')) return 'open'
  return standings.length > 0 && standings.every(s => s === 'kept') ? 'kept' : 'cannot_tell'
}

/** A line for every party that promised anything, each followed by its speakers where they are known. */
export function trackRecords(
  promises: readonly Promise[],
  statements: readonly Statement[],
): readonly TrackRecord[] {
  const byId = new Map(statements.map(s => [s.id, s]))
  const lines = new Map<string, { party: string; speaker?: string; cases: Record<Outcome, string[]> }>()
  const count = (key: string, p: Promise, speaker?: string) => {
    const line = lines.get(key) ?? {
      party: p.undertaking.party,
      ...(speaker !== undefined && { speaker }),
      cases: { kept: [], broken: [], open: [], cannot_tell: [] },
    }
    line.cases[outcomeOf(p)].push(p.undertaking.id)
    lines.set(key, line)
  }
  for (const p of promises) {
    count(`${p.undertaking.party}\n`, p)
    const said = p.undertaking.statement === undefined ? undefined : byId.get(p.undertaking.statement)
    const key = said && speakerKey(said)
    if (said && key !== undefined)
      count(`${p.undertaking.party}\n${key}`, p, said.speaker?.name ?? said.speaker?.role)
  }
  return [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}
