import { readDates } from '../../src/reader/dates/dates.ts'
import { readQuantities } from '../../src/reader/quantities/quantities.ts'
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

type ExpectedQuantity = {
  span: string
  start: number
  value: number | readonly number[] | null
  unit: string
  bound?: string
  per?: string
  part_of?: string
  vague?: string
  mode?: string
}

function quantityItem(q: Omit<ExpectedQuantity, 'span'> & { end: number; surface: string }): Item {
  const value = [JSON.stringify(q.value), q.unit, q.bound, q.per, q.part_of, q.vague, q.mode]
    .map(x => x ?? '')
    .join(' ')
  return {
    exact: `${q.start}-${q.end} ${value}`,
    value,
    span: [q.start, q.end],
    shown: `«${q.surface}» ${value.trim()}`,
  }
}

/** Quantities expected and found in a case. */
export function quantityItems(c: Case): { expected: readonly Item[]; found: readonly Item[] } {
  const expected = (c.expected.quantities as ExpectedQuantity[]).map(q =>
    quantityItem({ ...q, end: q.start + q.span.length, surface: q.span }),
  )
  return { expected, found: readQuantities(c.text!, { lang: c.lang }).map(quantityItem) }
}
