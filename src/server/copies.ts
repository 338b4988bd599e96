import type { LedgerRecord } from '../core/ledger/entry.ts'
import type { LedgerState } from '../core/ledger/state.ts'
import type { Proposal, ReadingOfReport } from '../core/proposal/proposal.ts'
import type { Report } from '../core/report/report.ts'
import { foldedText } from '../core/text/fold.ts'
import { compareTexts } from '../reader/copies/compare-texts.ts'
import { type Fingerprint, fingerprintOf, likenessOf } from '../reader/copies/fingerprint.ts'

/** Texts less alike than this are not compared word by word: copies of a story share most word triples. */
const WORTH_COMPARING = 0.35
/** From here on an edited or extended text counts as a copy, when no fact differs. */
const NEAR = 0.6

const PRINTS = new WeakMap<ReadingOfReport, Fingerprint>()

function printOf(reading: ReadingOfReport): Fingerprint {
  const made = PRINTS.get(reading) ?? fingerprintOf(reading.text)
  PRINTS.set(reading, made)
  return made
}

/**
 * The report of which this reading is a copy: the first of its cluster. Likeness only finds candidates; a
 * differing day, place, figure or negation keeps two reports apart, since a wrong merge hides one of them.
 */
export function copiedFrom(state: LedgerState, reading: ReadingOfReport): Report | undefined {
  const print = printOf(reading)
  for (const { report } of state.reports.values()) {
    const other = state.readings.get(report.id)?.reading
    if (!other || other === reading) continue
    const likeness = likenessOf(print, printOf(other))
    if (likeness < WORTH_COMPARING) continue
    const label = compareTexts(other.text, reading.text)
    if (label === 'same' || (label === 'same-story' && likeness >= NEAR))
      return (report.cluster !== undefined && state.reports.get(report.cluster)?.report) || report
  }
  return undefined
}

const lettersOf = (text: string) => foldedText(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** What the reader writes for a source that it was not told. */
const UNNAMED = 'this-report'

/**
 * The records of a proposal with their root set so that copies of one report count once: a report without
 * an outlet is its own root, and what a copy says has the root that the first of its cluster has.
 */
export function withRoots(
  records: readonly LedgerRecord[],
  proposal: Proposal,
  report: Report,
  state: LedgerState,
): readonly LedgerRecord[] {
  const first = report.cluster === undefined ? undefined : state.reports.get(report.cluster)?.report
  return records.map(r => {
    if (r.of !== 'evidence' || r.record.kind !== 'claim') return r
    const own = (root: string, of: Report) => (root === UNNAMED ? `report:${of.id}` : root)
    const source = own(r.record.source, report)
    if (!first) return { of: r.of, record: { ...r.record, source, root: own(r.record.root, report) } }
    const same = state.readings
      .get(first.id)
      ?.reading.proposals.find(
        p => p.draft.kind === 'event' && lettersOf(p.surface) === lettersOf(proposal.surface),
      )
    const root = same?.draft.kind === 'event' ? own(same.draft.claim.root, first) : `report:${first.id}`
    return { of: r.of, record: { ...r.record, source, root } }
  })
}
