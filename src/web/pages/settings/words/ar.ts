import { arabicCount as count } from '../../../locale/plural.ts'
import type { en } from './en.ts'

export const ar: typeof en = {
  title: 'الإعدادات',
  reading: 'كيف تُعرض الصفحة',
  readingNote: 'تُحفظ في هذا المتصفح فقط.',
  language: 'اللغة',
  numerals: 'الأرقام في العربية',
  numeralsNote: 'نظام واحد في كل مرة. وتبقى الرموز والعناوين على حالها.',
  theme: 'المظهر',
  system: 'كالجهاز',
  light: 'فاتح',
  dark: 'داكن',
  about: 'عن هذه النسخة',
  version: 'الإصدار',
  accords: 'الاتفاقات',
  entries: n =>
    count(n, {
      zero: 'لا قيود في السجل',
      one: 'قيد واحد في السجل',
      two: 'قيدان في السجل',
      few: '# قيود في السجل',
      many: '# قيداً في السجل',
      other: '# قيد في السجل',
    }),
  api: 'واجهة البرمجة، موصوفة للبرامج',
  verify: 'افحص سلسلة البصمات',
  whole: n =>
    `سليم: فُحص ${count(n, { zero: 'لا شيء', one: 'قيد واحد', two: 'قيدان', few: '# قيود', many: '# قيداً', other: '# قيد' })}.`,
  broken: 'السجل مكسور. لا تُضف شيئاً، واستعد نسخة احتياطية بالأمر npx hudna restore.',
}
