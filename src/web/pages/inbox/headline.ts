import type { Report } from '../../../core/report/report.ts'

/** Words of a text that has no title which stand for one. */
const WORDS = 14

/** What a report is called in lists: its title, else its first words; a file name says little. */
export function headlineOf(report: Pick<Report, 'title' | 'name'>, text: string): string {
  if (report.title) return report.title
  // A first line that is short enough is the headline the outlet gave it.
  const line = text.trim().split('\n')[0] ?? ''
  const words = line.split(/\s+/).filter(Boolean)
  if (!words.length) return report.name ?? '—'
  if (words.length <= WORDS) return words.join(' ')
  return `${words
    .slice(0, WORDS)
    .join(' ')
    .replace(/[.،,:;؛…]+$/, '')}…`
}

/** The excerpt without the words that already stand as the headline above it. */
export function restOf(headline: string, excerpt: string): string {
  const head = headline.replace(/…$/, '')
  const flat = excerpt.trim().replace(/\s+/g, ' ')
  return flat.startsWith(head) ? flat.slice(head.length).replace(/^[.،,:;؛…\s]+/, '') : flat
}
