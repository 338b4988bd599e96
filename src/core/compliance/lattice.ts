import { F, type Kleene, T } from '../time/when.ts'
import type { EvidenceLevel, ProhibitionVerdict } from './verdict.ts'
import { PROHIBITION_VERDICTS } from './verdict.ts'

/** How much stands for, or against, a claim: 0 nothing, 1 something, 2 enough (compliance.md §3.3). */
export type Weight = 0 | 1 | 2

/** The level of a claim with P for it and C against it, and what a reader should know beside it. */
export type Label = {
  readonly level: EvidenceLevel
  readonly note?: 'denied' | 'refuted' | 'contested'
}

const LABELS: readonly (readonly Label[])[] = [
  [{ level: 'NONE' }, { level: 'NONE', note: 'denied' }, { level: 'NONE', note: 'denied' }],
  [{ level: 'ALLEGED' }, { level: 'DISPUTED' }, { level: 'NONE', note: 'refuted' }],
  [{ level: 'ESTABLISHED' }, { level: 'ESTABLISHED', note: 'contested' }, { level: 'DISPUTED' }],
]

/** The table of §3.3. */
export const labelOf = (p: Weight, c: Weight): Label => LABELS[p]![c]!

/** NONE 0; ALLEGED and DISPUTED 1; ESTABLISHED 2. */
export const rankOf = (level: EvidenceLevel): Weight =>
  level === 'NONE' ? 0 : level === 'ESTABLISHED' ? 2 : 1

/** How far a justification goes: none found, one that may hold, one that certainly holds. */
export type Excuse = 'none' | 'maybe' | 'sure'

/** The table of §3.5: the verdict on one event for one bearer. */
export function eventVerdict(level: EvidenceLevel, matches: Kleene, excuse: Excuse): ProhibitionVerdict {
  if (matches === F || level === 'NONE') return 'HOLDING'
  if (excuse === 'sure') return 'PERMITTED'
  if (level !== 'ESTABLISHED') return level
  return matches === T && excuse === 'none' ? 'BREACHED' : 'POSSIBLE'
}

const ORDER = new Map<ProhibitionVerdict, number>(PROHIBITION_VERDICTS.map((v, i) => [v, i]))

/** Place in the order HOLDING < PERMITTED < ALLEGED < DISPUTED < POSSIBLE < BREACHED. */
export const severityOf = (v: ProhibitionVerdict): number => ORDER.get(v)!

/** The event's part in a period's verdict: whole inside, at most POSSIBLE across an edge, none outside. */
export function withinPeriod(v: ProhibitionVerdict, inPeriod: Kleene): ProhibitionVerdict {
  if (inPeriod === F) return 'HOLDING'
  return inPeriod === T || severityOf(v) <= severityOf('POSSIBLE') ? v : 'POSSIBLE'
}
