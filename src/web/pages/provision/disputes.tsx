import type { ProvisionView } from '../../../core/view/board.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { useAccord } from '../../accord/use-accord.ts'
import { useSaid, useWords } from '../../locale/locale.tsx'
import { OutsideLink } from '../../show/outside-link.tsx'
import { Said } from '../../show/said.tsx'
import { provisionWords } from './words/words.ts'

type Props = { readonly accord: string; readonly disputes: ProvisionView['disputes'] }

/** Phrases that are read differently: who holds what, and under which reading it is judged. */
export function Disputes({ accord, disputes }: Props) {
  const w = useWords(provisionWords)
  const said = useSaid()
  const name = useBearerName(accord)
  const readings = useAccord(accord)?.readings ?? []
  if (!disputes.length) return null
  return (
    <section className="card">
      <div className="card-head">
        <h2>{w.disputes}</h2>
      </div>
      <div className="card-body disputes">
        {disputes.map(d => (
          <div key={d.phrase.en}>
            <p className="dispute-phrase">
              <q>
                <Said words={d.phrase} />
              </q>
            </p>
            <dl>
              {d.positions.map(p => {
                const reading = readings.find(r => r.id === p.reading)
                return (
                  <div key={`${p.by} ${p.says.en}`}>
                    <dt>{w.holds(name([p.by]))}</dt>
                    <dd>
                      <Said words={p.says} />{' '}
                      {reading && <span className="tag tag-claim">{said(reading.name)}</span>}{' '}
                      {p.source && <OutsideLink url={p.source} />}
                    </dd>
                  </div>
                )
              })}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}
