import type { Accord } from '../../core/accord/model.ts'
import type { EventType } from '../../core/event/types.ts'
import type { Claim, Figure, Grade } from '../../core/evidence/record.ts'
import type { Place } from '../../core/place/place.ts'
import { whenOfCell } from './date-cell.ts'
import { type EventMapping, partyOf, typesOf } from './event-mapping.ts'
import type { ImportCount, Reject, TableRow } from './reject.ts'

export type ClaimsContext = {
  readonly accord: Pick<Accord, 'parties' | 'tz'>
  /** [west, south, east, north] of the accord's area: catches latitude and longitude swapped. */
  readonly box?: readonly [number, number, number, number]
  /** Name of the data set: the source where a row names none, and the first part of every id. */
  readonly origin: string
  /** Type words of this data set, beside Hudna's own. */
  readonly types: Readonly<Record<string, readonly EventType[]>>
  /** Metres for a precision cell; undefined = the place is unknown, however exact its dot looks. */
  readonly radiusOf: (precision: string) => number | undefined
  readonly grade: Grade
  /** Seconds UTC. */
  readonly received: number
  readonly rowType?: EventType
}

export type ClaimsOfRows = {
  readonly claims: readonly Claim[]
  readonly rejected: readonly Reject[]
  /** Kept all the same, with something its owner should know. */
  readonly notes: readonly Reject[]
  readonly count: ImportCount
  /** Actor names that are no party of the accord: kept in the summary, not judged. */
  readonly strangers: Readonly<Record<string, number>>
}

/**
 * Turns mapped rows into claims, one a row. A row with a fault is rejected with its reason and the rest
 * kept; nothing is filled in: no date means no claim, no coordinates means an unknown place.
 */
export function claimsOfRows(
  rows: readonly TableRow[],
  mapping: EventMapping,
  context: ClaimsContext,
): ClaimsOfRows {
  const claims: Claim[] = []
  const rejected: Reject[] = []
  const notes: Reject[] = []
  const strangers: Record<string, number> = {}
  const seen = new Map<string, number>()
  const look = lookUps(mapping, context)
  const swapped = mostlySwapped(rows, mapping, context.box)
  for (const row of rows) {
    const made = claimOf(row, mapping, context, { strangers, notes, look, swapped })
    if ('reason' in made) {
      rejected.push(made)
      continue
    }
    const before = seen.get(made.id)
    if (before !== undefined) {
      rejected.push({
        row: row.number,
        column: mapping.id ?? '',
        value: mapping.id ? (row.cells[mapping.id] ?? '') : '',
        reason: `the same as row ${before}`,
        expected: 'each id, or each row, once',
      })
      continue
    }
    seen.set(made.id, row.number)
    claims.push(made)
  }
  return {
    claims,
    rejected,
    notes,
    count: { read: rows.length, kept: claims.length, rejected: rejected.length },
    strangers,
  }
}

