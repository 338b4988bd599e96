import type { Provision } from '../../../core/accord/model.ts'
import type { ProvisionView } from '../../../core/view/board.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { useCount, useWords } from '../../locale/locale.tsx'
import { CivilText } from '../../show/dates.tsx'
import { DurationText } from '../../show/durations.tsx'
import { Num } from '../../show/numbers.tsx'
import { OutsideLink } from '../../show/outside-link.tsx'
import { Code, Said } from '../../show/said.tsx'
import { shared } from '../../words/shared.ts'
import { provisionWords } from './words/words.ts'

type Props = { readonly view: ProvisionView; readonly provision: Provision | undefined }

/** What the provision says in our words, whom it binds, its terms, and where the text itself is. */
export function Text({ view, provision }: Props) {
  const w = useWords(provisionWords)
  const count = useCount()
  const { comma } = useWords(shared).common
  const { document } = view
  return (
    <section className="card">
      <div className="card-head">
        <h2>{w.says}</h2>
      </div>
      <div className="card-body provision-text">
        <p className="provision-words">
          <Said words={view.words} />
        </p>
        <p className="faint small">{w.ownWords}</p>
        <dl className="facts">
          <div>
            <dt>{w.source}</dt>
            <dd>
              <Said words={document.title} />
              {document.points.length > 0 && (
                <>
                  {comma}
                  {w.points(count(document.points.length))} <Code>{document.points.join(', ')}</Code>
                </>
              )}
            </dd>
          </div>
          {document.urls.length > 0 && (
            <div>
              <dt>{w.sources}</dt>
              <dd className="addresses">
                {document.urls.map(url => (
                  <OutsideLink key={url} url={url} />
                ))}
              </dd>
            </div>
          )}
          {provision && <Terms accord={view.accord} provision={provision} />}
        </dl>
        {provision?.note && (
          <p className="quiet small">
            <Said words={provision.note} />
          </p>
        )}
      </div>
    </section>
  )
}

function Terms({ accord, provision }: { readonly accord: string; readonly provision: Provision }) {
  const w = useWords(provisionWords)
  const name = useBearerName(accord)
  const through = provision.boundThrough ?? {}
  return (
    <>
      {provision.bearer.length > 0 && (
        <div>
          <dt>{w.binds}</dt>
          <dd>
            <ul>
              {provision.bearer.map(b => {
                const ids = [b].flat()
                const guarantor = ids.length === 1 ? through[ids[0]!] : undefined
                return (
                  <li key={ids.join()}>{guarantor ? w.through(name(ids), name([guarantor])) : name(ids)}</li>
                )
              })}
            </ul>
          </dd>
        </div>
      )}
      {provision.deadline && (
        <div>
          <dt>{w.deadline}</dt>
          <dd>
            <CivilText date={provision.deadline} />
          </dd>
        </div>
      )}
      {provision.within && (
        <div>
          <dt>{w.within}</dt>
          <dd>
            <DurationText duration={provision.within} />
          </dd>
        </div>
      )}
      {provision.quantity !== undefined && (
        <div>
          <dt>{w.quantity}</dt>
          <dd>
            <Num value={provision.quantity} />
          </dd>
        </div>
      )}
    </>
  )
}
