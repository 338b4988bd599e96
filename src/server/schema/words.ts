import { z } from 'zod'

/** The same words in English and Arabic. */
export const wordsSchema = z.object({ en: z.string(), ar: z.string() })
