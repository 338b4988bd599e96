import { isA } from '../../../core/event/types.ts'
import type { Incident } from '../../../core/view/incidents.ts'

/** Empty parts ask nothing. */
export type IncidentFilter = { readonly zone: string; readonly type: string; readonly actor: string }

/** Incidents that fit; one that may lie in the zone is kept, since leaving it out would say it does not. */
export function narrowed(incidents: readonly Incident[], filter: IncidentFilter): readonly Incident[] {
  return incidents.filter(
    i =>
      (!filter.zone || (i.zones[filter.zone] ?? 'outside') !== 'outside') &&
      (!filter.type || i.types.some(t => isA(t, filter.type))) &&
      (!filter.actor || (filter.actor === '?' ? i.actors.length === 0 : i.actors.includes(filter.actor))),
  )
}
