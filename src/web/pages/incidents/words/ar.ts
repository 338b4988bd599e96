import { arabicCount as count } from '../../../locale/plural.ts'
import type { en } from './en.ts'

export const ar: typeof en = {
  title: 'الحوادث',
  lead: 'ما جرى كما ترويه مصادره. ونسخ الخبر الواحد تُحسب مرة واحدة.',
  what: 'ما جرى',
  when: 'متى',
  where: 'أين',
  by: 'الفاعل',
  sources: 'المصادر',
  figures: 'الأعداد',
  independent: n =>
    count(n, {
      zero: 'بلا أصل',
      one: 'أصل واحد',
      two: 'أصلان',
      few: '# أصول',
      many: '# أصلاً',
      other: '# أصل',
    }),
  denied: n =>
    count(n, {
      zero: 'بلا نفي',
      one: 'نفي واحد',
      two: 'نفيان',
      few: '# حالات نفي',
      many: '# حالة نفي',
      other: '# حالة نفي',
    }),
  zone: 'المنطقة',
  anyZone: 'في أي مكان',
  inside: 'داخلها',
  'cannot-tell': 'لا يُعرف',
  type: 'النوع',
  anyType: 'كل الأنواع',
  actor: 'الفاعل',
  anyActor: 'أيّ فاعل',
  unknownActor: 'لم يُذكر',
  total: n =>
    count(n, {
      zero: 'لا حوادث',
      one: 'حادث واحد',
      two: 'حادثان',
      few: '# حوادث',
      many: '# حادثاً',
      other: '# حادث',
    }),
  none: 'لا حادث يوافق هذه التصفية.',
  emptyTitle: 'لا حوادث مسجّلة',
  empty: 'تأتي الحوادث مع التقارير والاستيراد. اقبل حدثاً في الوارد فيظهر هنا.',
  toInbox: 'افتح الوارد',
  more: 'اعرض المزيد',
  claims: 'من يقول ذلك',
}
