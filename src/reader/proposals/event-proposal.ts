import type { Claim } from '../../core/evidence/record.ts'
import type { Proposal } from '../../core/proposal/proposal.ts'
import type { StatementFound } from '../attribution/statement-found.ts'
import type { EventFound } from '../events/event-found.ts'
import { nameOf } from './identity.ts'
import { placeOf } from './parties.ts'
import { keyOf, provenanceOf, type ReportSource, rootOf } from './report-source.ts'
import { whenOfDate } from './when-of-date.ts'

/** The proposal to record one source's word that an event happened (or did not). Accepting it writes a valid `Claim`. */
export function eventProposal(
  text: string,
  found: EventFound,
  statement: StatementFound | undefined,
  speaksFor: string | undefined,
  source: ReportSource,
): Proposal {
  const dated = found.date?.iso ? whenOfDate(found.date.iso, source.tz) : undefined
  const actors = [...new Set(found.actors.map(a => source.names.partyOf(a.id) ?? a.canonical))]
  const target = found.target && (source.names.partyOf(found.target.id) ?? found.target.canonical)
  const claim: Omit<Claim, 'id' | 'received' | 'event'> & { readonly event?: string } = {
    kind: 'claim',
    event: eventName(found, actors, source),
    types: found.types,
    ...(actors.length === 1 ? { actor: actors[0]! } : actors.length > 1 ? { actor: actors } : {}),
    ...(target ? { target } : {}),
    when: dated ?? source.sofar,
    place: placeOf(found.place, source.names),
    ...(found.weapons.length ? { weapons: found.weapons } : {}),
    source: statement?.speaker
      ? keyOf(statement.speaker, source)
      : keyOf(source.outlet ?? 'this-report', source),
    ...(speaksFor ? { speaksFor } : {}),
    root: rootOf(statement, source),
    grade: source.grade,
    stance: found.stance,
    ...(found.figures.length ? { figures: found.figures } : {}),
    provenance: provenanceOf(source, found),
  }
  return {
    id: nameOf('event', found.cue.start, found.cue.end, found.types.join(), found.stance),
    kind: 'event',
    span: { start: found.start, end: found.end },
    surface: text.slice(found.start, found.end),
    confidence: confidenceOf(found) * (found.date?.basis === 'published' || !dated ? source.datedness : 1),
    reason: reasonOf(text, found, dated !== undefined),
    by: 'rules',
    group: `event:${found.types.join('+')}:${found.place?.id ?? '-'}:${found.date?.iso ?? '-'}`,
    draft: { kind: 'event', claim },
  }
}

/** Two claims of one report about the same type, place and day speak of one event; a person links the rest. */
function eventName(found: EventFound, actors: readonly string[], source: ReportSource): string {
  return nameOf(
    'ev',
    source.accord?.id,
    found.types.join(),
    found.place?.id,
    found.date?.iso ?? source.publishedAt,
    actors.join(),
  )
}

function confidenceOf(found: EventFound): number {
  let c = 0.45
  if (found.place) c += 0.15
  if (found.date) c += 0.15
  if (found.actors.length) c += 0.1
  if (found.figures.length) c += 0.05
  return c
}

function reasonOf(text: string, found: EventFound, dated: boolean): string {
  const parts = [
    `event word: ${text.slice(found.cue.start, found.cue.end)}`,
    found.place ? `place: ${found.place.surface} (${found.place.level})` : 'no place named',
    dated ? `date: ${found.date!.surface}` : 'no day named: any time up to publication',
    found.actors.length ? '' : 'who did it is not said',
    found.stance === 'denies' ? 'the speaker denies it' : '',
  ]
  return parts.filter(Boolean).join('; ')
}
