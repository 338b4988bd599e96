import { isA } from '../../event/types.ts'
import type { Block } from '../brief.ts'
import type { BriefMaterial } from '../material.ts'
import { partyWords } from './say.ts'

/**
 * Releases so far: counts only, from what sources published. Nothing of the exchange room's persons comes
 * here; figures published by others are claims, so a range stays a range.
 */
export function exchangeSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const releases = m.incidents.filter(i => i.types.some(t => isA(t, 'release')) && i.when.lo <= m.period.hi)
  if (!releases.length)
    return [
      {
        kind: 'sentence',
        runs: [
          {
            text: ar
              ? 'لا إفراجات مسجّلة حتى نهاية الفترة.'
              : 'No release is recorded up to the end of the period.',
          },
        ],
      },
    ]
  const sums = new Map<string, { low: number; high: number; times: number; record: string }>()
  for (const i of releases) {
    const by = i.actors.join('+')
    const figures = i.figures.filter(f => f.what === 'released' || f.what === 'persons')
    if (!figures.length) continue
    const sum = sums.get(by) ?? { low: 0, high: 0, times: 0, record: i.claims[0]?.id ?? '' }
    sum.low += Math.min(...figures.map(f => f.low))
    sum.high += Math.max(...figures.map(f => f.high))
    sum.times++
    sums.set(by, sum)
  }
  return [
    {
      kind: 'table',
      columns: ar ? ['أفرج عنهم', 'عدد الأشخاص', 'عدد المرات'] : ['Released by', 'Persons', 'Occasions'],
      rows: [...sums].map(([by, s]) => [
        [{ text: by === '' ? (ar ? 'غير محدَّد' : 'not stated') : partyWords(m, by.split('+')) }],
        [{ text: s.low === s.high ? String(s.low) : `${s.low}–${s.high}`, record: s.record }],
        [{ text: String(s.times) }],
      ]),
    },
    {
      kind: 'sentence',
      runs: [
        {
          text: ar
            ? 'أعداد منشورة فقط، بلا أسماء ولا أماكن؛ والمدى يجمع ما اختلفت فيه المصادر.'
            : 'Published counts only, no names or places; a range holds what sources differ on.',
        },
      ],
    },
  ]
}
