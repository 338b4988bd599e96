import type { Accord } from '../accord/model.ts'
import type { Docket } from '../compliance/docket.ts'
import { instantOf } from '../time/civil.ts'
import type { AlertView } from './alert.ts'
import { SETTINGS } from './detect/settings.ts'
import type { Thresholds } from './detect/thresholds.ts'
import { dateOfDay } from './series/daily-series.ts'
import { watchAccord } from './watch-accord.ts'

/** An alert with the day on which what was known then first raised it. */
export type ReplayedAlert = { readonly alert: AlertView; readonly knownOn: string }

/**
 * Replays a period as known on each day: for every day, the series as they stood at its end, with what had
 * been reported by then and nothing else. An alert counts on the day on which it first stood; one that a
 * late report makes stand on an earlier day is known on the day of the report.
 *
 * Costs a whole watch a day, on days without reports too: silence moves the series as well.
 *
 * @param docketAt the docket of what was known at a moment, in seconds UTC.
 */
export function* replay(
  accord: Accord,
  docketAt: (k: number) => Docket,
  o: { readonly from: number; readonly until: number },
  thresholds: Thresholds,
): Generator<{ readonly day: string; readonly raised: readonly ReplayedAlert[] }> {
  /** Last day a series alerted, so that a shifted alert of the same episode is not raised twice. */
  const raisedOn = new Map<string, number>()
  for (let day = o.from; day <= o.until; day++) {
    const date = dateOfDay(day)
    const [year, month, d] = date.split('-').map(Number) as [number, number, number]
    const end = instantOf(accord.tz, year, month, d, 23, 59, 59)
    const { alerts } = watchAccord(accord, docketAt(end), end, thresholds)
    const raised: ReplayedAlert[] = []
    for (const alert of alerts) {
      // What stood out more than a rest ago and was not known then is history by now.
      if (alert.raisedOn < dateOfDay(day - SETTINGS.restDays)) continue
      const last = raisedOn.get(alert.series)
      if (last !== undefined && day - last < SETTINGS.restDays) continue
      raisedOn.set(alert.series, day)
      raised.push({ alert, knownOn: date })
    }
    yield { day: date, raised }
  }
}
