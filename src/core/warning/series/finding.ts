import type { Words } from '../../words.ts'
import { dateOfDay } from './daily-series.ts'

/** Something about a series that a reader of its alerts must know. Never an alarm by itself. */
export type SeriesFinding = {
  readonly kind:
    | 'negative'
    | 'not-a-number'
    | 'fraction'
    | 'gap'
    | 'too-short'
    | 'all-zero'
    | 'batch'
    | 'new-source'
    | 'repeated-day'
    | 'not-a-day'
  /** Day numbers, both ends included. */
  readonly from: number
  readonly to: number
  /** The count, the number of days, or the factor it is about. */
  readonly value?: number
  readonly source?: string
  readonly words: Words
}

/** Builds a finding with its sentence in both languages. */
export function finding(
  kind: SeriesFinding['kind'],
  at: { readonly from: number; readonly to: number; readonly value?: number; readonly source?: string },
): SeriesFinding {
  return { kind, ...at, words: say(kind, at) }
}

function say(
  kind: SeriesFinding['kind'],
  { from, to, value, source }: { from: number; to: number; value?: number; source?: string },
): Words {
  const [a, b] = [dateOfDay(from), dateOfDay(to)]
  const days = to - from + 1
  switch (kind) {
    case 'negative':
      return {
        en: `${a}: the count ${value} is below 0; the day is treated as not known.`,
        ar: `${a}: العدد ${value} أقل من الصفر، فيُعامل اليوم على أنه غير معلوم.`,
      }
    case 'not-a-number':
      return {
        en: `${a}: the count is no number; the day is treated as not known.`,
        ar: `${a}: القيمة ليست عدداً، فيُعامل اليوم على أنه غير معلوم.`,
      }
    case 'fraction':
      return {
        en: `${value} days from ${a} to ${b} have fractional counts; sums are used as they are.`,
        ar: `في الفترة من ${a} إلى ${b} أيام أعدادها كسرية (${value})، وتُستعمل المجاميع كما هي.`,
      }
    case 'gap':
      return {
        en: `No data from ${a} to ${b} (${days} days): silence there is not calm.`,
        ar: `لا بيانات من ${a} إلى ${b} (عدد الأيام ${days})؛ والصمت فيها لا يعني الهدوء.`,
      }
    case 'too-short':
      return {
        en: `Only ${value} days of data: no alert is possible before ${days} days without a prior.`,
        ar: `البيانات ${value} من الأيام فقط: لا إنذار ممكن قبل ${days} يوماً ما لم يُعطَ مستوى مسبق.`,
      }
    case 'all-zero':
      return {
        en: `Nothing was recorded from ${a} to ${b}; the rule for quiet zones is in use.`,
        ar: `لم يُسجَّل شيء من ${a} إلى ${b}؛ والقاعدة المطبّقة هي قاعدة المناطق الهادئة.`,
      }
    case 'batch':
      return {
        en: `${b}: ${value} events after ${days - 1} empty days look like one report of the whole period; no alarm.`,
        ar: `${b}: ‏${value} من الحوادث بعد ${days - 1} من الأيام الخالية تبدو تقريراً واحداً عن الفترة كلها؛ لا إنذار.`,
      }
    case 'new-source':
      return {
        en: `${source} reports since ${a} and raises the counts ${value?.toFixed(1)} times; without it there is no alert.`,
        ar: `يُبلّغ ${source} منذ ${a} فترتفع الأعداد ${value?.toFixed(1)} مرة؛ وبدونه لا إنذار.`,
      }
    case 'repeated-day':
      return {
        en: `${a} appears more than once; its counts are added.`,
        ar: `يتكرر ${a} أكثر من مرة، فتُجمع أعداده.`,
      }
    case 'not-a-day':
      return {
        en: `A row was left out: its date is no day of the form YYYY-MM-DD.`,
        ar: `تُرك سطر لأن تاريخه ليس يوماً بالصيغة YYYY-MM-DD.`,
      }
  }
}
