import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Brief, SECTIONS } from '../../core/brief/brief.ts'
import type { BriefRequest } from '../../core/brief/brief-of.ts'
import { briefPeriod } from '../../core/brief/brief-period.ts'
import type { Links } from '../../core/brief/links.ts'
import { type HeldBrief, maySeeBrief, withEdits } from '../../core/brief/released.ts'
import { canonicalJson } from '../../core/ledger/canonical.ts'
import { sha256 } from '../../core/ledger/sha256.ts'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { composeOn, heldBriefs, recomputed, releaseBrief } from '../brief/release-brief.ts'
import {
  BRIEF_FORMATS,
  BRIEF_MEDIA,
  type BriefFormat,
  briefFileName,
  renderBrief,
} from '../brief/render-brief.ts'
import type { Desk } from '../desk.ts'
import { notFound } from '../problem-status.ts'
import { questionOf } from '../question.ts'
import { accordRoute, nothing } from '../route.ts'
import { accordParams, idText } from '../schema/params.ts'

const request = {
  period: z.string().describe('The days it speaks of: 2018-11-26/2018-12-02, a day or a month.'),
  lang: z.enum(['ar', 'en']).default('ar'),
  level: z.enum(['internal', 'parties', 'public']).default('internal'),
  knownAt: z.string().optional().describe('Knowing only what could be known by then. Default: now.'),
  reading: z.string().optional(),
}
const briefQuery = z.strictObject({ ...request, format: z.enum(BRIEF_FORMATS).default('json') })
const section = z.enum(SECTIONS)
const releaseBody = z.strictObject({
  ...request,
  edits: z
    .strictObject({
      notes: z.partialRecord(section, z.string().max(5000)).optional(),
      omit: z.array(section).optional(),
    })
    .default({}),
  notBefore: z.int().optional().describe('Seconds UTC before which only those inside may see it.'),
  corrects: z.strictObject({ id: idText, changed: z.string().min(1).max(5000) }).optional(),
})
const heldSchema = z.object({
  id: z.string(),
  sha256: z.string(),
  level: z.string(),
  seq: z.number(),
  releasedAt: z.number(),
  by: z.string(),
})
const briefParams = z.strictObject({ accord: idText, brief: idText })

function requestOf(
  desk: Desk,
  q: {
    period: string
    lang: 'ar' | 'en'
    level: BriefRequest['level']
    knownAt?: string | undefined
    reading?: string | undefined
  },
  now: number,
): Result<BriefRequest, Problem> {
  const period = briefPeriod(q.period, desk.accord.tz)
  if (!period.ok) return period
  const question = questionOf(desk, { knownAt: q.knownAt, reading: q.reading }, now)
  if (!question.ok) return question
  const { asOf, reading } = question.value
  return ok({ period: period.value, k: asOf.k, reading, locale: q.lang, level: q.level })
}

async function sendFile(
  brief: Brief,
  format: BriefFormat,
  links: Links,
  reply: FastifyReply,
): Promise<Result<never, Problem> | undefined> {
  const rendered = await renderBrief(brief, format, links)
  if (!rendered.ok) return rendered
  reply.header('content-type', BRIEF_MEDIA[format])
  reply.header('content-disposition', `attachment; filename="${briefFileName(brief, format)}"`)
  reply.send(Buffer.from(rendered.value))
  return undefined
}

/** Without the brief itself: what a list shows. */
const lineOf = ({ brief, ...b }: HeldBrief) => ({
  ...b,
  title: brief.title,
  period: brief.period,
  locale: brief.locale,
})

export const BRIEF_ROUTES = [
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/brief',
    summary: 'The brief of a period, composed from the ledger: JSON, web page, Markdown, Word or PDF',
    act: 'read',
    params: accordParams,
    query: briefQuery,
    response: z.object({ brief: z.unknown(), sha256: z.string() }),
    handle: async ({ desk, query, now, reply, request: from }) => {
      const asked = requestOf(desk, query, now)
      if (!asked.ok) return asked
      const brief = composeOn(desk, asked.value)
      if (query.format === 'json') return ok({ brief, sha256: sha256(canonicalJson(brief)) })
      // Links lead back here only in what stays in the house.
      return sendFile(
        brief,
        query.format,
        query.level === 'internal' ? { base: `${from.protocol}://${from.host}` } : {},
        reply,
      )
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/briefs',
    summary: 'The briefs that were released, newest first',
    act: 'read',
    params: accordParams,
    query: nothing,
    response: z.object({ briefs: z.array(heldSchema) }),
    handle: ({ desk, viewer, now }) =>
      ok({
        briefs: heldBriefs(desk)
          .filter(b => maySeeBrief(b, viewer.release, now))
          .map(lineOf),
      }),
  }),
  accordRoute({
    method: 'POST',
    path: '/accords/:accord/briefs',
    summary: 'Release a brief: frozen in the ledger with its hash',
    act: 'release',
    params: accordParams,
    query: nothing,
    body: releaseBody,
    response: heldSchema,
    handle: async ({ house, desk, viewer, body, now }) => {
      const asked = requestOf(desk, body, now)
      if (!asked.ok) return asked
      const edits = {
        ...(body.edits.notes && { notes: body.edits.notes }),
        ...(body.edits.omit && { omit: body.edits.omit }),
      }
      const done = await releaseBrief(
        house,
        desk,
        viewer,
        { request: asked.value, edits, notBefore: body.notBefore, corrects: body.corrects },
        now * 1000,
      )
      return done.ok ? ok(lineOf(done.value)) : done
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/briefs/:brief',
    summary: 'A released brief as it went out, in any format',
    act: 'read',
    params: briefParams,
    query: z.strictObject({ format: z.enum(BRIEF_FORMATS).default('json') }),
    response: z.object({ id: z.string(), sha256: z.string(), brief: z.unknown() }),
    handle: async ({ desk, viewer, params, query, now, reply }) => {
      const held = heldBriefs(desk).find(b => b.id === params.brief && maySeeBrief(b, viewer.release, now))
      if (!held) return fail(notFound('brief', params.brief))
      if (query.format === 'json') return ok(held)
      return sendFile(withEdits(held.brief, held.edits), query.format, {}, reply)
    },
  }),
  accordRoute({
    method: 'GET',
    path: '/accords/:accord/briefs/:brief/recomputed',
    summary: 'Make a released brief again from the ledger as it stood: is it the same to the byte?',
    act: 'read',
    params: briefParams,
    query: nothing,
    response: z.object({ same: z.boolean(), sha256: z.string(), released: z.string() }),
    handle: ({ desk, viewer, params, now }) => {
      const held = heldBriefs(desk).find(b => b.id === params.brief && maySeeBrief(b, viewer.release, now))
      return held
        ? ok({ ...recomputed(desk, held), released: held.sha256 })
        : fail(notFound('brief', params.brief))
    },
  }),
]
