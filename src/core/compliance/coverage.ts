import type { Coverage } from '../evidence/record.ts'
import type { When } from '../time/when.ts'
import type { Prepared, PreparedProvision } from './prepared.ts'

/** Whether somebody could look, all of the time, part of it, or never. */
export type Observed = 'yes' | 'partly' | 'no'

/** The notes that speak of a provision's place: about it, its zone, a zone round it, or everything. */
export function notesFor(
  notes: readonly Coverage[],
  p: PreparedProvision,
  prepared: Prepared,
): readonly Coverage[] {
  const zone = (p.action ?? p.items ?? p.perform)?.zone?.id
  return notes.filter(n => {
    if (n.provision !== undefined) return n.provision === p.provision.id
    if (n.zone === undefined) return true
    // Without a zone of its own a provision looks as far as the accord's area.
    const own = zone ?? prepared.accord.area
    return own === undefined ? false : (prepared.inZones.get(n.zone)?.has(own) ?? false)
  })
}

/**
 * Could somebody look during `window`? 'yes' when adequate notes cover all of it; a note of 'none'
 * cuts a hole, whatever another note says. Silence without coverage is never compliance (§3.5).
 */
export function observedIn(notes: readonly Coverage[], window: When): Observed {
  if (window.hi < window.lo) return 'no'
  const holes = notes.filter(n => n.level === 'none' && meets(n.when, window))
  const adequate = notes.filter(n => n.level === 'adequate' && meets(n.when, window))
  const partial = notes.filter(n => n.level === 'partial' && meets(n.when, window))
  const seen = minus(adequate, holes, window)
  if (covers(seen, window)) return 'yes'
  return seen.length > 0 || minus(partial, holes, window).length > 0 ? 'partly' : 'no'
}

const meets = (a: When, b: When): boolean => a.hi >= b.lo && a.lo <= b.hi

/** The parts of `notes` inside `window` that no hole takes away, in order of time. */
function minus(notes: readonly Coverage[], holes: readonly Coverage[], window: When): When[] {
  let parts: When[] = notes.map(n => ({
    lo: Math.max(n.when.lo, window.lo),
    hi: Math.min(n.when.hi, window.hi),
  }))
  for (const { when: hole } of holes)
    parts = parts.flatMap(p =>
      meets(p, hole)
        ? [
            { lo: p.lo, hi: hole.lo - 1 },
            { lo: hole.hi + 1, hi: p.hi },
          ].filter(x => x.lo <= x.hi)
        : [p],
    )
  return parts.sort((a, b) => a.lo - b.lo)
}

function covers(parts: readonly When[], window: When): boolean {
  let next = window.lo
  for (const p of parts) {
    if (p.lo > next) return false
    next = Math.max(next, p.hi + 1)
  }
  return next > window.hi
}
