import { z } from 'zod'
import type { Problem } from '../../core/problem.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { whenOf } from '../../core/time/civil.ts'
import type { IncidentFilter } from '../../core/view/incident-filter.ts'
import { momentOf } from '../../core/view/moment.ts'
import { problem } from '../problem-status.ts'
import { type Question, questionQuery } from '../question.ts'

const text = z.string().min(1).max(300)
const flag = z.enum(['true', 'false']).transform(v => v === 'true')

/** The filters of the Incidents page, as its address has them. */
export const filterQuery = z.strictObject({
  ...questionQuery.shape,
  from: text.optional().describe('May have happened on or after this date.'),
  to: text.optional().describe('May have happened by the end of this date.'),
  type: text.optional().describe('This event type or one below it.'),
  actor: text.optional().describe("A party; '?': no source says who."),
  zone: text.optional().describe('Inside this zone, or perhaps inside.'),
  answer: z.enum(['inside', 'outside', 'cannot-tell']).optional().describe('With zone: only this answer.'),
  source: text.optional(),
  text: text.optional().describe('Words in any spelling, Arabic folded; all must be there.'),
  denied: flag.optional().describe('Only what some source denies.'),
  versions: flag.optional().describe('Only what is told in two versions.'),
  placed: z.enum(['disc', 'area', 'unknown']).optional().describe('How its place is known.'),
  box: z
    .string()
    .regex(/^-?[\d.]+(,-?[\d.]+){3}$/, 'west,south,east,north in degrees')
    .optional(),
})
export type FilterQuery = z.infer<typeof filterQuery>

/** The filter a query asks for; a problem names the parameter that makes no sense. */
export function filterOf(q: FilterQuery, question: Question): Result<IncidentFilter, Problem> {
  const { accord } = question
  const from = q.from === undefined ? undefined : whenOf(q.from, accord.tz)
  if (from && !from.ok)
    return fail(problem(from.error.kind, `'${q.from}' is no date`, { field: 'from', expected: 'YYYY-MM-DD' }))
  const to = q.to === undefined ? undefined : momentOf(q.to, accord.tz, 'to')
  if (to && !to.ok) return to
  if (q.zone !== undefined && !accord.zones.some(z => z.id === q.zone))
    return fail(
      problem('not-found', `no zone '${q.zone}' in this accord`, {
        field: 'zone',
        expected: `one of ${accord.zones.map(z => z.id).join(', ')}`,
      }),
    )
  const [west, south, east, north] = q.box?.split(',').map(Number) ?? []
  return ok({
    ...((from || to) && {
      period: { lo: from?.value.lo ?? Number.MIN_SAFE_INTEGER, hi: to?.value ?? Number.MAX_SAFE_INTEGER },
    }),
    ...(q.type !== undefined && { type: q.type }),
    ...(q.actor !== undefined && { actor: q.actor }),
    ...(q.zone !== undefined && { zone: q.zone }),
    ...(q.answer !== undefined && { answer: q.answer }),
    ...(q.source !== undefined && { source: q.source }),
    ...(q.text !== undefined && { text: q.text }),
    ...(q.denied && { denied: true }),
    ...(q.versions && { versions: true }),
    ...(q.placed !== undefined && { placed: q.placed }),
    ...(q.box !== undefined && { box: { west: west!, south: south!, east: east!, north: north! } }),
  })
}
