import { useEffect, useRef } from 'react'
import { useShortcuts } from '../../keys/shortcuts.ts'
import { useWords } from '../../locale/locale.tsx'
import { stateWords } from './words/words.ts'

/** Arrow keys walk the cells of the matrix (sideways as the page reads); j and k go down and up from anywhere. */
export function useMatrixKeys() {
  const frame = useRef<HTMLElement>(null)
  const w = useWords(stateWords)
  const walk = (dx: number, dy: number) => focusFrom(frame.current, dx, dy)

  useShortcuts([
    { keys: 'j', does: w.down, where: 'here', run: () => walk(0, 1) },
    { keys: 'k', does: w.up, where: 'here', run: () => walk(0, -1) },
  ])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.target as HTMLElement).closest('.cell') || event.ctrlKey || event.metaKey || event.altKey)
        return
      const forward = document.documentElement.dir === 'rtl' ? -1 : 1
      const step = {
        ArrowDown: [0, 1],
        ArrowUp: [0, -1],
        ArrowRight: [forward, 0],
        ArrowLeft: [-forward, 0],
      }[event.key]
      if (!step) return
      event.preventDefault()
      walk(step[0]!, step[1]!)
    }
    const element = frame.current
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  })
  return frame
}

function focusFrom(frame: HTMLElement | null, dx: number, dy: number): void {
  const rows = [...(frame?.querySelectorAll('tr') ?? [])].filter(r => r.querySelector('.cell'))
  const here = document.activeElement?.closest<HTMLElement>('.cell')
  const row = here ? rows.indexOf(here.closest('tr')!) : -1
  if (dx !== 0 && here) {
    const cells = [...rows[row]!.querySelectorAll<HTMLElement>('.cell')]
    cells[cells.indexOf(here) + dx]?.focus()
    return
  }
  const next = rows[here ? row + dy : dy > 0 ? 0 : rows.length - 1]
  if (!next) return
  const column = Number(here?.dataset.column ?? 0)
  const cells = [...next.querySelectorAll<HTMLElement>('.cell')]
  const distance = (c: HTMLElement) => Math.abs(Number(c.dataset.column) - column)
  cells.toSorted((a, b) => distance(a) - distance(b))[0]?.focus()
}
