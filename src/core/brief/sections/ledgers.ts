import { activeClaims } from '../../view/active.ts'
import type { Block } from '../brief.ts'
import { whenWords } from '../dates.ts'
import type { BriefMaterial } from '../material.ts'
import { inPeriod, inPeriodBefore } from './say.ts'

/** Counts that others keep (a joint commission's two parts, a monitor), side by side and never added up. */
export function ledgersSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const counts = activeClaims(m.evidence, m.board.asOf.k)
    .filter(
      c => (inPeriod(m, c.when) || inPeriodBefore(m, c.when)) && c.figures?.some(f => f.what === 'incidents'),
    )
    .toSorted((a, b) => b.when.lo - a.when.lo || (a.source < b.source ? -1 : 1))
  if (!counts.length)
    return [
      {
        kind: 'sentence',
        runs: [
          {
            text: ar
              ? 'لم يُنشر عدد من جهة أخرى في هذه الفترة ولا في التي قبلها.'
              : 'No count by others is recorded for this period or the one before.',
          },
        ],
      },
    ]
  return [
    {
      kind: 'table',
      columns: ar ? ['الجهة التي أحصت', 'المدة', 'العدد'] : ['Counted by', 'For', 'Count'],
      rows: counts.map(c => {
        const f = c.figures!.find(x => x.what === 'incidents')!
        return [
          [{ text: c.source }],
          [{ text: whenWords(c.when, m.accord.tz, m.locale) }],
          [{ text: f.low === f.high ? String(f.low) : `${f.low}–${f.high}`, record: c.id }],
        ]
      }),
    },
    {
      kind: 'sentence',
      runs: [
        {
          text: ar
            ? 'تُعرض الأعداد متجاورة ولا تُجمع، فلكل جهة تعريفها.'
            : 'The counts stand side by side and are not added: each counter has its own definition.',
        },
      ],
    },
  ]
}
