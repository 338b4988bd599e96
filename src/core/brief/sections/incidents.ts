import { isA } from '../../event/types.ts'
import type { Incident } from '../../view/incidents.ts'
import type { Block } from '../brief.ts'
import { whenWords } from '../dates.ts'
import type { BriefMaterial } from '../material.ts'
import { inPeriod, inPeriodBefore } from './say.ts'

const hostile = (i: Incident) => i.types.some(t => isA(t, 'hostile'))
/** A longer list belongs on the Incidents page, to which the heading leads. */
const MOST = 12

/** Hostile incidents per zone, certain and possible apart, beside the period before; then each, newest first. */
export function incidentsSection(m: BriefMaterial): Block[] {
  const ar = m.locale === 'ar'
  const now = m.incidents.filter(i => hostile(i) && inPeriod(m, i.when))
  const then = m.incidents.filter(i => hostile(i) && inPeriodBefore(m, i.when))
  if (!now.length && !then.length)
    return [
      {
        kind: 'sentence',
        runs: [
          {
            text: ar
              ? 'لا أعمال عدائية مسجّلة في هذه الفترة ولا في التي قبلها؛ ولا يعني ذلك أنه لم يقع شيء.'
              : 'No hostile incident is recorded for this period or the one before; that does not mean that none happened.',
          },
        ],
      },
    ]
  const count = (list: readonly Incident[], zone: string, answer: string) =>
    list.filter(i => i.zones[zone] === answer).length
  const areas = m.accord.zones.filter(z =>
    [...now, ...then].some(i => (i.zones[z.id] ?? 'outside') !== 'outside'),
  )
  const blocks: Block[] = []
  if (areas.length)
    blocks.push({
      kind: 'table',
      columns: ar
        ? ['المنطقة', 'داخلها يقيناً', 'لا يمكن الجزم', 'داخلها في الفترة السابقة', 'لا يمكن الجزم في السابقة']
        : ['Zone', 'Certainly inside', 'Cannot tell', 'Inside, period before', 'Cannot tell, period before'],
      rows: areas.map(z => [
        [{ text: z.name[m.locale] }],
        [{ text: String(count(now, z.id, 'inside')) }],
        [{ text: String(count(now, z.id, 'cannot-tell')) }],
        [{ text: String(count(then, z.id, 'inside')) }],
        [{ text: String(count(then, z.id, 'cannot-tell')) }],
      ]),
    })
  blocks.push({
    kind: 'list',
    items: now
      .slice(0, MOST)
      .map(i => [
        { text: `${whenWords(i.when, m.accord.tz, m.locale)}: ` },
        { text: i.summary[m.locale], ...(i.claims[0] && { record: i.claims[0].id }) },
        { text: evidenceWords(i, ar) },
      ]),
  })
  if (now.length > MOST)
    blocks.push({
      kind: 'sentence',
      runs: [
        {
          text: ar
            ? `وغيرها في صفحة الحوادث: ${now.length - MOST}.`
            : `And ${now.length - MOST} more on the Incidents page.`,
        },
      ],
    })
  return blocks
}

function evidenceWords(i: Incident, ar: boolean): string {
  const denied = i.denied ? (ar ? '، ونفاه طرف' : ', denied') : ''
  return ar
    ? ` (مصادر مستقلة: ${i.independent}${denied})`
    : ` (independent sources: ${i.independent}${denied})`
}
