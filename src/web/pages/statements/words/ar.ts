import { arabicCount as count } from '../../../locale/plural.ts'
import type { en } from './en.ts'

export const ar: typeof en = {
  title: 'التصريحات',
  lead: 'من قال ماذا وعن طريق من، وهل فُعل ما قيل.',
  promises: 'القول والفعل',
  promisesNote: 'تعهدات وردت في تصريحات، يُحكم عليها كالبنود.',
  promise: 'التعهد',
  by: 'صاحبه',
  said: 'قيل في',
  due: 'قبل',
  verdict: 'الحكم',
  statements: 'التصريحات',
  all: 'الكل',
  exceptions: 'استثناءات مدّعاة',
  anySpeaker: 'كل الأطراف',
  anyAct: 'كل الأفعال',
  party: 'الطرف',
  act: 'الفعل',
  search: 'ابحث في الكلام',
  total: n =>
    count(n, {
      zero: 'لا تصريحات',
      one: 'تصريح واحد',
      two: 'تصريحان',
      few: '# تصريحات',
      many: '# تصريحاً',
      other: '# تصريح',
    }),
  none: 'لا تصريح يوافق ذلك.',
  emptyTitle: 'لا تصريحات مسجّلة',
  empty: 'تأتي التصريحات مع التقارير: اقبل واحداً في الوارد فيظهر هنا بصاحبه وسلسلة نقله.',
  toInbox: 'افتح الوارد',
  eachSide: 'من كل طرف',
}
