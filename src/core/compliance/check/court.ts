import type { EvidenceRecord } from '../../evidence/record.ts'
import { inside } from '../../place/region.ts'
import type { Kleene, When } from '../../time/when.ts'
import {
  ALWAYS,
  type Bearer,
  type Prepared,
  type PreparedPattern,
  type PreparedProvision,
  type PreparedZone,
} from '../prepared.ts'
import type { Happening } from './happening.ts'
import { happenings, type Sense } from './naive-evidence.ts'

/** The rules of compliance.md §3.4-3.5 a second time, for the checker: every question asked of every event. */
export type Court = {
  readonly prepared: Prepared
  readonly records: readonly EvidenceRecord[]
  readonly k: number
  readonly all: readonly Happening[]
  /** Verdict of a duty by its own evidence; set by whoever knows the rules of duties. */
  readonly duty: (court: Court, p: PreparedProvision, bearer: Bearer, t: number) => string
}

/** Opens a court over the records that count at k. */
export const courtOf = (
  prepared: Prepared,
  records: readonly EvidenceRecord[],
  k: number,
  duty: Court['duty'],
): Court => ({
  prepared,
  records,
  k,
  all: happenings(records, prepared, k),
  duty,
})

/** Kleene and. */
export const least = (...values: number[]): Kleene => Math.min(2, ...values) as Kleene

/** Kleene or. */
export const most = (...values: number[]): Kleene => Math.max(0, ...values) as Kleene

/** Are the possible types among the wanted ones? */
export const among = (possible: bigint, wanted: bigint): Kleene =>
  (possible & wanted) === 0n ? 0 : (possible & ~wanted) === 0n ? 2 : 1

/** Do stated values fall among the wanted? Unstated: cannot tell. */
export const stated = (values: readonly string[] | undefined, wanted: ReadonlySet<string>): Kleene => {
  if (!values) return 1
  const hits = values.filter(v => wanted.has(v)).length
  return hits === 0 ? 0 : hits === values.length ? 2 : 1
}

const into = (w: When, lo: number, hi: number): Kleene =>
  w.hi < lo || w.lo > hi ? 0 : w.lo >= lo && w.hi <= hi ? 2 : 1

/** Inside a zone, over its versions: certain when certain versions leave no second of the interval out. */
export function inZone(s: Sense, zone: PreparedZone): Kleene {
  const parts = zone.versions.map(v => ({
    v,
    time: into(s.when, v.window.lo, v.window.hi),
    place: inside(s.region, v.inner, v.outer),
  }))
  const sure = parts.filter(p => p.time > 0 && p.place === 2).sort((a, b) => a.v.window.lo - b.v.window.lo)
  let next = s.when.lo
  for (const p of sure) if (p.v.window.lo <= next) next = Math.max(next, p.v.window.hi + 1)
  return next > s.when.hi ? 2 : most(...parts.map(p => least(p.time, p.place)))
}

/** Value of each leg of a pattern. */
export function legs(s: Sense, p: PreparedPattern): Map<string, Kleene> {
  const out = new Map<string, Kleene>([['type', among(s.types, p.types)]])
  if (out.get('type') === 0) return out
  if (p.weapons) out.set('weapon', stated(s.named, p.weapons))
  if (p.targets) out.set('target', stated(s.targets, p.targets))
  if (p.pattern.item !== undefined) out.set('item', stated(s.items, new Set([p.pattern.item])))
  if (p.zone) out.set('zone', inZone(s, p.zone))
  return out
}

/** Kleene and over all legs. */
export const whole = (values: Iterable<Kleene>): Kleene => least(...values)

/** Was the text in force? */
export const bound = (w: When, p: PreparedProvision): Kleene => {
  const { start, to } = p.force
  return w.hi < start.lo || w.lo > to ? 0 : w.lo >= start.hi && w.hi <= to ? 2 : 1
}

/** Coverage second by second, at the instants where it can change. */
export function looked(court: Court, p: PreparedProvision, window: When): 'yes' | 'partly' | 'no' {
  if (window.hi < window.lo) return 'no'
  const zone = (p.action ?? p.items ?? p.perform)?.zone?.id ?? court.prepared.accord.area
  const notes = court.records.flatMap(r => {
    if (r.kind !== 'coverage' || r.received > court.k) return []
    if (
      court.records.some(
        x =>
          x.kind === 'retraction' &&
          x.of === r.id &&
          x.received <= court.k &&
          !court.records.some(y => y.kind === 'retraction' && y.of === x.id && y.received <= court.k),
      )
    )
      return []
    const speaks =
      r.provision !== undefined
        ? r.provision === p.provision.id
        : r.zone === undefined || (zone !== undefined && court.prepared.inZones.get(r.zone)?.has(zone))
    return speaks ? [r] : []
  })
  const instants = [window.lo, ...notes.flatMap(n => [n.when.lo, n.when.hi + 1])].filter(
    t => t >= window.lo && t <= window.hi,
  )
  const levelAt = (t: number) => {
    const here = notes.filter(n => n.when.lo <= t && t <= n.when.hi).map(n => n.level)
    return here.includes('none') ? 0 : here.includes('adequate') ? 2 : here.includes('partial') ? 1 : 0
  }
  const levels = instants.map(levelAt)
  return levels.every(l => l === 2) ? 'yes' : levels.some(l => l > 0) ? 'partly' : 'no'
}

/** Did it happen in [from, t]? */
export const withinAsked = (w: When, from: number | undefined, t: number): Kleene =>
  into(w, from ?? ALWAYS.lo, t)
