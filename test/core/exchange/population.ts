import type { ListedPerson } from '../../../src/core/exchange/person-name.ts'

/**
 * An invented population with known truth: two lists drawn from it, each with its own faults of
 * spelling, transliteration, missing fields and duplicates. No name is of a real person: words of names
 * are drawn independently by a seeded generator.
 */
export type Population = {
  readonly a: readonly ListedPerson[]
  readonly b: readonly ListedPerson[]
  /** 'refA refB' of every pair that is one person. */
  readonly truth: ReadonlySet<string>
}

const MEN =
  'محمد أحمد محمود علي حسن حسين خالد عمر يوسف إبراهيم مصطفى عبدالله عبدالرحمن سامر باسل ماهر وائل زياد فراس أنس بلال طارق غسان نزار هيثم رامي سليم كمال جمال عدنان رياض فيصل ياسر منذر أيمن أسامة قتيبة معاذ عبادة صهيب ليث ضرار براء حذيفة سراج نضال ربيع عصام بسام هشام'.split(
    ' ',
  )
const WOMEN =
  'فاطمة مريم خديجة زينب هدى سعاد أمينة رقية نوال ليلى سلمى رنا هبة آمنة حليمة صباح نجاح وفاء عائشة رجاء سميرة'.split(
    ' ',
  )
const FAMILIES =
  'الحموي الإدلبي الحلبي الخطيب النجار الحداد الصباغ القاسم المصري الشامي السرميني البكري العبدو الدرويش الحسون الزين البيطار الجمعة الأسعد السعيد الحاج الشيخ الخلف العلي المحمد الأحمد البكار الفارس الرحال النعسان العموري الكردي التركماني الجاسم العيسى الموسى السالم الحسن الحسين اليوسف الصالح المنصور الطويل القصير الأبرش الأشقر الديري الرقاوي الغزال السبع'.split(
    ' ',
  )
const SUFFIX = ['', '', '', 'ي', 'اوي', 'ان', 'و']
const PLACES = ['إدلب', 'حماة', 'حلب', 'اللاذقية', 'حمص', 'الرقة', 'دير الزور', 'درعا']

const LATIN: Record<string, readonly string[]> = {
  ا: ['a'],
  أ: ['a'],
  إ: ['i', 'e'],
  آ: ['a'],
  ب: ['b'],
  ت: ['t'],
  ث: ['th'],
  ج: ['j'],
  ح: ['h'],
  خ: ['kh'],
  د: ['d'],
  ذ: ['dh', 'd'],
  ر: ['r'],
  ز: ['z'],
  س: ['s'],
  ش: ['sh'],
  ص: ['s'],
  ض: ['d'],
  ط: ['t'],
  ظ: ['z', 'd'],
  ع: ['a', ''],
  غ: ['gh'],
  ف: ['f'],
  ق: ['q', 'k'],
  ك: ['k'],
  ل: ['l'],
  م: ['m'],
  ن: ['n'],
  ه: ['h'],
  و: ['w', 'u', 'o'],
  ي: ['y', 'i'],
  ى: ['a'],
  ة: ['a', 'ah'],
  ء: [''],
  ئ: ['e'],
  ؤ: ['o'],
}

export function randomFrom(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function populationOf(size: number, seed: number): Population {
  const random = randomFrom(seed)
  const int = (n: number) => Math.floor(random() * n)
  // Names are not evenly common: the first of each list are drawn far more often.
  const skewed = <T>(list: readonly T[]): T => list[Math.floor(list.length * random() ** 1.8)]!
  const family = () => skewed(FAMILIES) + SUFFIX[int(SUFFIX.length)]!
  const a: ListedPerson[] = []
  const b: ListedPerson[] = []
  const truth = new Set<string>()

  const spell = (word: string): string => {
    let w = word
    if (random() < 0.3) w = w.replace(/[أإآ]/g, 'ا')
    if (random() < 0.25) w = w.replace(/ة$/, 'ه')
    if (random() < 0.2) w = w.replace(/ي$/, 'ى')
    if (random() < 0.15) w = w.replace(/^ال/, '')
    if (random() < 0.2) w = w.replace(/^عبدال/, 'عبد ال')
    if (random() < 0.05) w = w.replace(/(.)(.)/, '$1ـ$2')
    if (random() < 0.04 && w.length > 4) {
      const i = 1 + int(w.length - 2)
      w = random() < 0.5 ? w.slice(0, i) + w.slice(i + 1) : w.slice(0, i) + w[i + 1] + w[i] + w.slice(i + 2)
    }
    return w
  }
  const latin = (word: string): string => {
    const plain = word.replace(/^ال/, 'al-').replace(/^عبدال/, 'abd al-')
    return [...plain]
      .map(c => {
        const l = LATIN[c]
        return l ? l[int(l.length)]! : c
      })
      .join('')
  }

  for (let i = 0; i < size; i++) {
    const names = [skewed(MEN), skewed(MEN), skewed(MEN), family()]
    const person = {
      names,
      mother: skewed(WOMEN),
      birthYear: 1950 + int(54),
      place: PLACES[int(PLACES.length)]!,
    }
    const entry = (ref: string): ListedPerson => {
      const kept = person.names.filter((_, k) => (k === 2 ? random() < 0.6 : true))
      const script = random() < 0.12 ? latin : spell
      return {
        ref,
        name: kept.map(script).join(' '),
        ...(random() < 0.6 && { mother: spell(person.mother) }),
        ...(random() < 0.85 && {
          birthYear: person.birthYear + (random() < 0.1 ? (random() < 0.5 ? 1 : -1) : 0),
        }),
        ...(random() < 0.7 && { place: person.place }),
      }
    }
    const where = random()
    if (where < 0.75) a.push(entry(`a${i}`))
    if (where >= 0.25) b.push(entry(`b${i}`))
    if (where >= 0.25 && where < 0.75) truth.add(`a${i} b${i}`)
  }
  return { a, b, truth }
}

/** Precision and recall when every candidate at or above `least` is called the same person. */
export function qualityAt(
  candidates: readonly { readonly a: string; readonly b: string; readonly score: number }[],
  truth: ReadonlySet<string>,
  least: number,
): { precision: number; recall: number } {
  const taken = candidates.filter(c => c.score >= least)
  const right = taken.filter(c => truth.has(`${c.a} ${c.b}`)).length
  return { precision: taken.length ? right / taken.length : 1, recall: truth.size ? right / truth.size : 1 }
}
