import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { EventMapping } from '../../formats/tables/event-mapping.ts'
import { problem } from '../problem-status.ts'
import type { ImportInput } from './read-import.ts'

/** A larger table is split by whoever sends it; in one piece it would not fit in memory beside the ledger. */
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024

const column = z.string().max(300).optional()
const mapping = z.strictObject({
  id: column,
  date: z.string().min(1).max(300),
  dateEnd: column,
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
  latitude: column,
  longitude: column,
  precision: column,
  place: column,
  placeAr: column,
  type: column,
  subtype: column,
  actor: column,
  target: column,
  killedLow: column,
  killedHigh: column,
  source: column,
  url: column,
  notes: column,
})

const fields = z.strictObject({
  origin: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u, 'letters, digits, space, dot, - and _, at most 80'),
  format: z.enum(['auto', 'acled', 'ucdp-ged', 'hxl', 'table']).default('auto'),
  mapping: z.string().max(20_000).optional(),
  complete: z.enum(['true', 'false']).default('false'),
  dryRun: z.enum(['true', 'false']).default('true'),
})

/** A table sent as a form: one part named `file`, and the fields. Without `dryRun=false` nothing is written. */
export async function importFromForm(
  request: FastifyRequest,
): Promise<Result<ImportInput & { readonly dryRun: boolean }, Problem>> {
  if (!request.isMultipart())
    return fail(problem('bad-request', 'a table is sent as multipart/form-data', { field: 'content-type' }))
  let file: { bytes: Uint8Array; name: string } | undefined
  const sent: Record<string, string> = {}
  for await (const part of request.parts({
    limits: { fileSize: MAX_IMPORT_BYTES, fields: 10, fieldSize: 20_000 },
  })) {
    if (part.type === 'file') file = { bytes: await part.toBuffer(), name: part.filename }
    else sent[part.fieldname] = String(part.value)
  }
  if (!file)
    return fail(
      problem('bad-request', 'the form holds no file', { field: 'file', expected: 'one part named file' }),
    )
  const read = fields.safeParse(sent)
  if (!read.success) {
    const issue = read.error.issues[0]!
    return fail(problem('bad-request', issue.message, { field: issue.path.join('.') || 'form' }))
  }
  const { origin, format, complete, dryRun } = read.data
  const chosen = read.data.mapping === undefined ? ok(undefined) : mappingOf(read.data.mapping)
  if (!chosen.ok) return chosen
  return ok({
    ...file,
    origin,
    ...(format !== 'auto' && { dataset: format }),
    ...(chosen.value && { mapping: chosen.value }),
    complete: complete === 'true',
    dryRun: dryRun === 'true',
  })
}

function mappingOf(text: string): Result<EventMapping, Problem> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return fail(problem('bad-request', 'the mapping is no JSON', { field: 'mapping' }))
  }
  const read = mapping.safeParse(parsed)
  if (read.success) return ok(read.data as EventMapping)
  const issue = read.error.issues[0]!
  return fail(problem('bad-request', issue.message, { field: ['mapping', ...issue.path].join('.') }))
}
