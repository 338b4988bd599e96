import { z } from 'zod'
import { incidentsSchema as plain } from './records.ts'
import { ledgerRecordSchema } from './reports.ts'
import { changedSchema } from './verdicts.ts'

/** Shapes of answers about incidents. Objects are open: a field may be added without a new version. */
export const incidentSchema = plain.shape.incidents.element

export const incidentsSchema = plain.extend({
  total: z.number().describe('How many the filter lets through.'),
})

const tally = z.record(z.string(), z.number())

export const countsSchema = z.object({
  total: z.number(),
  withoutPlace: z.number(),
  areas: z.number(),
  days: z.array(z.object({ day: z.string(), n: z.number(), wide: z.number(), marks: tally })),
  types: tally,
  actors: tally,
  sources: tally,
  withoutActor: z.number(),
  denied: z.number(),
  versions: z.number(),
})

export const likelySchema = z.object({
  likely: z.array(
    z.object({
      event: z.string(),
      score: z.number(),
      because: z.array(z.string()),
      incident: incidentSchema,
    }),
  ),
})

export const writtenSchema = z.object({
  seq: z.number(),
  record: ledgerRecordSchema,
  changed: changedSchema,
  entries: z.number(),
})

const count = z.object({
  claim: z.string(),
  source: z.string(),
  when: z.object({ lo: z.number(), hi: z.number() }),
  low: z.number(),
  high: z.number(),
  place: z.string().optional(),
  placeAr: z.string().optional(),
  url: z.string().optional(),
})

export const otherLedgersSchema = z.object({
  sources: z.array(z.string()),
  periods: z.array(
    z.object({
      when: count.shape.when,
      place: z.string().optional(),
      placeAr: z.string().optional(),
      counts: z.array(count),
      apart: z.number().optional(),
    }),
  ),
})
