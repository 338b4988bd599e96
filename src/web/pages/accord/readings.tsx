import type { Accord } from '../../../core/accord/model.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { useWords } from '../../locale/locale.tsx'
import { pathTo } from '../../route/address.ts'
import { Link } from '../../route/router.tsx'
import { CivilText } from '../../show/dates.tsx'
import { OutsideLink } from '../../show/outside-link.tsx'
import { Code, Said } from '../../show/said.tsx'
import { accordWords } from './words/words.ts'

/** Author of readings that no party holds: those who wrote the accord's file. */
const DESK = 'cell'

/** The readings that are judged side by side, and the phrases over which they part. */
export function Readings({ accord }: { readonly accord: Accord }) {
  const w = useWords(accordWords)
  const name = useBearerName(accord.id)
  const disputed = accord.provisions.filter(p => p.disputes?.length)
  const startOf = (document: string, id: string) =>
    accord.documents.find(d => d.id === document)?.starts.find(s => s.id === id)?.at ?? id
  return (
    <>
      <div className="accord-readings">
        {accord.readings.map(r => (
          <section key={r.id} className="card">
            <div className="card-head">
              <h2>
                <Said words={r.name} />
              </h2>
              <Code>{r.id}</Code>
            </div>
            <dl className="card-body accord-facts">
              <div>
                <dt>{w.readingBy}</dt>
                <dd>{r.author === DESK ? w.desk : name([r.author])}</dd>
              </div>
              {r.basis && (
                <div>
                  <dt>{w.basis}</dt>
                  <dd>
                    <Said words={r.basis} />
                  </dd>
                </div>
              )}
              {r.starts &&
                Object.entries(r.starts).map(([document, id]) => (
                  <div key={document}>
                    <dt>{w.readingStarts}</dt>
                    <dd>
                      <CivilText date={startOf(document, id)} />
                    </dd>
                  </div>
                ))}
              {r.source && (
                <div>
                  <dt>{w.sources}</dt>
                  <dd>
                    <OutsideLink url={r.source} />
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
      {disputed.length > 0 && (
        <section className="card">
          <div className="card-head">
            <h2>{w.disputes}</h2>
          </div>
          <ul className="card-body accord-disputes">
            {disputed.map(p => (
              <li key={p.id}>
                <Link to={pathTo(accord.id, 'provision', p.id)}>
                  <Code>{p.id}</Code> <Said words={p.title} />
                </Link>
                {p.disputes!.map(d => (
                  <div key={d.phrase.en}>
                    <q>
                      <Said words={d.phrase} />
                    </q>
                    <ul>
                      {d.positions.map(x => (
                        <li key={`${x.by} ${x.says.en}`}>
                          <strong>{name([x.by])}</strong>: <Said words={x.says} />
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
