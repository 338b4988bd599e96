import { SETTINGS } from '../detect/settings.ts'
import type { DailySeries } from './daily-series.ts'
import { finding, type SeriesFinding } from './finding.ts'

/** A series that a detector can take, and what was wrong or odd about it. */
export type CleanSeries = { readonly series: DailySeries; readonly findings: readonly SeriesFinding[] }

/**
 * Makes any list of numbers safe to watch: negative and non-numeric counts become "not known", and
 * gaps, fractions, silence and shortness are said. Nothing is guessed or filled in.
 */
export function cleanSeries(series: DailySeries): CleanSeries {
  const findings: SeriesFinding[] = []
  const first = series.firstDay
  const counts = series.counts.map((count, i) => {
    if (count >= 0 && count < Infinity) return count
    if (count < 0) findings.push(finding('negative', { from: first + i, to: first + i, value: count }))
    else if (!Number.isNaN(count)) findings.push(finding('not-a-number', { from: first + i, to: first + i }))
    return Number.NaN
  })
  findings.push(...gapsOf(first, counts))
  const fractions = counts.flatMap((c, i) => (c % 1 > 0 ? [i] : []))
  if (fractions.length)
    findings.push(
      finding('fraction', {
        from: first + fractions[0]!,
        to: first + fractions.at(-1)!,
        value: fractions.length,
      }),
    )
  const known = counts.filter(c => c >= 0)
  if (known.length && known.every(c => c === 0))
    findings.push(finding('all-zero', { from: first, to: first + counts.length - 1 }))
  const least = SETTINGS.learnDays + SETTINGS.window
  if (known.length <= least)
    findings.push(finding('too-short', { from: first, to: first + least, value: known.length }))
  return { series: { ...series, counts }, findings }
}

function gapsOf(first: number, counts: readonly number[]): SeriesFinding[] {
  const out: SeriesFinding[] = []
  let start: number | undefined
  for (let i = 0; i <= counts.length; i++) {
    const gap = i < counts.length && Number.isNaN(counts[i]!)
    if (gap) start ??= i
    else if (start !== undefined) {
      out.push(finding('gap', { from: first + start, to: first + i - 1 }))
      start = undefined
    }
  }
  return out
}
