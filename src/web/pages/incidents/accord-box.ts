import type { Accord } from '../../../core/accord/model.ts'
import type { ZoneMap } from '../../../core/view/zone-map.ts'
import type { Box } from '../../map/base-map.ts'

/** Degrees on each side of the accord's origin shown while its zones are not known. */
const AROUND = 1.2

/** The box a map opens on: the zones at hand, else around the accord's own origin. */
export function accordBox(accord: Accord | undefined, zones?: ZoneMap): Box | undefined {
  const all = zones?.features.flatMap(f => f.geometry.coordinates.flat(2)) ?? []
  if (all.length) {
    const xs = all.map(p => p[0])
    const ys = all.map(p => p[1])
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  }
  if (!accord) return undefined
  const [x, y] = accord.projection.origin
  return [x - AROUND, y - AROUND, x + AROUND, y + AROUND]
}
