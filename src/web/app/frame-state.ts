import { useSyncExternalStore } from 'react'

// The as-of dialog opens from the header, from a key and from pages; one switch for all of them.
let open = false
const listeners = new Set<() => void>()
function set(next: boolean): void {
  open = next
  for (const l of listeners) l()
}

export const openAsOf = () => set(true)
export const closeAsOf = () => set(false)

export function useAsOfOpen(): boolean {
  return useSyncExternalStore(
    changed => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => open,
  )
}
