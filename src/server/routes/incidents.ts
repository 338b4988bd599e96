import { z } from 'zod'
import type { Claim } from '../../core/evidence/record.ts'
import { claimDraftSchema } from '../../core/proposal/draft-schema.ts'
import { fail, ok } from '../../core/result.ts'
import { activeClaims } from '../../core/view/active.ts'
import { incidentCounts } from '../../core/view/incident-counts.ts'
import { likelySame } from '../../core/view/likely-same.ts'
import { otherLedgers } from '../../core/view/other-ledgers.ts'
import { recordView } from '../../core/view/record-view.ts'
import { zoneReason } from '../../core/zone/zone-reason.ts'
import { addEvidence } from '../incidents/add-evidence.ts'
import { asked, tilesAsked } from '../incidents/asked.ts'
import { incidentsAsked } from '../incidents/incident-book.ts'
import { filterQuery } from '../incidents/incident-query.ts'
import { clusterEvents, tileOf } from '../incidents/incident-tiles.ts'
import { notFound, problem } from '../problem-status.ts'
import { questionOf, questionQuery } from '../question.ts'
import { accordRoute, nothing } from '../route.ts'
import {
  countsSchema,
  incidentSchema,
  incidentsSchema,
  likelySchema,
  otherLedgersSchema,
  writtenSchema,
} from '../schema/incidents.ts'
import { accordParams, idText } from '../schema/params.ts'
import { recordViewSchema } from '../schema/records.ts'

/** Most incidents in one answer; `next` says where to go on. */
const MOST = 20_000

const draft = claimDraftSchema.omit({ kind: true })
const received = z.int('whole seconds since 1970, UTC').optional()
const why = z.string().min(1, 'say why').max(2000)

