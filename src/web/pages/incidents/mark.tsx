import { type Mark, markOf } from '../../../core/view/incident-mark.ts'
import { MARK_LOOK } from '../../map/marks.ts'

/** The mark of an incident as on the map: a shape of its own beside a colour. */
export function MarkShape({ mark, hollow = false }: { readonly mark: Mark; readonly hollow?: boolean }) {
  const { path, colour } = MARK_LOOK[mark]
  return (
    <svg viewBox="-1 -1 26 26" width="14" height="14" aria-hidden="true" className="mark-shape">
      <path
        d={path}
        fill={hollow ? 'none' : `var(${colour})`}
        stroke={`var(${colour})`}
        strokeWidth={hollow ? 3 : 1}
        strokeLinejoin="round"
      />
    </svg>
  )
}

export function MarkOf({
  types,
  denied = 0,
}: {
  readonly types: readonly string[]
  readonly denied?: number
}) {
  return <MarkShape mark={markOf(types)} hollow={denied > 0} />
}
