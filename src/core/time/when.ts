/**
 * When something happened, as far as we know: the closed interval [lo, hi] in whole seconds since
 * the Unix epoch, UTC. A precise instant has lo = hi; a civil day has hi = lo + 86399.
 * `docs/decisions/0002-closed-seconds.md` says why closed and why seconds.
 */
export type When = { readonly lo: number; readonly hi: number }

/** Three values, ordered: F = certainly not, U = cannot tell, T = certainly (compliance.md §3.4). */
export type Kleene = 0 | 1 | 2
export const F: Kleene = 0
export const U: Kleene = 1
export const T: Kleene = 2

export const and = (a: Kleene, b: Kleene): Kleene => (a < b ? a : b)
export const or = (a: Kleene, b: Kleene): Kleene => (a > b ? a : b)
export const not = (a: Kleene): Kleene => (2 - a) as Kleene

/** Did `w` happen inside `[period.lo, period.hi]`? */
export function inWindow(w: When, period: When): Kleene {
  if (w.hi < period.lo || w.lo > period.hi) return F
  return period.lo <= w.lo && w.hi <= period.hi ? T : U
}

/** Did `later` follow `earlier` by 0 to `within` seconds? Equal exact stamps count as after. */
export function follows(later: When, earlier: When, within: number): Kleene {
  const least = later.lo - earlier.hi
  const most = later.hi - earlier.lo
  if (most < 0 || least > within) return F
  return least >= 0 && most <= within ? T : U
}
