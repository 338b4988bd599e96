import type { PositionFound } from '../agenda/positions.ts'
import type { UndertakingFound } from '../agenda/undertakings.ts'
import type { StatementFound } from '../attribution/statement-found.ts'
import { type CueBook, cueAtToken, cueBook } from '../events/cue-book.ts'
import type { EventFound } from '../events/event-found.ts'
import { CAPITALS } from '../events/event-parties.ts'
import { EVENT_LEXICONS } from '../lexicons/event-lexicons.ts'
import type { Mentions } from '../mentions/mentions.ts'
import { scan } from '../text/tokens.ts'
import type { ReportSource } from './report-source.ts'
import type { StatementLinks } from './statement-proposal.ts'

export type LinkContext = {
  readonly source: ReportSource
  readonly mentions: Mentions
  readonly claimsException: boolean
  readonly events: readonly EventFound[]
  readonly undertaking: UndertakingFound | undefined
  readonly position: PositionFound | undefined
}

/** What a statement is about, as suggestions: whose it is, which acts, which agenda item. */
export function statementLinks(statement: StatementFound, context: LinkContext): StatementLinks {
  const party = partyOfSpeaker(statement, context)
  const types = [...(context.undertaking?.types ?? []), ...context.events.flatMap(e => e.types)]
  return {
    ...(party ? { party } : {}),
    ...(context.position ? { agenda: context.position.item } : {}),
    types: context.claimsException && !types.length ? ['hostile'] : [...new Set(types)],
    claimsException: context.claimsException,
  }
}

/**
 * For whom a speaker speaks: an actor named in the speaker's own words, an adjective of a state in them ("a Russian
 * official"), the accord's names in them, or the capital that opens what is said ("Moscow will …").
 * With no accord, the gazetteer's id.
 */
function partyOfSpeaker(statement: StatementFound, { source, mentions }: LinkContext): string | undefined {
  const { names, lang } = source
  const partyOf = (id: string): string | undefined => names.partyOf(id) ?? (source.accord ? undefined : id)
  const span = statement.speakerSpan
  if (span) {
    const actor = mentions.actors.find(a => a.start >= span.start && a.end <= span.end)
    if (actor) return partyOf(actor.id)
    const capital = mentions.places.find(
      p => p.start >= span.start && p.end <= span.end && CAPITALS.has(p.id),
    )
    if (capital) return partyOf(CAPITALS.get(capital.id)!)
  }
  const words = `${statement.role ?? ''} ${statement.speaker ?? ''}`.trim()
  if (words) {
    const book = belongingOf(lang)
    const { tokens } = scan(words)
    for (let i = 0; i < tokens.length; i++) {
      const cue = cueAtToken(book, tokens, i, tokens.length, lang)
      const party = cue && partyOf(cue.value)
      if (party) return party
    }
    const named = names.partyIn(words)
    if (named) return named
  }
  const { content } = statement
  if (!content || statement.saying === 'accuse') return undefined
  const opens = mentions.places.find(
    p => p.start >= content.start && p.start <= content.start + 3 && CAPITALS.has(p.id),
  )
  return opens && partyOf(CAPITALS.get(opens.id)!)
}

const BELONGING = new Map<string, CueBook<string>>()

function belongingOf(lang: string): CueBook<string> {
  let book = BELONGING.get(lang)
  if (!book) {
    book = cueBook((EVENT_LEXICONS[lang] ?? EVENT_LEXICONS.en!).belonging.map(b => [b.cues, b.id] as const))
    BELONGING.set(lang, book)
  }
  return book
}
