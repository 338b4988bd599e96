import { z } from 'zod'
import type { Accord } from '../../core/accord/model.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { zoneVersionsIn } from '../../core/zone/accord-with-zones.ts'
import { bufferLine } from '../../core/zone/buffer-line.ts'
import { zoneFaults } from '../../core/zone/zone-faults.ts'
import { ZONE_VERSIONED, type ZoneVersioned, zoneVersionedSchema } from '../../core/zone/zone-versioned.ts'
import { shapesOfFile } from '../../formats/geo/shapes-of-file.ts'
import { withChanges } from '../changes.ts'
import { problem } from '../problem-status.ts'
import { questionOf, questionQuery } from '../question.ts'
import { accordRoute, nothing } from '../route.ts'
import { problemSchema } from '../schema/ledger.ts'
import { accordParams } from '../schema/params.ts'
import { changedSchema } from '../schema/verdicts.ts'
import { wordsSchema } from '../schema/words.ts'

const version = zoneVersionedSchema.extend({
  received: zoneVersionedSchema.shape.received
    .optional()
    .describe('When the line could first be known, seconds UTC. Default: now.'),
})
const faultSchema = z.object({ problem: problemSchema, at: z.array(z.number()).optional() })

export const ZONE_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/zone-versions',
    summary: 'Every version of every zone with its shape, and which of them were drawn here',
    act: 'read',
    params: accordParams,
    query: questionQuery,
    response: z.object({
      zones: z.array(
        z.object({
          id: z.string(),
          name: wordsSchema,
          kind: z.string(),
          versions: z.array(
            z
              .object({
                from: z.string(),
                to: z.string().optional(),
                drawn: z.object({ seq: z.number(), by: z.string(), recordedAt: z.number() }).optional(),
              })
              .loose(),
          ),
        }),
      ),
    }),
    handle: ({ desk, query, now }) => {
      const q = questionOf(desk, query, now)
      if (!q.ok) return q
      const drawn = zoneVersionsIn(q.value.state, q.value.asOf.k)
      return ok({
        zones: q.value.accord.zones.map(zone => ({
          ...zone,
          versions: zone.versions.map(v => {
            // What was cut in two by a later line is still the line it was.
            const by = drawn.findLast(d => d.zone === zone.id && sameLine(d.outer, v.outer))
            return by ? { ...v, drawn: { seq: by.seq, by: by.by, recordedAt: by.recordedAt } } : v
          }),
        })),
      })
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/zone-versions/check',
    summary: 'What is wrong with a line, and where on it, without keeping anything',
    act: 'read',
    params: accordParams,
    query: nothing,
    body: version,
    response: z.object({ faults: z.array(faultSchema) }),
    handle: ({ desk, body, now }) => ok({ faults: zoneFaults(whole(body, now), desk.accord) }),
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/zone-versions',
    summary: 'Keep a new version of a zone, or a new zone',
    act: 'decide',
    params: accordParams,
    query: nothing,
    body: version,
    response: z.object({ seq: z.number(), changed: changedSchema, entries: z.number() }),
    handle: async ({ house, desk, viewer, body, now }) => {
      const data = whole(body, now)
      const [fault] = zoneFaults(data, desk.accord)
      if (fault) return fail(fault.problem)
      if (data.received > now)
        return fail(
          problem('in-the-future', 'it cannot have been known before it was', { field: 'received' }),
        )
      const before = { id: desk.id, state: desk.state, accord: desk.accord }
      const done = await withZoneChanges(
        before,
        now,
        () => house.desk(desk.id)?.accord,
        () => house.append(desk.id, viewer, [{ kind: ZONE_VERSIONED, data }]),
      )
      return done.ok
        ? ok({ seq: done.value.written[0]!.seq, changed: done.value.changed, entries: done.value.entries })
        : done
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/zone-shapes',
    summary: 'The areas and lines of a map file (GeoJSON or KML), without keeping anything',
    act: 'read',
    params: accordParams,
    query: nothing,
    body: z.strictObject({
      name: z.string().max(300).default('file'),
      text: z.string().max(16 * 1024 * 1024),
    }),
    response: z.object({
      shapes: z.array(
        z.object({
          name: z.string().optional(),
          geometry: z.object({ kind: z.enum(['area', 'line']) }).loose(),
        }),
      ),
    }),
    handle: ({ body }) => {
      const shapes = shapesOfFile(body.text, body.name)
      return shapes.ok ? ok({ shapes: shapes.value }) : shapes
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/zone-strips',
    summary: 'Everything within so many metres of a line, as polygons',
    act: 'read',
    params: accordParams,
    query: nothing,
    body: z.strictObject({
      line: z
        .array(z.tuple([z.number(), z.number()]))
        .min(1, 'a line has a position')
        .max(20_000),
      metres: z.number().min(10, 'at least 10 m').max(500_000, 'at most 500 km'),
    }),
    response: z.object({ polygons: z.array(z.any()) }),
    handle: ({ body }) => ok({ polygons: bufferLine(body.line, body.metres) }),
  }),
]

const sameLine = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const whole = (body: z.infer<typeof version>, now: number) =>
  ({ ...body, received: body.received ?? now }) as unknown as ZoneVersioned

/** As `withChanges`, where the writing changes the accord itself: before and after are judged each by its own zones. */
async function withZoneChanges<W>(
  desk: Parameters<typeof withChanges>[0],
  now: number,
  accordAfter: () => Accord | undefined,
  write: () => Promise<Result<W, Problem>>,
) {
  const moving = { ...desk }
  return withChanges(moving, { t: now, k: now }, async () => {
    const written = await write()
    Object.assign(moving, { accord: accordAfter() ?? desk.accord })
    return written
  })
}
