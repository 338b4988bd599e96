import type { Words } from '../words.ts'
import type { WeaponClass } from './types.ts'

/** What each class of weapon is called in a sentence. */
export const WEAPON_WORDS: Readonly<Record<WeaponClass, Words>> = {
  small_arms: { en: 'small arms', ar: 'أسلحة خفيفة' },
  heavy_mg: { en: 'heavy machine gun', ar: 'رشاش ثقيل' },
  mortar: { en: 'mortar', ar: 'هاون' },
  artillery: { en: 'artillery', ar: 'مدفعية' },
  mlrs: { en: 'rocket launcher', ar: 'راجمة صواريخ' },
  tank: { en: 'tank', ar: 'دبابة' },
  ifv: { en: 'armoured vehicle', ar: 'عربة مدرعة' },
  atgm: { en: 'anti-tank missile', ar: 'صاروخ مضاد للدروع' },
  manpads: { en: 'shoulder-launched missile', ar: 'صاروخ محمول على الكتف' },
  rotary_wing: { en: 'helicopter', ar: 'مروحية' },
  fixed_wing: { en: 'aircraft', ar: 'طائرة' },
  uav: { en: 'drone', ar: 'مسيّرة' },
  missile: { en: 'missile', ar: 'صاروخ' },
  chemical_alleged: { en: 'chemical, alleged', ar: 'كيميائي (ادعاء)' },
  mine_ied: { en: 'mine or explosive device', ar: 'لغم أو عبوة' },
}
