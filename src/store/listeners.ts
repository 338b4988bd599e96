/** The listeners of a store's appends. One that throws harms neither the append nor the others. */
export type Listeners = {
  readonly add: (listener: (accord: string, seq: number) => void) => () => void
  readonly tell: (accord: string, seq: number) => void
  readonly count: () => number
}

export function listeners(): Listeners {
  const all = new Set<(accord: string, seq: number) => void>()
  return {
    add(listener) {
      all.add(listener)
      return () => void all.delete(listener)
    },
    tell(accord, seq) {
      // The entry is confirmed by now: a listener's fault surfaces as an uncaught error, not as a failed append.
      for (const listener of all) queueMicrotask(() => listener(accord, seq))
    },
    count: () => all.size,
  }
}
