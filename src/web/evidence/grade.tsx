import { useWords } from '../locale/locale.tsx'
import { vocabulary, wordFor } from '../words/vocabulary.ts'

/** "B2": the Admiralty code, said in words to whoever points at it or listens. */
export function Grade({
  grade,
}: {
  readonly grade: { readonly reliability: string; readonly credibility: number }
}) {
  const w = useWords(vocabulary)
  const words = `${wordFor(w.reliability, grade.reliability)}, ${wordFor(w.credibility, String(grade.credibility))}`
  return (
    <span className="grade" title={words}>
      <bdi dir="ltr" aria-hidden="true">
        {grade.reliability}
        {grade.credibility}
      </bdi>
      <span className="said-only">{words}</span>
    </span>
  )
}