function claimOf(
  row: TableRow,
  m: EventMapping,
  c: ClaimsContext,
  out: {
    readonly strangers: Record<string, number>
    readonly notes: Reject[]
    readonly look: LookUps
    readonly swapped: boolean
  },
): Claim | Reject {
  const { look } = out
  const cell = (column: string | undefined) => (column ? (row.cells[column] ?? '') : '')
  const wrong = (column: string | undefined, reason: string, expected: string): Reject => ({
    row: row.number,
    column: column ?? '',
    value: cell(column),
    reason,
    expected,
  })

  const dateWords = m.dateOrder === 'ymd' ? '2018-11-28' : m.dateOrder === 'dmy' ? '28/11/2018' : '11/28/2018'
  const start = look.when(cell(m.date))
  if ('reason' in start) return wrong(m.date, start.reason, dateWords)
  let when = start.when
  if (m.dateEnd && cell(m.dateEnd) !== '') {
    const end = look.when(cell(m.dateEnd))
    if ('reason' in end) return wrong(m.dateEnd, end.reason, dateWords)
    if (end.when.hi < when.lo)
      return wrong(m.dateEnd, 'the end lies before the start', `a day on or after ${cell(m.date)}`)
    when = { lo: when.lo, hi: end.when.hi }
  }

  const place = placeOf(row, m, c, out)
  if ('reason' in place) return place

  const typeCell = cell(m.subtype).split(':')[0]!.trim() || cell(m.type)
  const types = look.types(typeCell) ?? look.types(cell(m.type)) ?? (c.rowType ? [c.rowType] : undefined)
  if (!types)
    return wrong(
      m.subtype ?? m.type,
      'the type is not known',
      'a type of docs/accord-format.md, or one of the data set’s own',
    )

  const figures = figuresOf(row, m)
  if ('reason' in figures) return figures
  if (figures.note) out.notes.push(figures.note)

  const party = (column: string | undefined) => {
    const names = cell(column)
      .split(';')
      .map(n => n.trim())
      .filter(Boolean)
    for (const n of names) if (!look.party(n)) out.strangers[n] = (out.strangers[n] ?? 0) + 1
    return names.flatMap(n => look.party(n) ?? [])
  }
  const actors = party(m.actor)
  const [target] = party(m.target)
  const source = cell(m.source) || c.origin
  const id = `${c.origin}:${m.id && cell(m.id) ? cell(m.id) : fingerprint(row)}`
  const words = [
    cell(m.subtype) || cell(m.type),
    cell(m.actor),
    cell(m.target) && `→ ${cell(m.target)}`,
    cell(m.place),
  ]
    .filter(Boolean)
    .join(' · ')
  return {
    kind: 'claim',
    id,
    event: id,
    types,
    ...(actors.length && { actor: actors.length === 1 ? actors[0]! : actors }),
    ...(target && { target }),
    when,
    place: place.place,
    source,
    root: source,
    grade: c.grade,
    stance: 'asserts',
    received: c.received,
    ...(figures.figures.length && { figures: figures.figures }),
    summary: { en: words, ar: words },
    provenance: { outlet: source, ...(cell(m.url) && { url: cell(m.url) }) },
  }
}

/** What a column's cells say over and over (a day, a kind, a party) is worked out once. */
type LookUps = {
  readonly when: (cell: string) => ReturnType<typeof whenOfCell>
  readonly types: (cell: string) => ReturnType<typeof typesOf>
  readonly party: (cell: string) => string | undefined
}

function lookUps(m: EventMapping, c: ClaimsContext): LookUps {
  return {
    when: once(cell => whenOfCell(cell, m.dateOrder, c.accord.tz)),
    types: once(cell => typesOf(cell, c.types)),
    party: once(cell => partyOf(cell, c.accord)),
  }
}

function once<V>(work: (cell: string) => V): (cell: string) => V {
  const known = new Map<string, V>()
  return cell => {
    if (known.has(cell)) return known.get(cell)!
    const value = work(cell)
    known.set(cell, value)
    return value
  }
}

/** Outside the accord's area, and inside the other way round. */
const otherWayRound = (box: ClaimsContext['box'], lon: number, lat: number): boolean => {
  const within = (x: number, y: number) => !box || (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])
  return !within(lon, lat) && within(lat, lon)
}

/**
 * Do most rows lie in the area only the other way round? Then the columns are swapped. A single row may be an
 * incident just outside: around Idlib latitude and longitude are nearly the same number.
 */
function mostlySwapped(rows: readonly TableRow[], m: EventMapping, box: ClaimsContext['box']): boolean {
  if (!box || !m.latitude || !m.longitude) return false
  let [placed, turned] = [0, 0]
  for (const { cells } of rows) {
    const [lat, lon] = [cells[m.latitude] ?? '', cells[m.longitude] ?? '']
    if (lat === '' || lon === '') continue
    placed++
    if (otherWayRound(box, Number(lon), Number(lat))) turned++
  }
  return placed > 0 && turned * 2 > placed
}

/** Degrees from the area within which a row that looks swapped may as well be what it says. */
const NEAR = 2

