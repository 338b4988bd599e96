/** One thing expected or found in a case, reduced to what is compared. */
export type Item = {
  /** Everything: span and value. Equal keys are an exact hit. */
  readonly exact: string
  /** The value alone, for the count that forgives a span a word too long. */
  readonly value: string
  readonly span?: readonly [number, number]
  readonly shown: string
}

export type Tally = {
  readonly cases: number
  /** Cases in which everything expected was found exactly and nothing else. */
  readonly exact: number
  readonly expected: number
  readonly found: number
  readonly right: number
  /** Right value on a span that overlaps. */
  readonly value: number
  readonly spurious: number
}

/** Compares what was found with what was expected; each expected item is used once. */
export function scoreOf(
  expected: readonly Item[],
  found: readonly Item[],
): { exact: boolean; right: number; value: number; spurious: number } {
  const right = matched(expected, found, (e, f) => e.exact === f.exact)
  const value = matched(expected, found, (e, f) => e.value === f.value && overlaps(e, f))
  return {
    exact: right === expected.length && right === found.length,
    right,
    value,
    spurious: found.length - value,
  }
}

const overlaps = (a: Item, b: Item): boolean =>
  !a.span || !b.span || (a.span[0] < b.span[1] && b.span[0] < a.span[1])

function matched(
  expected: readonly Item[],
  found: readonly Item[],
  same: (e: Item, f: Item) => boolean,
): number {
  const free = [...found]
  let n = 0
  for (const e of expected) {
    const at = free.findIndex(f => same(e, f))
    if (at < 0) continue
    free.splice(at, 1)
    n++
  }
  return n
}
