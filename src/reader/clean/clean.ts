import type { Lang } from '../dates/languages.ts'
import { sentencesOf } from '../text/sentences.ts'
import { scan } from '../text/tokens.ts'
import { isFurniture } from './furniture.ts'
import { paragraphKey } from './paragraphs.ts'

/** One paragraph after cleaning; what was removed stays, with why. */
export type CleanedParagraph = {
  /** The paragraph as given. */
  readonly text: string
  /** Its text with sentences it repeats left out; the same as `text` when it repeats none. */
  readonly cleaned: string
  readonly kept: boolean
  readonly why?: 'boilerplate' | 'repeat' | 'empty'
  /** Index of the earlier paragraph it repeats. */
  readonly repeats?: number
}

export type Cleaned = {
  readonly paragraphs: readonly CleanedParagraph[]
  /** Sentences left out because their own paragraph had them already. */
  readonly sentencesRemoved: number
}

/** A bullet with at most so many words is a tag or a menu entry when it stands on the page twice. */
const TAG_WORDS = 5

/**
 * Keeps what a report says and removes page furniture and paragraphs that stand in it twice. Copies
 * are compared after folding and without marks, so "توقّف القصفُ" repeats "توقف القصف". Linear.
 */
export function cleanParagraphs(paragraphs: readonly string[], lang: Lang): Cleaned {
  const keys = paragraphs.map(paragraphKey)
  const menu = menuLines(paragraphs, keys)
  const first = new Map<string, number>()
  const heads = prefixes(paragraphs, keys)
  let sentencesRemoved = 0
  const cleaned = paragraphs.map((text, i): CleanedParagraph => {
    const key = keys[i]!
    if (!text.trim()) return { text, cleaned: text, kept: false, why: 'empty' }
    if (menu.has(i) || isFurniture(text.trim(), lang))
      return { text, cleaned: text, kept: false, why: 'boilerplate' }
    const earlier = first.get(key) ?? teaserOf(text, key, i, keys, heads)
    if (earlier !== undefined) return { text, cleaned: text, kept: false, why: 'repeat', repeats: earlier }
    first.set(key, i)
    const once = withoutRepeats(text)
    sentencesRemoved += once.removed
    return { text, cleaned: once.text, kept: true }
  })
  return { paragraphs: cleaned, sentencesRemoved }
}

const BULLET = /^\s*(?:[-–—•·*▪●◦►»›+]|\d{1,2}[.)])\s+/u
const ENDS_SENTENCE = /[.!?؟…:؛»”"]\s*$/u

/**
 * Tags and menus: short bullets or runs of short lines without an end mark that stand on the page more
 * than once. All their copies go, the first as well: it is no part of the report.
 */
function menuLines(paragraphs: readonly string[], keys: readonly string[]): ReadonlySet<number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const tag = paragraphs.map((text, i) => {
    const words = keys[i] === '' ? 0 : keys[i]!.split(' ', TAG_WORDS + 1).length
    const bullet = BULLET.test(text)
    return words > 0 && words <= (bullet ? TAG_WORDS : 3) && !ENDS_SENTENCE.test(text)
      ? bullet
        ? 'bullet'
        : 'line'
      : undefined
  })
  const menu = new Set<number>()
  paragraphs.forEach((_, i) => {
    if (!tag[i] || counts.get(keys[i]!)! < 2) return
    if (tag[i] === 'bullet' || tag[i - 1] || tag[i + 1]) menu.add(i)
  })
  return menu
}

/** First words of each paragraph to its index, so that a cut-off teaser finds the paragraph it was cut from. */
function prefixes(
  paragraphs: readonly string[],
  keys: readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>()
  paragraphs.forEach((text, i) => {
    if (ELLIPSIS.test(text)) return
    const head = headOf(keys[i]!)
    if (!head) return
    const list = starts.get(head) ?? []
    if (list.length < 8) list.push(i)
    starts.set(head, list)
  })
  return starts
}

const ELLIPSIS = /(?:\.\.\.|…)\s*$/
const HEAD_WORDS = 5

function headOf(key: string): string | undefined {
  const words = key.split(' ', HEAD_WORDS)
  return words.length < HEAD_WORDS ? undefined : words.join(' ')
}

/** The paragraph of which this one is the beginning, cut off with "…". */
function teaserOf(
  text: string,
  key: string,
  at: number,
  keys: readonly string[],
  heads: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  const head = ELLIPSIS.test(text) ? headOf(key) : undefined
  return head === undefined ? undefined : heads.get(head)?.find(i => i !== at && keys[i]!.startsWith(key))
}

/** A paragraph with each of its sentences once. Very short ones ("لا.") may well be said twice. */
function withoutRepeats(text: string): { text: string; removed: number } {
  // Most paragraphs repeat nothing: the plain pieces tell that without a look at each word.
  const pieces = text.split(/[.!?؟]+\s+/u).map(p => p.replace(/[.!?؟\s]+$/u, ''))
  if (new Set(pieces).size === pieces.length) return { text, removed: 0 }
  const sentences = sentencesOf(scan(text))
  if (sentences.length < 2) return { text, removed: 0 }
  const seen = new Set<string>()
  const kept: string[] = []
  let removed = 0
  let at = 0
  for (const s of sentences) {
    const key = paragraphKey(text.slice(s.start, s.end))
    const again = key.split(' ').length >= 3 && seen.has(key)
    seen.add(key)
    if (again) {
      kept.push(text.slice(at, s.start))
      removed++
    } else kept.push(text.slice(at, s.end))
    at = s.end
  }
  return removed === 0
    ? { text, removed }
    : { text: (kept.join('') + text.slice(at)).replace(/ {2,}/g, ' ').trim(), removed }
}
