import type { Entry } from '../core/ledger/entry.ts'

/** The listeners of a store's appends. One that throws harms neither the append nor the others. */
export type Listeners = {
  readonly add: (listener: (accord: string, seq: number) => void) => () => void
  readonly tell: (accord: string, seq: number) => void
  /** Tells of confirmed entries: once for each accord, its last. */
  readonly tellOf: (entries: readonly Entry[]) => void
}

export function listeners(): Listeners {
  const all = new Set<(accord: string, seq: number) => void>()
  const tell = (accord: string, seq: number) => {
    // The entry is confirmed by now: a listener's fault surfaces as an uncaught error, not as a failed append.
    for (const listener of all) queueMicrotask(() => listener(accord, seq))
  }
  return {
    add(listener) {
      all.add(listener)
      return () => void all.delete(listener)
    },
    tell,
    tellOf(entries) {
      for (const [accord, seq] of new Map(entries.map(e => [e.accord, e.seq]))) tell(accord, seq)
    },
  }
}
