import { z } from 'zod'
import { SPEECH_ACTS } from '../../core/statement/statement.ts'
import { ITEM_STATES, STANCES } from '../../core/talks/position.ts'
import { verdictSchema } from './verdicts.ts'
import { wordsSchema } from './words.ts'

const when = z.object({ lo: z.number(), hi: z.number() })
const place = z.object({ kind: z.enum(['disc', 'area', 'unknown']) }).loose()
const asOf = z.object({ t: z.number(), k: z.number() })

export const recordViewSchema = z.object({
  id: z.string(),
  seq: z.number(),
  recordedAt: z.number(),
  by: z.string(),
  status: z.enum(['active', 'retracted', 'superseded', 'undone']),
  summary: wordsSchema,
  record: z.object({
    of: z.enum(['evidence', 'statement', 'undertaking', 'position']),
    record: z.object({ id: z.string(), received: z.number() }).loose(),
  }),
})

export const incidentsSchema = z.object({
  accord: z.string(),
  asOf,
  incidents: z.array(
    z.object({
      event: z.string(),
      sameAs: z.array(z.string()),
      types: z.array(z.string()),
      actors: z.array(z.string()),
      targets: z.array(z.string()),
      when,
      place,
      zones: z.record(z.string(), z.enum(['inside', 'outside', 'cannot-tell'])),
      figures: z.array(
        z
          .object({
            what: z.string(),
            low: z.number(),
            high: z.number(),
            claim: z.string(),
            source: z.string(),
          })
          .loose(),
      ),
      claims: z.array(
        z.object({
          id: z.string(),
          source: z.string(),
          root: z.string(),
          grade: z.object({ reliability: z.string(), credibility: z.number() }),
          stance: z.enum(['asserts', 'denies']),
          speaksFor: z.string().optional(),
          url: z.string().optional(),
        }),
      ),
      independent: z.number(),
      denied: z.number(),
      conflicts: z.array(z.string()),
      summary: wordsSchema,
    }),
  ),
})

const statement = z
  .object({
    id: z.string(),
    chain: z.array(z.object({ name: z.string() }).loose()),
    act: z.enum(SPEECH_ACTS),
    when,
    received: z.number(),
  })
  .loose()

export const statementsSchema = z.object({
  accord: z.string(),
  asOf,
  statements: z.array(statement),
  undertakings: z.array(
    z.object({
      undertaking: z.object({ id: z.string(), party: z.string(), when, received: z.number() }).loose(),
      verdicts: z.array(verdictSchema),
    }),
  ),
})

const position = z
  .object({ id: z.string(), item: z.string(), stance: z.enum(STANCES), when, received: z.number() })
  .loose()

export const talksSchema = z.object({
  accord: z.string(),
  asOf,
  parties: z.array(z.object({ id: z.string(), name: wordsSchema })),
  items: z.array(
    z.object({
      item: z.string(),
      title: wordsSchema,
      parent: z.string().optional(),
      provision: z.string().optional(),
      state: z.enum(ITEM_STATES),
      waitsFor: z.string().optional(),
      because: wordsSchema,
      current: z.array(position),
      history: z.array(position),
    }),
  ),
})
