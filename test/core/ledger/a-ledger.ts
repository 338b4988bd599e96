// Small builders for ledgers in tests: records, bodies and a chain made of them.
import type { Claim, EvidenceRecord } from '../../../src/core/evidence/record.ts'
import { EMPTY_HEAD, headAfter, sealed } from '../../../src/core/ledger/chain.ts'
import type { Entry, EntryBody, LedgerRecord } from '../../../src/core/ledger/entry.ts'
import type { Proposal } from '../../../src/core/proposal/proposal.ts'
import type { Report } from '../../../src/core/report/report.ts'

export const NOVEMBER_26 = Date.UTC(2018, 10, 26)

/** A chain of entries recorded one second apart from 26 November 2018 on. */
export function chainOf(bodies: readonly EntryBody[], accord = 'idlib'): Entry[] {
  let head = EMPTY_HEAD
  return bodies.map((body, i) => {
    const entry = sealed({
      accord,
      seq: head.seq + 1,
      recordedAt: NOVEMBER_26 + i * 1000,
      by: 'u-salma',
      body,
      prev: head.hash,
    })
    head = headAfter(entry)
    return entry
  })
}

export function aClaim(id: string, more: Partial<Claim> = {}): Claim {
  return {
    kind: 'claim',
    id,
    event: `event of ${id}`,
    types: ['shelling'],
    when: { lo: 1543190400, hi: 1543276799 },
    place: { kind: 'disc', at: [36.68, 35.82], radiusMetres: 500, name: 'Jarjanaz', nameAr: 'جرجناز' },
    source: 'monitor-a',
    root: 'monitor-a',
    grade: { reliability: 'B', credibility: 2 },
    stance: 'asserts',
    received: 1543280000,
    summary: { en: 'Shells fell on the edge of the town', ar: 'سقطت قذائف على أطراف البلدة' },
    ...more,
  }
}

export const evidence = (record: EvidenceRecord): LedgerRecord => ({ of: 'evidence', record })

export const added = (...records: readonly EvidenceRecord[]): EntryBody => ({
  kind: 'records.added',
  records: records.map(evidence),
  origin: 'a test',
})

export const undone = (seq: number): EntryBody => ({ kind: 'entry.undone', seq })

export const retraction = (id: string, of: string, received = 1543290000): EvidenceRecord => ({
  kind: 'retraction',
  id,
  of,
  received,
})

export function aReport(id: string, more: Partial<Report> = {}): Report {
  return {
    id,
    sha256: 'ab'.repeat(32),
    bytes: 120,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    title: 'اجتماع لمتابعة الاتفاق',
    received: 1543280000,
    ...more,
  }
}

export function aProposal(id: string): Proposal {
  return {
    id,
    kind: 'mention',
    span: { start: 0, end: 4 },
    surface: 'إدلب',
    confidence: 0.9,
    reason: 'gazetteer',
    by: 'rules',
    draft: { kind: 'mention', of: 'place', canonical: 'إدلب' },
  }
}

export function decided(
  proposalId: string,
  decision: 'accepted' | 'corrected' | 'rejected',
  records: readonly EvidenceRecord[] = [],
  reportId = 'r1',
): EntryBody {
  return {
    kind: 'proposal.decided',
    reportId,
    proposalId,
    decision,
    proposal: aProposal(proposalId),
    records: records.map(evidence),
  }
}
