import { useMemo } from 'react'
import type { ProvisionView } from '../../../core/view/board.ts'
import { useBearerName } from '../../accord/party-name.tsx'
import { useAccord } from '../../accord/use-accord.ts'
import { EvidenceLists } from '../../evidence/evidence-lists.tsx'
import { sameBearer } from '../../evidence/open-evidence.ts'
import { VerdictFacts } from '../../evidence/verdict-facts.tsx'
import { useSaid, useWords } from '../../locale/locale.tsx'
import { setParameter, useAddress, useAsked } from '../../route/router.tsx'
import { Said } from '../../show/said.tsx'
import { VerdictBadge } from '../../show/verdict-badge.tsx'
import { shared } from '../../words/shared.ts'
import { Derivation } from './derivation.tsx'
import { OverTime } from './over-time.tsx'
import { provisionWords } from './words/words.ts'

/** Every bearer under every reading in one table; the chosen one is laid open below it. */
export function Verdicts({ view }: { readonly view: ProvisionView }) {
  const w = useWords(provisionWords)
  const e = useWords(shared).evidence
  const said = useSaid()
  const bearerName = useBearerName(view.accord)
  const accord = useAccord(view.accord)
  const { query } = useAddress()
  const { reading: asked = 'default' } = useAsked()

  const bearers = useMemo(() => unique(view.verdicts.map(v => v.verdict.bearer)), [view])
  const readings = [...new Set(view.verdicts.map(v => v.verdict.reading))]
  const chosenBearer = bearers.find(b => b.join('~') === query.get('bearer')) ?? bearers[0]
  const chosenReading =
    readings.find(r => r === query.get('under')) ?? readings.find(r => r === asked) ?? readings[0]
  const find = (bearer: readonly string[], reading: string) =>
    view.verdicts.find(v => v.verdict.reading === reading && sameBearer(v.verdict.bearer, bearer))
  const readingName = (id: string) => {
    const r = accord?.readings.find(x => x.id === id)
    return r ? said(r.name) : id
  }
  const chosen = chosenBearer && chosenReading ? find(chosenBearer, chosenReading) : undefined
  if (!chosen || !chosenBearer)
    return (
      <section className="card">
        <p className="card-body quiet">{w.noVerdict}</p>
      </section>
    )
  const tz = accord?.tz ?? 'UTC'
  return (
    <>
      <section className="card">
        <div className="verdict-table-frame">
          <table className="verdict-table">
            <caption className="said-only">{w.verdicts}</caption>
            <thead>
              <tr>
                <th scope="col">{w.under}</th>
                {bearers.map(b => (
                  <th scope="col" key={b.join('~')}>
                    {bearerName(b)}
                    {b.length > 1 && <span className="faint"> · {e.jointly}</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {readings.map(r => (
                <tr key={r}>
                  <th scope="row">{readingName(r)}</th>
                  {bearers.map(b => {
                    const v = find(b, r)
                    return (
                      <td key={b.join('~')}>
                        {v && (
                          <button
                            type="button"
                            className="verdict-choice"
                            aria-pressed={v === chosen}
                            onClick={() => {
                              setParameter('bearer', b.join('~'))
                              setParameter('under', r === asked ? undefined : r)
                            }}
                          >
                            <VerdictBadge verdict={v.verdict} />
                          </button>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="card">
        <div className="card-head">
          <h2>
            {bearerName(chosenBearer)}
            {readings.length > 1 && <span className="faint"> · {readingName(chosen.verdict.reading)}</span>}
          </h2>
          <VerdictBadge verdict={chosen.verdict} />
        </div>
        <div className="card-body provision-why">
          <p className="provision-because">
            <Said words={chosen.verdict.because} />
          </p>
          {chosen.verdict.verdict === 'HOLDING' && (
            <p className="quiet small">{e.observed[chosen.verdict.observed]}</p>
          )}
          <VerdictFacts verdict={chosen.verdict} tz={tz} />
          {chosen.intervals.length > 0 && (
            <OverTime
              intervals={chosen.intervals}
              t={chosen.verdict.asOf.t}
              tz={tz}
              who={bearerName(chosenBearer)}
            />
          )}
        </div>
      </section>
      <Derivation explanation={chosen.explanation} accord={view.accord} tz={tz} records={view.records} />
      <section className="card">
        <div className="card-head">
          <h2>{w.evidence}</h2>
        </div>
        <div className="card-body">
          <EvidenceLists accord={view.accord} tz={tz} verdict={chosen.verdict} records={view.records} />
        </div>
      </section>
    </>
  )
}

function unique(bearers: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return bearers.filter((b, i) => bearers.findIndex(x => sameBearer(x, b)) === i)
}
