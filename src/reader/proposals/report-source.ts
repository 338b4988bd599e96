import type { Accord } from '../../core/accord/model.ts'
import type { Grade, Provenance } from '../../core/evidence/record.ts'
import type { Relay } from '../../core/statement/statement.ts'
import { foldedText } from '../../core/text/fold.ts'
import type { When } from '../../core/time/when.ts'
import type { Gazetteer, Step } from '../gazetteer/gazetteer.ts'
import type { AccordNames } from './parties.ts'
import { whenOfDate } from './when-of-date.ts'

/** What every proposal of one report shares. */
export type ReportSource = {
  readonly lang: string
  readonly tz: string
  readonly accord?: Accord
  readonly names: AccordNames
  readonly outlet?: string
  readonly url?: string
  readonly reportId?: string
  readonly publishedAt?: string
  /** 0..1: less sure when the publication day was not given. */
  readonly datedness: number
  readonly grade: Grade
  /** Publication day; when unknown, from the accord's first text on, with an open end. */
  readonly published: When
  /** From the accord's first text to the end of the publication day: when an undated event may have been. */
  readonly sofar: When
}

/** F6: no basis to judge, which is not "worst". */
export const UNGRADED: Grade = { reliability: 'F', credibility: 6 }

/** End of 2199: an open end is written as a date nobody will take for one. */
const OPEN_END = 7_258_118_399

/** The publication day as an interval, and the stretch in which something undated may have happened. */
export function spansOf(
  accord: Accord | undefined,
  publishedAt: string | undefined,
  tz: string,
): { published: When; sofar: When } {
  const day = publishedAt === undefined ? undefined : whenOfDate(publishedAt, tz)
  const firsts = (accord?.documents ?? [])
    .flatMap(d => [d.signed, ...d.starts.map(s => s.at)])
    .filter(t => t !== undefined)
    .map(t => whenOfDate(t, tz)?.lo)
    .filter(t => t !== undefined)
  // Without an accord: the year before publication. A report tells of its own time unless it names another.
  const from = firsts.length ? Math.min(...firsts) : (day?.hi ?? OPEN_END) - 366 * 86_400
  const lo = day ? Math.min(from, day.lo) : from
  return { published: day ?? { lo, hi: OPEN_END }, sofar: { lo, hi: day?.hi ?? OPEN_END } }
}

export function provenanceOf(
  source: ReportSource,
  span: { readonly start: number; readonly end: number },
): Provenance {
  return {
    ...(source.reportId ? { reportId: source.reportId } : {}),
    span: { start: span.start, end: span.end },
    ...(source.outlet ? { outlet: source.outlet } : {}),
    ...(source.url ? { url: source.url } : {}),
    language: source.lang,
  }
}

/** Originator's nearest carrier first, the outlet we read last. */
export function chainOf(via: readonly string[], source: ReportSource): readonly Relay[] {
  const chain = [...via].reverse()
  if (source.outlet && !chain.some(c => foldedText(c) === foldedText(source.outlet!)))
    chain.push(source.outlet)
  return chain.map((name, i) =>
    i === chain.length - 1 && name === source.outlet ? { name, language: source.lang } : { name },
  )
}

/**
 * Where the words began: the carrier nearest to the speaker (so that all copies of an agency share a
 * root), else the speaker who is named or an office, else the outlet. Folded, or the gazetteer's id.
 */
export function rootOf(
  voice:
    | { readonly speaker: string | null; readonly named: string; readonly via: readonly string[] }
    | undefined,
  source: ReportSource,
): string {
  const carrier = voice?.via.at(-1)
  if (carrier) return keyOf(carrier, source)
  if (voice?.speaker && (voice.named === 'named' || voice.named === 'office_only'))
    return keyOf(voice.speaker, source)
  return keyOf(source.outlet ?? 'this-report', source)
}

/** The id of an outlet or party the words name, else their folded letters. */
export function keyOf(words: string, source: ReportSource): string {
  const folded = foldedText(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const bare = folded.replace(/^(وكاله|قناه|صحيفه|موقع|agency|agence|агентство|the) /, '').split(' ')
  return actorIdOf(bare, source.names.gazetteer)?.replace(/^party:/, '') ?? folded.replaceAll(' ', '-')
}

/** The id of the actor whose whole name the words are. */
function actorIdOf(words: readonly string[], gazetteer: Gazetteer): string | undefined {
  for (const root of gazetteer.roots) {
    let step: Step | undefined = root
    for (const word of words) step = step?.next?.get(word)
    const found = step?.names?.find(n => n.entry.kind === 'actor')
    if (found) return found.entry.id
  }
  return undefined
}
