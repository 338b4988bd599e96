/** A count that may leave the room: exact, "fewer than five", or not said at all. */
export type SafeCount =
  | { readonly kind: 'exact'; readonly n: number }
  | { readonly kind: 'fewer'; readonly than: 5 }
  | { readonly kind: 'withheld' }

const LEAST = 5

/**
 * Makes one row of counts and its total safe to publish. Cells of 1–4 are hidden, since few persons can
 * be recognised. When exactly one cell is hidden, the total would give it away, so the total is withheld
 * (the complementary suppression of Hundepool et al. 2012, "Statistical Disclosure Control", ch. 4, in
 * its plainest form). Zero is shown: it says nothing about a person.
 */
export function suppress(cells: Readonly<Record<string, number>>): {
  readonly cells: Readonly<Record<string, SafeCount>>
  readonly total: SafeCount
} {
  const entries = Object.entries(cells)
  const small = (n: number) => n > 0 && n < LEAST
  const hidden = entries.filter(([, n]) => small(n)).length
  const total = entries.reduce((sum, [, n]) => sum + n, 0)
  return {
    cells: Object.fromEntries(
      entries.map(([key, n]) => [key, small(n) ? { kind: 'fewer', than: LEAST } : { kind: 'exact', n }]),
    ),
    total:
      hidden === 1
        ? { kind: 'withheld' }
        : small(total)
          ? { kind: 'fewer', than: LEAST }
          : { kind: 'exact', n: total },
  }
}
