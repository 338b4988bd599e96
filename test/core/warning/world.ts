import type { Accord } from '../../../src/core/accord/model.ts'
import type { EvidenceRecord } from '../../../src/core/evidence/record.ts'
import { docketOf } from '../../../src/core/view/docket-of.ts'
import { ChanceTable } from '../../../src/core/warning/chance/chance-table.ts'
import { Thresholds } from '../../../src/core/warning/detect/thresholds.ts'
import { dateOfDay, dayOfDate } from '../../../src/core/warning/series/daily-series.ts'
import { ACCORD, claim, endOf, spot } from '../compliance/sochi.ts'

/** An accord like Sochi's whose truce is old enough to be watched over its whole history. */
export const OLD_ACCORD: Accord = {
  ...ACCORD,
  documents: [{ ...ACCORD.documents[0]!, starts: [{ id: 'signed', at: '2018-01-01', source: 'text' }] }],
  zones: ACCORD.zones.map(z => ({ ...z, versions: z.versions.map(v => ({ ...v, from: '2018-01-01' })) })),
}

export const thresholds = new Thresholds(new ChanceTable({ seed: 3, years: 60 }), 1)

/** A shelling at the centre of the zone on a day, by the government, first told by `source`. */
export const shelling = (day: number, n: number, more: Partial<Parameters<typeof claim>[0]> = {}) =>
  claim({
    event: `e-${day}-${n}`,
    id: `c-${day}-${n}`,
    types: ['shelling'],
    actor: 'GOV',
    source: 'monitor',
    place: spot(0, 0),
    when: dateOfDay(day),
    ...more,
  })

export const day = dayOfDate
export const docketAt = (records: readonly EvidenceRecord[], k: number, accord = OLD_ACCORD) =>
  docketOf(accord, records, k, 'default')
export { endOf }

/** One shelling every third day from 1 January 2018, then `surge` a day from `onset` for `days` days. */
export function calmThenSurge(onset: string, days: number, surge: number) {
  const first = day('2018-01-01')
  const from = day(onset)
  const records = []
  for (let d = first; d < from; d += 3) records.push(shelling(d, 0))
  for (let d = from; d < from + days; d++) for (let n = 0; n < surge; n++) records.push(shelling(d, n))
  return records
}
