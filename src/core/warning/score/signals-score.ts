import type { Signal, SignalKind } from '../signal.ts'

/** How one kind of signal has done: kept apart from the detectors' scores. */
export type SignalScore = {
  readonly kind: SignalKind
  /** Days on which the kind was raised; several on a day count once. */
  readonly raised: number
  /** Of these, followed by a breakdown within the horizon. */
  readonly followed: number
  readonly hitRate: number
  /** The share that a day picked at random would have reached. */
  readonly byChance: number
  /** Breakdowns that at least one such signal preceded within the horizon. */
  readonly foretold: number
  readonly breakdowns: number
}

/**
 * Scores signals against known breakdowns by days ('YYYY-MM-DD' sorts as time). A signal counts from the
 * day it was known, so that hindsight earns nothing.
 *
 * @param o.horizon days within which a breakdown must follow.
 */
export function scoreSignals(
  signals: readonly Signal[],
  breakdowns: readonly string[],
  o: { readonly horizon: number; readonly from: string; readonly until: string },
): SignalScore[] {
  const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000
  const [from, until] = [day(o.from), day(o.until)]
  const ends = breakdowns.map(day).filter(b => b >= from && b <= until)
  const leads = (d: number) => ends.some(b => b > d && b <= d + o.horizon)
  let good = 0
  for (let d = from; d <= until; d++) if (leads(d)) good++
  return [...Map.groupBy(signals, s => s.kind)].map(([kind, list]) => {
    const days = [...new Set(list.map(s => Math.max(day(s.knownOn), day(s.day))))].filter(
      d => d >= from && d <= until,
    )
    const followed = days.filter(leads).length
    return {
      kind,
      raised: days.length,
      followed,
      hitRate: days.length ? followed / days.length : Number.NaN,
      byChance: good / (until - from + 1),
      foretold: ends.filter(b => days.some(d => b > d && b <= d + o.horizon)).length,
      breakdowns: ends.length,
    }
  })
}
