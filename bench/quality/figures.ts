import { readDates } from '../../src/reader/dates/dates.ts'
import type { Case } from './case.ts'
import type { Item } from './score.ts'

type ExpectedDate = {
  span: string
  start: number
  iso: string | null
  granularity: string
  role?: string
  part?: string
  tz?: string
  calendar?: string
}

function dateItem(d: Omit<ExpectedDate, 'span'> & { end: number; surface: string }): Item {
  // An open interval with the same end is the same limit.
  const iso = d.role === 'deadline' ? d.iso?.replace(/^\.\.\//, '') : d.iso
  const value = [iso, d.granularity, d.role ?? '', d.part ?? '', d.tz ?? '', d.calendar ?? ''].join(' ')
  return {
    exact: `${d.start}-${d.end} ${value}`,
    value,
    span: [d.start, d.end],
    shown: `«${d.surface}» ${value.trim()}`,
  }
}

/** Dates expected and found in a case. A named IANA zone is not part of the form. */
export function dateItems(c: Case): { expected: readonly Item[]; found: readonly Item[] } {
  const expected = (c.expected.dates as ExpectedDate[]).map(d =>
    dateItem({ ...d, end: d.start + d.span.length, surface: d.span }),
  )
  const found = readDates(c.text!, { lang: c.lang, publishedAt: c.published_at }).map(d => {
    const { tz, ...rest } = d
    return dateItem({ ...rest, ...(tz === 'local' ? { tz } : {}) })
  })
  return { expected, found }
}

export const quantityItems = (_: Case): { expected: readonly Item[]; found: readonly Item[] } => ({
  expected: [],
  found: [],
})
