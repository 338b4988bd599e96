import { z } from 'zod'
import { may } from '../../core/access/may.ts'
import { ok } from '../../core/result.ts'
import { inboxItems } from '../../core/view/inbox-items.ts'
import { zoneMap } from '../../core/view/zone-map.ts'
import { questionOf, questionQuery } from '../question.ts'
import { accordRoute, nothing, route } from '../route.ts'
import { accordParams } from '../schema/params.ts'
import { wordsSchema } from '../schema/words.ts'

export const ACCORD_ROUTES = [
  route({
    method: 'GET',
    path: '/health',
    summary: 'Is the server there',
    act: 'read',
    params: nothing,
    query: nothing,
    response: z.object({ ok: z.literal(true), version: z.string(), accords: z.number() }),
    handle: ({ house }) => ok({ ok: true, version: house.version, accords: house.accords().length }),
  }),
  route({
    method: 'GET',
    path: '/accords',
    summary: 'The accords kept here',
    act: 'read',
    params: nothing,
    query: nothing,
    response: z.object({
      accords: z.array(
        z.object({
          id: z.string(),
          title: wordsSchema,
          summary: wordsSchema.optional(),
          tz: z.string(),
          entries: z.number(),
          reports: z.number(),
          open: z.number(),
        }),
      ),
    }),
    handle: ({ house, viewer }) => {
      const accords = house.accords().flatMap(id => {
        const desk = house.desk(id)
        if (!desk || !may(viewer, 'read', id)) return []
        const { title, summary, tz } = desk.accord
        const items = inboxItems(desk.state)
        return [
          {
            id,
            title,
            ...(summary && { summary }),
            tz,
            entries: desk.state.head.seq,
            reports: items.length,
            open: items.reduce((n, i) => n + i.open, 0),
          },
        ]
      })
      return ok({ accords })
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord',
    summary: 'The text in force: parties, documents, provisions, readings',
    act: 'read',
    params: accordParams,
    query: nothing,
    response: z.object({
      accord: z.object({ accord: z.literal('hudna/1'), id: z.string(), title: wordsSchema }).loose(),
      sha256: z.string(),
      adoptedAt: z.number(),
      entries: z.number(),
    }),
    handle: ({ desk }) => {
      // Shapes of zones are large and have their own address.
      const zones = desk.accord.zones.map(zone => ({
        ...zone,
        versions: zone.versions.map(({ inner: _inner, outer: _outer, ...version }) => version),
      }))
      return ok({
        accord: { ...desk.accord, zones },
        sha256: desk.state.adopted?.sha256 ?? '',
        adoptedAt: desk.state.adopted?.recordedAt ?? 0,
        entries: desk.state.head.seq,
      })
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/zones',
    summary: 'The zones at a moment, as GeoJSON',
    act: 'read',
    params: accordParams,
    query: questionQuery,
    response: z.object({
      type: z.literal('FeatureCollection'),
      features: z.array(z.object({ type: z.literal('Feature') }).loose()),
    }),
    responseType: 'application/geo+json',
    handle: ({ desk, query, reply, now }) => {
      const q = questionOf(desk, query, now)
      if (!q.ok) return q
      reply.type('application/geo+json; charset=utf-8')
      return ok(zoneMap(q.value.accord, q.value.asOf.t))
    },
  }),
]
