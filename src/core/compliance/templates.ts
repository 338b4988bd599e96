import type { Words } from '../words.ts'

/**
 * The sentences a verdict can say. The whole text of the engine is here and in `codes.ts`: nothing is
 * worded freely. Arabic sentences are nominal ("an act ascribed to …"), so that they hold for parties
 * and acts of either gender and number.
 */
export const TEMPLATES = {
  'holding.yes': {
    en: 'No breach by {party} is on record, and coverage was adequate throughout.',
    ar: 'لا خرق مسجَّلًا على {party}، وكانت المراقبة كافية طوال المدة.',
  },
  'holding.partly': {
    en: 'No breach by {party} is on record; coverage was partial, so an unseen one cannot be ruled out.',
    ar: 'لا خرق مسجَّلًا على {party}، لكن المراقبة كانت جزئية فلا يُستبعد خرق لم يُرَ.',
  },
  'holding.no': {
    en: 'No breach by {party} is on record, but nobody is known to have been able to look: this is silence, not compliance.',
    ar: 'لا خرق مسجَّلًا على {party}، غير أنه لا يُعرف أن أحدًا كان قادرًا على المراقبة: فهذا صمت وليس التزامًا.',
  },
  'holding.refuted': {
    en: ' What was reported of {party} was refuted.',
    ar: ' وما أُبلغ عنه بشأن {party} دُحض.',
  },
  breached: {
    en: '{act} by {party}, {when}, {ground}; nothing on record excuses it.',
    ar: '{act} من جانب {party}، {when}، {ground}؛ ولا شيء مسجَّلًا يبرّره.',
  },
  permitted: {
    en: '{act} by {party}, {when}, answers {other} by the other side, {otherWhen}: the text as read here allows such a response.',
    ar: '{act} من جانب {party}، {when}، ردّ على {other} من الطرف الآخر، {otherWhen}: وهذه القراءة للنص تجيز مثل هذا الرد.',
  },
  'permitted.carve-out': {
    en: '{act} by {party}, {when}, was against a target that the ban leaves out.',
    ar: '{act} من جانب {party}، {when}، استهدف مَن لا يشمله الحظر.',
  },
  alleged: {
    en: '{act} by {party}, {when}, is reported but not established; {wants} more would establish it.',
    ar: '{act} من جانب {party}، {when}، أُبلغ عنه ولم يثبت؛ ولا يثبت إلا بما لا يقل عن {wants} إضافةً إلى ما ورد.',
  },
  disputed: {
    en: '{act} by {party}, {when}, is asserted by some and denied by others.',
    ar: '{act} من جانب {party}، {when}، يؤكده بعضهم وينفيه آخرون.',
  },
  possible: {
    en: '{act} by {party}, {when}, is established, but {reasons}.',
    ar: '{act} من جانب {party}، {when}، ثابت، لكن {reasons}.',
  },
  'ground.sources': { en: 'established by {sources}', ar: 'ثابت استنادًا إلى {sources}' },
  'ground.admitted': { en: 'admitted by the party itself', ar: 'باعتراف الطرف نفسه' },
  'ground.contested': { en: ' although it is denied', ar: ' رغم نفيه' },
  'more.acts': { en: ' In all {n} of this kind.', ar: ' والمجموع {n} من هذا النوع.' },
  'repair.FULFILLED': { en: ' The breach was repaired.', ar: ' وقد جُبر الخرق.' },
  'repair.open': {
    en: ' The counter-duty that follows from it: {verdict}.',
    ar: ' أما الواجب المترتب عليه: {verdict}.',
  },

  'duty.FULFILLED': {
    en: '{party}: done in time. {act}, {when}, established by {sources}.',
    ar: '{party}: نُفِّذ في موعده. {act}، {when}، ثابت استنادًا إلى {sources}.',
  },
  'duty.FULFILLED.undated': {
    en: '{party}: done. {act}, {when}, established by {sources}.',
    ar: '{party}: نُفِّذ. {act}، {when}، ثابت استنادًا إلى {sources}.',
  },
  'duty.LATE': {
    en: '{party}: done, {days} late. {act}, {when}; it was due by {due}.',
    ar: '{party}: نُفِّذ بتأخير {days}. {act}، {when}؛ وكان الأجل {due}.',
  },
  'duty.POSSIBLY': {
    en: '{party}: {act}, {when}, is established, but {reasons}.',
    ar: '{party}: {act}، {when}، ثابت، لكن {reasons}.',
  },
  'duty.CLAIMED': {
    en: '{party}: {act}, {when}, is claimed but not established; {wants} more would establish it.',
    ar: '{party}: {act}، {when}، يُدّعى ولم يثبت؛ ولا يثبت إلا بما لا يقل عن {wants} إضافةً إلى ما ورد.',
  },
  'duty.CONTESTED': {
    en: '{party}: {act}, {when}, is asserted by some and denied by others.',
    ar: '{party}: {act}، {when}، يؤكده بعضهم وينفيه آخرون.',
  },
  'duty.PENDING': {
    en: '{party}: nothing on record yet; due by {due}.',
    ar: '{party}: لم يُسجَّل شيء بعد؛ والأجل {due}.',
  },
  'duty.PENDING.undated': {
    en: '{party}: nothing on record; the text sets no date.',
    ar: '{party}: لم يُسجَّل شيء؛ والنص لا يحدّد أجلًا.',
  },
  'duty.PENDING.due': {
    en: '{party}: nothing on record and the date, {due}, has passed; late reports are awaited until {until}.',
    ar: '{party}: لم يُسجَّل شيء وقد حلّ الأجل، {due}؛ وتُنتظر التقارير المتأخرة حتى {until}.',
  },
  'duty.PENDING.conditional': {
    en: '{party}: nothing on record, but what calls for it is itself not certain ({reasons}).',
    ar: '{party}: لم يُسجَّل شيء، لكن ما يوجبه غير مؤكد هو نفسه ({reasons}).',
  },
  'duty.OVERDUE': {
    en: '{party}: not done by {due}, {days} ago; coverage was adequate and nothing that counts is on record.',
    ar: '{party}: لم يُنفَّذ حتى {due}، أي منذ {days}؛ وكانت المراقبة كافية ولم يُسجَّل ما يُعتدّ به.',
  },
  'duty.UNVERIFIED': {
    en: '{party}: due by {due}; nothing on record, and {reasons}, so it cannot be told whether it was done.',
    ar: '{party}: كان الأجل {due}؛ ولم يُسجَّل شيء، و{reasons}، فلا يمكن الجزم هل نُفِّذ.',
  },
  'duty.PARTIAL': {
    en: '{party}: {low} of {required} established in time, at most {high} if every claim holds.',
    ar: '{party}: ثبت في الموعد {low} من {required}، و{high} على الأكثر إن صحّت كل الادعاءات.',
  },
  'duty.QUANTITY': {
    en: '{party}: {low} of {required} established in time.',
    ar: '{party}: ثبت في الموعد {low} من {required}.',
  },
  'duty.DORMANT': {
    en: '{party}: nothing has called for it yet.',
    ar: '{party}: لم يحدث بعد ما يوجبه.',
  },
  'duty.DORMANT.condition': {
    en: '{party}: waits for {others} to do its part first.',
    ar: '{party}: معلّق على أن يؤدي {others} ما عليه أولًا.',
  },
  'duty.DORMANT.mutual': {
    en: '{party} and {others} each wait for the other to begin.',
    ar: '{party} و{others}: كلٌّ ينتظر أن يبدأ الآخر.',
  },
  'duty.SUSPENDED': { en: '{party}: suspended; {reasons}.', ar: '{party}: معلّق؛ {reasons}.' },
  'duty.DISCHARGED': { en: '{party}: no longer owed; {reasons}.', ar: '{party}: لم يعد واجبًا؛ {reasons}.' },
  'duty.refuted': {
    en: ' The claim that it was done was refuted.',
    ar: ' والادعاء بأنه نُفِّذ دُحض.',
  },
  'duty.instances': {
    en: ' {n} of {total} stand so.',
    ar: ' وهذه حال {n} من أصل {total}.',
  },

  exercised: {
    en: '{party} made use of it: {act}, {when}.',
    ar: 'استعمله {party}: {act}، {when}.',
  },
  unused: { en: 'No use of it by {party} is established.', ar: 'لم يثبت أن {party} استعمله.' },
  exceeded: {
    en: '{party} went beyond it: {act}, {when}; {reasons}.',
    ar: 'تجاوزه {party}: {act}، {when}؛ {reasons}.',
  },

  'force.not-yet': { en: 'Not in force before {date}.', ar: 'غير سارٍ قبل {date}.' },
  'force.ended': {
    en: 'In force until {date}; {reasons}. Its verdict then was: {verdict}.',
    ar: 'كان ساريًا حتى {date}؛ {reasons}. وكان الحكم حينها: {verdict}.',
  },
  'not-judged': {
    en: 'It sets out no duty that could be judged.',
    ar: 'لا يتضمن واجبًا يمكن الحكم عليه.',
  },

  'settle.sources': {
    en: '{sources} more that {party} did it',
    ar: '{sources} إضافةً إلى ما ورد بأن {party} هو الفاعل',
  },
  'settle.performed': {
    en: '{sources} more that it was done',
    ar: '{sources} إضافةً إلى ما ورد بأنه نُفِّذ',
  },
  'settle.denials': { en: 'a refutation by {sources}', ar: 'دحض من {sources}' },
  'settle.zone.T': { en: 'that it was inside {zone}', ar: 'أنه وقع داخل {zone}' },
  'settle.zone.F': { en: 'that it was outside {zone}', ar: 'أنه وقع خارج {zone}' },
  'settle.type.T': {
    en: 'that it was an act of the kind the clause names',
    ar: 'أنه من نوع الأفعال التي يذكرها البند',
  },
  'settle.type.F': { en: 'that it was an act of another kind', ar: 'أنه فعل من نوع آخر' },
  'settle.time.T': { en: 'that it happened while the clause was in force', ar: 'أنه وقع أثناء سريان البند' },
  'settle.time.F': {
    en: 'that it happened outside the time of the clause',
    ar: 'أنه وقع خارج مدة سريان البند',
  },
  'settle.target.T': { en: 'that its target is one the clause names', ar: 'أن هدفه ممن يذكرهم البند' },
  'settle.target.F': {
    en: 'that its target is not one the clause names',
    ar: 'أن هدفه ليس ممن يذكرهم البند',
  },
  'settle.weapon.T': { en: 'that the weapon is one the clause names', ar: 'أن السلاح مما يذكره البند' },
  'settle.weapon.F': {
    en: 'that the weapon is not one the clause names',
    ar: 'أن السلاح ليس مما يذكره البند',
  },
  'settle.suspension.T': { en: 'that the clause was not suspended then', ar: 'أن البند لم يكن معلّقًا حينها' },
  'settle.suspension.F': { en: 'that the clause was suspended then', ar: 'أن البند كان معلّقًا حينها' },
  'settle.item.T': { en: 'that this very item was meant', ar: 'أن هذا العتاد بعينه هو المقصود' },
  'settle.item.F': { en: 'that another item was meant', ar: 'أن عتادًا آخر هو المقصود' },
  'settle.sector.T': { en: 'that it was in the same sector', ar: 'أنه كان في القطاع نفسه' },
  'settle.sector.F': { en: 'that it was in another sector', ar: 'أنه كان في قطاع آخر' },
  'settle.actor.T': { en: 'that {party} did it', ar: 'أن {party} هو الفاعل' },
  'settle.actor.F': { en: 'that somebody else did it', ar: 'أن الفاعل غيره' },
  'settle.period.T': { en: 'that it happened by {date}', ar: 'أنه وقع في موعد أقصاه {date}' },
  'settle.period.F': { en: 'that it happened after {date}', ar: 'أنه وقع بعد {date}' },
  'settle.before': {
    en: 'that the {other} of {otherWhen} came before {date}',
    ar: 'أن «{other}» ({otherWhen}) سبق {date}',
  },
  'settle.not-before': {
    en: 'that the {other} of {otherWhen} came after {date}',
    ar: 'أن «{other}» ({otherWhen}) جاء بعد {date}',
  },
  'settle.gap.T': {
    en: 'that the {other} of {otherWhen} was no more than {span} before',
    ar: 'أن «{other}» ({otherWhen}) سبقه بما لا يزيد على {span}',
  },
  'settle.gap.F': {
    en: 'that the {other} of {otherWhen} was more than {span} before',
    ar: 'أن «{other}» ({otherWhen}) سبقه بأكثر من {span}',
  },
  'settle.near.T': {
    en: 'that the {other} of {otherWhen} was within {distance}',
    ar: 'أن «{other}» ({otherWhen}) كان على مسافة لا تزيد على {distance}',
  },
  'settle.near.F': {
    en: 'that the {other} of {otherWhen} was farther than {distance}',
    ar: 'أن «{other}» ({otherWhen}) كان على مسافة تزيد على {distance}',
  },
  'settle.proportion.T': {
    en: 'that the weapons used stayed in proportion to the {other} of {otherWhen}',
    ar: 'أن الأسلحة المستخدمة كانت متناسبة مع «{other}» ({otherWhen})',
  },
  'settle.proportion.F': {
    en: 'that the weapons used went beyond proportion to the {other} of {otherWhen}',
    ar: 'أن الأسلحة المستخدمة تجاوزت التناسب مع «{other}» ({otherWhen})',
  },
  'settle.pattern.T': {
    en: 'that the {other} of {otherWhen} is one the exception names',
    ar: 'أن «{other}» ({otherWhen}) مما يذكره الاستثناء',
  },
  'settle.pattern.F': {
    en: 'that the {other} of {otherWhen} is not one the exception names',
    ar: 'أن «{other}» ({otherWhen}) ليس مما يذكره الاستثناء',
  },
  'settle.unlawful.T': {
    en: 'that the {other} of {otherWhen} was itself a breach',
    ar: 'أن «{other}» ({otherWhen}) كان خرقًا هو نفسه',
  },
  'settle.unlawful.F': {
    en: 'that the {other} of {otherWhen} was itself allowed',
    ar: 'أن «{other}» ({otherWhen}) كان جائزًا هو نفسه',
  },
  'settle.provoked': {
    en: '{sources} more that the other side did the {other} of {otherWhen}',
    ar: '{sources} إضافةً إلى ما ورد بأن «{other}» ({otherWhen}) من فعل الطرف الآخر',
  },
  'settle.not-provoked': {
    en: 'a refutation of the {other} of {otherWhen}',
    ar: 'دحض «{other}» ({otherWhen})',
  },
  'settle.carve-out.T': {
    en: 'that its target is one the exception leaves out',
    ar: 'أن هدفه مما يستثنيه الاستثناء',
  },
  'settle.carve-out.F': {
    en: 'that its target is not one the exception leaves out',
    ar: 'أن هدفه ليس مما يستثنيه الاستثناء',
  },
  'settle.on-time.T': { en: 'that it was done by {date}', ar: 'أنه نُفِّذ في موعد أقصاه {date}' },
  'settle.on-time.F': { en: 'that it was done after {date}', ar: 'أنه نُفِّذ بعد {date}' },
  'settle.coverage': {
    en: 'adequate coverage from {from} to {to}',
    ar: 'مراقبة كافية من {from} إلى {to}',
  },
  'settle.done': {
    en: '{sources} that it was done by {date}',
    ar: '{sources} بأنه نُفِّذ في موعد أقصاه {date}',
  },
  'settle.rest': { en: 'proof of {n} more', ar: 'إثبات {n} إضافية' },

  'assume.start': {
    en: '{document} starts on {date} ({claimant})',
    ar: 'بدء «{document}»: {date} ({claimant})',
  },
  'assume.starts': {
    en: '{document}: starts between {date} and {last}, as different claimants have it',
    ar: 'بدء «{document}»: بين {date} و{last}، بحسب الجهات المختلفة',
  },
  'assume.zone': { en: '{zone} as drawn from {date}', ar: '{zone} كما رُسمت اعتبارًا من {date}' },
  'assume.reading': { en: 'reading: {reading}', ar: 'القراءة: {reading}' },
  'assume.coverage': { en: 'coverage: {observed}', ar: 'المراقبة: {observed}' },
  'observed.yes': { en: 'adequate throughout', ar: 'كافية طوال المدة' },
  'observed.partly': { en: 'in part', ar: 'جزئية' },
  'observed.no': { en: 'none on record', ar: 'غير مسجّلة' },
} as const satisfies Record<string, Words>
/** Name of a sentence. */
export type Template = keyof typeof TEMPLATES
