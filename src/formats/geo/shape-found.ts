import type { Geometry } from '../../core/accord/model.ts'
import type { Position } from '../../core/place/place.ts'

/** A shape in somebody's map file: an area, or a line that a strip can be laid along. */
export type ShapeFound = {
  readonly name?: string
  readonly geometry:
    | { readonly kind: 'area'; readonly polygons: Geometry }
    | { readonly kind: 'line'; readonly line: readonly Position[] }
}
