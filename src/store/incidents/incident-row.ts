import type { Accord } from '../../core/accord/model.ts'
import { PARENT } from '../../core/event/types.ts'
import { boundsOf } from '../../core/place/bounds.ts'
import type { Place } from '../../core/place/place.ts'
import { indexWords } from '../../core/text/search-words.ts'
import type { Incident } from '../../core/view/incidents.ts'
import { nameOf } from '../../core/view/record-summary.ts'
import type { Tables } from '../tables.ts'

/** An incident as its row in the table of a ledger: what filters need in columns, the whole as text. */
export function incidentRow(ledger: string, accord: Accord, incident: Incident): Tables['incident'] {
  const { event, when, place, actors } = incident
  const bounds = boundsOf(place)
  const named = actors.map(a => nameOf(a, accord))
  const words = [
    incident.summary.en,
    incident.summary.ar,
    place.name ?? '',
    place.nameAr ?? '',
    ...named.flatMap(n => [n.en, n.ar]),
  ]
  return {
    accord: ledger,
    event,
    lo: when.lo,
    hi: when.hi,
    types: withParents(incident.types),
    actors: [...actors],
    sources: [...new Set(incident.claims.map(c => c.source))],
    words: [...indexWords(words.join(' '))],
    west: bounds?.west ?? null,
    south: bounds?.south ?? null,
    east: bounds?.east ?? null,
    north: bounds?.north ?? null,
    ...placeColumns(place),
    independent: incident.independent,
    denied: incident.denied,
    shown: JSON.stringify(incident),
  }
}

/** The types and everything above them, so that asking for 'hostile' finds shelling. */
function withParents(types: readonly string[]): string[] {
  const all = new Set<string>()
  for (const type of types) for (let t: string | undefined = type; t !== undefined; t = PARENT[t]) all.add(t)
  return [...all]
}

/** A point for a disc alone: an area is never reduced to a dot. */
function placeColumns(place: Place) {
  const none = { longitude: null, latitude: null, radius_metres: null, area: null }
  if (place.kind === 'disc') {
    const [longitude, latitude] = place.at
    return { ...none, place_kind: 'disc', longitude, latitude, radius_metres: place.radiusMetres }
  }
  if (place.kind === 'area')
    return {
      ...none,
      place_kind: 'area',
      area: JSON.stringify({ type: 'MultiPolygon', coordinates: place.polygons }),
    }
  return { ...none, place_kind: 'unknown' }
}
