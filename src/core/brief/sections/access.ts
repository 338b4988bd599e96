import { isA } from '../../event/types.ts'
import type { Block } from '../brief.ts'
import { whenWords } from '../dates.ts'
import type { BriefMaterial } from '../material.ts'
import { inPeriod } from './say.ts'

/** Patrols, posts, roads and denials of access in the period; a quiet day without access is no quiet day. */
export function accessSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const found = m.incidents.filter(
    i =>
      inPeriod(m, i.when) &&
      i.types.some(t => ['post_or_patrol', 'access_restriction', 'humanitarian'].some(a => isA(t, a))),
  )
  if (!found.length)
    return [
      {
        kind: 'sentence',
        runs: [
          {
            text: ar
              ? 'لا دوريات ولا تغيّر في النقاط ولا منع وصول مسجّلاً في هذه الفترة.'
              : 'No patrol, change of posts or denial of access is recorded for this period.',
          },
        ],
      },
    ]
  return [
    {
      kind: 'list',
      items: found.map(i => [
        { text: `${whenWords(i.when, m.accord.tz, m.locale)}: ` },
        { text: i.summary[m.locale], ...(i.claims[0] && { record: i.claims[0].id }) },
      ]),
    },
  ]
}
