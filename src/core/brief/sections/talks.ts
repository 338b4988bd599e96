import type { ItemState } from '../../talks/position.ts'
import type { Words } from '../../words.ts'
import type { Block } from '../brief.ts'
import type { BriefMaterial } from '../material.ts'

const STATES: Readonly<Record<ItemState, Words>> = {
  agreed: { en: 'agreed', ar: 'متفق عليه' },
  converging: { en: 'converging', ar: 'متقارب' },
  contested: { en: 'contested', ar: 'مختلف عليه' },
  deferred: { en: 'deferred', ar: 'مؤجّل' },
  unknown: { en: 'unknown', ar: 'غير معروف' },
}

/** Where each agenda item stands, with the reason. */
export function talksSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const known = m.talks.items.filter(i => i.state !== 'unknown')
  if (!known.length)
    return [
      {
        kind: 'sentence',
        runs: [
          {
            text: ar ? 'لا مواقف مسجّلة من بنود جدول الأعمال.' : 'No position on any agenda item is recorded.',
          },
        ],
      },
    ]
  const silent = m.talks.items.length - known.length
  return [
    {
      kind: 'table',
      columns: ar ? ['بند جدول الأعمال', 'الحال', 'لماذا'] : ['Agenda item', 'State', 'Why'],
      rows: known.map(i => [
        [{ text: i.title[m.locale] }],
        [{ text: STATES[i.state][m.locale], strong: true }],
        [{ text: i.because[m.locale], ...(i.current[0] && { record: i.current[0].id }) }],
      ]),
    },
    ...(silent
      ? [
          {
            kind: 'sentence' as const,
            runs: [
              {
                text: ar
                  ? `بنود لا يُعرف فيها موقف أحد: ${silent}.`
                  : `Items on which no position is known: ${silent}.`,
              },
            ],
          },
        ]
      : []),
  ]
}
