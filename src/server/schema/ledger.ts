import { z } from 'zod'

/** Shapes of answers about the ledger. Objects are open: a field may be added without a new version. */
export const entrySchema = z.object({
  accord: z.string(),
  seq: z.number(),
  recordedAt: z.number().describe('Milliseconds since 1970, UTC.'),
  by: z.string(),
  body: z.object({ kind: z.string() }).loose(),
  prev: z.string(),
  hash: z.string(),
})

export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  where: z
    .object({
      file: z.string().optional(),
      line: z.number().optional(),
      column: z.number().optional(),
      field: z.string().optional(),
    })
    .optional(),
  expected: z.string().optional(),
})
