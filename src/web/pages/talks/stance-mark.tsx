import type { Stance } from '../../../core/talks/position.ts'
import { useWords } from '../../locale/locale.tsx'
import { vocabulary, wordFor } from '../../words/vocabulary.ts'

/** Signs beside the words, so that a column can be skimmed: for, perhaps, against, waiting. */
const SIGN: Readonly<Record<Stance, string>> = {
  supports: '+',
  accepts_with_condition: '+',
  open: '○',
  silent: '·',
  defers: '…',
  opposes: '−',
  blocks: '×',
}

/** One party's stance: sign, word, colour. */
export function StanceMark({ stance }: { readonly stance: Stance }) {
  const v = useWords(vocabulary)
  return (
    <span className="stance" data-stance={stance}>
      <span aria-hidden="true">{SIGN[stance]}</span> {wordFor(v.stance, stance)}
    </span>
  )
}
