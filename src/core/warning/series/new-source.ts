import { type Raised, watchSeries } from '../detect/monitor.ts'
import type { Thresholds } from '../detect/thresholds.ts'
import type { DailySeries } from './daily-series.ts'
import { finding, type SeriesFinding } from './finding.ts'

/** A source first heard of within so many days of an alert is new; one needs older ones to compare with. */
const NEW_DAYS = 28
const OLD_DAYS = 60
/** A rule for zones that are reported on regularly: where events are few, each brings its own source. */
const OLD_EVENTS = 10
const NEW_EVENTS = 4
const NEW_EVENT_DAYS = 2
/** An alert without the new source counts as the same when it comes within so many days. */
const SAME_DAYS = 7

/**
 * Tells a new pair of eyes from a worse day: an alert that vanishes when the events known only through
 * sources that began to report within the last four weeks are left out, is their doing.
 *
 * @returns the finding that replaces the alert, or undefined when the alert stands.
 */
export function newSourceBehind(
  series: DailySeries,
  raised: Raised,
  thresholds: Thresholds,
): SeriesFinding | undefined {
  const { sources } = series
  if (!sources || raised.direction === 'fall') return undefined
  const at = raised.day - series.firstDay
  if (at < OLD_DAYS) return undefined
  const first = new Map<string, number>()
  for (let i = 0; i <= at; i++)
    for (const s of Object.keys(sources[i] ?? {})) if (!first.has(s)) first.set(s, i)
  const fresh = [...first].filter(([, day]) => day > at - NEW_DAYS).map(([s]) => s)
  if (!fresh.length || fresh.length === first.size) return undefined
  const of = (names: readonly string[], i: number) => names.reduce((s, n) => s + (sources[i]?.[n] ?? 0), 0)
  const old = [...first.keys()].filter(s => !fresh.includes(s))
  const days = Array.from({ length: at + 1 }, (_, i) => i)
  const before = days.filter(i => i > at - NEW_DAYS - OLD_DAYS && i <= at - NEW_DAYS)
  const sumOf = (names: readonly string[], over: readonly number[]) =>
    over.reduce((s, i) => s + of(names, i), 0)
  const freshDays = days.filter(i => of(fresh, i) > 0)
  if (
    sumOf(old, before) < OLD_EVENTS ||
    sumOf(fresh, freshDays) < NEW_EVENTS ||
    freshDays.length < NEW_EVENT_DAYS
  )
    return undefined
  const counts = series.counts.slice(0, at + 1)
  const without = counts.map((c, i) => c - of(fresh, i))
  const rest = watchSeries({ ...series, counts: without.map(c => Math.max(0, c)) }, thresholds).raised
  if (rest.some(r => r.direction === 'rise' && Math.abs(r.day - raised.day) <= SAME_DAYS)) return undefined
  const since = Math.min(...fresh.map(f => first.get(f)!))
  const sum = (x: readonly number[]) => x.slice(since).reduce((a, b) => a + (b || 0), 0)
  return finding('new-source', {
    from: series.firstDay + since,
    to: raised.day,
    value: sum(counts) / Math.max(sum(without), 0.5),
    source: fresh.join(', '),
  })
}
