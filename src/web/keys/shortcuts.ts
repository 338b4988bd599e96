import { useEffect, useRef, useSyncExternalStore } from 'react'
import { strokeOf } from './stroke.ts'

export type Shortcut = {
  /** One stroke ('j', 'A', '?', 'Enter') or two after each other ('g s'). */
  readonly keys: string
  readonly does: string
  readonly run: () => void
  /** Everywhere in the product, or only on the page at hand. */
  readonly where: 'everywhere' | 'here'
}

let sets: readonly (readonly Shortcut[])[] = []
const listeners = new Set<() => void>()
const tell = () => {
  for (const l of listeners) l()
}

let first: string | undefined
let forget: ReturnType<typeof setTimeout> | undefined

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const target = event.target as HTMLElement | null
  // Typing, lists that search by letter, and dialogs have the keyboard to themselves.
  if (
    target?.closest(
      'input, textarea, select, [contenteditable], [role="listbox"], [role="menu"], .veil, .popover',
    )
  )
    return
  const stroke = strokeOf(event)
  const pair = first && `${first} ${stroke}`
  clearTimeout(forget)
  first = undefined
  // The newest set wins: a page may take a key that the frame uses too.
  const all = sets.toReversed().flat()
  const hit = (pair && all.find(s => s.keys === pair)) || all.find(s => s.keys === stroke)
  if (hit) {
    // A button in focus keeps its own Enter and Space.
    if ((stroke === 'Enter' || stroke === ' ') && target?.closest('button, a, summary')) return
    event.preventDefault()
    hit.run()
    return
  }
  if (all.some(s => s.keys.startsWith(`${stroke} `))) {
    first = stroke
    forget = setTimeout(() => (first = undefined), 1200)
  }
}

/** Makes keys work while the component is on screen, and lists them in the help. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  const names = shortcuts.map(s => `${s.keys}\t${s.does}\t${s.where}`).join('\n')
  useEffect(() => {
    const mine: Shortcut[] = names
      .split('\n')
      .filter(Boolean)
      .map((line, i) => {
        const [keys, does, where] = line.split('\t') as [string, string, Shortcut['where']]
        return { keys, does, where, run: () => latest.current[i]?.run() }
      })
    if (!sets.length) addEventListener('keydown', onKey)
    sets = [...sets, mine]
    tell()
    return () => {
      sets = sets.filter(s => s !== mine)
      if (!sets.length) removeEventListener('keydown', onKey)
      tell()
    }
  }, [names])
}

/** Every shortcut that works at the moment, for the help dialog. */
export function useAllShortcuts(): readonly Shortcut[] {
  const all = useSyncExternalStore(
    changed => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => sets,
  )
  return all.flat()
}
