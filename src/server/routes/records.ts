import { z } from 'zod'
import { fail, ok } from '../../core/result.ts'
import { recordView } from '../../core/view/record-view.ts'
import { statementList } from '../../core/view/statement-list.ts'
import { talksBoard } from '../../core/view/talks-board.ts'
import { withChanges } from '../changes.ts'
import { retract } from '../decide.ts'
import { notFound } from '../problem-status.ts'
import { questionOf, questionQuery } from '../question.ts'
import { accordRoute, nothing } from '../route.ts'
import { accordParams, idText } from '../schema/params.ts'
import { recordViewSchema, statementsSchema, talksSchema } from '../schema/records.ts'
import { ledgerRecordSchema } from '../schema/reports.ts'
import { changedSchema } from '../schema/verdicts.ts'

export const RECORD_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/records/:record',
    summary: 'One record, where it came from and what became of it',
    act: 'read',
    params: z.strictObject({ accord: idText, record: idText }),
    query: nothing,
    response: recordViewSchema,
    handle: ({ desk, params }) => {
      const view = recordView(desk.accord, desk.state, params.record)
      return view ? ok(view) : fail(notFound('record', params.record))
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/records/:record/retraction',
    summary: 'Take a record of evidence back, from now on',
    act: 'decide',
    params: z.strictObject({ accord: idText, record: idText }),
    query: nothing,
    body: z.strictObject({ why: z.string().min(1, 'say why').max(2000) }),
    response: z.object({
      seq: z.number(),
      record: ledgerRecordSchema,
      changed: changedSchema,
      entries: z.number(),
    }),
    handle: async ({ house, desk, viewer, params, body, now }) => {
      const done = await withChanges(desk, { t: now, k: now }, () =>
        retract(house, desk, viewer, params.record, { why: body.why, now: now * 1000 }),
      )
      return done.ok
        ? ok({ ...done.value.written, changed: done.value.changed, entries: done.value.entries })
        : done
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/statements',
    summary: 'Who said what through whom; said against done',
    act: 'read',
    params: accordParams,
    query: questionQuery,
    response: statementsSchema,
    handle: ({ desk, query, now }) => {
      const q = questionOf(desk, query, now)
      return q.ok ? ok(statementList(q.value.accord, q.value.state, q.value.asOf, q.value.reading)) : q
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/talks',
    summary: 'The talks: agenda items by parties',
    act: 'read',
    params: accordParams,
    query: questionQuery,
    response: talksSchema,
    handle: ({ desk, query, now }) => {
      const q = questionOf(desk, query, now)
      return q.ok ? ok(talksBoard(q.value.accord, [...q.value.state.positions.values()], q.value.asOf)) : q
    },
  }),
]
