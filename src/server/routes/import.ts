import { z } from 'zod'
import type { EntryBody, LedgerRecord } from '../../core/ledger/entry.ts'
import { entryAt } from '../../core/ledger/history.ts'
import { fail, ok } from '../../core/result.ts'
import { sha256 } from '../../store/ledger-table.ts'
import { importFromForm } from '../import/import-form.ts'
import { DONE_ENTRY, MAPPING_ENTRY, readImport, signatureOf } from '../import/read-import.ts'
import { notFound, problem } from '../problem-status.ts'
import { accordRoute, nothing } from '../route.ts'
import { accordParams, idText } from '../schema/params.ts'
import { wordsSchema } from '../schema/words.ts'

/** Records in one entry: an entry has a limit, and many small ones cost more than a few large. */
const RECORDS = 5000
/** Faulty rows in one answer; the count is always whole. */
const REJECTS = 5000

const reject = z.object({
  row: z.number(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
  expected: z.string(),
})

export const IMPORT_ROUTES = [
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/import',
    summary: 'Read a table of events: first dry, then all of it in one step',
    act: 'decide',
    params: accordParams,
    query: nothing,
    response: z.object({
      dryRun: z.boolean(),
      dataset: z.string().optional(),
      columns: z.array(z.string()),
      mapping: z.record(z.string(), z.string()).optional(),
      remembered: z.boolean().optional(),
      questions: z
        .array(
          z.object({
            about: z.string(),
            columns: z.array(z.string()),
            choices: z.array(z.object({ value: z.string(), samples: z.array(z.string()) })),
          }),
        )
        .optional(),
      count: z.object({ read: z.number(), kept: z.number(), rejected: z.number() }).optional(),
      plan: z
        .object({
          added: z.number(),
          corrected: z.number(),
          same: z.number(),
          leftAlone: z.number(),
          gone: z.number(),
        })
        .optional(),
      rejected: z.array(reject).optional(),
      notes: z.array(reject).optional(),
      strangers: z.record(z.string(), z.number()).optional(),
      samples: z
        .array(
          z.object({
            summary: wordsSchema,
            when: z.object({ lo: z.number(), hi: z.number() }),
            place: z.any(),
            types: z.array(z.string()),
          }),
        )
        .optional(),
      seq: z.number().optional(),
      entries: z.number(),
    }),
    handle: async ({ house, desk, viewer, request, now }) => {
      const input = await importFromForm(request)
      if (!input.ok) return input
      const read = await readImport(desk.accord, desk.state, input.value, now)
      if (!read.ok) return read
      const { dryRun } = input.value
      if (read.value.kind === 'questions') {
        const { questions, columns } = read.value
        if (!dryRun)
          return fail(
            problem('open-questions', `the table leaves ${questions.length} things open`, {
              field: 'mapping',
              expected: `an answer about ${questions.map(q => q.about).join(', ')}`,
            }),
          )
        return ok({ dryRun, questions, columns, entries: desk.state.head.seq })
      }
      const { plan, dryRun: made, columns, remembered } = read.value
      const answer = {
        dryRun,
        dataset: made.dataset,
        columns,
        mapping: made.mapping,
        remembered,
        count: made.count,
        plan: {
          added: plan.added.length,
          corrected: plan.corrected.length,
          same: plan.same,
          leftAlone: plan.leftAlone,
          gone: plan.gone.length,
        },
        rejected: made.rejected.slice(0, REJECTS),
        notes: made.notes.slice(0, 100),
        strangers: made.strangers,
        samples: made.claims
          .slice(0, 3)
          .map(({ summary, when, place, types }) => ({ summary, when, place, types })),
      }
      const records: LedgerRecord[] = [...plan.added, ...plan.corrected, ...plan.gone].map(record => ({
        of: 'evidence',
        record,
      }))
      if (dryRun || !records.length) return ok({ ...answer, entries: desk.state.head.seq })
      const { origin, name, bytes, complete } = input.value
      const parts: EntryBody[] = []
      for (let i = 0; i < records.length; i += RECORDS)
        parts.push({
          kind: 'records.added',
          records: records.slice(i, i + RECORDS),
          origin: `import ${origin}`,
        })
      const written = await house.append(desk.id, viewer, [
        ...(input.value.mapping
          ? [
              {
                kind: MAPPING_ENTRY,
                data: { columns: signatureOf(columns), origin, mapping: input.value.mapping },
              } as const,
            ]
          : []),
        ...parts,
        {
          kind: DONE_ENTRY,
          data: {
            origin,
            file: name,
            sha256: sha256(Buffer.from(bytes).toString('base64')),
            dataset: made.dataset,
            complete,
            count: made.count,
            plan: answer.plan,
            parts: parts.length,
          },
        },
      ])
      if (!written.ok) return written
      return ok({ ...answer, seq: written.value.at(-1)!.seq, entries: desk.state.head.seq })
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/imports',
    summary: 'The imports so far, newest first',
    act: 'read',
    params: accordParams,
    query: nothing,
    response: z.object({
      imports: z.array(z.object({ seq: z.number(), recordedAt: z.number(), by: z.string(), data: z.any() })),
    }),
    handle: ({ desk }) =>
      ok({
        imports: (desk.state.rooms.get(DONE_ENTRY) ?? [])
          .map(({ seq, recordedAt, by, body }) => ({
            seq,
            recordedAt,
            by,
            data: (body as { data: unknown }).data,
          }))
          .reverse(),
      }),
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/imports/:seq/undo',
    summary: 'Take an import back whole, as if it had never been made',
    act: 'decide',
    params: z.strictObject({ accord: idText, seq: z.coerce.number().int().min(1) }),
    query: nothing,
    body: z.strictObject({ why: z.string().max(2000).optional() }),
    response: z.object({ undid: z.number(), entries: z.number() }),
    handle: async ({ house, desk, viewer, params, body }) => {
      const entry = entryAt(desk.state, params.seq)
      if (entry?.body.kind !== DONE_ENTRY) return fail(notFound('import', String(params.seq), 'seq'))
      if (desk.state.undone.has(params.seq))
        return fail(problem('already-undone', `import ${params.seq} is undone already`, { field: 'seq' }))
      const { parts } = entry.body.data as { parts: number }
      const written = await house.append(
        desk.id,
        viewer,
        Array.from({ length: parts + 1 }, (_, i) => ({
          kind: 'entry.undone' as const,
          seq: params.seq - i,
          ...(body.why !== undefined && { why: body.why }),
        })),
      )
      return written.ok ? ok({ undid: params.seq, entries: desk.state.head.seq }) : written
    },
  }),
]
