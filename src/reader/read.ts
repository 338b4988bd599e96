import type { Accord } from '../core/accord/model.ts'
import type { Grade } from '../core/evidence/record.ts'
import type { Proposal, ReadingOfReport } from '../core/proposal/proposal.ts'
import { readPositions } from './agenda/positions.ts'
import { claimsException, readUndertakings } from './agenda/undertakings.ts'
import { readStatements } from './attribution/statements.ts'
import { cleanParagraphs } from './clean/clean.ts'
import { splitParagraphs } from './clean/paragraphs.ts'
import { readDatesIn } from './dates/dates.ts'
import { isLang, type Lang } from './dates/languages.ts'
import { readEvents } from './events/events.ts'
import { builtInGazetteer, type Gazetteer } from './gazetteer/gazetteer.ts'
import { languageOf } from './language/language-of.ts'
import { readMentions } from './mentions/mentions.ts'
import { eventProposal } from './proposals/event-proposal.ts'
import { nameOf } from './proposals/identity.ts'
import { accordNames } from './proposals/parties.ts'
import { dateProposal, figureProposal, mentionProposal } from './proposals/plain-proposals.ts'
import { type ReportSource, spansOf, UNGRADED } from './proposals/report-source.ts'
import { statementLinks } from './proposals/statement-links.ts'
import { statementProposal } from './proposals/statement-proposal.ts'
import { positionProposal, undertakingProposal } from './proposals/talks-proposals.ts'
import { readQuantitiesIn } from './quantities/quantities.ts'
import { type Published, publicationOf } from './report-date.ts'
import { showBidi } from './text/bidi.ts'
import { scan } from './text/tokens.ts'

/** Changes whenever the same text may give other proposals. */
export const READER_VERSION = 'rules-1'

/** A report longer than this is read up to here and says so: nobody reviews a book line by line. */
const LONGEST = 300_000

export type ReportInput = {
  readonly text?: string
  /** Paragraphs where the source has them (HTML, PDF); rules over `text`. */
  readonly paragraphs?: readonly string[]
  /** ISO day or instant. */
  readonly publishedAt?: string
  readonly outlet?: string
  readonly url?: string
  readonly lang?: string
  readonly reportId?: string
}

export type ReadContext = {
  readonly accord?: Accord
  /** The built-in one when absent; `correctedGazetteer` adds an analyst's aliases. */
  readonly gazetteer?: Gazetteer
  /** Grade of the outlet where the desk keeps one; F6 when absent. */
  readonly gradeOf?: (outlet: string) => Grade | undefined
}

/**
 * Reads a report: what is page furniture, when it was published, who says what through whom, what
 * happened, what was promised, where the talks stand, and every date, figure, place and actor: all as
 * proposals on exact spans of the cleaned text. Nothing of it is a record until a person accepts it.
 *
 * Pure and deterministic: no clock, no network; the same input gives the same ids. Linear; texts beyond
 * 300,000 characters are cut with a warning.
 */
export function readReport(input: ReportInput, context: ReadContext = {}): ReadingOfReport {
  const warnings: string[] = []
  const given = input.paragraphs ?? splitParagraphs(input.text ?? '').map(p => p.text)
  const language = languageFor(input, given, warnings)
  const cleaned = cleanParagraphs(given.map(showBidi), language)
  const paragraphs = cleaned.paragraphs.map((p, i) => ({
    text: given[i]!,
    kept: p.kept,
    ...(p.why ? { why: p.why } : {}),
    ...(p.repeats !== undefined ? { repeats: p.repeats } : {}),
  }))
  const text = cut(
    cleaned.paragraphs
      .filter(p => p.kept)
      .map(p => p.cleaned.trim())
      .join('\n'),
    warnings,
  )
  const scanned = scan(text)
  const published = publicationOf(
    scanned,
    language,
    input.publishedAt,
    cleaned.paragraphs.filter(p => p.why === 'boilerplate').map(p => p.text),
  )
  if (published.warning) warnings.push(published.warning)
  const source = sourceOf(input, context, language, published)
  if (!text.trim()) warnings.push('nothing to read: the text is empty or all page furniture')

  const dates = readDatesIn(scanned, { lang: language, publishedAt: published.at })
  const quantities = readQuantitiesIn(scanned, { lang: language, dates })
  const mentions = readMentions(scanned, { lang: language, gazetteer: source.names.gazetteer })
  const statements = readStatements(scanned, { lang: language, gazetteer: source.names.gazetteer })
  const events = readEvents(scanned, { lang: language, mentions, dates, quantities, statements })
  const positions = readPositions(scanned, { lang: language, mentions, statements })
  const exceptions = statements.map(s => claimsException(scanned, s, language))
  const undertakings = readUndertakings(scanned, {
    lang: language,
    statements,
    dates,
    quantities,
    exceptions,
  })

  const links = statements.map((s, i) =>
    statementLinks(s, {
      source,
      mentions,
      claimsException: exceptions[i]!,
      events: events.filter(e => e.statement === i),
      undertaking: undertakings.find(u => u.statement === i),
      position: positions.find(p => p.statement === i),
    }),
  )
  const said = statements.map((s, i) => statementProposal(text, s, links[i]!, source))
  const proposals: Proposal[] = [
    ...reportDate(published),
    ...said,
    ...events.map(e => {
      const statement = e.statement === undefined ? undefined : statements[e.statement]
      return eventProposal(
        text,
        e,
        statement,
        e.statement === undefined ? undefined : links[e.statement]?.party,
        source,
      )
    }),
    ...undertakings.flatMap(u => {
      const party = links[u.statement]?.party
      return party ? [undertakingProposal(text, u, said[u.statement]!.id, party, source)] : []
    }),
    ...positions.map(p =>
      positionProposal(text, p, p.statement === undefined ? undefined : said[p.statement]?.id, source),
    ),
    ...dates.map(d => dateProposal(d, source)),
    ...quantities.map(figureProposal),
    ...[...mentions.places, ...mentions.actors].map(m => mentionProposal(m, source)),
  ]
  return {
    readerVersion: READER_VERSION,
    language,
    ...(published.at ? { publishedAt: published.at } : {}),
    publishedHow: published.how,
    text,
    paragraphs,
    proposals: inReadingOrder(proposals),
    warnings,
  }
}

