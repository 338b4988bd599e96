import type { Claim, EvidenceRecord } from '../evidence/record.ts'
import type { When } from '../time/when.ts'
import { activeClaims } from './active.ts'

/** One period as one body counted it: a joint commission's daily number, a monitor's weekly one. */
export type LedgerCount = {
  readonly claim: string
  readonly source: string
  readonly when: When
  readonly low: number
  readonly high: number
  readonly place?: string
  readonly placeAr?: string
  readonly url?: string
}

/** Counts for one place and period side by side. `apart`: how far the farthest two are apart; absent with one. */
export type CountsTogether = {
  readonly when: When
  readonly place?: string
  readonly placeAr?: string
  readonly counts: readonly LedgerCount[]
  readonly apart?: number
}

/**
 * Counts of incidents that others keep (claims with a figure `incidents`), by period and place, oldest first.
 * They are set side by side and never added up: each counts by its own rules, and the same things.
 */
export function otherLedgers(
  evidence: Iterable<EvidenceRecord>,
  asOf: { readonly t: number; readonly k: number },
): { readonly sources: readonly string[]; readonly periods: readonly CountsTogether[] } {
  const by = new Map<string, LedgerCount[]>()
  for (const c of activeClaims(evidence, asOf.k)) {
    if (c.stance !== 'asserts' || c.when.lo > asOf.t) continue
    for (const count of countsOf(c)) {
      const key = `${count.when.lo} ${count.when.hi} ${count.place ?? ''}`
      by.set(key, [...(by.get(key) ?? []), count])
    }
  }
  const periods = [...by.values()]
    .map(together)
    .sort((a, b) => a.when.lo - b.when.lo || a.when.hi - b.when.hi)
  return { sources: [...new Set(periods.flatMap(p => p.counts.map(c => c.source)))].sort(), periods }
}

function countsOf(c: Claim): LedgerCount[] {
  return (c.figures ?? [])
    .filter(f => f.what === 'incidents')
    .map(f => ({
      claim: c.id,
      source: c.source,
      when: c.when,
      low: f.low,
      high: f.high,
      ...(c.place.name !== undefined && { place: c.place.name }),
      ...(c.place.nameAr !== undefined && { placeAr: c.place.nameAr }),
      ...(c.provenance?.url !== undefined && { url: c.provenance.url }),
    }))
}

function together(counts: readonly LedgerCount[]): CountsTogether {
  const first = counts[0]!
  const sources = new Set(counts.map(c => c.source))
  // The least they can be apart: a range that meets another is no difference.
  const apart = Math.max(0, Math.max(...counts.map(c => c.low)) - Math.min(...counts.map(c => c.high)))
  return {
    when: first.when,
    ...(first.place !== undefined && { place: first.place }),
    ...(first.placeAr !== undefined && { placeAr: first.placeAr }),
    counts,
    ...(sources.size > 1 && { apart }),
  }
}
