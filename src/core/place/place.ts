/** [longitude, latitude] in degrees, WGS 84, GeoJSON order. */
export type Position = readonly [number, number]

/**
 * Where something happened, as far as we know. A disc of radius 0 is an exact point; a district or
 * province is an area and is never reduced to a dot. `unknown` may be anywhere.
 */
export type Place =
  | {
      readonly kind: 'disc'
      readonly at: Position
      /** Metres; how far from `at` it may have been. */
      readonly radiusMetres: number
      readonly name?: string
      readonly nameAr?: string
    }
  | {
      readonly kind: 'area'
      /** Polygon rings (outer first, then holes), each closed; several polygons allowed. */
      readonly polygons: readonly (readonly (readonly Position[])[])[]
      readonly name?: string
      readonly nameAr?: string
    }
  | { readonly kind: 'unknown'; readonly name?: string; readonly nameAr?: string }
