import type { Verdict, VerdictName } from '../compliance/verdict.ts'
import type { Words } from '../words.ts'

/** What each verdict is called where there is room for two or three words. */
export const VERDICT_WORDS: Readonly<Record<VerdictName, Words>> = {
  HOLDING: { en: 'holding', ar: 'قائم' },
  PERMITTED: { en: 'permitted response', ar: 'ردّ جائز' },
  ALLEGED: { en: 'alleged breach', ar: 'خرق مزعوم' },
  DISPUTED: { en: 'disputed breach', ar: 'خرق متنازَع عليه' },
  POSSIBLE: { en: 'possible breach', ar: 'خرق محتمل' },
  BREACHED: { en: 'breached', ar: 'مخروق' },
  DORMANT: { en: 'not yet triggered', ar: 'لم يُستحق بعد' },
  SUSPENDED: { en: 'suspended', ar: 'معلّق' },
  DISCHARGED: { en: 'discharged', ar: 'مُعفى منه' },
  PENDING: { en: 'pending', ar: 'قيد الانتظار' },
  CLAIMED: { en: 'claimed done', ar: 'يُدّعى تنفيذه' },
  CONTESTED: { en: 'contested', ar: 'تنفيذه موضع خلاف' },
  POSSIBLY: { en: 'possibly done', ar: 'ربما نُفّذ' },
  PARTIAL: { en: 'partly done', ar: 'منفّذ جزئياً' },
  LATE: { en: 'done late', ar: 'نُفّذ متأخراً' },
  FULFILLED: { en: 'fulfilled', ar: 'منفّذ' },
  OVERDUE: { en: 'overdue', ar: 'فات أجله' },
  UNVERIFIED: { en: 'unverified', ar: 'تعذّر التحقق' },
  EXERCISED: { en: 'exercised', ar: 'استُعمل' },
  UNUSED: { en: 'unused', ar: 'لم يُستعمل' },
  EXCEEDED: { en: 'exceeded', ar: 'تُجووِز' },
  NOT_IN_FORCE: { en: 'not in force', ar: 'غير سارٍ' },
  NOT_JUDGED: { en: 'not judged', ar: 'لا يُحكم عليه' },
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
