import type { Accord } from '../../core/accord/model.ts'
import type { Claim } from '../../core/evidence/record.ts'
import { dayOf } from '../../core/time/civil.ts'
import { writeCsv } from '../tables/csv.ts'

/** Column headings with their HXL 1.1 hashtags (hxlstandard.org), which the row after them holds. */
const COLUMNS = [
  ['event', '#event+id'],
  ['date', '#date+start'],
  ['date_end', '#date+end'],
  ['type', '#event+type'],
  ['actor', '#group+actor'],
  ['target', '#group+target'],
  ['place', '#loc+name'],
  ['place_ar', '#loc+name+i_ar'],
  ['latitude', '#geo+lat'],
  ['longitude', '#geo+lon'],
  ['precision_metres', '#geo+precision'],
  ['killed', '#affected+killed'],
  ['source', '#meta+source'],
  ['url', '#meta+url'],
  ['description', '#description'],
] as const

/** Claims as a CSV with a row of HXL hashtags. One way: an area and an unknown place have no coordinates, denials are left out. */
export function claimsToHxl(
  claims: readonly Claim[],
  accord: Pick<Accord, 'tz' | 'parties'>,
  reader: 'people' | 'programs',
): string {
  const tags = Object.fromEntries(COLUMNS)
  const nameOf = (id: string) => accord.parties.find(p => p.id === id)?.name.en ?? id
  const rows = claims
    .filter(c => c.stance === 'asserts')
    .map(c => {
      const disc = c.place.kind === 'disc' ? c.place : undefined
      const killed = c.figures?.find(f => f.what === 'killed')
      const actors = c.actor === undefined ? [] : typeof c.actor === 'string' ? [c.actor] : c.actor
      return {
        event: c.event,
        date: dayOf(c.when.lo, accord.tz),
        date_end: dayOf(c.when.hi, accord.tz),
        type: c.types.join('; '),
        actor: actors.map(nameOf).join('; '),
        target: c.target === undefined ? '' : nameOf(c.target),
        place: c.place.name ?? '',
        place_ar: c.place.nameAr ?? '',
        latitude: disc ? String(disc.at[1]) : '',
        longitude: disc ? String(disc.at[0]) : '',
        precision_metres: disc ? String(disc.radiusMetres) : '',
        killed: killed ? String(killed.low) : '',
        source: c.source,
        url: c.provenance?.url ?? '',
        description: c.summary?.en ?? c.summary?.ar ?? '',
      }
    })
  return writeCsv(
    COLUMNS.map(([name]) => name),
    [tags, ...rows],
    reader,
  )
}
