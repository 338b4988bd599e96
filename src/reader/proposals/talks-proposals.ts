import type { Proposal } from '../../core/proposal/proposal.ts'
import type { Undertaking } from '../../core/statement/statement.ts'
import type { TalksPosition } from '../../core/talks/position.ts'
import type { PositionFound } from '../agenda/positions.ts'
import type { UndertakingFound } from '../agenda/undertakings.ts'
import { agendaItemFor } from './about.ts'
import { nameOf } from './identity.ts'
import { provenanceOf, type ReportSource } from './report-source.ts'

/** The proposal to record a stance on an agenda item. */
export function positionProposal(
  text: string,
  found: PositionFound,
  statementId: string | undefined,
  source: ReportSource,
): Proposal {
  const party = source.names.partyOf(found.party) ?? (source.accord ? undefined : found.party)
  const item = agendaItemFor(source.accord, found.item)
  const waitsFor = found.waitsFor && agendaItemFor(source.accord, found.waitsFor)
  const position: Omit<TalksPosition, 'id' | 'received'> = {
    item,
    ...(party ? { party } : {}),
    stance: found.stance,
    ...(waitsFor ? { waitsFor } : {}),
    ...(statementId ? { statement: statementId } : {}),
    when: source.published,
    provenance: provenanceOf(source, found),
  }
  return {
    id: nameOf('position', found.named.start, item, found.stance, party),
    kind: 'position',
    span: { start: found.start, end: found.end },
    surface: text.slice(found.start, found.end),
    confidence: 0.7 * source.datedness,
    reason: `agenda item: ${text.slice(found.named.start, found.named.end)}; ${found.stance}${waitsFor ? ` until ${waitsFor}` : ''}${party ? ` by ${party}` : ', the talks as a whole'}`,
    by: 'rules',
    group: `agenda:${item}`,
    draft: { kind: 'position', position },
  }
}

/** The proposal to record a promise, judged later as said against done. Without a known party there is none. */
export function undertakingProposal(
  text: string,
  found: UndertakingFound,
  statementId: string,
  party: string,
  source: ReportSource,
): Proposal {
  const words = text.slice(found.start, found.end).trim()
  const undertaking: Omit<Undertaking, 'id' | 'received'> = {
    statement: statementId,
    party,
    types: found.types,
    mode: found.mode,
    ...(found.quantity !== undefined ? { quantity: found.quantity } : {}),
    ...(found.each ? { each: found.each } : {}),
    ...(found.deadline ? { deadline: found.deadline } : {}),
    ...(found.condition ? { condition: found.condition } : {}),
    words: source.lang === 'ar' ? { ar: words } : source.lang === 'en' ? { en: words } : {},
    when: source.published,
    provenance: provenanceOf(source, found),
  }
  const parts = [
    found.mode === 'do'
      ? `promises: ${found.types.join(', ')}`
      : `promises not to: ${found.types.join(', ')}`,
    found.quantity !== undefined ? `${found.quantity}${found.each ? ' from each side' : ''}` : '',
    found.deadline ? `by ${found.deadline}` : '',
    found.condition ? `on condition: ${found.condition}` : '',
  ]
  return {
    id: nameOf('undertaking', found.start, found.end, found.types.join(), found.mode),
    kind: 'undertaking',
    span: { start: found.start, end: found.end },
    surface: text.slice(found.start, found.end),
    confidence: 0.65 * source.datedness,
    reason: parts.filter(Boolean).join('; '),
    by: 'rules',
    draft: { kind: 'undertaking', undertaking },
  }
}
