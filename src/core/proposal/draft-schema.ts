import { z } from 'zod'
import { EVENT_TYPES, WEAPON_LADDER } from '../event/types.ts'
import { SPEECH_ACTS } from '../statement/statement.ts'
import { STANCES } from '../talks/position.ts'
import { whenOf } from '../time/civil.ts'

/** What a person may send back as a corrected draft: the same shapes as `Draft`, checked field by field. */

const oneLine = z.string().min(1, 'empty').max(500, 'longer than 500 characters')
const prose = z.string().max(20_000, 'longer than 20,000 characters')
const seconds = z.int('whole seconds since 1970, UTC')
const when = z
  .strictObject({ lo: seconds, hi: seconds })
  .refine(w => w.lo <= w.hi, { error: 'ends before it begins; lo must be at most hi' })

const position = z.tuple([
  z.number().min(-180, 'longitude outside -180 to 180').max(180, 'longitude outside -180 to 180'),
  z.number().min(-90, 'latitude outside -90 to 90').max(90, 'latitude outside -90 to 90'),
])
const names = { name: oneLine.optional(), nameAr: oneLine.optional() }
const place = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('disc'),
    at: position,
    radiusMetres: z
      .number()
      .min(0, 'a radius is not negative')
      .max(1_000_000, 'a radius of more than 1,000 km is no place'),
    ...names,
  }),
  z.strictObject({
    kind: z.literal('area'),
    polygons: z.array(z.array(z.array(position).min(4, 'a ring has four positions or more')).min(1)).min(1),
    ...names,
  }),
  z.strictObject({ kind: z.literal('unknown'), ...names }),
])

const eventType = z.string().refine(t => EVENT_TYPES.includes(t), { error: 'no event type of that name' })
const words = z.strictObject({ en: prose.optional(), ar: prose.optional() })
const grade = z.strictObject({
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  credibility: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
})
const provenance = z.strictObject({
  reportId: oneLine.optional(),
  span: z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).optional(),
  outlet: oneLine.optional(),
  url: prose.optional(),
  language: oneLine.optional(),
})

const statement = z.strictObject({
  speaker: z
    .strictObject({
      name: oneLine.optional(),
      role: oneLine.optional(),
      named: z.enum(['named', 'office_only', 'unnamed', 'collective']),
      party: oneLine.optional(),
    })
    .optional(),
  chain: z.array(z.strictObject({ name: oneLine, language: oneLine.optional(), date: oneLine.optional() })),
  act: z.enum(SPEECH_ACTS),
  modality: z.enum(['asserts', 'denies', 'doubts', 'conditional', 'intends']).optional(),
  quote: prose.optional(),
  paraphrase: prose.optional(),
  gloss: prose.optional(),
  condition: prose.optional(),
  target: oneLine.optional(),
  when,
  about: z
    .strictObject({
      provision: oneLine.optional(),
      party: oneLine.optional(),
      agenda: oneLine.optional(),
      event: oneLine.optional(),
    })
    .optional(),
  readings: z.array(z.strictObject({ outlet: oneLine, reading: prose, url: prose.optional() })).optional(),
  claimedException: z
    .strictObject({ provision: oneLine.optional(), events: z.array(oneLine).optional() })
    .optional(),
  denies: oneLine.optional(),
  summary: words.optional(),
  grade: z.strictObject({ reliability: oneLine, credibility: z.int().min(1).max(6) }).optional(),
  provenance: provenance.optional(),
})

export const claimDraftSchema = z.strictObject({
  kind: z.literal('claim'),
  event: oneLine.optional(),
  types: z.array(eventType).min(1, 'at least one event type'),
  actor: z.union([oneLine, z.array(oneLine).min(1)]).optional(),
  target: oneLine.optional(),
  when,
  place,
  weapons: z.array(z.enum(WEAPON_LADDER)).optional(),
  source: oneLine,
  speaksFor: oneLine.optional(),
  root: oneLine,
  grade,
  stance: z.enum(['asserts', 'denies']),
  item: oneLine.optional(),
  sector: oneLine.optional(),
  figures: z
    .array(
      z
        .strictObject({
          what: z.enum(['killed', 'wounded', 'released', 'displaced', 'items', 'incidents', 'persons']),
          low: z.number().min(0),
          high: z.number().min(0),
          asOf: seconds.optional(),
        })
        .refine(f => f.low <= f.high, { error: 'low is more than high' }),
    )
    .optional(),
  summary: words.optional(),
  provenance: provenance.optional(),
})

/** A promise as a person or the reader drafts it, without id and moment of knowledge. */
export const undertakingDraftSchema = z.strictObject({
  statement: oneLine.optional(),
  party: oneLine,
  types: z.array(eventType).min(1, 'at least one event type'),
  mode: z.enum(['do', 'refrain']),
  quantity: z.number().positive('a quantity is more than 0').optional(),
  each: z.literal('side').optional(),
  deadline: z
    .string()
    .refine(d => whenOf(d, 'UTC').ok, { error: 'no date; expected YYYY-MM-DD' })
    .optional(),
  zone: oneLine.optional(),
  condition: prose.optional(),
  words,
  when,
  provenance: provenance.optional(),
})

/** A party's position as a person or the reader drafts it. */
export const positionDraftSchema = z.strictObject({
  item: oneLine,
  party: oneLine.optional(),
  stance: z.enum(STANCES),
  condition: prose.optional(),
  waitsFor: oneLine.optional(),
  statement: oneLine.optional(),
  round: oneLine.optional(),
  when,
  provenance: provenance.optional(),
})

export const draftSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('statement'), statement }),
  z.strictObject({ kind: z.literal('event'), claim: claimDraftSchema }),
  z.strictObject({ kind: z.literal('undertaking'), undertaking: undertakingDraftSchema }),
  z.strictObject({ kind: z.literal('position'), position: positionDraftSchema }),
  z.strictObject({
    kind: z.literal('date'),
    iso: z.string().max(60).nullable(),
    granularity: oneLine,
    role: z.literal('deadline').optional(),
    how: oneLine.optional(),
  }),
  z.strictObject({
    kind: z.literal('figure'),
    value: z.number().nullable(),
    unit: z.string().max(100),
    bound: oneLine.optional(),
    per: oneLine.optional(),
  }),
  z.strictObject({
    kind: z.literal('mention'),
    of: z.enum(['place', 'actor']),
    canonical: z.string().max(500),
    id: oneLine.optional(),
  }),
  z.strictObject({
    kind: z.literal('report-date'),
    publishedAt: oneLine,
    how: z.enum(['stated-in-text', 'inferred']),
  }),
])
