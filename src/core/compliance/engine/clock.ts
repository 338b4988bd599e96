/** What the engine lends a duty's monitor. */
export type Clock = { readonly now: () => number; readonly ring: (at: number, n: number) => void }
