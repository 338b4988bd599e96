import type { Proposal } from '../../core/proposal/proposal.ts'
import type { SpeechAct, Statement } from '../../core/statement/statement.ts'
import type { StatementFound } from '../attribution/statement-found.ts'
import { agendaItemFor, provisionFor } from './about.ts'
import { nameOf } from './identity.ts'
import { chainOf, provenanceOf, type ReportSource } from './report-source.ts'

/** What else of the report bears on a statement. */
export type StatementLinks = {
  readonly party?: string
  readonly agenda?: string
  readonly types: readonly string[]
  readonly claimsException: boolean
}

/** The proposal to record a statement. Complete: accepting it writes a valid `Statement`. */
export function statementProposal(
  text: string,
  found: StatementFound,
  links: StatementLinks,
  source: ReportSource,
): Proposal {
  const slice = (span: { start: number; end: number }) => text.slice(span.start, span.end)
  const provision = provisionFor(source.accord, links.types, links.party)
  const about = {
    ...(provision && links.types.length > 0 ? { provision: provision.id } : {}),
    ...(links.party ? { party: links.party } : {}),
    ...(links.agenda ? { agenda: agendaItemFor(source.accord, links.agenda) } : {}),
  }
  const paraphrase =
    found.content &&
    (!found.quote || found.content.end - found.content.start > found.quote.end - found.quote.start + 4)
      ? slice(found.content).trim()
      : undefined
  const statement: Omit<Statement, 'id' | 'received'> = {
    ...(found.speaker !== null
      ? {
          speaker: {
            // The words as written, for the unnamed too: "a Russian official".
            name: found.speaker,
            ...(found.role ? { role: found.role } : {}),
            named: found.named,
            ...(links.party ? { party: links.party } : {}),
          },
        }
      : {}),
    chain: chainOf(found.via, source),
    act: found.act as SpeechAct,
    modality: found.modality,
    ...(found.quote ? { quote: slice(found.quote) } : {}),
    ...(paraphrase ? { paraphrase } : {}),
    ...(found.gloss ? { gloss: slice(found.gloss) } : {}),
    ...(found.conditional_on ? { condition: found.conditional_on } : {}),
    ...(found.target ? { target: found.target } : {}),
    when: source.published,
    ...(Object.keys(about).length ? { about } : {}),
    ...(links.claimsException ? { claimedException: provision ? { provision: provision.id } : {} } : {}),
    grade: source.grade,
    provenance: provenanceOf(source, found),
  }
  return {
    id: nameOf('statement', found.start, found.end, found.kind, found.speaker ?? '', found.via.join('|')),
    kind: 'statement',
    span: { start: found.start, end: found.end },
    surface: text.slice(found.start, found.end),
    confidence: confidenceOf(found) * source.datedness,
    reason: reasonOf(found, links),
    by: 'rules',
    group: `speaker:${found.speaker ?? '-'}`,
    draft: { kind: 'statement', statement },
  }
}

/** The reader's own measure: a verb it knows and a speaker it knows the sort of are surest. */
function confidenceOf(f: StatementFound): number {
  let c = 0.9
  if (f.continues) c -= 0.1
  if (f.speaker === null) c -= 0.2
  if (f.verb === '') c -= 0.05
  if (!f.quote) c -= 0.05
  return Math.max(0.3, c)
}

function reasonOf(f: StatementFound, links: StatementLinks): string {
  const parts = [
    f.verb ? `verb of saying: ${f.verb}` : 'source phrase ("according to")',
    `kind: ${f.kind}`,
    f.via.length ? `carried by ${f.via.join(' ← ')}` : '',
    f.continues ? 'speaker taken over from the statement before' : '',
    f.conditional_on ? `condition: ${f.conditional_on}` : '',
    links.claimsException
      ? 'claims that answering is within the agreement: a party’s position, not a clause'
      : '',
  ]
  return parts.filter(Boolean).join('; ')
}
