import type { Accord, Geometry, Zone } from '../../core/accord/model.ts'
import { periodOf } from '../../core/view/incidents.ts'
import type { Tables } from '../tables.ts'

/** A zone as rows: each version with its inner and outer edge. */
export function zoneRows(ledger: string, accord: Accord, zone: Zone): Tables['zone_version'][] {
  return zone.versions.flatMap((v, version) => {
    const { lo, hi } = periodOf(v, accord.tz)
    const row = {
      accord: ledger,
      zone: zone.id,
      version,
      kind: zone.kind,
      name_en: zone.name.en,
      name_ar: zone.name.ar,
      lo,
      hi,
      source: v.source ?? null,
    }
    const edges = [
      ['inner', v.inner],
      ['outer', v.outer],
    ] as const
    // An inner edge that does not exist (nothing is certainly inside) is no row.
    return edges
      .filter(([, geometry]) => geometry.length)
      .map(([edge, geometry]) => ({ ...row, edge, geojson: geoJson(geometry) }))
  })
}

const geoJson = (geometry: Geometry) => JSON.stringify({ type: 'MultiPolygon', coordinates: geometry })
