import type { Accord } from '../../core/accord/model.ts'
import type { Claim } from '../../core/evidence/record.ts'
import { dayOf } from '../../core/time/civil.ts'
import { toAcled } from '../tables/acled-types.ts'
import { writeCsv } from '../tables/csv.ts'

const COLUMNS = [
  'event_id_cnty',
  'event_date',
  'time_precision',
  'event_type',
  'sub_event_type',
  'actor1',
  'actor2',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'notes',
  'fatalities',
]

/**
 * Claims in ACLED's columns, for tools that read them. One way: statements, patrols and releases become
 * "Strategic developments / Other", an unknown place keeps no coordinates (ACLED itself would put its
 * capital's), and fatalities are the low figure, as ACLED's practice is the most conservative one.
 */
export function claimsToAcled(
  claims: readonly Claim[],
  accord: Pick<Accord, 'tz' | 'parties'>,
  reader: 'people' | 'programs',
): string {
  const nameOf = (id: string) => accord.parties.find(p => p.id === id)?.name.en ?? id
  const rows = claims
    .filter(c => c.stance === 'asserts')
    .map(c => {
      const days = (c.when.hi - c.when.lo) / 86_400
      const { event, sub } = toAcled(c.types[0] ?? 'statement')
      const killed = c.figures?.find(f => f.what === 'killed')
      const actors = c.actor === undefined ? [] : typeof c.actor === 'string' ? [c.actor] : c.actor
      return {
        event_id_cnty: c.event,
        event_date: dayOf(c.when.lo, accord.tz),
        time_precision: days <= 1 ? '1' : days <= 7 ? '2' : '3',
        event_type: event,
        sub_event_type: sub,
        actor1: actors.map(nameOf).join('; '),
        actor2: c.target ? nameOf(c.target) : '',
        location: c.place.name ?? '',
        latitude: c.place.kind === 'disc' ? String(c.place.at[1]) : '',
        longitude: c.place.kind === 'disc' ? String(c.place.at[0]) : '',
        geo_precision:
          c.place.kind === 'disc'
            ? c.place.radiusMetres <= 3_000
              ? '1'
              : c.place.radiusMetres <= 20_000
                ? '2'
                : '3'
            : '3',
        source: c.source,
        notes: c.summary?.en ?? '',
        fatalities: killed ? String(killed.low) : '',
      }
    })
  return writeCsv(COLUMNS, rows, reader)
}
