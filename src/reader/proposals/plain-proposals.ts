import type { Proposal } from '../../core/proposal/proposal.ts'
import type { DateFound } from '../dates/dates.ts'
import type { ActorMention, PlaceMention } from '../mentions/mentions.ts'
import type { QuantityFound } from '../quantities/quantities.ts'
import { nameOf } from './identity.ts'
import type { ReportSource } from './report-source.ts'

export function dateProposal(found: DateFound, source: ReportSource): Proposal {
  const counted = found.basis === 'published'
  return {
    id: nameOf('date', found.start, found.end, found.iso ?? ''),
    kind: 'date',
    span: { start: found.start, end: found.end },
    surface: found.surface,
    confidence: found.iso === null ? 0.4 : counted ? 0.9 * source.datedness : 0.95,
    reason:
      found.iso === null
        ? 'vague: no value is given'
        : counted
          ? 'counted from the publication day'
          : found.basis === 'text'
            ? 'counted from the date before it'
            : 'stated',
    by: 'rules',
    group: `date:${found.iso ?? found.within ?? '-'}`,
    draft: {
      kind: 'date',
      iso: found.iso,
      granularity: found.granularity,
      ...(found.role ? { role: found.role } : {}),
      how: found.basis,
    },
  }
}

export function figureProposal(found: QuantityFound): Proposal {
  // A range is shown by its low end; the surface and reason hold both.
  const value = found.value === null ? null : typeof found.value === 'number' ? found.value : found.value[0]
  const range = found.value !== null && typeof found.value !== 'number' ? found.value : undefined
  return {
    id: nameOf('figure', found.start, found.end, found.unit),
    kind: 'figure',
    span: { start: found.start, end: found.end },
    surface: found.surface,
    confidence: value === null ? 0.5 : 0.9,
    reason: [
      `counts: ${found.unit}`,
      range ? `from ${range[0]} to ${range[1]}` : '',
      found.vague ? `vague: ${found.vague}` : '',
      found.part_of ? `part of ${found.part_of}` : '',
      found.mode ?? '',
    ]
      .filter(Boolean)
      .join('; '),
    by: 'rules',
    draft: {
      kind: 'figure',
      value,
      unit: found.unit,
      ...(found.bound ? { bound: found.bound } : range ? { bound: 'min' } : {}),
      ...(found.per ? { per: found.per } : {}),
    },
  }
}

export function mentionProposal(found: PlaceMention | ActorMention, source: ReportSource): Proposal {
  const party = source.names.partyOf(found.id)
  return {
    id: nameOf('mention', found.start, found.end, found.id),
    kind: 'mention',
    span: { start: found.start, end: found.end },
    surface: found.surface,
    confidence: 0.9,
    reason:
      found.of === 'place'
        ? `gazetteer: ${found.level}, within ${Math.round(found.radiusMetres / 1000)} km`
        : party
          ? `party of the accord: ${party}`
          : 'gazetteer',
    by: 'rules',
    group: `mention:${found.id}`,
    draft: { kind: 'mention', of: found.of, canonical: found.canonical, id: party ?? found.id },
  }
}
