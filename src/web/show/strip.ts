import type { VerdictInterval } from '../../core/compliance/verdict.ts'
import { type Standing, standingOf } from '../../core/view/verdict-words.ts'

/** The span of time that all strips of a page share, seconds UTC. */
export type Domain = { readonly from: number; readonly to: number }

/** A piece of a strip: offset and length as fractions of the domain. */
export type Piece = { readonly at: number; readonly length: number; readonly standing: Standing }

/** From the first interval of all to `until`; undefined when there is nothing to draw. */
export function domainOf(strips: readonly (readonly VerdictInterval[])[], until: number): Domain | undefined {
  let from = Number.POSITIVE_INFINITY
  for (const strip of strips)
    for (const i of strip)
      if (i.verdict !== 'NOT_IN_FORCE' && Number.isFinite(i.from)) from = Math.min(from, i.from)
  return from < until ? { from, to: until } : undefined
}

/**
 * Cuts the intervals to the domain and joins neighbours of one standing; pieces thinner than 1/500 of the
 * strip are widened to that, so that a breach of one day in ten years is still seen.
 */
export function piecesOf(strip: readonly VerdictInterval[], domain: Domain): readonly Piece[] {
  const span = domain.to - domain.from
  const pieces: { at: number; length: number; standing: Standing }[] = []
  for (const i of strip) {
    const from = Math.max(i.from, domain.from)
    const to = Math.min(i.to, domain.to)
    if (to < from || i.verdict === 'NOT_IN_FORCE') continue
    const standing = standingOf({
      verdict: i.verdict,
      observed: i.codes.includes('unobserved') ? 'no' : 'yes',
    })
    const at = (from - domain.from) / span
    // Both ends of an interval belong to it.
    const length = Math.max((to - from + 1) / span, 0.002)
    const last = pieces.at(-1)
    if (last && last.standing === standing && at - (last.at + last.length) < 0.001)
      last.length = at + length - last.at
    else pieces.push({ at, length: Math.min(length, 1 - at), standing })
  }
  return pieces
}

/** First days of years (or of months in a short domain) to draw under the strips, as fractions with their year. */
export function ticksOf(
  domain: Domain,
): readonly { readonly at: number; readonly year: number; readonly month: number }[] {
  const span = domain.to - domain.from
  const [first, last] = [
    new Date(domain.from * 1000).getUTCFullYear(),
    new Date(domain.to * 1000).getUTCFullYear(),
  ]
  const years = last - first
  // Three or four labels are what a column of the matrix has room for.
  const step = [1, 2, 4, 5, 10, 20, 50].find(n => years / n <= 3.5) ?? 100
  const ticks: { at: number; year: number; month: number }[] = []
  const push = (year: number, month: number) => {
    const at = (Date.UTC(year, month, 1) / 1000 - domain.from) / span
    if (at >= 0 && at <= 1) ticks.push({ at, year, month })
  }
  if (years >= 2) for (let y = Math.ceil(first / step) * step; y <= last; y += step) push(y, 0)
  else for (let y = first; y <= last; y++) for (let m = 0; m < 12; m += years ? 6 : 3) push(y, m)
  return ticks
}
