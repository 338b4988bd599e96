import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { drawCount, seeded } from '../../../../src/core/warning/chance/random.ts'
import { watchSeries } from '../../../../src/core/warning/detect/monitor.ts'
import { newSourceBehind } from '../../../../src/core/warning/series/new-source.ts'
import { thresholds } from '../world.ts'

const random = seeded(21)
const START = 17_800
/** A monitor's counts for 200 days; from day 150 on a second source adds or the monitor itself sees more. */
function series(second: (day: number) => number, monitor: (day: number) => number) {
  const days = Array.from({ length: 200 }, (_, t) => t)
  const sources = days.map(t => ({
    monitor: drawCount(monitor(t), 1.1, random),
    ...(second(t) > 0 && { feed: drawCount(second(t), 1.1, random) }),
  }))
  const counts = sources.map(s => s.monitor + ('feed' in s ? (s.feed ?? 0) : 0))
  return { id: 'z', firstDay: START, counts, sources: sources as Record<string, number>[] }
}
const firstAlert = (s: ReturnType<typeof series>) =>
  watchSeries(s, thresholds).raised.find(r => r.direction === 'rise' && r.day >= START + 150)!

describe('a new source that doubles the counts', () => {
  it('is found behind the alert it causes, and named with its factor', () => {
    const s = series(
      t => (t >= 150 ? 4 : 0),
      () => 2,
    )
    const f = newSourceBehind(s, firstAlert(s), thresholds)!
    assert.deepEqual([f.kind, f.source], ['new-source', 'feed'])
    assert.ok(f.value! > 2)
  })
  it('does not explain away a surge that the old source sees too', () => {
    const s = series(
      t => (t >= 150 ? 2 : 0),
      t => (t >= 150 ? 9 : 2),
    )
    assert.equal(newSourceBehind(s, firstAlert(s), thresholds), undefined)
  })
  it('explains nothing where hardly anything was reported before', () => {
    const s = series(
      t => (t >= 150 ? 3 : 0),
      () => 0.02,
    )
    assert.equal(newSourceBehind(s, firstAlert(s), thresholds), undefined)
  })
})