function placeOf(
  row: TableRow,
  m: EventMapping,
  c: ClaimsContext,
  out: { readonly notes: Reject[]; readonly swapped: boolean },
): { readonly place: Place } | Reject {
  const cell = (column: string | undefined) => (column ? (row.cells[column] ?? '') : '')
  const names = {
    ...(cell(m.place) && { name: cell(m.place) }),
    ...(cell(m.placeAr) && { nameAr: cell(m.placeAr) }),
  }
  const [latText, lonText] = [cell(m.latitude), cell(m.longitude)]
  if (latText === '' && lonText === '') return { place: { kind: 'unknown', ...names } }
  const [lat, lon] = [Number(latText), Number(lonText)]
  const wrong = (column: string | undefined, value: string, reason: string, expected: string): Reject => ({
    row: row.number,
    column: column ?? '',
    value,
    reason,
    expected,
  })
  if (latText === '' || !Number.isFinite(lat) || Math.abs(lat) > 90)
    return wrong(m.latitude, latText, 'is no latitude', 'degrees from -90 to 90, as 35.93')
  if (lonText === '' || !Number.isFinite(lon) || Math.abs(lon) > 180)
    return wrong(m.longitude, lonText, 'is no longitude', 'degrees from -180 to 180, as 36.63')
  if (lat === 0 && lon === 0)
    return wrong(
      m.latitude,
      '0, 0',
      'is a placeholder in the Gulf of Guinea',
      'coordinates, or empty cells when unknown',
    )
  if (otherWayRound(c.box, lon, lat)) {
    const suspect = wrong(
      m.latitude,
      `${latText}, ${lonText}`,
      'latitude and longitude look swapped: the other way round lies in the accord’s area',
      'latitude in the latitude column',
    )
    const [w, s, e, n] = c.box!
    const near = lon >= w - NEAR && lon <= e + NEAR && lat >= s - NEAR && lat <= n + NEAR
    if (out.swapped || !near) return suspect
    out.notes.push(suspect)
  }
  const radius = m.precision ? c.radiusOf(cell(m.precision)) : c.radiusOf('')
  return {
    place:
      radius === undefined
        ? { kind: 'unknown', ...names }
        : { kind: 'disc', at: [lon, lat], radiusMetres: radius, ...names },
  }
}

function figuresOf(
  row: TableRow,
  m: EventMapping,
): { readonly figures: readonly Figure[]; readonly note?: Reject } | Reject {
  const value = (column: string | undefined): number | undefined | Reject => {
    const text = column ? (row.cells[column] ?? '') : ''
    if (text === '') return undefined
    const n = Number(text)
    if (Number.isInteger(n) && n >= 0) return n
    return {
      row: row.number,
      column: column!,
      value: text,
      reason: 'is no count',
      expected: 'a whole number from 0, or nothing when unknown',
    }
  }
  const [low, high] = [value(m.killedLow), value(m.killedHigh)]
  if (typeof low === 'object') return low
  if (typeof high === 'object') return high
  if (low === undefined && high === undefined) return { figures: [] }
  const [from, to] = [low ?? high!, high ?? low!]
  // A low figure above the high one happens in real data sets; both were claimed, so the range holds both.
  return {
    figures: [{ what: 'killed', low: Math.min(from, to), high: Math.max(from, to) }],
    ...(from > to && {
      note: {
        row: row.number,
        column: m.killedLow ?? '',
        value: String(from),
        reason: `the low figure is above the high one (${to}); kept as ${to}–${from}`,
        expected: 'low no greater than high',
      },
    }),
  }
}

/** FNV-1a over the cells: the same row gives the same id, so that importing twice changes nothing. */
function fingerprint(row: TableRow): string {
  let h = 0xcbf29ce484222325n
  for (const [k, v] of Object.entries(row.cells))
    for (const ch of `${k}\u0001${v}\u0002`)
      h = BigInt.asUintN(64, (h ^ BigInt(ch.codePointAt(0)!)) * 0x100000001b3n)
  return h.toString(16).padStart(16, '0')
}
