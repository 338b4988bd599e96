import type { Claim } from '../../../core/evidence/record.ts'
import type { RecordView } from '../../../core/view/board.ts'
import type { Incident, ZoneAnswer } from '../../../core/view/incidents.ts'
import type { Likeness } from '../../../core/view/likely-same.ts'
import type { Words } from '../../../core/words.ts'
import type { MapPlace } from '../../map/hudna-map.tsx'

export type IncidentsAnswer = { readonly total: number; readonly incidents: readonly Incident[] }

export type IncidentAnswer = {
  readonly incident: Incident
  readonly reasons: readonly { readonly zone: string; readonly answer: ZoneAnswer; readonly because: Words }[]
  readonly claims: readonly RecordView[]
  readonly versions: readonly Incident[]
}

export type PlacesAnswer = { readonly places: readonly (MapPlace & { readonly id: string })[] }

export type LikelyAnswer = { readonly likely: readonly (Likeness & { readonly incident: Incident })[] }

/** What the page sends of a claim: everything but what the server gives it. */
export type ClaimDraft = Omit<Claim, 'kind' | 'id' | 'event' | 'received'> & { readonly event?: string }

/** A claim as its draft, to be corrected. */
export function draftOf({ kind: _k, id: _i, event: _e, received: _r, ...draft }: Claim): ClaimDraft {
  return draft
}
