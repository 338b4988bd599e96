import type { Accord } from '../../core/accord/model.ts'
import { boxOf } from '../../core/accord/ring.ts'
import type { LedgerState } from '../../core/ledger/state.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { type Dataset, type DryRun, readEventRows } from '../../formats/tables/event-datasets.ts'
import type { EventMapping, MappingQuestion } from '../../formats/tables/event-mapping.ts'
import { tableOfFile } from '../../formats/tables/table-of-file.ts'
import { decodeBytes } from '../../reader/encoding/decode-bytes.ts'
import { problem } from '../problem-status.ts'
import { type ImportPlan, importPlan } from './import-plan.ts'

export const MAPPING_ENTRY = 'import.mapping'
export const DONE_ENTRY = 'import.done'

export type ImportInput = {
  readonly bytes: Uint8Array
  readonly name: string
  /** Name of the source data set: the first part of every id, so the same name finds the rows again. */
  readonly origin: string
  readonly dataset?: Dataset
  readonly mapping?: EventMapping
  readonly complete: boolean
}

export type ReadImport =
  | {
      readonly kind: 'plan'
      readonly dryRun: DryRun
      readonly plan: ImportPlan
      readonly columns: readonly string[]
      readonly remembered: boolean
    }
  | {
      readonly kind: 'questions'
      readonly questions: readonly MappingQuestion[]
      readonly columns: readonly string[]
    }

/**
 * Reads a file and plans what importing it would do, without writing anything.
 *
 * @returns 'incomplete-file' when the file is said to be complete and a row of it cannot be read: to take that
 *   row for deleted would be wrong.
 */
export async function readImport(
  accord: Accord,
  state: LedgerState,
  input: ImportInput,
  now: number,
): Promise<Result<ReadImport, Problem>> {
  let fault: Problem | undefined
  const table = await tableOfFile(
    input.bytes,
    () => {
      const decoded = decodeBytes(input.bytes, input.name)
      if (!decoded.ok) fault = decoded.error
      return decoded.ok ? decoded.value.text : ''
    },
    input.name,
  )
  if (fault) return fail(fault)
  if (!table.ok) return table
  const columns = table.value.columns
  const remembered = input.mapping ?? rememberedMapping(state, columns)
  const area = accord.zones.find(z => z.id === accord.area) ?? accord.zones[0]
  const box = area && boxOf(area.versions.flatMap(v => v.outer))
  const read = readEventRows(table.value, {
    accord,
    ...(box && { box }),
    origin: input.origin,
    received: now,
    ...(input.dataset && { dataset: input.dataset }),
    ...(remembered && { mapping: remembered }),
  })
  if (!read.ok) {
    if ('problem' in read.error) return fail(read.error.problem)
    return ok({ kind: 'questions', questions: read.error.questions, columns: read.error.columns })
  }
  const { rejected } = read.value
  if (input.complete && rejected.length)
    return fail(
      problem(
        'incomplete-file',
        `${rejected.length} rows cannot be read, the first is row ${rejected[0]!.row}`,
        {
          file: input.name,
          expected: 'every row readable when the file is the complete state of its source',
        },
      ),
    )
  const plan = importPlan(state, read.value.claims, {
    origin: input.origin,
    complete: input.complete,
    received: now,
  })
  return ok({
    kind: 'plan',
    dryRun: read.value,
    plan,
    columns,
    remembered: !input.mapping && remembered !== undefined,
  })
}

/** The mapping that was used last for a table with these very columns. */
function rememberedMapping(state: LedgerState, columns: readonly string[]): EventMapping | undefined {
  const signature = signatureOf(columns)
  const entry = (state.rooms.get(MAPPING_ENTRY) ?? []).findLast(
    e => (e.body as { data?: { columns?: unknown } }).data?.columns === signature,
  )
  return (entry?.body as { data?: { mapping?: EventMapping } } | undefined)?.data?.mapping
}

export const signatureOf = (columns: readonly string[]): string => columns.join('\t')
