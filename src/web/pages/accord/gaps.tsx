import type { Accord } from '../../../core/accord/model.ts'
import { useWords } from '../../locale/locale.tsx'
import { Said } from '../../show/said.tsx'
import { accordWords } from './words/words.ts'

/** What the text leaves open, and what its authors here could not verify. */
export function Gaps({ accord }: { readonly accord: Accord }) {
  const w = useWords(accordWords)
  return (
    <div className="accord-gaps">
      <section className="card">
        <div className="card-head">
          <h2>{w.tabs.gaps}</h2>
        </div>
        <div className="card-body">
          <p className="quiet small">{w.gapsLead}</p>
          {accord.gaps?.length ? (
            <ul className="accord-notes">
              {accord.gaps.map(g => (
                <li key={g.element}>
                  <Said words={g.note} />
                </li>
              ))}
            </ul>
          ) : (
            <p>{w.gapsNone}</p>
          )}
        </div>
      </section>
      {accord.notVerified && accord.notVerified.length > 0 && (
        <section className="card">
          <div className="card-head">
            <h2>{w.notVerified}</h2>
          </div>
          <div className="card-body">
            <p className="quiet small">{w.notVerifiedLead}</p>
            <ul className="accord-notes">
              {accord.notVerified.map(n => (
                <li key={n.en}>
                  <Said words={n} />
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </div>
  )
}
