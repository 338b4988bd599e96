import { z } from 'zod'
import { entryAt } from '../../core/ledger/history.ts'
import { ok } from '../../core/result.ts'
import { withChanges } from '../changes.ts'
import { undo } from '../decide.ts'
import { accordRoute, nothing } from '../route.ts'
import { entrySchema, problemSchema } from '../schema/ledger.ts'
import { accordParams } from '../schema/params.ts'
import { changedSchema } from '../schema/verdicts.ts'

/** Most entries given in one answer; `next` names where to go on. */
const PAGE = 500

export const LEDGER_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/ledger',
    summary: 'The ledger itself, oldest first, a page at a time',
    act: 'read',
    params: accordParams,
    query: z.strictObject({
      from: z.coerce.number().int().min(1, 'entries count from 1').default(1).describe('First entry wanted.'),
      limit: z.coerce.number().int().min(1).max(PAGE).default(PAGE),
    }),
    response: z.object({
      entries: z.array(entrySchema),
      next: z.number().optional(),
      head: z.object({ seq: z.number(), hash: z.string() }),
    }),
    handle: ({ desk, query }) => {
      const { head } = desk.state
      const last = Math.min(head.seq, query.from + query.limit - 1)
      const entries = []
      for (let seq = query.from; seq <= last; seq++) entries.push(entryAt(desk.state, seq))
      return ok({
        entries,
        ...(last < head.seq && { next: last + 1 }),
        head: { seq: head.seq, hash: head.hash },
      })
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/verify',
    summary: "Check the ledger's chain of hashes, as stored",
    act: 'read',
    params: accordParams,
    query: nothing,
    response: z.object({ entries: z.number(), whole: z.boolean(), problems: z.array(problemSchema) }),
    handle: async ({ house, viewer, desk }) => ok(await house.store.verify(viewer, desk.id)),
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/undo',
    summary: 'Take back an earlier entry whole',
    act: 'decide',
    params: accordParams,
    query: nothing,
    body: z.strictObject({ seq: z.int().min(1), why: z.string().max(2000).optional() }),
    response: z.object({ seq: z.number(), undid: z.number(), changed: changedSchema, entries: z.number() }),
    handle: async ({ house, desk, viewer, body, now }) => {
      const done = await withChanges(desk, { t: now, k: now }, () =>
        undo(house, desk, viewer, body.seq, body.why),
      )
      return done.ok
        ? ok({ ...done.value.written, changed: done.value.changed, entries: done.value.entries })
        : done
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/events',
    summary: 'A stream that tells of every new entry (server-sent events)',
    act: 'read',
    params: accordParams,
    query: nothing,
    response: z.string(),
    responseType: 'text/event-stream',
    handle: ({ house, desk, request, reply }) => {
      reply.hijack()
      const out = reply.raw
      out.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      out.write(`retry: 2000\nevent: hello\ndata: ${JSON.stringify({ entries: desk.state.head.seq })}\n\n`)
      const leave = house.onAppend((accord, entry) => {
        if (accord === desk.id)
          out.write(
            `id: ${entry.seq}\nevent: entry\ndata: ${JSON.stringify({ seq: entry.seq, kind: entry.body.kind })}\n\n`,
          )
      })
      // Some proxies cut a silent connection after a minute.
      const beat = setInterval(() => out.write(': still here\n\n'), 25_000)
      beat.unref()
      request.raw.on('close', () => {
        clearInterval(beat)
        leave()
      })
      return undefined
    },
  }),
]
