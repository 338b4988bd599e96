import { useState } from 'react'
import type { Accord } from '../../../core/accord/model.ts'
import type { AlertView } from '../../../core/warning/alert.ts'
import type { AlertNote, AlertOutcome, AlertState } from '../../../core/warning/alert-state.ts'
import { useCount, useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { CivilText } from '../../show/dates.tsx'
import { Num } from '../../show/numbers.tsx'
import { Code, Foreign, Said } from '../../show/said.tsx'
import { warningWords } from './words/words.ts'

const OUTCOMES: readonly AlertOutcome[] = ['true', 'false', 'unclear']

type Props = {
  readonly accord: Accord
  readonly alert: AlertView & { readonly state: AlertState }
  readonly onNote: (act: AlertNote['act']) => void
}

/** One alert: what, since when, how unusual, what it rests on, and what people said of it. */
export function AlertCard({ accord, alert: a, onNote }: Props) {
  const w = useWords(warningWords)
  const count = useCount()
  const [comment, setComment] = useState('')
  return (
    <article className="card alert" data-direction={a.direction}>
      <div className="card-head">
        <h3>
          <Said words={a.zoneName} />
        </h3>
        <span className="faint small">
          {w.raised} <CivilText date={a.raisedOn} />
        </span>
      </div>
      <div className="card-body">
        <p>
          <Said words={a.words} />
        </p>
        <dl className="facts">
          <Fact name={w.since}>
            <CivilText date={a.since} />
          </Fact>
          <Fact name={w.observed}>
            <Num value={a.observed} />
          </Fact>
          <Fact name={w.expected}>
            <bdi>{a.expected.toFixed(1)}</bdi>
            <span className="quiet small">
              {' '}
              {w.range(String(a.expectedRange.low), String(a.expectedRange.high))}
            </span>
          </Fact>
          <Fact name={w.chance(a.perYearByChance.toPrecision(2))}>
            <span className="quiet small">
              {a.coverage.kept ? w.coverage(`${Math.round(a.coverage.share * 100)}%`) : w.noCoverage}
            </span>
          </Fact>
        </dl>
        {a.notCounted.perhapsHere > 0 && (
          <p className="quiet small">{w.notCounted(count(a.notCounted.perhapsHere))}</p>
        )}
        {a.neighbours.length > 0 && (
          <p className="small">
            {w.neighbours}{' '}
            {a.neighbours.slice(0, 4).map(n => (
              <span key={n.zone} className="tag">
                <Said words={n.name} />
              </span>
            ))}
          </p>
        )}
        <p className="small alert-links">
          {a.provisions.length > 0 && (
            <span>
              {w.provisions}{' '}
              {a.provisions.slice(0, 6).map(p => (
                <Link key={p} to={pathTo(accord.id, 'provision', p)}>
                  <Code>{p}</Code>
                </Link>
              ))}
            </span>
          )}
          <Link to={pathTo(accord.id, 'incidents')}>{w.events(count(a.events.length))}</Link>
        </p>
        <div className="alert-acts">
          {a.state.acknowledged ? (
            <span className="quiet small">{w.acknowledged}</span>
          ) : (
            <button
              type="button"
              className="button button-small"
              onClick={() => onNote({ kind: 'acknowledged' })}
            >
              {w.acknowledge}
            </button>
          )}
          <label className="small">
            {w.outcome}{' '}
            <select
              className="input"
              value={a.state.outcome?.outcome ?? ''}
              onChange={e =>
                e.target.value && onNote({ kind: 'outcome', outcome: e.target.value as AlertOutcome })
              }
            >
              <option value="">{w.unmarked}</option>
              {OUTCOMES.map(o => (
                <option key={o} value={o}>
                  {w[o]}
                </option>
              ))}
            </select>
          </label>
          <form
            className="alert-comment"
            onSubmit={e => {
              e.preventDefault()
              if (comment.trim()) onNote({ kind: 'comment', text: comment.trim() })
              setComment('')
            }}
          >
            <input
              className="input"
              aria-label={w.comment}
              placeholder={w.comment}
              value={comment}
              onChange={e => setComment(e.target.value)}
            />
            <button type="submit" className="button button-small" disabled={comment.trim() === ''}>
              {w.add}
            </button>
          </form>
        </div>
        {a.state.comments.map(c => (
          <p key={c.at} className="small alert-said">
            <Foreign text={c.text} />
          </p>
        ))}
      </div>
    </article>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
