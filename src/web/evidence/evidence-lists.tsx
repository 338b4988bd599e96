import type { Verdict } from '../../core/compliance/verdict.ts'
import type { RecordView } from '../../core/view/board.ts'
import { useCount, useWords } from '../locale/locale.tsx'
import { Said } from '../show/said.tsx'
import { VerdictBadge } from '../show/verdict-badge.tsx'
import { shared } from '../words/shared.ts'
import { RecordLine } from './record-line.tsx'
import './evidence-lists.css'

type Props = {
  readonly accord: string
  readonly tz: string
  readonly verdict: Verdict
  readonly records: Readonly<Record<string, RecordView>>
}

/** What a verdict rests on: what would settle it, records for and against, and what was taken as given. */
export function EvidenceLists({ accord, tz, verdict, records }: Props) {
  const w = useWords(shared).evidence
  return (
    <div className="evidence-lists">
      {verdict.settles.length > 0 && (
        <section>
          <h3>{w.settles}</h3>
          <ul className="settles">
            {verdict.settles.map((s, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an unchanging list
              <li key={i}>
                <Said words={s.what} /> <span aria-hidden="true">→</span>{' '}
                <VerdictBadge plain verdict={{ verdict: s.to, observed: 'yes' }} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Records title={w.for} ids={verdict.evidenceFor} {...{ accord, tz, records }} />
      <Records title={w.against} ids={verdict.evidenceAgainst} {...{ accord, tz, records }} />
      {verdict.assumptions.length > 0 && (
        <section>
          <h3>{w.assumptions}</h3>
          <ul className="assumptions">
            {verdict.assumptions.map(a => (
              <li key={`${a.kind} ${a.id}`}>
                <Said words={a.words} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

type RecordsProps = Omit<Props, 'verdict'> & { readonly title: string; readonly ids: readonly string[] }

function Records({ title, ids, accord, tz, records }: RecordsProps) {
  const w = useWords(shared).evidence
  const count = useCount()
  return (
    <section>
      <h3>
        {title} <span className="faint">{count(ids.length).text}</span>
      </h3>
      {ids.length === 0 && <p className="quiet small">{w.none}</p>}
      {ids.map(id => {
        const view = records[id]
        return view ? (
          <RecordLine key={id} accord={accord} tz={tz} view={view} />
        ) : (
          <p key={id} className="quiet small">
            <Said words={w.missing(id)} />
          </p>
        )
      })}
    </section>
  )
}
