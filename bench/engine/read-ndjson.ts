import type { Claim, Credibility, EvidenceRecord, Reliability } from '../../src/core/evidence/record.ts'
import { at } from './trace-accord.ts'

type Line = {
  readonly received: number
  readonly kind: 'report' | 'retraction'
  readonly id: number
  readonly type: string
  readonly party: string
  readonly x: number
  readonly y: number
  readonly radius_km: number
  readonly t0: number
  readonly t1: number
  readonly sector: number
  readonly weapon?: number
  readonly sources: readonly {
    readonly source: number
    readonly grade: string
    readonly stance: 'asserts' | 'denies'
  }[]
}

const TYPES: Record<string, readonly string[]> = {
  shelling: ['shelling'],
  attack: ['ground_attack'],
  violation: ['violation_reported'],
  patrol: ['patrol'],
  heavy_weapon: ['heavy_weapon_seen'],
  withdrawn: ['weapon_withdrawn'],
}

/** How many sources each report had, for its retraction: all of them are taken back. */
export type Told = Map<number, number>

/**
 * One line of an uncertain trace as records: a report by several sources is several claims on one event; a
 * retraction takes all of them back. The trace's intervals are half-open, ours are closed.
 */
export function recordsOf(text: string, told: Told): EvidenceRecord[] {
  const r = JSON.parse(text) as Line
  if (r.kind === 'retraction')
    return Array.from({ length: told.get(r.id) ?? 0 }, (_, k) => ({
      kind: 'retraction' as const,
      id: `r${r.id}.${k}`,
      of: `c${r.id}.${k}`,
      received: r.received,
    }))
  told.set(r.id, r.sources.length)
  const place = { kind: 'disc' as const, at: at(r.x * 1000, r.y * 1000), radiusMetres: r.radius_km * 1000 }
  return r.sources.map(
    (s, k): Claim => ({
      kind: 'claim',
      id: `c${r.id}.${k}`,
      event: `e${r.id}`,
      types: TYPES[r.type]!,
      actor: r.party,
      when: { lo: r.t0, hi: r.t1 - 1 },
      place,
      source: `s${s.source}`,
      root: `s${s.source}`,
      grade: { reliability: s.grade[0] as Reliability, credibility: Number(s.grade[1]) as Credibility },
      stance: s.stance,
      received: r.received,
      sector: `s${r.sector}`,
      ...(r.weapon !== undefined && { item: `w${r.weapon}` }),
    }),
  )
}
