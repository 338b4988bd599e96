import type { Words } from '../words.ts'
import type { VerdictName } from './verdict.ts'

/** Verdict words inside a sentence, after a colon. */
export const VERDICT_NAMES: Readonly<Record<VerdictName, Words>> = {
  DORMANT: { en: 'not called for', ar: 'لم يُستحق' },
  SUSPENDED: { en: 'suspended', ar: 'معلّق' },
  DISCHARGED: { en: 'no longer owed', ar: 'لم يعد واجبًا' },
  PENDING: { en: 'not yet done', ar: 'لم يُنفَّذ بعد' },
  CLAIMED: { en: 'claimed done', ar: 'يُدّعى تنفيذه' },
  CONTESTED: { en: 'contested', ar: 'متنازع على تنفيذه' },
  POSSIBLY: { en: 'possibly done in time', ar: 'ربما نُفِّذ في موعده' },
  PARTIAL: { en: 'done in part', ar: 'نُفِّذ جزئيًا' },
  LATE: { en: 'done late', ar: 'نُفِّذ متأخرًا' },
  FULFILLED: { en: 'fulfilled', ar: 'نُفِّذ' },
  OVERDUE: { en: 'overdue', ar: 'فات أجله' },
  UNVERIFIED: { en: 'past due, not verified', ar: 'فات أجله وتعذّر التحقق' },
  HOLDING: { en: 'no breach on record', ar: 'لا خرق مسجَّلًا' },
  PERMITTED: { en: 'a permitted response', ar: 'ردّ جائز' },
  ALLEGED: { en: 'breach alleged', ar: 'خرق مزعوم' },
  DISPUTED: { en: 'breach disputed', ar: 'خرق متنازع عليه' },
  POSSIBLE: { en: 'breach possible', ar: 'خرق محتمل' },
  BREACHED: { en: 'breached', ar: 'خُرق' },
  EXERCISED: { en: 'used', ar: 'استُعمل' },
  UNUSED: { en: 'not used', ar: 'لم يُستعمل' },
  EXCEEDED: { en: 'exceeded', ar: 'تُجووز' },
  NOT_IN_FORCE: { en: 'not in force', ar: 'غير سارٍ' },
  NOT_JUDGED: { en: 'not judged', ar: 'لا يُحكم عليه' },
}
