import type { Block } from '../brief.ts'
import { dayWords } from '../dates.ts'
import type { BriefMaterial } from '../material.ts'

/** Open alerts, each with what was seen, what was expected and how often such an alert comes by chance. */
export function warningsSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  if (!m.warnings.length)
    return [
      {
        kind: 'sentence',
        runs: [{ text: ar ? 'لا إنذار مفتوحاً عند وقت الإقفال.' : 'No alert is open at the cut-off.' }],
      },
    ]
  const nameOf = (zone: string) => m.accord.zones.find(z => z.id === zone)?.name[m.locale] ?? zone
  return [
    {
      kind: 'table',
      columns: ar
        ? ['المنطقة', 'منذ', 'المرصود', 'المتوقع', 'مثله بالمصادفة في السنة']
        : ['Zone', 'Since', 'Observed', 'Expected', 'By chance a year'],
      rows: m.warnings.map(w => [
        [{ text: nameOf(w.zone) }],
        [{ text: dayWords(w.since, m.accord.tz, m.locale) }],
        [{ text: String(w.observed), record: w.id }],
        [
          {
            text: ar
              ? `من ${w.expected.low} إلى ${w.expected.high}`
              : `${w.expected.low} to ${w.expected.high}`,
          },
        ],
        [{ text: String(w.perYearByChance) }],
      ]),
    },
  ]
}
