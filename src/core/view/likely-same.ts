import { isA } from '../event/types.ts'
import type { Figure } from '../evidence/record.ts'
import type { Place } from '../place/place.ts'
import { projectionAt } from '../place/projection.ts'
import { shapesNear } from '../place/region.ts'
import { shapeOf } from '../place/shape.ts'
import { F, T, type When } from '../time/when.ts'
import type { Incident } from './incidents.ts'

/** What a person is about to enter, as far as it is known. */
export type Sketch = {
  readonly types: readonly string[]
  readonly when: When
  readonly place: Place
  readonly actor?: string
  readonly target?: string
  readonly figures?: readonly Figure[]
}

export type Likeness = {
  readonly event: string
  /** 0 to 1, only to order them: what is the same is a person's decision. */
  readonly score: number
  readonly because: readonly ('time' | 'place' | 'type' | 'actor' | 'target' | 'figures')[]
}

const DAY = 86_400
/** Two reports of one happening are seldom farther apart than their places are exact and the next village. */
const REACH_METRES = 10_000

/**
 * Incidents that may be the one about to be entered. Time, place, type, parties and figures are compared, no
 * words, so that reports in different languages meet. What cannot be the same (another place, another
 * time, another kind) is left out.
 */
export function likelySame(sketch: Sketch, incidents: readonly Incident[], most = 5): readonly Likeness[] {
  const found: Likeness[] = []
  for (const i of incidents) {
    const alike = likeness(sketch, i)
    if (alike) found.push(alike)
  }
  return found.sort((a, b) => b.score - a.score || (a.event < b.event ? -1 : 1)).slice(0, most)
}

function likeness(s: Sketch, i: Incident): Likeness | undefined {
  if (i.when.lo > s.when.hi + DAY || i.when.hi < s.when.lo - DAY) return undefined
  if (!s.types.some(a => i.types.some(b => isA(a, b) || isA(b, a)))) return undefined
  const near = nearness(s.place, i.place)
  if (near === F) return undefined
  const because: Likeness['because'][number][] = ['type']
  let score = 0.25
  const overlap = i.when.lo <= s.when.hi && i.when.hi >= s.when.lo
  if (overlap) {
    // "In 2018" overlaps with everything of the year and says little.
    const wide = Math.max(s.when.hi - s.when.lo, i.when.hi - i.when.lo)
    score += wide <= 2 * DAY ? 0.25 : 0.1
    because.push('time')
  }
  if (near === T) {
    score += 0.25
    because.push('place')
  }
  if (s.actor !== undefined && i.actors.includes(s.actor)) {
    score += 0.1
    because.push('actor')
  } else if (s.actor !== undefined && i.actors.length) score -= 0.1
  if (s.target !== undefined && i.targets.includes(s.target)) {
    score += 0.05
    because.push('target')
  }
  if (figuresMeet(s.figures ?? [], i.figures)) {
    score += 0.1
    because.push('figures')
  }
  return score >= 0.45
    ? { event: i.event, score: Math.min(1, Math.round(score * 100) / 100), because }
    : undefined
}

function nearness(a: Place, b: Place) {
  const at =
    a.kind === 'disc'
      ? a.at
      : b.kind === 'disc'
        ? b.at
        : a.kind === 'area'
          ? a.polygons[0]?.[0]?.[0]
          : undefined
  const p = projectionAt(at ?? [0, 0])
  return shapesNear(shapeOf(a, p), shapeOf(b, p), REACH_METRES)
}

function figuresMeet(a: readonly Figure[], b: readonly Figure[]): boolean {
  return a.some(f => b.some(g => f.what === g.what && f.low <= g.high && f.high >= g.low))
}
