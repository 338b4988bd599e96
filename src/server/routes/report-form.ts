import type { FastifyRequest } from 'fastify'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { problem } from '../problem-status.ts'
import type { ReportInput } from '../receive-report.ts'

const FIELDS = ['publishedAt', 'outlet', 'url', 'name'] as const

/** A report sent as a form: one part named `file`, and the fields a JSON body would have. */
export async function reportFromForm(request: FastifyRequest): Promise<Result<ReportInput, Problem>> {
  let file: { bytes: Uint8Array; name: string; mediaType: string } | undefined
  const fields: Record<string, string> = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      // Throws FST_REQ_FILE_TOO_LARGE past the limit, which the app turns into 'too-large'.
      file = { bytes: await part.toBuffer(), name: part.filename, mediaType: part.mimetype }
    } else if (FIELDS.some(f => f === part.fieldname)) fields[part.fieldname] = String(part.value)
    else
      return fail(
        problem('bad-request', `unknown form field '${part.fieldname}'`, {
          field: part.fieldname,
          expected: `file, ${FIELDS.join(', ')}`,
        }),
      )
  }
  if (!file)
    return fail(
      problem('bad-request', 'the form holds no file', { field: 'file', expected: 'one part named file' }),
    )
  return ok({ ...file, ...Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== '')) })
}
