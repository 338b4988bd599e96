import type { Accord } from '../../core/accord/model.ts'
import { EVENT_TYPES, type EventType } from '../../core/event/types.ts'
import { foldedText } from '../../core/text/fold.ts'
import { type DateOrder, isoOf, possibleOrders } from './date-cell.ts'
import type { TableRow } from './reject.ts'

/** Which column holds what. Only `date` must be there. */
export type EventMapping = {
  readonly id?: string
  readonly date: string
  readonly dateEnd?: string
  readonly dateOrder: DateOrder
  readonly latitude?: string
  readonly longitude?: string
  /** Metres, or a precision class by `radiusOf`. */
  readonly precision?: string
  readonly place?: string
  readonly placeAr?: string
  readonly type?: string
  readonly subtype?: string
  readonly actor?: string
  readonly target?: string
  readonly killedLow?: string
  readonly killedHigh?: string
  readonly source?: string
  readonly url?: string
  readonly notes?: string
}

export type MappingQuestion = {
  readonly about: keyof EventMapping
  readonly columns: readonly string[]
  /** Up to three parsed samples a choice, so that a person sees what each would mean. */
  readonly choices: readonly { readonly value: string; readonly samples: readonly string[] }[]
}

/** Header words by field, folded; Arabic and the other working languages of field offices. */
const HEADERS: Readonly<Partial<Record<keyof EventMapping, readonly string[]>>> = {
  id: ['id', 'event_id', 'event_id_cnty', 'data_id', 'المعرف', 'رقم الحادث', '_id', '_uuid', 'uuid'],
  date: [
    'date',
    'event_date',
    'date_start',
    'day',
    'التاريخ',
    'تاريخ',
    'تاريخ الحادث',
    'дата',
    'tarih',
    'date de l’evenement',
    '#date',
    '#date+start',
  ],
  dateEnd: ['date_end', 'end_date', 'تاريخ النهايه', '#date+end'],
  latitude: ['lat', 'latitude', 'خط العرض', 'широта', 'enlem', '#geo+lat', '_gps_latitude'],
  longitude: [
    'lon',
    'lng',
    'long',
    'longitude',
    'خط الطول',
    'долгота',
    'boylam',
    '#geo+lon',
    '_gps_longitude',
  ],
  precision: ['precision', 'geo_precision', 'where_prec', 'radius', 'الدقه'],
  place: [
    'place',
    'location',
    'site',
    'town',
    'where_coordinates',
    'lieu',
    'yer',
    'место',
    '#loc',
    '#loc+name',
  ],
  placeAr: ['place_ar', 'المكان', 'الموقع', 'البلده', '#loc+name+i_ar'],
  type: ['type', 'event_type', 'class', 'النوع', 'نوع الحادث', 'тип', 'tur', '#event+type', '#event'],
  subtype: ['sub_type', 'subtype', 'sub_event_type', 'النوع الفرعي', '#event+subtype'],
  actor: ['actor', 'actor1', 'side_a', 'initiator', 'الفاعل', 'الجهه', 'актор', '#org', '#group+actor'],
  target: ['target', 'actor2', 'side_b', 'الهدف', 'المستهدف', '#group+target'],
  killedLow: ['fatalities_low', 'low', 'killed_low'],
  killedHigh: [
    'fatalities_high',
    'high',
    'killed_high',
    'fatalities',
    'best',
    'killed',
    'القتلى',
    'عدد القتلى',
    '#affected+killed',
  ],
  source: ['source', 'source_name', 'source_original', 'المصدر', 'источник', 'kaynak', '#meta+source'],
  url: ['url', 'source_url', 'link', 'الرابط', '#meta+url'],
  notes: ['notes', 'note', 'description', 'summary', 'summary_en', 'الوصف', 'ملاحظات', '#description'],
}

/**
 * What the header and the first cells say the columns are. Where two columns claim one field, or a date
 * column reads under two orders, a question is asked and nothing assumed: `mapping` is then undefined.
 */
export function guessMapping(
  columns: readonly string[],
  rows: readonly TableRow[],
): { readonly mapping?: EventMapping; readonly questions: readonly MappingQuestion[] } {
  const questions: MappingQuestion[] = []
  const found: Partial<Record<keyof EventMapping, string>> = {}
  for (const [field, names] of Object.entries(HEADERS) as [keyof EventMapping, readonly string[]][]) {
    const hits = columns.filter(c => names.includes(foldedText(c).trim()))
    if (hits.length === 1) found[field] = hits[0]!
    else if (hits.length > 1)
      questions.push({
        about: field,
        columns: hits,
        choices: hits.map(c => ({ value: c, samples: samplesOf(rows, c) })),
      })
  }
  if (!found.date && !questions.some(q => q.about === 'date'))
    questions.push({
      about: 'date',
      columns: [...columns],
      choices: columns.map(c => ({ value: c, samples: samplesOf(rows, c) })),
    })
  const column = found.date
  const orders = column
    ? likelyOrders(
        rows
          .slice(0, 500)
          .map(r => r.cells[column] ?? '')
          .filter(Boolean),
      )
    : []
  if (column && orders.length !== 1) {
    const choices = (orders.length ? orders : (['ymd', 'dmy', 'mdy'] as const)).map(o => ({
      value: o,
      samples: samplesOf(rows, column),
    }))
    questions.push({ about: 'dateOrder', columns: [column], choices })
  }
  return questions.length
    ? { questions }
    : { mapping: { ...found, date: column!, dateOrder: orders[0]! }, questions: [] }
}

/** Orders under which every cell reads; where faulty cells leave none, those under which the most do. */
function likelyOrders(cells: readonly string[]): readonly DateOrder[] {
  const whole = possibleOrders(cells)
  if (whole.length) return whole
  const read = (['ymd', 'dmy', 'mdy'] as const).map(order => ({
    order,
    n: cells.filter(c => isoOf(c, order) !== undefined).length,
  }))
  const most = Math.max(...read.map(r => r.n))
  return most === 0 ? [] : read.filter(r => r.n === most).map(r => r.order)
}

const samplesOf = (rows: readonly TableRow[], column: string): string[] =>
  rows
    .map(r => r.cells[column] ?? '')
    .filter(Boolean)
    .slice(0, 3)

/** Party of the accord that a cell names, by id, name in either language or alias, spelling folded. */
export function partyOf(cell: string, accord: Pick<Accord, 'parties'>): string | undefined {
  const wanted = foldedText(cell)
    .replace(/\(.*\)/, '')
    .trim()
  if (!wanted) return undefined
  return accord.parties.find(p =>
    [p.id, p.name.en, p.name.ar, ...(p.aliases ?? [])].some(n => foldedText(n).trim() === wanted),
  )?.id
}

/** Event types that a cell names: a Hudna type, else what `table` says (an ACLED sub-event, say). */
export function typesOf(
  cell: string,
  table: Readonly<Record<string, readonly EventType[]>>,
): readonly EventType[] | undefined {
  const plain = cell.trim()
  if (EVENT_TYPES.includes(plain)) return [plain]
  const key = Object.keys(table).find(k => foldedText(k) === foldedText(plain).trim())
  return key ? table[key] : undefined
}
