import { z } from 'zod'
import { changedSchema } from './verdicts.ts'

export const reportSchema = z.object({
  id: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  mediaType: z.string(),
  encoding: z.string(),
  name: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  title: z.string().optional(),
  language: z.string().optional(),
  publishedAt: z.string().optional(),
  publishedHow: z.enum(['given', 'stated-in-text', 'inferred']).optional(),
  received: z.number().describe('Seconds since 1970, UTC.'),
  cluster: z.string().optional(),
})

const span = z.object({ start: z.number(), end: z.number() })

export const proposalSchema = z.object({
  id: z.string(),
  kind: z.enum(['statement', 'event', 'undertaking', 'position', 'date', 'figure', 'mention', 'report-date']),
  span,
  surface: z.string(),
  confidence: z.number(),
  reason: z.string(),
  by: z.string(),
  group: z.string().optional(),
  draft: z.object({ kind: z.string() }).loose(),
})

export const readingSchema = z.object({
  readerVersion: z.string(),
  language: z.string(),
  publishedAt: z.string().optional(),
  publishedHow: z.enum(['given', 'stated-in-text', 'inferred', 'unknown']),
  text: z.string(),
  paragraphs: z.array(
    z.object({
      text: z.string(),
      kept: z.boolean(),
      why: z.enum(['repeat', 'boilerplate', 'empty']).optional(),
      repeats: z.number().optional(),
    }),
  ),
  proposals: z.array(proposalSchema),
  warnings: z.array(z.string()),
})

export const inboxSchema = z.object({
  reports: z.array(
    z.object({
      report: reportSchema,
      open: z.number(),
      accepted: z.number(),
      rejected: z.number(),
      excerpt: z.string(),
    }),
  ),
  entries: z.number(),
})

export const reviewSchema = z.object({
  report: reportSchema,
  reading: readingSchema,
  decisions: z.array(
    z.object({
      proposalId: z.string(),
      seq: z.number(),
      decision: z.enum(['accepted', 'corrected', 'rejected']),
      recordIds: z.array(z.string()),
      at: z.number(),
      by: z.string(),
    }),
  ),
  open: z.array(proposalSchema),
})

export const receivedSchema = z.object({
  report: reportSchema,
  /** The very bytes were here already; nothing was written. */
  same: z.boolean(),
  proposals: z.number(),
  warnings: z.array(z.string()),
})

export const ledgerRecordSchema = z.object({
  of: z.enum(['evidence', 'statement', 'undertaking', 'position']),
  record: z.object({ id: z.string(), received: z.number() }).loose(),
})

export const decidedSchema = z.object({
  decided: z.array(
    z.object({
      proposalId: z.string(),
      seq: z.number(),
      decision: z.enum(['accepted', 'corrected', 'rejected']),
      records: z.array(ledgerRecordSchema),
      receivedFrom: z.enum(['publication', 'now']),
    }),
  ),
  changed: changedSchema,
  entries: z.number(),
})
