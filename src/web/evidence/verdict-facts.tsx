import { codeWords } from '../../core/compliance/codes.ts'
import type { Verdict } from '../../core/compliance/verdict.ts'
import { useCount, useLocale, useWords } from '../locale/locale.tsx'
import { DateText } from '../show/dates.tsx'
import { isolate, Said } from '../show/said.tsx'
import { VerdictBadge } from '../show/verdict-badge.tsx'
import { shared } from '../words/shared.ts'
import { vocabulary, wordFor } from '../words/vocabulary.ts'
import './verdict-facts.css'

/** What goes with a verdict besides its name: due date, timing, quantities, match with the text, repair, reasons. */
export function VerdictFacts({ verdict, tz }: { readonly verdict: Verdict; readonly tz: string }) {
  const w = useWords(shared).evidence
  const v = useWords(vocabulary)
  const count = useCount()
  const { language } = useLocale()
  const q = verdict.quantity
  const t = verdict.timeliness
  return (
    <ul className="verdict-facts">
      {verdict.due && (
        <li>
          {w.due} <DateText at={verdict.due.hi} tz={tz} />
        </li>
      )}
      {t.kind !== 'unknown' && t.kind !== 'no_deadline' && <li>{wordFor(v.timeliness, t.kind)}</li>}
      {q && <li>{isolate(w.quantity(count(q.low), count(q.high), count(q.required)), language)}</li>}
      {verdict.correspondence !== 'unknown' && <li>{wordFor(v.correspondence, verdict.correspondence)}</li>}
      {verdict.codes.map(c => (
        <li key={c}>
          <Said words={codeWords(c)} />
        </li>
      ))}
      {verdict.repair && (
        <li>
          {w.repair} <VerdictBadge plain verdict={{ verdict: verdict.repair.verdict, observed: 'yes' }} />
        </li>
      )}
    </ul>
  )
}
