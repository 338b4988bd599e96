import type { Verdict, VerdictName } from '../compliance/verdict.ts'
import { VERDICT_NAMES } from '../compliance/verdict-names.ts'
import type { Words } from '../words.ts'

/** What each verdict is called where there is room for two or three words. */
export const VERDICT_WORDS: Readonly<Record<VerdictName, Words>> = VERDICT_NAMES

/** A duty whose day has passed and whose reports may still come: apart from one whose day is ahead. */
const DUE_WORDS: Words = { en: 'due; waiting for reports', ar: 'حلّ أجله، بانتظار التقارير' }

/** Has the due date of a duty that is not yet done begun to pass, within the time reports take to come? */
export const isDue = (v: Pick<Verdict, 'verdict' | 'codes'>): boolean =>
  v.verdict === 'PENDING' && v.codes.includes('due')

/** What a verdict is called, with its due date in mind. */
export function verdictWords(verdict: VerdictName, due = false): Words {
  return due && verdict === 'PENDING' ? DUE_WORDS : VERDICT_WORDS[verdict]
}

/**
 * What a verdict says about the accord, coarser than the verdict: five standings for counts and for
 * the one-line answer. `unknown` is kept apart from `kept`: silence is not compliance.
 */
export type Standing = 'kept' | 'open' | 'doubt' | 'broken' | 'unknown' | 'aside'

const STANDING: Readonly<Record<VerdictName, Standing>> = {
  HOLDING: 'kept',
  PERMITTED: 'kept',
  ALLEGED: 'doubt',
  DISPUTED: 'doubt',
  POSSIBLE: 'doubt',
  BREACHED: 'broken',
  DORMANT: 'aside',
  SUSPENDED: 'aside',
  DISCHARGED: 'aside',
  PENDING: 'open',
  CLAIMED: 'doubt',
  CONTESTED: 'doubt',
  POSSIBLY: 'doubt',
  PARTIAL: 'broken',
  LATE: 'kept',
  FULFILLED: 'kept',
  OVERDUE: 'broken',
  UNVERIFIED: 'unknown',
  EXERCISED: 'aside',
  UNUSED: 'aside',
  EXCEEDED: 'broken',
  NOT_IN_FORCE: 'aside',
  NOT_JUDGED: 'aside',
}

/** The standing of one verdict; a ban that nobody watched is unknown, not kept. */
export function standingOf(v: Pick<Verdict, 'verdict' | 'observed'>): Standing {
  if (v.verdict === 'HOLDING' && v.observed === 'no') return 'unknown'
  return STANDING[v.verdict]
}
