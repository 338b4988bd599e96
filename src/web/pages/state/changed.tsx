import type { StateBoard } from '../../../core/view/board.ts'
import { BearerName } from '../../accord/party-name.tsx'
import { openEvidence } from '../../evidence/open-evidence.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { Icon } from '../../show/icon.tsx'
import { Code } from '../../show/said.tsx'
import { ShowMore } from '../../show/show-more.tsx'
import { VerdictBadge } from '../../show/verdict-badge.tsx'
import { stateWords } from './words/words.ts'

/** Verdicts that are not what they were the day before; each opens its evidence. */
export function Changed({ board }: { readonly board: StateBoard }) {
  const w = useWords(stateWords)
  const count = useCount()
  return (
    <section className="card">
      <div className="card-head">
        <h2>{w.changed}</h2>
        <span className="faint num">{board.changed.length > 0 && count(board.changed.length).text}</span>
      </div>
      {board.changed.length === 0 ? (
        <p className="card-body quiet small">{w.changedNone}</p>
      ) : (
        <ShowMore
          items={board.changed}
          first={4}
          className="lines"
          itemKey={c => `${c.provision} ${c.bearer.join()}`}
          render={c => (
            <button
              type="button"
              className="line"
              onClick={() => openEvidence({ provision: c.provision, bearer: c.bearer })}
            >
              <span className="line-what">
                <Code>{c.provision}</Code> <BearerName accord={board.accord} bearer={c.bearer} />
              </span>
              <span className="line-verdicts">
                <VerdictBadge
                  plain
                  verdict={{ verdict: c.from, observed: 'yes', codes: c.fromWaiting ? ['due'] : [] }}
                />
                <Icon name="forward" width="12" height="12" />
                <VerdictBadge
                  plain
                  verdict={{ verdict: c.to, observed: 'yes', codes: c.toWaiting ? ['due'] : [] }}
                />
              </span>
            </button>
          )}
        />
      )}
    </section>
  )
}
