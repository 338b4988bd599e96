import { whenOf } from '../../core/time/civil.ts'
import type { When } from '../../core/time/when.ts'

/** How a column writes its dates: year first, day first, month first. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

const DIGITS = /[٠-٩۰-۹]/g
const western = (text: string) =>
  text.replace(DIGITS, d => String(d.charCodeAt(0) - (d >= '۰' ? 0x6f0 : 0x660)))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The orders under which every one of the cells is a possible date; several = the column is ambiguous
 * and a person must say ("03/04/2018").
 */
export function possibleOrders(cells: readonly string[]): readonly DateOrder[] {
  return (['ymd', 'dmy', 'mdy'] as const).filter(order => cells.every(c => isoOf(c, order) !== undefined))
}

/** 'YYYY-MM-DD' or 'YYYY-MM-DDThh:mm[:ss][zone]' of a cell, undefined when it is no date in this order. */
export function isoOf(cell: string, order: DateOrder): string | undefined {
  const text = western(cell).trim()
  const iso =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      text,
    )
  if (iso) return order === 'ymd' ? built(iso[1]!, iso[2]!, iso[3]!, iso) : undefined
  const named = /^(\d{1,2})[ \-./]([A-Za-z]{3,9})[ \-./,]+(\d{4})$/.exec(text)
  if (named) {
    const month = MONTHS.indexOf(named[2]!.slice(0, 3).toLowerCase()) + 1
    return month ? built(named[3]!, String(month), named[1]!) : undefined
  }
  const parts =
    /^(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})$/.exec(text) ?? /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text)
  if (!parts) return undefined
  const [a, b, c] = [parts[1]!, parts[2]!, parts[3]!]
  if (order === 'ymd') return a.length === 4 ? built(a, b, c) : undefined
  if (c.length !== 4) return undefined
  return order === 'dmy' ? built(c, b, a) : built(c, a, b)
}

function built(year: string, month: string, day: string, clock?: RegExpExecArray): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!whenOf(date, 'UTC').ok) return undefined
  if (clock?.[4] === undefined) return date
  const zone = clock[7]?.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2') ?? ''
  const time = `${date}T${clock[4].padStart(2, '0')}:${clock[5]}${clock[6] ? `:${clock[6]}` : zone ? ':00' : ''}${zone}`
  return whenOf(time, 'UTC').ok ? time : undefined
}

/** The interval a cell names in `tz`, or what is wrong. Years outside 1970–2100 are faults of the file, not history. */
export function whenOfCell(
  cell: string,
  order: DateOrder,
  tz: string,
): { readonly when: When } | { readonly reason: string } {
  const iso = isoOf(cell, order)
  if (!iso) return { reason: cell.trim() === '' ? 'there is no date' : 'is no date' }
  const year = Number(iso.slice(0, 4))
  if (year < 1970 || year > 2100) return { reason: `the year ${year} is outside 1970–2100` }
  const r = whenOf(iso, tz)
  return r.ok ? { when: r.value } : { reason: 'is no such day' }
}
