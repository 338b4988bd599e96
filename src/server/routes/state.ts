import { z } from 'zod'
import { fail, ok } from '../../core/result.ts'
import { provisionView } from '../../core/view/provision-view.ts'
import { notFound } from '../problem-status.ts'
import { questionOf, questionQuery } from '../question.ts'
import { accordRoute } from '../route.ts'
import { accordParams, idText } from '../schema/params.ts'
import { boardSchema, provisionSchema } from '../schema/verdicts.ts'

export const STATE_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/state',
    summary: 'Is the accord holding: every provision, every party',
    act: 'read',
    params: accordParams,
    query: questionQuery,
    response: boardSchema,
    handle: ({ house, desk, query, now }) => {
      const q = questionOf(desk, query, now)
      return q.ok ? ok(house.boards.of(q.value)) : q
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/provisions/:provision',
    summary: 'One provision under every reading, with derivation and evidence',
    act: 'read',
    params: z.strictObject({ accord: idText, provision: idText }),
    query: questionQuery,
    response: provisionSchema,
    handle: ({ desk, params, query, now }) => {
      const q = questionOf(desk, query, now)
      if (!q.ok) return q
      const view = provisionView(q.value.accord, q.value.state, params.provision, {
        asOf: q.value.asOf,
        ...(query.reading !== undefined && { reading: query.reading }),
      })
      return view ? ok(view) : fail(notFound('provision', params.provision))
    },
  }),
]