function languageFor(input: ReportInput, paragraphs: readonly string[], warnings: string[]): Lang {
  const asked = input.lang?.toLowerCase().slice(0, 2)
  if (asked && isLang(asked)) return asked
  if (asked) warnings.push(`language '${input.lang}' is not read; expected ar, en, ru, tr or fr`)
  const found = languageOf(paragraphs.slice(0, 40).join('\n'))
  if (found && found !== 'other') return found
  if (found === 'other')
    warnings.push(
      'the text is in none of the languages read (ar, en, ru, tr, fr): it was read as English, expect little',
    )
  return 'en'
}

function cut(text: string, warnings: string[]): string {
  if (text.length <= LONGEST) return text
  warnings.push(`the report has ${text.length} characters; only the first ${LONGEST} were read`)
  const end = text.lastIndexOf('\n', LONGEST)
  return text.slice(0, end > LONGEST / 2 ? end : LONGEST)
}

function sourceOf(input: ReportInput, context: ReadContext, lang: Lang, published: Published): ReportSource {
  const { accord } = context
  const tz = accord?.tz ?? 'UTC'
  return {
    lang,
    tz,
    ...(accord ? { accord } : {}),
    names: accordNames(accord, context.gazetteer ?? builtInGazetteer()),
    ...(input.outlet ? { outlet: input.outlet } : {}),
    ...(input.url ? { url: input.url } : {}),
    ...(input.reportId ? { reportId: input.reportId } : {}),
    ...(published.at ? { publishedAt: published.at } : {}),
    datedness:
      published.how === 'given'
        ? 1
        : published.how === 'stated-in-text'
          ? 0.95
          : published.how === 'inferred'
            ? 0.6
            : 0.5,
    grade: (input.outlet ? context.gradeOf?.(input.outlet) : undefined) ?? UNGRADED,
    ...spansOf(accord, published.at, tz),
  }
}

function reportDate(published: Published): Proposal[] {
  const { found, at, how } = published
  if (!found || !at || how === 'given' || how === 'unknown') return []
  return [
    {
      id: nameOf('report-date', found.start, at),
      kind: 'report-date',
      span: { start: found.start, end: found.end },
      surface: found.surface,
      confidence: how === 'stated-in-text' ? 0.85 : 0.4,
      reason:
        how === 'stated-in-text'
          ? 'a date line of the report'
          : 'the latest day the text names: published then or later',
      by: 'rules',
      draft: { kind: 'report-date', publishedAt: at, how },
    },
  ]
}

const RANK: Readonly<Record<Proposal['kind'], number>> = {
  'report-date': 0,
  statement: 1,
  event: 2,
  undertaking: 3,
  position: 4,
  date: 5,
  figure: 6,
  mention: 7,
}

/** By place in the text, what decides more first; equal ids (the same thing read twice) once. */
function inReadingOrder(proposals: readonly Proposal[]): readonly Proposal[] {
  const seen = new Set<string>()
  return [...proposals]
    .sort((a, b) => a.span.start - b.span.start || RANK[a.kind] - RANK[b.kind] || a.span.end - b.span.end)
    .filter(p => !seen.has(p.id) && seen.add(p.id))
}
