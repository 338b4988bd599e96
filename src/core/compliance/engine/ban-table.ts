import type { Kleene } from '../../time/when.ts'
import { type Excuse, eventVerdict, severityOf } from '../lattice.ts'
import { PROHIBITION_VERDICTS, type ProhibitionVerdict } from '../verdict.ts'

const EXCUSES: readonly Excuse[] = ['none', 'maybe', 'sure']

const LEVELS = ['NONE', 'ALLEGED', 'DISPUTED', 'ESTABLISHED'] as const

const SEVERITY = new Map(PROHIBITION_VERDICTS.map(v => [v, severityOf(v)]))

/** Verdict numbers by level, match and excuse: the table of §3.5 as bytes. */
export const TABLE = new Uint8Array(36)
for (let l = 0; l < 4; l++)
  for (let m = 0; m < 3; m++)
    for (let x = 0; x < 3; x++)
      TABLE[l * 9 + m * 3 + x] = SEVERITY.get(eventVerdict(LEVELS[l]!, m as Kleene, EXCUSES[x]!))!

/** Number of the verdict POSSIBLE, the most an act across a period's edge can be. */
export const POSSIBLE = SEVERITY.get('POSSIBLE')!

/** The verdict with a number. */
export const verdictOf = (severity: number): ProhibitionVerdict => PROHIBITION_VERDICTS[severity]!
