import type { StateBoard } from '../../../core/view/board.ts'
import { api } from '../../data/paths.ts'
import { useResource } from '../../data/resource.ts'
import { useSaid, useWords } from '../../locale/locale.tsx'
import { useAsked } from '../../route/router.tsx'
import { DateText } from '../../show/dates.tsx'
import { EmptyState } from '../../show/empty-state.tsx'
import { Loaded } from '../../show/loaded.tsx'
import { Said } from '../../show/said.tsx'
import type { PageProps } from '../page.ts'
import { Changed } from './changed.tsx'
import { Deadlines } from './deadlines.tsx'
import { Matrix } from './matrix.tsx'
import { Standings } from './standings.tsx'
import { stateWords } from './words/words.ts'
import './state.css'

/** Is the accord holding: one sentence, the counts, what moved, what is due, then provision by provision. */
export default function StatePage({ accord }: PageProps) {
  const w = useWords(stateWords)
  const asked = useAsked()
  const board = useResource<StateBoard>(api.state(accord, asked))
  return (
    <Loaded of={board} lines={14}>
      {data =>
        data.rows.length === 0 ? (
          <EmptyState whole title={w.emptyTitle}>
            {w.empty}
          </EmptyState>
        ) : (
          <Board board={data} />
        )
      }
    </Loaded>
  )
}

function Board({ board }: { readonly board: StateBoard }) {
  const w = useWords(stateWords)
  const said = useSaid()
  const reading = board.readings.find(r => r.id === board.reading)
  return (
    <div className="state">
      <section className="state-top">
        <p className="state-asof">
          {w.asOf} <DateText at={board.asOf.t} tz={board.tz} />
          {reading && board.reading !== 'default' && (
            <>
              {' · '}
              {w.underReading} {said(reading.name)}
            </>
          )}
        </p>
        <h1>
          <Said words={board.bottomLine} />
        </h1>
        <Standings board={board} />
      </section>
      <div className="state-panels">
        <Changed board={board} />
        <Deadlines board={board} />
      </div>
      <Matrix board={board} />
    </div>
  )
}
