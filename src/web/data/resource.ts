import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { Fault } from './fault.ts'
import { get } from './request.ts'

/** What a page knows of one address of the API. `stale`: an older answer shown until the new one is here. */
export type Resource<T> = {
  readonly data?: T
  readonly fault?: Fault
  readonly loading: boolean
  readonly stale: boolean
  readonly reload: () => void
}

type Slot = { data?: unknown; fault?: Fault; loading: boolean; old: boolean; readers: number; used: number }

const slots = new Map<string, Slot>()
const listeners = new Map<string, Set<() => void>>()
/** Answers nobody looks at any more that are kept for a quick way back. */
const KEPT = 60

function put(path: string, next: Slot): void {
  slots.set(path, next)
  for (const listener of listeners.get(path) ?? []) listener()
}

async function load(path: string): Promise<void> {
  const before = slots.get(path)
  if (before?.loading) {
    before.old = true
    return
  }
  put(path, {
    data: before?.data,
    loading: true,
    old: false,
    readers: before?.readers ?? 0,
    used: Date.now(),
  })
  const answer = await get(path).then(
    data => ({ data }),
    (error: unknown) => ({
      fault: error instanceof Fault ? error : new Fault(0, String(error)),
      data: before?.data,
    }),
  )
  const now = slots.get(path)
  put(path, { ...answer, loading: false, old: false, readers: now?.readers ?? 0, used: Date.now() })
  // Asked for again while it was on its way: what arrived may already be old.
  if (now?.old) void load(path)
}

function forgetSome(): void {
  const idle = [...slots]
    .filter(([, s]) => s.readers === 0 && !s.loading)
    .sort(([, a], [, b]) => a.used - b.used)
  for (const [path] of idle.slice(0, Math.max(0, idle.length - KEPT))) slots.delete(path)
}

/** Everything under the prefix is asked for again: at once where it is on screen, else when next shown. */
export function invalidate(prefix: string): void {
  for (const [path, slot] of slots) {
    if (!path.startsWith(prefix)) continue
    if (slot.readers > 0) void load(path)
    else if (!slot.loading) slots.delete(path)
    else slot.old = true
  }
}

/** The answer at hand, if any, without asking for one. */
export function peek<T>(path: string): T | undefined {
  return slots.get(path)?.data as T | undefined
}

/**
 * Reads one address of the API and keeps it current. While a new address loads, the last answer stays
 * (`stale`), so that moving through time does not flicker. Undefined: nothing to ask yet.
 */
export function useResource<T>(path: string | undefined): Resource<T> {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (!path) return () => {}
      const set = listeners.get(path) ?? new Set()
      listeners.set(path, set.add(changed))
      return () => {
        set.delete(changed)
        if (!set.size) listeners.delete(path)
      }
    },
    [path],
  )
  const slot = useSyncExternalStore(subscribe, () => (path ? slots.get(path) : undefined))

  useEffect(() => {
    if (!path) return
    if (!slots.has(path) || slots.get(path)?.fault) void load(path)
    const mine = slots.get(path)
    if (mine) mine.readers++
    return () => {
      const left = slots.get(path)
      if (left) left.readers--
      forgetSome()
    }
  }, [path])

  const last = useRef<unknown>(undefined)
  if (slot?.data !== undefined) last.current = slot.data
  const data = (slot?.data ?? (slot?.fault ? undefined : last.current)) as T | undefined
  const reload = useCallback(() => path && void load(path), [path])
  return {
    ...(data !== undefined && { data }),
    ...(slot?.fault && { fault: slot.fault }),
    loading: path !== undefined && (slot?.loading ?? true),
    stale: data !== undefined && slot?.data === undefined,
    reload,
  }
}
