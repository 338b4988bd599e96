import { type Counter, see } from './counter.ts'
import type { QuantityItem } from './items.ts'

export type Casualty = 'killed' | 'wounded'

/** How many tokens from a count its verb may stand. */
const REACH_BEFORE = 7
const REACH_AFTER = 7

type Side = { readonly casualty: Casualty | 'other'; readonly distance: number }

/**
 * What befell the persons counted at tokens [from, to), from the nearest word of death, injury or
 * another act around them. `left` is where the last count ended: its words are not ours.
 */
export function casualtyAround(c: Counter, from: number, to: number, left: number): Casualty | undefined {
  const before = lookBack(c, from, left)
  const after = lookAhead(c, to)
  const nearer =
    c.lang === 'ar' ? (before ?? after) : c.lang === 'tr' ? (after ?? before) : nearest(before, after)
  return nearer && nearer.casualty !== 'other' ? nearer.casualty : undefined
}

const nearest = (a: Side | undefined, b: Side | undefined): Side | undefined =>
  !a ? b : !b ? a : b.distance <= a.distance ? b : a

function lookBack(c: Counter, from: number, left: number): Side | undefined {
  for (let i = from - 1; i >= Math.max(left, from - REACH_BEFORE); i--) {
    const token = c.tokens[i]!
    if (token.kind === 'break' || token.text === '.' || token.text === ';' || token.text === '؛')
      return undefined
    const sight = see(c, i)
    // A phrase that runs past the count ("killed 12 people" has none) would be the count's own.
    if (!sight || sight.to > from) continue
    const casualty = casualtyOf(sight.means, 'killedBefore', 'woundedBefore')
    if (casualty) return { casualty, distance: from - sight.to }
  }
  return undefined
}

function lookAhead(c: Counter, to: number): Side | undefined {
  const reach = c.lang === 'ar' ? 4 : c.lang === 'tr' ? 10 : REACH_AFTER
  for (let i = to; i < Math.min(c.tokens.length, to + reach); i++) {
    const token = c.tokens[i]!
    if (token.kind === 'break' || token.kind === 'number' || '.;؛'.includes(token.text)) return undefined
    const sight = see(c, i)
    const casualty = sight && casualtyOf(sight.means, 'killedAfter', 'woundedAfter')
    if (casualty) return { casualty, distance: i - to }
    // A comma or "and" opens another count's clause.
    if (i > to && (token.text === ',' || token.text === '،') && c.lang !== 'tr') return undefined
  }
  return undefined
}

function casualtyOf(
  means: readonly QuantityItem[],
  killed: 'killedBefore' | 'killedAfter',
  wounded: 'woundedBefore' | 'woundedAfter',
): Side['casualty'] | undefined {
  for (const m of means) {
    if (m.k === killed) return 'killed'
    if (m.k === wounded) return 'wounded'
    if (m.k === 'otherActs') return 'other'
  }
  return undefined
}

/** Is there a word of death or injury right beside the count, so that a bare number is persons? */
export function casualtyBeside(c: Counter, from: number, to: number): Casualty | undefined {
  const ahead = see(c, to)
  const after = ahead && casualtyOf(ahead.means, 'killedAfter', 'woundedAfter')
  if (after && after !== 'other') return after
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    const sight = see(c, i)
    if (!sight || sight.to !== from) continue
    const before = casualtyOf(sight.means, 'killedBefore', 'woundedBefore')
    return before && before !== 'other' ? before : undefined
  }
  return undefined
}
