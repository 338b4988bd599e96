import type { StateBoard } from '../../../core/view/board.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { setParameter, useAddress } from '../../route/router.tsx'
import { Icon } from '../../show/icon.tsx'
import { shared } from '../../words/shared.ts'
import { filterOf, standingCounts } from './filters.ts'
import { stateWords } from './words/words.ts'

/** The counts, worst first; pressing one narrows the matrix to it. */
export function Standings({ board }: { readonly board: StateBoard }) {
  const words = useWords(shared).standing
  const w = useWords(stateWords)
  const count = useCount()
  const filter = filterOf(useAddress().query)
  const parting = board.rows.flatMap(r => r.cells).filter(c => c.differs.length > 0).length
  return (
    <div className="standings">
      {standingCounts(board.rows).map(({ standing, n }) => (
        <button
          key={standing}
          type="button"
          className="standing"
          data-standing={standing}
          aria-pressed={filter.only === standing}
          onClick={() => setParameter('only', filter.only === standing ? undefined : standing)}
        >
          <span className="standing-bar" aria-hidden="true" />
          <strong className="num">{count(n).text}</strong> <span>{words[standing]}</span>
        </button>
      ))}
      {parting > 0 && (
        <button
          type="button"
          className="standing standing-parts"
          aria-pressed={filter.parts}
          onClick={() => setParameter('parts', filter.parts ? undefined : '1')}
        >
          <Icon name="split" />
          <strong className="num">{count(parting).text}</strong> <span>{w.differs}</span>
        </button>
      )}
    </div>
  )
}
