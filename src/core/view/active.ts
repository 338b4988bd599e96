import type { Claim, EvidenceRecord } from '../evidence/record.ts'

/**
 * The claims of Act(k) (compliance.md §3.2) for whoever has no accord at hand to open a docket with:
 * received by `k`, not retracted or superseded by a record received by `k`. As in the engine, a
 * retraction or a correction that was itself taken back is as if it had never been.
 */
export function activeClaims(evidence: Iterable<EvidenceRecord>, k: number): readonly Claim[] {
  const known = [...evidence].filter(r => r.received <= k)
  const gone = new Set<string>()
  const retractions = known.filter(r => r.kind === 'retraction')
  // Latest first: whether an earlier one counts depends on the later.
  for (const r of retractions.toSorted((a, b) => b.received - a.received || (a.id < b.id ? 1 : -1)))
    if (!gone.has(r.id)) gone.add(r.of)
  const claimOf = new Map(known.flatMap(r => (r.kind === 'correction' ? [[r.id, r.claim.id] as const] : [])))
  const claims: Claim[] = []
  for (const r of known) {
    if (gone.has(r.id)) continue
    if (r.kind === 'claim') claims.push(r)
    else if (r.kind === 'correction') {
      claims.push(r.claim)
      gone.add(claimOf.get(r.supersedes) ?? r.supersedes)
    }
  }
  return claims.filter(c => !gone.has(c.id))
}
