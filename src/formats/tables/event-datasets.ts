import type { Accord } from '../../core/accord/model.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { FROM_ACLED } from './acled-types.ts'
import { type ClaimsContext, type ClaimsOfRows, claimsOfRows } from './claims-of-rows.ts'
import { readCsv, type Table } from './csv.ts'
import { type EventMapping, guessMapping, type MappingQuestion } from './event-mapping.ts'
import type { TableRow } from './reject.ts'

/** The event data sets whose columns are known; 'table' is any other, by its header or a person's mapping. */
export type Dataset = 'acled' | 'ucdp-ged' | 'hxl' | 'table'

type Known = {
  readonly mapping: EventMapping
  readonly types: ClaimsContext['types']
  readonly radiusOf: ClaimsContext['radiusOf']
}

/** ACLED geo_precision: 1 town, 2 part of region, 3 region (its capital's point: never to be drawn as one). */
const acledRadius = (p: string) => ({ '1': 2_000, '2': 15_000, '': 2_000 })[p]

/** GED where_prec: 1 exact, 2 within 25 km, 3 district; from 4 on a province or wider (UCDP GED codebook). */
const gedRadius = (p: string) => ({ '1': 1_000, '2': 25_000, '3': 30_000 })[p]

const GED_TYPES = { '1': ['hostile'], '2': ['hostile'], '3': ['attack_on_civilians'] } as const

function knownOf(dataset: Dataset, columns: readonly string[]): Known | undefined {
  const has = (c: string) => (columns.includes(c) ? c : undefined)
  if (dataset === 'acled')
    return {
      mapping: {
        id: has('event_id_cnty') ?? 'data_id',
        date: 'event_date',
        dateOrder: 'dmy',
        latitude: 'latitude',
        longitude: 'longitude',
        precision: 'geo_precision',
        place: 'location',
        type: 'event_type',
        subtype: 'sub_event_type',
        actor: 'actor1',
        target: 'actor2',
        killedHigh: 'fatalities',
        source: 'source',
      },
      types: FROM_ACLED,
      radiusOf: acledRadius,
    }
  if (dataset === 'ucdp-ged')
    return {
      mapping: {
        id: 'id',
        date: 'date_start',
        dateEnd: 'date_end',
        dateOrder: 'ymd',
        latitude: 'latitude',
        longitude: 'longitude',
        precision: 'where_prec',
        ...(has('where_coordinates') && { place: 'where_coordinates' }),
        type: 'type_of_violence',
        actor: 'side_a',
        target: 'side_b',
        killedLow: 'low',
        killedHigh: 'high',
        ...(has('source_original') && { source: 'source_original' }),
      },
      types: GED_TYPES,
      radiusOf: gedRadius,
    }
  return undefined
}

export function datasetOf(columns: readonly string[], rows: readonly TableRow[]): Dataset {
  if (columns.includes('sub_event_type') && columns.includes('event_date')) return 'acled'
  if (columns.includes('type_of_violence') && columns.includes('date_start')) return 'ucdp-ged'
  return Object.values(rows[0]?.cells ?? {}).some(v => /^#[a-z]+/.test(v)) ? 'hxl' : 'table'
}

export type DryRun = ClaimsOfRows & { readonly dataset: Dataset; readonly mapping: EventMapping }

export type ReadOptions = {
  readonly accord: Pick<Accord, 'parties' | 'tz'>
  readonly box?: ClaimsContext['box']
  readonly origin: string
  readonly received: number
  /** Whose columns these are, when a person says so; else found by the header. */
  readonly dataset?: Dataset
  readonly mapping?: EventMapping
  readonly grade?: ClaimsContext['grade']
}
export type ReadFault =
  | { readonly problem: Problem }
  | { readonly questions: readonly MappingQuestion[]; readonly columns: readonly string[] }

/** As `readEventRows`, from the text of a CSV or TSV table. */
export function readEventTable(text: string, options: ReadOptions): Result<DryRun, ReadFault> {
  const table = readCsv(text, options.origin)
  return table.ok ? readEventRows(table.value, options) : fail({ problem: table.error })
}

/**
 * Reads an event table to claims without writing anything: the dry run before an import.
 *
 * @param options.mapping a person's; without it the known data set's, or what the header says.
 * @returns questions when the header leaves something open; a problem when the table cannot be read.
 */
export function readEventRows(
  table: Pick<Table, 'columns' | 'rows' | 'rejected'>,
  options: ReadOptions,
): Result<DryRun, ReadFault> {
  let { columns, rows } = table
  const dataset = options.dataset ?? datasetOf(columns, rows)
  if (dataset === 'hxl') {
    // The tag row names the columns better than the header does (HXL 1.1: tags in the row after it).
    const tags = rows[0]?.cells ?? {}
    const rename = new Map(columns.map(c => [c, tags[c] || c]))
    rows = rows.slice(1).map(r => ({
      number: r.number,
      cells: Object.fromEntries(columns.map(c => [rename.get(c)!, r.cells[c] ?? ''])),
    }))
    columns = columns.map(c => rename.get(c)!)
  }
  const known = knownOf(dataset, columns)
  const guess = options.mapping || known ? undefined : guessMapping(columns, rows)
  const mapping = options.mapping ?? known?.mapping ?? guess?.mapping
  if (!mapping) return fail({ questions: guess?.questions ?? [], columns })
  const missing =
    known && !options.mapping ? [mapping.date, mapping.latitude!].find(c => !columns.includes(c)) : undefined
  if (missing)
    return fail({
      problem: {
        code: 'missing-column',
        message: `a ${dataset} table has no column '${missing}'`,
        where: { file: options.origin, line: 1, field: missing },
        expected: Object.values(mapping).join(', '),
        severity: 'error',
      },
    })
  const made = claimsOfRows(rows, mapping, {
    accord: options.accord,
    ...(options.box && { box: options.box }),
    origin: options.origin,
    types: { ...FROM_ACLED, ...(known?.types ?? {}) },
    radiusOf: known?.radiusOf ?? plainRadius,
    grade: options.grade ?? { reliability: 'F', credibility: 6 },
    received: options.received,
  })
  const rejected = [...table.rejected, ...made.rejected].sort((a, b) => a.row - b.row)
  const read = made.count.read + table.rejected.length
  return ok({
    ...made,
    rejected,
    count: { read, kept: made.count.kept, rejected: rejected.length },
    dataset,
    mapping,
  })
}

/** A precision cell of an unknown table: ACLED's classes 1–3, or metres; without one a town. */
const plainRadius = (p: string): number | undefined => {
  const n = Number(p)
  if (p === '' || n === 1) return 2_000
  if (n === 2) return 15_000
  return n > 3 ? n : undefined
}