export const INCIDENT_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/incidents',
    summary: 'What happened, as its sources tell it, with an answer for every zone; filtered, newest first',
    act: 'read',
    params: accordParams,
    query: filterQuery.extend({
      limit: z.coerce.number().int().min(0).max(MOST).default(MOST),
      skip: z.coerce.number().int().min(0).default(0).describe('How many of the newest to pass over.'),
      cluster: z.coerce
        .number()
        .int()
        .optional()
        .describe('Only those in this cluster of the same filter’s tiles.'),
    }),
    response: incidentsSchema,
    handle: ({ desk, query, now }) => {
      const { limit, skip, cluster, ...filter } = query
      const found = asked(desk, filter, now)
      if (!found.ok) return found
      let { incidents } = found.value
      if (cluster !== undefined) {
        const set = tilesAsked(desk, filter, now)
        if (!set.ok) return set
        const events = new Set(clusterEvents(set.value, cluster, MOST))
        if (!events.size) return fail(notFound('cluster', String(cluster), 'cluster'))
        incidents = incidents.filter(i => events.has(i.event))
      }
      const { accord, asOf } = found.value.question
      return ok({
        accord: accord.id,
        asOf,
        total: incidents.length,
        incidents: skip === 0 && limit >= incidents.length ? incidents : incidents.slice(skip, skip + limit),
      })
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/incidents/counts',
    summary: 'How many a day, of what, by whom, without a place: for the chart and the filters',
    act: 'read',
    params: accordParams,
    query: filterQuery,
    response: countsSchema,
    handle: ({ desk, query, now }) => {
      const found = asked(desk, query, now)
      return found.ok ? ok(incidentCounts(found.value.incidents, found.value.question.accord.tz)) : found
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/incidents/tiles/:z/:x/:y',
    summary: 'A Mapbox vector tile: clusters, discs with their radius, areas',
    act: 'read',
    params: z.strictObject({
      accord: idText,
      z: z.coerce.number().int().min(0).max(24),
      x: z.coerce.number().int().min(0),
      y: z.coerce.number().int().min(0),
    }),
    query: filterQuery,
    response: z.any(),
    responseType: 'application/vnd.mapbox-vector-tile',
    handle: ({ desk, params, query, now, reply }) => {
      const set = tilesAsked(desk, query, now)
      if (!set.ok) return set
      reply.type('application/vnd.mapbox-vector-tile')
      reply.header('cache-control', 'no-cache')
      return ok(Buffer.from(tileOf(set.value, params.z, params.x, params.y)))
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/incidents/likely-same',
    summary: 'Which incidents may be the one about to be entered',
    act: 'read',
    params: accordParams,
    query: nothing,
    body: draft.pick({ types: true, when: true, place: true, actor: true, target: true, figures: true }),
    response: likelySchema,
    handle: ({ desk, body, now }) => {
      const q = questionOf(desk, {}, now)
      if (!q.ok) return q
      const incidents = incidentsAsked(q.value)
      const { actor, target, figures, ...sketch } = body
      const likely = likelySame(
        {
          ...sketch,
          ...(typeof actor === 'string' && { actor }),
          ...(target !== undefined && { target }),
          ...(figures && { figures: figures as NonNullable<Claim['figures']> }),
        },
        incidents,
      )
      const byEvent = new Map(incidents.map(i => [i.event, i]))
      return ok({ likely: likely.map(l => ({ ...l, incident: byEvent.get(l.event) })) })
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/incidents/:event',
    summary: 'One incident whole: why in or out of each zone, its claims, its other versions',
    act: 'read',
    params: z.strictObject({ accord: idText, event: idText }),
    query: questionQuery,
    response: z.object({
      incident: incidentSchema,
      reasons: z.array(
        z.object({
          zone: z.string(),
          answer: z.enum(['inside', 'outside', 'cannot-tell']),
          because: z.object({ en: z.string(), ar: z.string() }),
        }),
      ),
      claims: z.array(recordViewSchema),
      versions: z.array(incidentSchema),
    }),
    handle: ({ desk, params, query, now }) => {
      const q = questionOf(desk, query, now)
      if (!q.ok) return q
      const { accord, state } = q.value
      const incidents = incidentsAsked(q.value)
      const one = (event: string) => incidents.find(i => i.event === event || i.sameAs.includes(event))
      const incident = one(params.event)
      if (!incident) return fail(notFound('incident', params.event))
      return ok({
        incident,
        reasons: accord.zones.map(z => ({
          zone: z.id,
          ...zoneReason(accord, incident, z.id, incident.zones[z.id] ?? 'outside'),
        })),
        claims: incident.claims.flatMap(c => recordView(accord, state, c.id) ?? []),
        versions: (incident.links ?? [])
          .filter(l => l.relation === 'versions-of')
          .flatMap(l => one(l.event) ?? []),
      })
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/incidents',
    summary:
      "Enter by hand what one source says happened; with `event`, one more source's word on a known one",
    act: 'decide',
    params: accordParams,
    query: nothing,
    body: z.strictObject({ claim: draft, received }),
    response: writtenSchema,
    handle: async ({ house, desk, viewer, body, now }) =>
      addEvidence(house, desk, viewer, now, ({ id, received }) => {
        const { claim } = body
        return {
          ...claim,
          kind: 'claim',
          id,
          event: claim.event ?? `e-${id}`,
          received: body.received ?? received,
        }
      }),
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/records/:record/correction',
    summary: 'Put a corrected claim in the place of one, from now on',
    act: 'decide',
    params: z.strictObject({ accord: idText, record: idText }),
    query: nothing,
    body: z.strictObject({ claim: draft, why, received }),
    response: writtenSchema,
    handle: async ({ house, desk, viewer, params, body, now }) => {
      const old = activeClaims(desk.state.evidence.values(), now).find(c => c.id === params.record)
      if (!old) return fail(notFound('claim in force', params.record))
      return addEvidence(house, desk, viewer, now, ({ id, received }) => ({
        kind: 'correction',
        id: `${id}-c`,
        supersedes: old.id,
        claim: { ...body.claim, kind: 'claim', id, event: old.event, received: body.received ?? received },
        received: body.received ?? received,
        why: body.why,
      }))
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/links',
    summary:
      'Say that two events are one told twice, two versions of one, or an answer; undone by a retraction',
    act: 'decide',
    params: accordParams,
    query: nothing,
    body: z.strictObject({
      events: z.tuple([idText, idText]),
      relation: z.enum(['same-event', 'versions-of', 'response-to']),
    }),
    response: writtenSchema,
    handle: async ({ house, desk, viewer, body, now }) => {
      const known = new Set(activeClaims(desk.state.evidence.values(), now).map(c => c.event))
      const strange = body.events.find(e => !known.has(e))
      if (strange !== undefined) return fail(notFound('event', strange, 'events'))
      if (body.events[0] === body.events[1])
        return fail(problem('same-twice', 'an event cannot be linked to itself', { field: 'events' }))
      return addEvidence(house, desk, viewer, now, ({ id, received }) => ({
        kind: 'link',
        id,
        events: body.events,
        relation: body.relation,
        received,
        by: viewer.id,
      }))
    },
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/coverage',
    summary: 'Note who could look where and when; without it silence means nothing',
    act: 'decide',
    params: accordParams,
    query: nothing,
    body: z.strictObject({
      zone: idText.optional(),
      provision: idText.optional(),
      when: claimDraftSchema.shape.when,
      level: z.enum(['adequate', 'partial', 'none']),
      why,
      received,
    }),
    response: writtenSchema,
    handle: async ({ house, desk, viewer, body, now }) => {
      const { zone, provision, received: given, ...note } = body
      if (zone !== undefined && !desk.accord.zones.some(z => z.id === zone))
        return fail(notFound('zone', zone, 'zone'))
      if (provision !== undefined && !desk.accord.provisions.some(p => p.id === provision))
        return fail(notFound('provision', provision, 'provision'))
      return addEvidence(house, desk, viewer, now, ({ id, received }) => ({
        ...note,
        kind: 'coverage',
        id,
        ...(zone !== undefined && { zone }),
        ...(provision !== undefined && { provision }),
        received: given ?? received,
      }))
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/coverage',
    summary: 'The notes on who could look where and when',
    act: 'read',
    params: accordParams,
    query: questionQuery,
    response: z.object({ notes: z.array(recordViewSchema) }),
    handle: ({ desk, query, now }) => {
      const q = questionOf(desk, query, now)
      if (!q.ok) return q
      const { accord, state, asOf } = q.value
      const notes = [...state.evidence.values()]
        .filter(r => r.kind === 'coverage' && r.received <= asOf.k && r.when.lo <= asOf.t)
        .flatMap(r => recordView(accord, state, r.id) ?? [])
        .filter(v => v.status === 'active')
      return ok({ notes })
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/other-ledgers',
    summary: 'Counts that others keep, side by side and never added up',
    act: 'read',
    params: accordParams,
    query: questionQuery,
    response: otherLedgersSchema,
    handle: ({ desk, query, now }) => {
      const q = questionOf(desk, query, now)
      return q.ok ? ok(otherLedgers(q.value.state.evidence.values(), q.value.asOf)) : q
    },
  }),
]
