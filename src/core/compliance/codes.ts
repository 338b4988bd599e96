import type { Words } from '../words.ts'

/** Reason codes of verdicts, as short phrases that can follow "because" or stand in a list. */
export const CODE_WORDS = {
  'zone-uncertain': { en: 'the place is not known well enough', ar: 'المكان غير معروف بما يكفي' },
  'time-uncertain': { en: 'the time is not known well enough', ar: 'الوقت غير معروف بما يكفي' },
  'type-uncertain': { en: 'the kind of act is not clear', ar: 'نوع الفعل غير واضح' },
  'target-uncertain': { en: 'it is not known against whom it was', ar: 'لا يُعرف ضدّ مَن كان الفعل' },
  'weapon-uncertain': { en: 'the weapon is not known', ar: 'السلاح المستخدم غير معروف' },
  'suspension-uncertain': { en: 'the clause may have been suspended', ar: 'ربما كان البند معلّقًا حينها' },
  'item-uncertain': { en: 'it is not known which item was meant', ar: 'لا يُعرف أي عتاد هو المقصود' },
  'sector-uncertain': { en: 'the sector is not known', ar: 'القطاع غير معروف' },
  'actor-uncertain': { en: 'it is not known who did it', ar: 'لا يُعرف من قام به' },
  'start-disputed': { en: 'the parties name different starts', ar: 'الطرفان مختلفان في تاريخ بدء السريان' },
  'response-claimed': { en: 'it may have been a permitted response', ar: 'قد يكون ردًّا جائزًا' },
  'carve-out-claimed': { en: 'its target may be outside the ban', ar: 'قد يكون الهدف خارج نطاق الحظر' },
  response: { en: 'a permitted response', ar: 'ردّ جائز' },
  'carve-out': { en: 'its target is outside the ban', ar: 'الهدف خارج نطاق الحظر' },
  due: {
    en: 'due; the waiting period for late reports still runs',
    ar: 'حلّ الأجل، وما زالت مهلة التقارير المتأخرة سارية',
  },
  'past-due': { en: 'past its date', ar: 'تجاوز أجله' },
  conditional: { en: 'its ground is not certain', ar: 'موجِبه غير مؤكد' },
  contested: { en: 'denied by some', ar: 'ينفيه بعضهم' },
  denied: { en: 'only denials are on record', ar: 'لم يُسجَّل سوى النفي' },
  refuted: { en: 'what was reported was refuted', ar: 'ما أُبلغ عنه دُحض' },
  unobserved: {
    en: 'nobody is known to have been able to look',
    ar: 'لا يُعرف أن أحدًا كان قادرًا على المراقبة',
  },
  'not-covered': { en: 'nobody could look the whole time', ar: 'لم تكن المراقبة ممكنة طوال المدة' },
  'no-items': { en: 'no item it would apply to is on record', ar: 'لم يُسجَّل شيء ينطبق عليه' },
  'attribute-conflict': { en: 'the reports contradict each other', ar: 'التقارير متناقضة' },
  'double-correction': { en: 'one report was corrected in two ways', ar: 'صُحِّح تقرير واحد على وجهين' },
  'self-serving': { en: 'it rests on its own word alone', ar: 'لا يستند إلا إلى قول الطرف نفسه' },
  admitted: { en: 'it admits it', ar: 'باعتراف الطرف نفسه' },
  unattributed: {
    en: 'there are acts that no report ascribes to anybody',
    ar: 'ثمة أفعال لا ينسبها أي تقرير إلى أحد',
  },
  'actor-assumed': {
    en: 'no report says who did it; only one is bound',
    ar: 'لا يذكر أي تقرير الفاعل، والملتزم طرف واحد',
  },
  repaired: { en: 'breached, repaired', ar: 'خُرق ثم جُبر الخرق' },
  'repaired-late': { en: 'breached, repaired late', ar: 'خُرق ثم جُبر الخرق متأخرًا' },
  'ground-removed': {
    en: 'no act on record is ground for the counter-duty',
    ar: 'لا فعل مسجّلًا يوجب الواجب المقابل',
  },
  'no-trigger': { en: 'nothing has called for it', ar: 'لم يحدث ما يوجبه' },
  released: { en: 'the other side released it', ar: 'أعفاه منه الطرف الآخر' },
  superseded: { en: 'a later text took its place', ar: 'حلّ محله نص لاحق' },
  suspended: { en: 'suspended by a notice that the text honours', ar: 'معلّق بإشعار يعتدّ به النص' },
  reciprocity: { en: 'the other side does not do its part', ar: 'الطرف الآخر لا يؤدي ما عليه' },
  'condition-not-met': { en: 'it waits for the other side', ar: 'ينتظر الطرف الآخر' },
  'mutual-wait': { en: 'each side waits for the other', ar: 'كل طرف ينتظر الآخر' },
  'not-yet': { en: 'it has not come into force', ar: 'لم يدخل حيّز السريان بعد' },
  expired: { en: 'it has expired', ar: 'انتهت مدته' },
  ended_by_party: { en: 'a party ended it', ar: 'أنهاه أحد الأطراف' },
  overtaken: { en: 'events overtook it', ar: 'تجاوزته الأحداث' },
  window: { en: 'its period is over', ar: 'انقضت فترته' },
  'no-duty': { en: 'it sets out no duty that could be judged', ar: 'لا يتضمن واجبًا يمكن الحكم عليه' },
  obstruction: {
    en: 'judged as obstruction of a protected permission',
    ar: 'يُحكم عليه بوصفه عرقلة لإذن محمي',
  },
  'lapsed-now': { en: 'the last known state is a lapse', ar: 'آخر حال معروفة هي الإخلال' },
  restored: { en: 'it was restored since', ar: 'أُعيد إلى ما كان عليه لاحقًا' },
  'outside-zone': { en: 'used outside the place it allows', ar: 'استُعمل خارج المكان المسموح' },
  'over-quantity': { en: 'used beyond the number it allows', ar: 'استُعمل فوق العدد المسموح' },
  'other-weapon': { en: 'used with a weapon it does not allow', ar: 'استُعمل بسلاح غير مسموح' },
  claimed: { en: 'its use is reported but not established', ar: 'استعماله مُبلَّغ عنه وغير ثابت' },
  'suspension-not-provided': {
    en: 'a suspension was announced that the text does not provide for',
    ar: 'أُعلن تعليق لا ينصّ عليه الاتفاق',
  },
} as const satisfies Record<string, Words>
/** Every reason code the engine gives. */
export type Code = keyof typeof CODE_WORDS

/** The words for a code; the code itself when it is another room's. */
export const codeWords = (code: string): Words =>
  (CODE_WORDS as Record<string, Words>)[code] ?? { en: code, ar: code }
