import type { StateBoard } from '../../../core/view/board.ts'
import { daysAway, relativeDays } from '../../locale/dates.ts'
import { useLocale, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { DateText } from '../../show/dates.tsx'
import { Said } from '../../show/said.tsx'
import { ShowMore } from '../../show/show-more.tsx'
import { VerdictBadge } from '../../show/verdict-badge.tsx'
import { stateWords } from './words/words.ts'

/** Deadlines still to come first, nearest on top; then those that passed, latest on top. */
export function Deadlines({ board }: { readonly board: StateBoard }) {
  const w = useWords(stateWords)
  const { language, numerals } = useLocale()
  const t = board.asOf.t
  const ordered = [
    ...board.deadlines.filter(d => d.due >= t).toSorted((a, b) => a.due - b.due),
    ...board.deadlines.filter(d => d.due < t).toSorted((a, b) => b.due - a.due),
  ]
  return (
    <section className="card">
      <div className="card-head">
        <h2>{w.deadlines}</h2>
      </div>
      {ordered.length === 0 ? (
        <p className="card-body quiet small">{w.deadlinesNone}</p>
      ) : (
        <ShowMore
          items={ordered}
          first={4}
          className="lines lines-dated"
          itemKey={d => `${d.provision} ${d.due} ${d.verdict}`}
          render={d => (
            <Link
              className="line"
              to={pathTo(board.accord, 'provision', d.provision)}
              data-passed={d.due < t || undefined}
            >
              <DateText at={d.due} tz={board.tz} />
              <span className="faint small">
                {relativeDays(daysAway(t, d.due, board.tz), language, numerals)}
              </span>
              <span className="line-what">
                <Said words={d.title} />
              </span>
              <VerdictBadge
                plain
                verdict={{ verdict: d.verdict, observed: 'yes', codes: d.waiting ? ['due'] : [] }}
              />
            </Link>
          )}
        />
      )}
    </section>
  )
}
