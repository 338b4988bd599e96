import { type EventType, isA } from '../../core/event/types.ts'
import type { Figure } from '../../core/evidence/record.ts'
import type { QuantityFound } from '../quantities/quantities.ts'

/** Quantities of a sentence as figures of its event: what they count follows from unit and event. */
export function figuresOf(quantities: readonly QuantityFound[], type: EventType): readonly Figure[] {
  const figures: Figure[] = []
  for (const q of quantities) {
    const what = whatOf(q.unit, type)
    if (!what || q.value === null || q.part_of !== undefined) continue
    const [low, high] = typeof q.value === 'number' ? [q.value, q.value] : q.value
    if (!figures.some(f => f.what === what)) figures.push({ what, low, high })
  }
  return figures
}

function whatOf(unit: string, type: EventType): Figure['what'] | undefined {
  if (unit === 'person-killed') return 'killed'
  if (unit === 'person-wounded') return 'wounded'
  if (unit === 'violation') return 'incidents'
  if (unit === 'person') {
    if (isA(type, 'exchange')) return 'released'
    if (type === 'displacement' || type === 'return_of_displaced') return 'displaced'
    return isA(type, 'detention') ? 'persons' : undefined
  }
  if (/^(attack|strike|raid|shell|sortie|incident)$/.test(unit)) return 'incidents'
  return undefined
}
