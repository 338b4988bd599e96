import { type DateFound, readDatesIn } from './dates/dates.ts'
import type { Lang } from './dates/languages.ts'
import { dateOfPage } from './dates/published.ts'
import { paragraphsOf } from './text/sentences.ts'
import type { Scan } from './text/tokens.ts'

/** When a report was published, and how we know. */
export type Published = {
  readonly at?: string
  readonly how: 'given' | 'stated-in-text' | 'inferred' | 'unknown'
  /** The words it was taken from. */
  readonly found?: DateFound
  readonly warning?: string
}

/** A date line has no more words than this. */
const DATE_LINE_WORDS = 14
/** A date line stands among so many paragraphs at the head, or at the foot. */
const HEAD = 4
const FOOT = 2

/**
 * The publication day: as given; of a dated line among the page's furniture (`page`); else of a short line at head or foot that holds a full date; else the
 * latest full date the text states, marked inferred; else unknown. "Now" never fills the hole.
 */
export function publicationOf(
  scanned: Scan,
  lang: Lang,
  given: string | undefined,
  page: readonly string[] = [],
): Published {
  if (given !== undefined) return { at: given, how: 'given' }
  // "Published: 28 November 2018" is page furniture: it is not in the text read, but it tells the day.
  const line = dateOfPage(
    page.map(text => ({ text, start: 0 })),
    lang,
  )
  if (line) return { at: line.publishedAt.slice(0, 10), how: 'stated-in-text' }
  const stated = readDatesIn(scanned, { lang }).filter(
    d => d.basis === 'stated' && d.iso !== null && FULL_DAY.test(d.iso),
  )
  if (!stated.length)
    return {
      how: 'unknown',
      warning: 'publication date unknown: relative dates have no value; give the date to have them read',
    }
  const paragraphs = paragraphsOf(scanned)
  const lines = [...paragraphs.slice(0, HEAD), ...paragraphs.slice(-FOOT)].filter(
    p => p.to - p.from <= DATE_LINE_WORDS + 6,
  )
  for (const line of lines) {
    const words = scanned.tokens.slice(line.from, line.to).filter(t => t.kind === 'word').length
    const found =
      words <= DATE_LINE_WORDS ? stated.find(d => d.start >= line.start && d.end <= line.end) : undefined
    if (found && found.role !== 'deadline')
      return { at: found.iso!.slice(0, 10), how: 'stated-in-text', found }
  }
  const past = stated.filter(d => d.role !== 'deadline' && !d.forward)
  if (!past.length)
    return {
      how: 'unknown',
      warning: 'publication date unknown: relative dates have no value; give the date to have them read',
    }
  const latest = past.reduce((a, b) => (b.iso! > a.iso! ? b : a))
  return {
    at: latest.iso!.slice(0, 10),
    how: 'inferred',
    found: latest,
    warning: `publication date inferred from the latest day named, ${latest.iso!.slice(0, 10)} ("${latest.surface}"): check it before accepting relative dates`,
  }
}

const FULL_DAY = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}Z?)?$/
