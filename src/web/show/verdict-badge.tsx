import type { Verdict } from '../../core/compliance/verdict.ts'
import { isDue, standingOf, verdictWords } from '../../core/view/verdict-words.ts'
import { useLocale, useWords } from '../locale/locale.tsx'
import { shared } from '../words/shared.ts'
import { VerdictGlyph } from './verdict-glyph.tsx'
import './verdict.css'

/** The verdict's name, capitalised where the language has capitals. */
export function useVerdictName(): (verdict: Verdict['verdict'], due?: boolean) => string {
  const { language } = useLocale()
  return (verdict, due) => {
    const word = verdictWords(verdict, due)?.[language] ?? verdict
    return word.charAt(0).toLocaleUpperCase() + word.slice(1)
  }
}

type Props = {
  readonly verdict: Pick<Verdict, 'verdict' | 'observed'> & Partial<Pick<Verdict, 'codes'>>
  /** Without ground, for running text and dense cells. */
  readonly plain?: boolean
}

/** A verdict as shape, word and colour, in that order of importance. */
export function VerdictBadge({ verdict, plain = false }: Props) {
  const name = useVerdictName()
  const w = useWords(shared).evidence
  const unobserved = verdict.verdict === 'HOLDING' && verdict.observed === 'no'
  const due = isDue({ codes: [], ...verdict })
  return (
    <span
      className={plain ? 'verdict verdict-plain' : 'verdict'}
      data-due={due || undefined}
      data-standing={standingOf(verdict)}
    >
      <VerdictGlyph verdict={verdict.verdict} unobserved={unobserved} />
      <span className="verdict-word">
        {name(verdict.verdict, due)}
        {unobserved && <span className="verdict-note"> {w.unobserved}</span>}
      </span>
    </span>
  )
}
