import type { Accord, Geometry } from '../accord/model.ts'
import type { Words } from '../words.ts'
import { periodOf } from './incidents.ts'

/** GeoJSON (RFC 7946) of an accord's zones at one moment. */
export type ZoneMap = {
  readonly type: 'FeatureCollection'
  readonly features: readonly {
    readonly type: 'Feature'
    readonly id: string
    readonly properties: {
      readonly zone: string
      readonly name: Words
      readonly kind: string
      /** `line`: the edge is exact. Else certainly inside `inner`, certainly outside only beyond `outer`. */
      readonly edge: 'line' | 'inner' | 'outer'
      readonly from: string
      readonly to?: string
      readonly accuracy?: string
      readonly source?: string
    }
    readonly geometry: { readonly type: 'MultiPolygon'; readonly coordinates: Geometry }
  }[]
}

/**
 * The versions of zones in force at `t` (seconds UTC). An inner edge that does not exist (nothing is
 * certainly inside) gives no feature.
 */
export function zoneMap(accord: Accord, t: number): ZoneMap {
  const features = accord.zones.flatMap(z =>
    z.versions.flatMap(v => {
      const period = periodOf(v, accord.tz)
      if (t < period.lo || t > period.hi) return []
      const exact = JSON.stringify(v.inner) === JSON.stringify(v.outer)
      const edges = exact ? (['line'] as const) : (['outer', 'inner'] as const)
      return edges.flatMap(edge => {
        const coordinates = edge === 'inner' ? v.inner : v.outer
        if (!coordinates.length) return []
        return {
          type: 'Feature' as const,
          id: `${z.id}/${v.from}/${edge}`,
          properties: {
            zone: z.id,
            name: z.name,
            kind: z.kind,
            edge,
            from: v.from,
            ...(v.to !== undefined && { to: v.to }),
            ...(v.accuracy !== undefined && { accuracy: v.accuracy }),
            ...(v.source !== undefined && { source: v.source }),
          },
          geometry: { type: 'MultiPolygon' as const, coordinates },
        }
      })
    }),
  )
  return { type: 'FeatureCollection', features }
}
