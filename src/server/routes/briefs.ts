import { z } from 'zod'
import { briefOf } from '../../core/brief/brief-of.ts'
import { briefPeriod } from '../../core/brief/brief-period.ts'
import { canonicalJson } from '../../core/ledger/canonical.ts'
import { sha256 } from '../../core/ledger/sha256.ts'
import { ok } from '../../core/result.ts'
import { BRIEF_FORMATS, BRIEF_MEDIA, briefFileName, renderBrief } from '../brief/render-brief.ts'
import { questionOf } from '../question.ts'
import { accordRoute } from '../route.ts'
import { accordParams } from '../schema/params.ts'

const briefQuery = z.strictObject({
  period: z.string().describe('The days it speaks of: 2018-11-26/2018-12-02, a day or a month.'),
  lang: z.enum(['ar', 'en']).default('ar'),
  format: z.enum(BRIEF_FORMATS).default('json'),
  level: z.enum(['internal', 'parties', 'public']).default('internal'),
  knownAt: z.string().optional().describe('Knowing only what could be known by then. Default: now.'),
  reading: z.string().optional(),
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
    handle: async ({ desk, query, now, reply, request }) => {
      const period = briefPeriod(query.period, desk.accord.tz)
      if (!period.ok) return period
      const q = questionOf(desk, { knownAt: query.knownAt, reading: query.reading }, now)
      if (!q.ok) return q
      const brief = briefOf(q.value.accord, q.value.state, {
        period: period.value,
        k: q.value.asOf.k,
        reading: q.value.reading,
        locale: query.lang,
        level: query.level,
      })
      if (query.format === 'json') return ok({ brief, sha256: sha256(canonicalJson(brief)) })
      // Links lead back here only in what stays in the house.
      const links = query.level === 'internal' ? { base: `${request.protocol}://${request.host}` } : {}
      const rendered = await renderBrief(brief, query.format, links)
      if (!rendered.ok) return rendered
      reply.header('content-type', BRIEF_MEDIA[query.format])
      reply.header('content-disposition', `attachment; filename="${briefFileName(brief, query.format)}"`)
      reply.send(Buffer.from(rendered.value))
      return undefined
    },
  }),
]
