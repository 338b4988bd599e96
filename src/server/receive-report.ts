import { createHash } from 'node:crypto'
import type { Viewer } from '../core/access/viewer.ts'
import type { Accord } from '../core/accord/model.ts'
import type { EntryBody } from '../core/ledger/entry.ts'
import type { Problem } from '../core/problem.ts'
import type { ReadingOfReport } from '../core/proposal/proposal.ts'
import type { Report } from '../core/report/report.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { momentOf } from '../core/view/moment.ts'
import { copiedFrom } from './copies.ts'
import type { Desk } from './desk.ts'
import type { House } from './house.ts'
import { notFound, problem } from './problem-status.ts'
import type { ReadBytes } from './reading.ts'
import { uuidV7 } from './uuid-v7.ts'

/** A report as somebody hands it in. */
export type ReportInput = {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly name?: string | undefined
  readonly publishedAt?: string | undefined
  readonly outlet?: string | undefined
  readonly url?: string | undefined
}

export type ReceivedReport = {
  readonly report: Report
  /** The very bytes were here already; nothing was written. */
  readonly same: boolean
  /** How many proposals the reading has. */
  readonly proposals: number
  readonly warnings: readonly string[]
}

/**
 * Keeps a report's bytes under their hash, reads it, and enters both. A report that cannot be read leaves
 * nothing behind; the same bytes twice are the same report.
 *
 * @param now seconds UTC.
 */
export async function receiveReport(
  house: House,
  desk: Desk,
  viewer: Viewer,
  input: ReportInput,
  now: number,
): Promise<Result<ReceivedReport, Problem>> {
  const sha256 = sha256Of(input.bytes)
  const known = [...desk.state.reports.values()].find(r => r.report.sha256 === sha256)?.report
  if (known) {
    const reading = desk.state.readings.get(known.id)?.reading
    return ok({
      report: known,
      same: true,
      proposals: reading?.proposals.length ?? 0,
      warnings: reading?.warnings ?? [],
    })
  }
  const read = await readIn(desk.accord, input, house.readBytes, now, r => copiedFrom(desk.state, r)?.id)
  if (!read.ok) return read
  const { report, reading, entries } = read.value
  const kept = await house.keepBytes(desk.id, viewer, input.bytes)
  if (!kept.ok) return kept
  const written = await house.append(desk.id, viewer, entries)
  if (!written.ok) return written
  return ok({ report, same: false, proposals: reading.proposals.length, warnings: reading.warnings })
}

/**
 * Reads a report and says what receiving it would write; writes nothing itself.
 *
 * @param clusterOf the earlier report of which a reading is a copy, if any.
 * @param now seconds UTC.
 */
export async function readIn(
  accord: Accord,
  input: ReportInput,
  readBytes: ReadBytes,
  now: number,
  clusterOf: (reading: ReadingOfReport) => string | undefined = () => undefined,
): Promise<
  Result<
    { readonly report: Report; readonly reading: ReadingOfReport; readonly entries: readonly EntryBody[] },
    Problem
  >
> {
  const dated = checkPublished(input.publishedAt, accord.tz, now)
  if (!dated.ok) return dated
  const read = await readBytes(input.bytes, {
    accord,
    mediaType: input.mediaType,
    ...(input.name !== undefined && { name: input.name }),
    ...(input.outlet !== undefined && { outlet: input.outlet }),
    ...(input.url !== undefined && { url: input.url }),
    ...(input.publishedAt !== undefined && { publishedAt: input.publishedAt }),
  })
  if (!read.ok) return read
  const { reading, encoding, about } = read.value
  const outlet = input.outlet ?? about?.outlet
  const url = input.url ?? about?.url
  const title = about?.title ?? headlineOf(reading)
  const cluster = clusterOf(reading)
  const report: Report = {
    id: uuidV7(now * 1000),
    sha256: sha256Of(input.bytes),
    bytes: input.bytes.length,
    mediaType: input.mediaType,
    encoding,
    ...(input.name !== undefined && { name: input.name }),
    ...(title !== undefined && { title }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
    ...(cluster !== undefined && { cluster }),
    language: reading.language,
    ...publishedOf(reading),
    received: now,
  }
  return ok({
    report,
    reading,
    entries: [
      { kind: 'report.received', report },
      { kind: 'report.read', reportId: report.id, reading },
    ],
  })
}

/** Longest first line that is taken for a headline. */
const HEADLINE = 140

/** A report's first line when it reads like a headline: short, more follows, and it does not end as a sentence. */
function headlineOf(reading: ReadingOfReport): string | undefined {
  const [first, second] = reading.paragraphs.filter(p => p.kept)
  const line = first?.text.trim()
  return line && second && line.length <= HEADLINE && !/[.。؟?!…:»"”]$/.test(line) ? line : undefined
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Sets when a report was published and reads its bytes again with that. Decisions stay with the proposals
 * whose id is the same; records already accepted keep what they were given.
 */
export async function setPublished(
  house: House,
  desk: Desk,
  viewer: Viewer,
  reportId: string,
  publishedAt: string,
  now: number,
): Promise<Result<Report, Problem>> {
  const report = desk.state.reports.get(reportId)?.report
  if (!report) return fail(notFound('report', reportId))
  const dated = checkPublished(publishedAt, desk.accord.tz, now)
  if (!dated.ok) return dated
  const bytes = await house.store.getBlob(viewer, desk.id, report.sha256)
  if (!bytes) return fail(problem('blob-damaged', `the bytes of report '${reportId}' are not in the store`))
  const read = await house.readBytes(bytes, {
    accord: desk.accord,
    publishedAt,
    mediaType: report.mediaType,
    ...(report.name !== undefined && { name: report.name }),
    ...(report.outlet !== undefined && { outlet: report.outlet }),
  })
  if (!read.ok) return read
  const { reading } = read.value
  const again: Report = { ...report, language: reading.language, publishedAt, publishedHow: 'given' }
  const written = await house.append(desk.id, viewer, [
    { kind: 'report.received', report: again },
    { kind: 'report.read', reportId, reading },
  ])
  return written.ok ? ok(again) : written
}

/** A day of publication exists, and is not in the future (tomorrow somewhere on Earth excepted). */
function checkPublished(text: string | undefined, tz: string, now: number): Result<undefined, Problem> {
  if (text === undefined) return ok(undefined)
  const moment = momentOf(text, tz, 'publishedAt')
  if (!moment.ok) return moment
  if (moment.value > now + 2 * 86_400)
    return fail(
      problem('in-the-future', `'${text}' has not come yet`, {
        field: 'publishedAt',
        expected: 'the day the report was published',
      }),
    )
  return ok(undefined)
}

function publishedOf(reading: ReadingOfReport): Pick<Report, 'publishedAt' | 'publishedHow'> {
  if (reading.publishedAt === undefined || reading.publishedHow === 'unknown') return {}
  return { publishedAt: reading.publishedAt, publishedHow: reading.publishedHow }
}
