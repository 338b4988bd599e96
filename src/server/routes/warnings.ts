import { z } from 'zod'
import { ok } from '../../core/result.ts'
import { ALERT_NOTE_KIND, type AlertNote } from '../../core/warning/alert-state.ts'
import { questionOf, questionQuery } from '../question.ts'
import { accordRoute, nothing } from '../route.ts'
import { accordParams } from '../schema/params.ts'
import { warningView } from '../warning-desk.ts'

const text = z.string().min(1).max(5000)
const noteBody = z.strictObject({
  alert: z.string().min(1).max(300),
  act: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('acknowledged') }),
    z.strictObject({ kind: z.literal('comment'), text }),
    z.strictObject({
      kind: z.literal('outcome'),
      outcome: z.enum(['true', 'false', 'unclear']),
      why: text.optional(),
    }),
  ]),
})

export const WARNING_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/warnings',
    summary: 'Alerts within a budget of false ones, with charts; and the signals that are no counts',
    act: 'read',
    params: accordParams,
    query: questionQuery.extend({
      budget: z.coerce
        .number()
        .gt(0)
        .max(50)
        .default(1)
        .describe('False alerts a zone and year that one will bear.'),
    }),
    response: z.object({
      budget: z.number(),
      alerts: z.array(z.object({ id: z.string(), raisedOn: z.string() })),
      signals: z.array(z.object({ id: z.string(), day: z.string() })),
      findings: z.array(z.unknown()),
      charts: z.array(z.object({ series: z.string(), zone: z.string() })),
    }),
    handle: ({ desk, query: { budget, ...asked }, now }) => {
      const q = questionOf(desk, asked, now)
      return q.ok ? ok(warningView(q.value.accord, q.value.state, q.value.asOf, q.value.reading, budget)) : q
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/warnings/notes',
    summary: 'Acknowledge an alert, comment on it, or say what became of it',
    act: 'decide',
    params: accordParams,
    query: nothing,
    body: noteBody,
    response: z.object({ seq: z.number() }),
    handle: async ({ house, desk, viewer, body }) => {
      const note = body as AlertNote
      const written = await house.append(desk.id, viewer, [{ kind: ALERT_NOTE_KIND, data: note }])
      return written.ok ? ok({ seq: written.value[0]!.seq }) : written
    },
  }),
]
