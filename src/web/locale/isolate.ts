import type { Locale } from '../../core/words.ts'

/**
 * Latin words, codes, numbers with separators, and sums of them ("6.6 km ≤ 10 km", "15-20 km"): they must
 * stay whole, and in their own order, inside Arabic.
 */
const TOKEN = '[A-Za-zÀ-ſ0-9٠-٩](?:[\\wÀ-ſ٠-٩.,:/°%+–٫-]*[\\wÀ-ſ٠-٩%°])?'
const FOREIGN_TO_ARABIC = new RegExp(`${TOKEN}(?: (?:[≤≥<>=×+–-] )?${TOKEN})*`, 'g')
const FOREIGN_TO_LATIN = /[\u0600-\u06ff](?:[\u0600-\u06ff\s«»]*[\u0600-\u06ff])?/g

/** A stretch of a sentence; `foreign` ones are to be isolated from the direction around them. */
export type Stretch = { readonly text: string; readonly at: number; readonly foreign: boolean }

/**
 * Cuts a sentence where a foreign stretch begins or ends: codes, ranges, addresses and Latin names inside
 * Arabic, Arabic names inside English. Plain numbers need no help and get none.
 */
export function stretchesOf(text: string, language: Locale): readonly Stretch[] {
  const stretches: Stretch[] = []
  let done = 0
  for (const m of text.matchAll(language === 'ar' ? FOREIGN_TO_ARABIC : FOREIGN_TO_LATIN)) {
    if (/^[\d٠-٩]+$/.test(m[0])) continue
    if (m.index > done) stretches.push({ text: text.slice(done, m.index), at: done, foreign: false })
    stretches.push({ text: m[0], at: m.index, foreign: true })
    done = m.index + m[0].length
  }
  if (done < text.length) stretches.push({ text: text.slice(done), at: done, foreign: false })
  return stretches
}
