import { foldedText } from '../../core/text/fold.ts'
import { splitParagraphs } from '../clean/paragraphs.ts'
import { scan } from '../text/tokens.ts'
import { type DateFound, readDates } from './dates.ts'
import type { Lang } from './languages.ts'

/** When a report was published, as its own text tells. */
export type Published = {
  /** YYYY-MM-DD, or a minute when the line names one. */
  readonly publishedAt: string
  /**
   * 'stated-in-text': a line of the page says so. 'inferred': the latest day the report tells of as
   * past; the report is no older than that, and may be younger.
   */
  readonly how: 'stated-in-text' | 'inferred'
  /** The words it was read from; UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
}

/** Labels of a date line, folded, best first: published before updated. */
const LABELS: readonly (readonly string[])[] = [
  [
    'نشر في',
    'نشر بتاريخ',
    'تاريخ النشر',
    'نشر',
    'نشرت في',
    'published',
    'published on',
    'first published',
    'posted',
    'posted on',
    'опубликовано',
    'дата публикации',
    'yayinlanma',
    'yayinlanma tarihi',
    'yayin tarihi',
    'giris',
    'giris tarihi',
    'publie le',
    'publie',
    'date',
    'التاريخ',
    'дата',
    'tarih',
  ],
  [
    'اخر تحديث',
    'تم التحديث',
    'اخر تعديل',
    'حدث في',
    'updated',
    'last updated',
    'last modified',
    'обновлено',
    'guncelleme',
    'guncellenme',
    'son guncelleme',
    'mis a jour',
    'mis a jour le',
    'derniere mise a jour',
    'modifie le',
  ],
]

/** Lines longer than this are prose. */
const LONGEST_DATE_LINE = 90
/** How many words an agency's dateline takes: "DAMASCUS, 28 Nov 2018 (…) -". */
const DATELINE_WORDS = 14

/**
 * Infers when a report was published: from a labelled line, a line that is only a date, an agency's
 * dateline, or else from the latest day it tells of. Undefined when it names no full date. Never the
 * reader's own clock.
 */
export function inferPublished(text: string, lang: Lang): Published | undefined {
  return dateOfPage(splitParagraphs(text), lang) ?? latestTold(text, lang)
}

/** The date a page's own lines state: a label, a line that is only a date, an agency's dateline. */
export function dateOfPage(paragraphs: readonly Line[], lang: Lang): Published | undefined {
  return (
    labelled(paragraphs, lang) ??
    edgeLine(paragraphs, lang) ??
    dateline(paragraphs[0], lang) ??
    dateline(paragraphs[1], lang)
  )
}

/** A line of a page and where it begins. */
export type Line = { readonly text: string; readonly start: number }

const fullDate = (d: DateFound): boolean =>
  d.basis === 'stated' && d.iso !== null && (d.granularity === 'day' || d.granularity === 'minute')

const stated = (line: Line, d: DateFound): Published => ({
  publishedAt: d.iso!,
  how: 'stated-in-text',
  start: line.start + d.start,
  end: line.start + d.end,
})

function labelled(lines: readonly Line[], lang: Lang): Published | undefined {
  for (const labels of LABELS)
    for (const line of lines) {
      if (line.text.length > LONGEST_DATE_LINE) continue
      const head = wordsOf(line.text)
      if (!labels.some(l => head === l || head.startsWith(`${l} `))) continue
      const date = readDates(line.text, { lang }).find(fullDate)
      if (date) return stated(line, date)
    }
  return undefined
}

const wordsOf = (text: string): string =>
  foldedText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A line among the first five or last two that is hardly more than a date. */
function edgeLine(lines: readonly Line[], lang: Lang): Published | undefined {
  const edges = [...lines.slice(0, 5), ...lines.slice(Math.max(5, lines.length - 2))]
  for (const line of edges) {
    if (line.text.length > LONGEST_DATE_LINE) continue
    const date = readDates(line.text, { lang }).find(fullDate)
    if (!date) continue
    const rest = wordsOf(line.text.slice(0, date.start) + line.text.slice(date.end))
    if (rest.split(' ').filter(w => /\p{L}/u.test(w)).length <= 3) return stated(line, date)
  }
  return undefined
}

/** "دمشق، 28 نوفمبر 2018 (سهيل) -": a date in the first words, before a bracket or a dash. */
function dateline(line: Line | undefined, lang: Lang): Published | undefined {
  if (!line) return undefined
  const { tokens } = scan(line.text.slice(0, 200))
  const close = tokens
    .slice(0, DATELINE_WORDS)
    .findIndex((t, i) => i > 1 && (t.text === '-' || t.text === '(') && t.spaced)
  if (close < 0) return undefined
  const head = line.text.slice(0, tokens[close]!.start)
  const date = readDates(head, { lang }).find(fullDate)
  return date && stated(line, date)
}

/** The latest full date the text tells of as past. */
function latestTold(text: string, lang: Lang): Published | undefined {
  let best: DateFound | undefined
  for (const d of readDates(text, { lang })) {
    if (!fullDate(d) || d.forward || d.role) continue
    if (!best || d.iso!.slice(0, 10) > best.iso!.slice(0, 10)) best = d
  }
  return best && { publishedAt: best.iso!.slice(0, 10), how: 'inferred', start: best.start, end: best.end }
}
