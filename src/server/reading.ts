import type { Accord } from '../core/accord/model.ts'
import type { Problem } from '../core/problem.ts'
import type { ReadingOfReport } from '../core/proposal/proposal.ts'
import type { Result } from '../core/result.ts'

/** Largest report taken in. A day's longest agency file is well under one; see docs/api.md. */
export const MAX_REPORT_BYTES = 16 * 1024 * 1024

/** What is known of a report's bytes before they are read. */
export type ReadContext = {
  /** Its parties, places and agenda are what the reader looks for. */
  readonly accord: Accord
  readonly mediaType?: string
  readonly name?: string
  readonly outlet?: string
  readonly url?: string
  readonly publishedAt?: string
}

export type ReadReport = {
  readonly encoding: string
  readonly reading: ReadingOfReport
  /** What the document says of itself; what a person said of it holds before it. */
  readonly about?: { readonly title?: string; readonly outlet?: string; readonly url?: string }
}

/** Turns a report's bytes into proposals, or says why they are no report. The one way from bytes to a reading. */
export type ReadBytes = (bytes: Uint8Array, context: ReadContext) => Promise<Result<ReadReport, Problem>>
