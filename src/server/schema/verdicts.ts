import { z } from 'zod'
import { OBLIGATION_VERDICTS, PROHIBITION_VERDICTS } from '../../core/compliance/verdict.ts'
import { wordsSchema } from './words.ts'

export const verdictNameSchema = z.enum([
  ...PROHIBITION_VERDICTS,
  ...OBLIGATION_VERDICTS,
  'EXERCISED',
  'UNUSED',
  'EXCEEDED',
  'NOT_IN_FORCE',
  'NOT_JUDGED',
])

const when = z.object({ lo: z.number(), hi: z.number() })

export const verdictSchema = z.object({
  provision: z.string(),
  bearer: z.array(z.string()),
  reading: z.string(),
  asOf: z.object({ t: z.number(), k: z.number() }),
  verdict: verdictNameSchema,
  codes: z.array(z.string()),
  quantity: z.object({ low: z.number(), high: z.number(), required: z.number() }).optional(),
  timeliness: z.object({
    kind: z.enum(['on_time', 'late', 'overdue', 'no_deadline', 'not_due', 'unknown']),
    days: z.number().optional(),
  }),
  correspondence: z.enum(['as_agreed', 'partial', 'different', 'unknown']),
  due: when.optional(),
  observed: z.enum(['yes', 'partly', 'no']),
  repair: z.object({ verdict: z.enum(OBLIGATION_VERDICTS), due: when.optional() }).optional(),
  counts: z.record(z.string(), z.number()),
  evidenceFor: z.array(z.string()),
  evidenceAgainst: z.array(z.string()),
  assumptions: z.array(z.object({ kind: z.string(), id: z.string(), words: wordsSchema })),
  because: wordsSchema,
  settles: z.array(z.object({ what: wordsSchema, event: z.string().optional(), to: verdictNameSchema })),
})

export const intervalSchema = z.object({
  from: z.number(),
  to: z.number(),
  verdict: verdictNameSchema,
  codes: z.array(z.string()),
})

export const changedSchema = z.array(
  z.object({
    provision: z.string(),
    bearer: z.array(z.string()),
    from: verdictNameSchema,
    to: verdictNameSchema,
    fromWaiting: z.boolean().optional(),
    toWaiting: z.boolean().optional(),
    words: wordsSchema,
  }),
)

export const boardSchema = z.object({
  accord: z.string(),
  title: wordsSchema,
  tz: z.string(),
  asOf: z.object({ t: z.number(), k: z.number() }),
  reading: z.string(),
  readings: z.array(z.object({ id: z.string(), name: wordsSchema, author: z.string() })),
  parties: z.array(z.object({ id: z.string(), name: wordsSchema, role: z.string() })),
  bottomLine: wordsSchema,
  counts: z.record(z.string(), z.number()),
  rows: z.array(
    z.object({
      provision: z.string(),
      document: z.string(),
      kind: z.string(),
      title: wordsSchema,
      due: z.number().optional(),
      cells: z.array(
        z.object({
          bearer: z.array(z.string()),
          verdict: verdictSchema,
          strip: z.array(intervalSchema),
          differs: z.array(z.object({ reading: z.string(), verdict: verdictNameSchema })),
        }),
      ),
    }),
  ),
  changed: changedSchema,
  deadlines: z.array(
    z.object({
      provision: z.string(),
      title: wordsSchema,
      due: z.number(),
      verdict: verdictNameSchema,
      waiting: z.boolean().optional(),
    }),
  ),
  entries: z.number(),
})

/** A derivation; its nodes nest, and its leaves name records, zone versions or facts. */
const explanation = z
  .object({
    rule: z.string(),
    words: wordsSchema,
    because: z.array(z.unknown()),
    against: z.array(z.unknown()),
    missing: z.array(z.unknown()),
  })
  .loose()

export const provisionSchema = z.object({
  accord: z.string(),
  provision: z.string(),
  kind: z.string(),
  title: wordsSchema,
  words: wordsSchema,
  document: z.object({
    id: z.string(),
    title: wordsSchema,
    points: z.array(z.string()),
    urls: z.array(z.string()),
  }),
  disputes: z.array(
    z.object({
      phrase: wordsSchema,
      positions: z.array(z.object({ by: z.string(), says: wordsSchema }).loose()),
    }),
  ),
  verdicts: z.array(z.object({ verdict: verdictSchema, explanation, intervals: z.array(intervalSchema) })),
  records: z.record(z.string(), z.object({ id: z.string(), seq: z.number() }).loose()),
  statements: z.array(z.object({ id: z.string() }).loose()),
})
