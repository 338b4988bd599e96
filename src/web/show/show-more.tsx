import { type ReactNode, useState } from 'react'
import { useCount, useWords } from '../locale/locale.tsx'
import { shared } from '../words/shared.ts'

type Props<T> = {
  readonly items: readonly T[]
  /** How many are shown before "more" is pressed. */
  readonly first: number
  readonly itemKey: (item: T) => string
  readonly render: (item: T) => ReactNode
  readonly className?: string
}

/** The first few of a list, and the rest on demand. */
export function ShowMore<T>({ items, first, itemKey, render, className }: Props<T>) {
  const w = useWords(shared).common
  const count = useCount()
  const [all, setAll] = useState(false)
  // One hidden line would take the place of its own button.
  const cut = items.length > first + 1
  const shown = all || !cut ? items : items.slice(0, first)
  return (
    <>
      <ul className={className}>
        {shown.map(item => (
          <li key={itemKey(item)}>{render(item)}</li>
        ))}
      </ul>
      {cut && (
        <button type="button" className="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? w.fewer : w.more(count(items.length - first))}
        </button>
      )}
    </>
  )
}
