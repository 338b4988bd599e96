import { readFileSync } from 'node:fs'

/** Characters of the articles that speed is told for: a usual agency report in Arabic. */
export const ARTICLE_CHARS = 3300

const sentencesOf = (file: string): string[] =>
  readFileSync(new URL(`../../test/reader/fixtures/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as { lang: string; text: string })
    .filter(c => c.lang === 'ar')
    .map(c => c.text)

/**
 * Arabic articles of about 3,300 characters, each different, made of the sentences of our own cases
 * with plain ones between: denser in dates and figures than real reports are.
 */
export function articles(count: number): string[] {
  const dense = [...sentencesOf('dates.jsonl'), ...sentencesOf('quantities.jsonl')]
  const plain = PLAIN
  let seed = 20_180_917
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!
  return Array.from({ length: count }, () => {
    const paragraphs: string[] = []
    let length = 0
    while (length < ARTICLE_CHARS) {
      const paragraph = [pick(plain), pick(plain), pick(dense), pick(plain)].join(' ')
      paragraphs.push(paragraph)
      length += paragraph.length + 1
    }
    return paragraphs.join('\n').slice(0, ARTICLE_CHARS)
  })
}

/** Sentences without dates or figures, so that the mixture is like a report. */
const PLAIN = [
  'وأوضح المصدر أن الطرفين متمسكان بالمسار الذي اتفقا عليه، وأن اللجنة المشتركة ستتابع تنفيذ البنود بنداً بنداً.',
  'في المقابل، رأى ممثل الوفد أن الخطوات المعلنة لا تكفي، داعياً الضامنين إلى تحمل مسؤولياتهم تجاه المدنيين.',
  'وتخشى المنظمات الإغاثية أن يؤدي التصعيد في الريف الجنوبي إلى موجة نزوح جديدة باتجاه المخيمات الحدودية.',
  'ولم يصدر عن القيادة الميدانية أي تعليق على ما نقلته وسائل الإعلام المحلية بشأن انسحاب الآليات الثقيلة.',
  'وكانت البعثة قد نشرت نقاطاً للمراقبة على طول الطريق الدولي، وقالت إن مهمتها رصد الخروقات لا الفصل بين القوات.',
  'ويقول سكان البلدة إن الحركة عادت إلى السوق ببطء، لكن المدارس ما زالت مغلقة بسبب مخلفات القصف في محيطها.',
  'وأضاف: «لن نقبل بأي صيغة لا تضمن عودة الأهالي إلى بيوتهم، ولا نرى في المقترح الحالي ما يضمن ذلك».',
  'واعتبر محللون أن الاتفاق يظل هشاً ما دامت ملفات المعتقلين والمفقودين معلقة بين الوسطاء من دون جدول واضح.',
]
