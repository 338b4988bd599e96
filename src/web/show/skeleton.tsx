import { useWords } from '../locale/locale.tsx'
import { shared } from '../words/shared.ts'

/** Grey lines while an answer is on its way; says so to screen readers. */
export function Skeleton({ lines = 6 }: { readonly lines?: number }) {
  const w = useWords(shared).common
  return (
    <div className="skeleton" role="status" aria-label={w.loading}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={i} style={{ inlineSize: `${92 - ((i * 37) % 45)}%` }} />
      ))}
    </div>
  )
}
