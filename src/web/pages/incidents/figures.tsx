import type { Figure } from '../../../core/evidence/record.ts'
import { useWords } from '../../locale/locale.tsx'
import { DateText } from '../../show/dates.tsx'
import { Num } from '../../show/numbers.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'

/** Figures as they were claimed, each by itself; never added up. With `tz`, the day each was said for. */
export function Figures({ of, tz }: { readonly of: readonly Figure[]; readonly tz?: string }) {
  const v = useWords(vocabulary)
  return (
    <ul>
      {of.map(f => (
        <li key={`${f.what} ${f.low} ${f.high} ${f.asOf ?? ''}`}>
          <Num value={f.low} />
          {f.high !== f.low && (
            <>
              –<Num value={f.high} />
            </>
          )}{' '}
          {wordFor(v.figure, f.what)}
          {tz !== undefined && f.asOf !== undefined && (
            <span className="faint small">
              {' '}
              <DateText at={f.asOf} tz={tz} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
