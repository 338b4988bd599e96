import type { Prepared } from '../../compliance/prepare.ts'
import type { Coverage } from '../../evidence/record.ts'
import { dayOf } from '../../time/civil.ts'
import { dayOfDate } from './daily-series.ts'

/** Share of a day's events that somebody could have seen, by the level noted. */
const SEEN = { adequate: 1, partial: 0.5, none: 0 } as const
/** A day that no note speaks of, where notes are kept: neither trusted nor written off. */
const UNNOTED = 0.5

/**
 * Coverage of one zone ('*' = everywhere) for each day of from..until, 0..1. Where no note at all speaks
 * of the zone, coverage was not written down and counts as full: `kept` is then false, for the caveat.
 * A note of "none" outweighs others on its days (compliance.md §3.5).
 */
export function coverageByDay(
  notes: readonly Coverage[],
  zone: string,
  prepared: Prepared,
  o: { readonly from: number; readonly until: number },
): { readonly shares: number[]; readonly kept: boolean } {
  const days = o.until - o.from + 1
  const { tz } = prepared.accord
  const mine = notes.filter(n => {
    if (n.provision !== undefined) return false
    if (n.zone === undefined || n.zone === zone) return true
    const own = zone === '*' ? prepared.accord.area : zone
    return own !== undefined && (prepared.inZones.get(n.zone)?.has(own) ?? false)
  })
  if (!mine.length) return { shares: new Array<number>(days).fill(1), kept: false }
  const shares = new Array<number>(days).fill(-1)
  for (const n of [...mine].sort((a, b) => Number(a.level === 'none') - Number(b.level === 'none'))) {
    const first = Math.max(dayOfDate(dayOf(n.when.lo, tz)), o.from)
    const last = Math.min(dayOfDate(dayOf(n.when.hi, tz)), o.until)
    for (let d = first; d <= last; d++) {
      const i = d - o.from
      shares[i] = n.level === 'none' ? 0 : Math.max(shares[i]!, SEEN[n.level])
    }
  }
  return { shares: shares.map(s => (s < 0 ? UNNOTED : s)), kept: true }
}
