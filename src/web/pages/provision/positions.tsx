import type { ProvisionView } from '../../../core/view/board.ts'
import { useAccord } from '../../accord/use-accord.ts'
import { useWords } from '../../locale/locale.tsx'
import { StatementLine } from '../../statement/statement-line.tsx'
import { provisionWords } from './words/words.ts'

/** What parties say about the clause: listed apart, because a claimed exception is no part of the text. */
export function Positions({ view }: { readonly view: ProvisionView }) {
  const w = useWords(provisionWords)
  const tz = useAccord(view.accord)?.tz ?? 'UTC'
  if (!view.statements.length) return null
  return (
    <section className="card">
      <div className="card-head">
        <h2>{w.statements}</h2>
      </div>
      <div className="card-body">
        <p className="faint small">{w.statementsNote}</p>
        {view.statements.map(s => (
          <StatementLine key={s.id} accord={view.accord} tz={tz} statement={s} />
        ))}
      </div>
    </section>
  )
}
