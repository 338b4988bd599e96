import { z } from 'zod'
import { draftSchema } from '../../core/proposal/draft-schema.ts'
import type { Draft } from '../../core/proposal/proposal.ts'
import { fail, ok } from '../../core/result.ts'
import { inboxItems, reportReview } from '../../core/view/inbox-items.ts'
import { withChanges } from '../changes.ts'
import { decide } from '../decide.ts'
import { notFound } from '../problem-status.ts'
import { questionOf } from '../question.ts'
import { receiveReport, setPublished } from '../receive-report.ts'
import { accordRoute, nothing } from '../route.ts'
import { accordParams, idText } from '../schema/params.ts'
import { decidedSchema, inboxSchema, receivedSchema, reviewSchema } from '../schema/reports.ts'
import { reportFromForm } from './report-form.ts'

const reportParams = z.strictObject({ accord: idText, report: idText })
const publishedAt = z
  .string()
  .max(40)
  .describe("The day or moment the report was published, as '2018-11-28'.")

const decision = {
  proposalId: idText,
  decision: z.enum(['accepted', 'rejected']),
  draft: draftSchema.optional().describe('The proposal as corrected; makes the decision "corrected".'),
  why: z.string().max(2000).optional(),
}

export const REPORT_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/reports',
    summary: 'The Inbox: every report, newest first',
    act: 'read',
    params: accordParams,
    query: nothing,
    response: inboxSchema,
    handle: ({ desk }) => ok({ reports: inboxItems(desk.state), entries: desk.state.head.seq }),
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/reports',
    summary: 'Hand in a report; its bytes are kept and it is read at once',
    act: 'report',
    params: accordParams,
    query: nothing,
    body: z.strictObject({
      text: z
        .string()
        .describe("The report's text; send a file as multipart/form-data instead to keep its own bytes."),
      name: z.string().max(300).optional(),
      publishedAt: publishedAt.optional(),
      outlet: z.string().max(300).optional(),
      url: z.string().max(2000).optional(),
    }),
    multipart: true,
    response: receivedSchema,
    handle: async ({ house, desk, viewer, body, request, reply, now }) => {
      const input = body
        ? ok({ ...body, bytes: new TextEncoder().encode(body.text), mediaType: 'text/plain' })
        : await reportFromForm(request)
      if (!input.ok) return input
      const received = await receiveReport(house, desk, viewer, input.value, now)
      if (received.ok) reply.code(received.value.same ? 200 : 201)
      return received
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/reports/:report',
    summary: 'One report with its reading, its open proposals and what was decided',
    act: 'read',
    params: reportParams,
    query: nothing,
    response: reviewSchema,
    handle: ({ desk, params }) => {
      const review = reportReview(desk.state, params.report)
      return review ? ok(review) : fail(notFound('report', params.report))
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/reports/:report/original',
    summary: 'The bytes of a report as they were handed in',
    act: 'read',
    params: reportParams,
    query: nothing,
    response: z.string(),
    responseType: 'application/octet-stream',
    handle: async ({ house, desk, viewer, params, reply }) => {
      const report = desk.state.reports.get(params.report)?.report
      const bytes = report && (await house.store.getBlob(viewer, desk.id, report.sha256))
      if (!report || !bytes) return fail(notFound('report', params.report))
      // To be saved, never shown: a report may be a page with scripts of its own.
      reply.type('application/octet-stream')
      reply.header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(report.name ?? report.id)}`,
      )
      reply.send(Buffer.from(bytes))
      return undefined
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/reports/:report/published',
    summary: 'Set when the report was published, and read it again',
    act: 'report',
    params: reportParams,
    query: nothing,
    body: z.strictObject({ publishedAt }),
    response: reviewSchema,
    handle: async ({ house, desk, viewer, params, body, now }) => {
      const set = await setPublished(house, desk, viewer, params.report, body.publishedAt, now)
      return set.ok ? ok(reportReview(desk.state, params.report)) : set
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/reports/:report/decisions',
    summary: 'Accept, correct or reject proposals of a report',
    act: 'decide',
    params: reportParams,
    query: z.strictObject({
      asOf: z.string().optional().describe('For `changed`: as of when verdicts are compared. Default: now.'),
    }),
    body: z.union([
      z.strictObject({
        ...decision,
        expectedSeq: z
          .int()
          .min(0)
          .optional()
          .describe('Refuse when the ledger has moved on from this entry.'),
      }),
      z.strictObject({
        decisions: z.array(z.strictObject(decision)).min(1).max(500),
        expectedSeq: z.int().min(0).optional(),
      }),
    ]),
    response: decidedSchema,
    handle: async ({ house, desk, viewer, params, query, body, now }) => {
      const several = 'decisions' in body ? body.decisions : [body]
      const question = questionOf(desk, { asOf: query.asOf }, now)
      if (!question.ok) return question
      const done = await withChanges(desk, question.value.asOf, () =>
        decide(
          house,
          desk,
          viewer,
          params.report,
          several.map(d => ({ ...d, draft: d.draft as Draft | undefined })),
          { now: now * 1000, expectedSeq: body.expectedSeq },
        ),
      )
      return done.ok
        ? ok({ decided: done.value.written, changed: done.value.changed, entries: done.value.entries })
        : done
    },
  }),
]
