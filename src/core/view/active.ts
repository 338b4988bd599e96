import type { Claim, EvidenceRecord, Link } from '../evidence/record.ts'

/**
 * Act(k) of compliance.md §3.2 for claims: received by `k`, not retracted or superseded by a record
 * received by `k`. A correction's own claim counts in place of the one it supersedes.
 */
export function activeClaims(evidence: Iterable<EvidenceRecord>, k: number): readonly Claim[] {
  const gone = new Set<string>()
  const claims: Claim[] = []
  for (const r of evidence) {
    if (r.received > k) continue
    if (r.kind === 'claim') claims.push(r)
    else if (r.kind === 'retraction') gone.add(r.of)
    else if (r.kind === 'correction') {
      gone.add(r.supersedes)
      // A correction that is itself taken back takes its claim with it.
      claims.push(r.claim)
    }
  }
  const takenBack = new Set<string>()
  for (const r of evidence)
    if (r.kind === 'correction' && r.received <= k && gone.has(r.id)) takenBack.add(r.claim.id)
  return claims.filter(c => !gone.has(c.id) && !takenBack.has(c.id))
}

/** Links known by `k` and not taken back by then. */
export function activeLinks(evidence: Iterable<EvidenceRecord>, k: number): readonly Link[] {
  const gone = new Set<string>()
  const links: Link[] = []
  for (const r of evidence) {
    if (r.received > k) continue
    if (r.kind === 'retraction') gone.add(r.of)
    else if (r.kind === 'link') links.push(r)
  }
  return links.filter(l => !gone.has(l.id))
}
