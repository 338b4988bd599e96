import { type ReactNode, useSyncExternalStore } from 'react'
import { useWords } from '../locale/locale.tsx'
import { shared } from '../words/shared.ts'

type Toast = {
  readonly id: number
  readonly text: ReactNode
  readonly action?: { readonly name: string; readonly do: () => void }
}

let toasts: readonly Toast[] = []
const listeners = new Set<() => void>()
let last = 0

function set(next: readonly Toast[]): void {
  toasts = next
  for (const l of listeners) l()
}

/** Says one thing at the foot of the page for a while; a newer one takes its place. */
export function toast(text: ReactNode, action?: Toast['action']): void {
  const id = ++last
  set([{ id, text, ...(action && { action }) }])
  setTimeout(() => set(toasts.filter(t => t.id !== id)), 9000)
}

/** Where toasts appear; one in the shell. */
export function Toasts() {
  const w = useWords(shared).common
  const shown = useSyncExternalStore(
    changed => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => toasts,
  )
  const drop = (id: number) => set(toasts.filter(t => t.id !== id))
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(t => (
        <div className="toast" key={t.id}>
          <span>{t.text}</span>
          {t.action && (
            <button
              type="button"
              onClick={() => {
                t.action?.do()
                drop(t.id)
              }}
            >
              {t.action.name}
            </button>
          )}
          <button type="button" aria-label={w.close} onClick={() => drop(t.id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  )
}
